import { Link } from '@tanstack/react-router';
import type { CheckoutRow } from '#domain/checkout/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { checkoutWords } from './words.ts';

/** Who left and is not booked, with the reason: the supervisor's list. */
export function WithoutNext({ rows, error }: { rows: readonly CheckoutRow[] | undefined; error: unknown }) {
  const say = useWords(checkoutWords);
  const dates = useDates();
  const reasonOf = ({ state, noNextReason, noNextNote }: CheckoutRow) => {
    if (noNextReason !== null) return [noNextReason, noNextNote].filter(Boolean).join(' · ');
    return (
      <StatusTag meaning="risk">
        {say(state === 'silent' ? 'without.reason.silent' : 'without.reason.unasked')}
      </StatusTag>
    );
  };
  const columns: Column<CheckoutRow & { id: string }>[] = [
    {
      key: 'customer',
      title: say('without.customer'),
      leads: true,
      show: ({ customerId, customerName, customerNumber }) => (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName} <span className="soft">{customerNumber}</span>
        </Link>
      ),
    },
    {
      key: 'left',
      title: say('without.left'),
      show: ({ closedAt, openedAt }) => dates.shortDateTime(closedAt ?? openedAt),
    },
    { key: 'reason', title: say('without.reason'), show: reasonOf },
    {
      key: 'since',
      title: '',
      show: ({ isBookedSince }) =>
        isBookedSince && <StatusTag meaning="done">{say('without.since')}</StatusTag>,
    },
  ];
  return (
    <div className="rows">
      {rows && rows.length > 0 && (
        <p>
          {say('without.count', {
            total: rows.length,
            since: rows.filter(({ isBookedSince }) => isBookedSince).length,
          })}
        </p>
      )}
      <DataTable
        label={say('view.without')}
        columns={columns}
        rows={rows?.map((row) => ({ ...row, id: row.visitId }))}
        error={error}
        empty={<EmptyState text={say('without.none')} />}
      />
    </div>
  );
}
