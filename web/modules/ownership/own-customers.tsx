import { Link } from '@tanstack/react-router';
import type { MyCustomers, OwnCustomer } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { PersonLink } from './person-link.tsx';
import { ownershipWords } from './words.ts';

interface OwnCustomersProps {
  mine: MyCustomers;
  page: { page: number; pageSize: number };
  onPage: (page: number, pageSize: number) => void;
}

export function OwnCustomers({ mine, page, onPage }: OwnCustomersProps) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const columns: Column<OwnCustomer & { id: string }>[] = [
    { key: 'customer', title: say('customer'), leads: true, show: (row) => <PersonLink {...row} /> },
    { key: 'kind', title: say('kind'), show: ({ kind }) => say(`kind.${kind}`) },
    { key: 'since', title: say('ownedSince'), show: ({ since }) => dates.dayOfInstant(since) },
    {
      key: 'visit',
      title: say('lastVisit'),
      show: ({ customer }) =>
        customer.lastVisitOn === null ? (
          <span className="soft">{say('never')}</span>
        ) : (
          dates.day(customer.lastVisitOn)
        ),
    },
  ];
  return (
    <DataTable
      label={say('mine')}
      columns={columns}
      rows={mine.items.map((item) => ({ ...item, id: `${item.customer.id} ${item.kind}` }))}
      empty={<EmptyState text={say('mine.none')} action={<Link to="/pool">{say('mine.none.do')}</Link>} />}
      paging={{ ...page, total: mine.total, onChange: onPage }}
    />
  );
}
