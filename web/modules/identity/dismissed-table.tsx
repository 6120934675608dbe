import type { Duplicate } from '#domain/identity/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useDuplicates, useReopen } from './api.ts';
import { Reasons } from './likeness-tags.tsx';
import { identityWords } from './words.ts';

interface PagedProps {
  page: number;
  onPage: (page: number) => void;
}

/** Pairs that were found to be two people, and why; a second thought puts one back. */
export function DismissedTable({ page, onPage }: PagedProps) {
  const say = useWords(identityWords);
  const dates = useDates();
  const tell = useTell();
  const reopen = useReopen();
  const { data, error, refetch } = useDuplicates({ state: 'dismissed', page, pageSize: 20 });

  const columns: Column<Duplicate>[] = [
    {
      key: 'pair',
      title: say('pair'),
      leads: true,
      show: ({ a, b }) => `${a.name}（${a.number}）· ${b.name}（${b.number}）`,
    },
    { key: 'reason', title: say('reason'), show: ({ dismissReason }) => dismissReason },
    { key: 'likeness', title: say('likeness'), show: ({ reasons }) => <Reasons reasons={reasons} /> },
    {
      key: 'decided',
      title: say('decided'),
      show: ({ decidedAt, decidedByName }) =>
        decidedAt && say('by', { name: decidedByName ?? say('someone'), at: dates.shortDateTime(decidedAt) }),
    },
    {
      key: 'actions',
      title: '',
      show: ({ id, a, b }) => (
        <RowActions
          label={`${a.name} · ${b.name}`}
          actions={[
            {
              key: 'reopen',
              label: say('reopen'),
              onDo: () =>
                reopen.mutate(id, {
                  onSuccess: () => tell.done(say('reopen.done')),
                  onError: tell.failed,
                }),
            },
          ]}
        />
      ),
    },
  ];

  return (
    <DataTable
      label={say('tab.dismissed')}
      columns={columns}
      rows={data?.items}
      error={error}
      onRetry={() => void refetch()}
      empty={<EmptyState text={say('dismissed.none')} />}
      paging={data && { page, pageSize: 20, total: data.total, onChange: onPage }}
    />
  );
}
