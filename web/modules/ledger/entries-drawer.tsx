import { Drawer } from 'antd';
import { useState } from 'react';
import type { LedgerLine } from '#domain/ledger/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useLedger } from './api.ts';
import { BalanceLine } from './balance-line.tsx';
import { EntryAmount, EntryText } from './entry-text.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { ledgerWords } from './words.ts';

interface EntriesDrawerProps {
  customer: { id: string; name: string; clinicId: string };
  open: boolean;
  onClose: () => void;
}

/** Everything that was ever booked on one account, the newest first. */
export function EntriesDrawer({ customer, open, onClose }: EntriesDrawerProps) {
  const say = useWords(ledgerWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={say('entries.title', { name: customer.name })}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 860}
      destroyOnHidden
    >
      <Entries customer={customer} />
    </Drawer>
  );
}

function Entries({ customer }: Pick<EntriesDrawerProps, 'customer'>) {
  const say = useWords(ledgerWords);
  const dates = useDates(customer.clinicId);
  const mayWrite = useMay('ledger.write');
  const [page, setPage] = useState({ page: 1, pageSize: 50 });
  const [reversing, setReversing] = useState<LedgerLine | null>(null);
  const ledger = useLedger(customer.id, page);

  const actionsOf = (entry: LedgerLine) =>
    mayWrite && !entry.isReversed && entry.kind !== 'reversal' ? (
      <RowActions
        label={say('actions', { what: say(`kind.${entry.kind}`) })}
        actions={[
          { key: 'reverse', label: say('reverse'), dangerous: true, onDo: () => setReversing(entry) },
        ]}
      />
    ) : null;

  return (
    <>
      {ledger.data && <BalanceLine balance={ledger.data.balance} whole />}
      <DataTable
        label={say('title')}
        rows={ledger.data?.items}
        error={ledger.error}
        onRetry={() => void ledger.refetch()}
        refreshing={ledger.isPlaceholderData}
        wrapsFrom={640}
        empty={<EmptyState text={say('empty')} />}
        paging={{
          ...page,
          total: ledger.data?.total ?? 0,
          onChange: (page, pageSize) => setPage({ page, pageSize }),
        }}
        columns={[
          {
            key: 'day',
            title: say('day'),
            width: 120,
            show: ({ bookedOn }) => <span className="nowrap">{dates.day(bookedOn)}</span>,
          },
          { key: 'what', title: say('what'), leads: true, show: (entry) => <EntryText entry={entry} /> },
          {
            key: 'amount',
            title: say('amount'),
            align: 'right',
            width: 130,
            show: (entry) => <EntryAmount entry={entry} />,
          },
          { key: 'by', title: say('by'), width: 110, show: ({ recordedBy }) => recordedBy },
          { key: 'actions', title: '', width: 48, show: actionsOf },
        ]}
      />
      {reversing && <ReverseDialog entry={reversing} onClose={() => setReversing(null)} />}
    </>
  );
}
