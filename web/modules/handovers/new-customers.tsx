import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { NewCustomer } from '#domain/handovers/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { useNewCustomers } from './api.ts';
import type { Names } from './handover-sheet.tsx';
import { handoverWords } from './words.ts';
import './handovers.css';

/** Customers somebody took over and has not read up on; nothing where there are none. */
export function NewCustomers({ names }: { names: Names }) {
  const say = useWords(handoverWords);
  const dates = useDates();
  const [page, setPage] = useState({ page: 1, pageSize: 10 });
  const { data, error, refetch } = useNewCustomers(page);
  if (data?.total === 0) return null;
  const columns: Column<NewCustomer>[] = [
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customer }) => (
        <span className="line">
          <GradeTag grade={customer.grade} short />
          <Link to="/customers/$id/handover" params={{ id: customer.id }}>
            {customer.name}
          </Link>
          <span className="soft">{customer.number}</span>
        </span>
      ),
    },
    { key: 'from', title: say('from'), show: ({ fromName }) => fromName },
    { key: 'kind', title: say('kind'), show: ({ kind }) => names.ownerKind(kind) },
    { key: 'since', title: say('since'), show: ({ since }) => dates.dayOfInstant(since) },
    { key: 'how', title: say('how'), show: ({ how }) => names.how(how) },
    { key: 'why', title: say('why'), show: ({ reason }) => reason ?? '' },
    {
      key: 'read',
      title: '',
      show: ({ customer }) => (
        <Link to="/customers/$id/handover" params={{ id: customer.id }}>
          {say('notice.open')}
        </Link>
      ),
    },
  ];
  return (
    <section className="rows" aria-label={say('new', { count: data?.total ?? 0 })}>
      <h2 className="handover-heading">{say('new', { count: data?.total ?? 0 })}</h2>
      <DataTable
        label={say('new', { count: data?.total ?? 0 })}
        columns={columns}
        rows={data?.items}
        error={error}
        onRetry={() => void refetch()}
        paging={
          data && {
            ...page,
            total: data.total,
            onChange: (next, pageSize) => setPage({ page: next, pageSize }),
          }
        }
      />
    </section>
  );
}
