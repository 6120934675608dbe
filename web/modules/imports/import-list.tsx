import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useImports } from './api.ts';
import { BatchState } from './batch-state.tsx';
import { importWords } from './words.ts';

interface ImportListProps {
  page: number;
  pageSize: number;
  onPage: (page: number, pageSize: number) => void;
  onOpen: (batch: ImportBatch) => void;
}

export function ImportList({ page, pageSize, onPage, onOpen }: ImportListProps) {
  const say = useWords(importWords);
  const dates = useDates();
  const number = useNumber();
  const clinicName = useClinicName();
  const imports = useImports(page, pageSize);

  const whatIsNew = ({ counts }: ImportBatch) => {
    if (!counts) return null;
    const customers = number(counts.newCustomers);
    if (counts.newOrders !== undefined)
      return say('list.new.orders', { customers, orders: number(counts.newOrders) });
    return say('list.new.text', {
      customers,
      appointments: number(counts.newAppointments),
      visits: number(counts.newVisits),
    });
  };

  return (
    <DataTable
      label={say('list.title')}
      rows={imports.data?.items}
      error={imports.error}
      onRetry={() => void imports.refetch()}
      onOpen={onOpen}
      empty={<EmptyState text={say('list.empty')} />}
      paging={{ page, pageSize, total: imports.data?.total ?? 0, onChange: onPage }}
      columns={[
        { key: 'file', title: say('list.file'), leads: true, show: ({ fileName }) => <a>{fileName}</a> },
        { key: 'state', title: say('list.state'), show: ({ state }) => <BatchState state={state} /> },
        { key: 'clinic', title: say('list.clinic'), show: ({ clinicId }) => clinicName(clinicId) },
        {
          key: 'rows',
          title: say('list.rows'),
          align: 'right',
          show: ({ counts, progress }) =>
            counts ? number(counts.rows) : progress > 0 ? number(progress) : '–',
        },
        { key: 'new', title: say('list.new'), show: whatIsNew },
        { key: 'at', title: say('list.at'), show: ({ createdAt }) => dates.dateTime(createdAt) },
      ]}
    />
  );
}
