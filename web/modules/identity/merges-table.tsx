import { App, Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Merge } from '#domain/identity/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useMerges, useUndoMerge } from './api.ts';
import { identityWords } from './words.ts';

interface PagedProps {
  page: number;
  onPage: (page: number) => void;
}

/** Which records were made one, the last first, and the way back. */
export function MergesTable({ page, onPage }: PagedProps) {
  const say = useWords(identityWords);
  const dates = useDates();
  const undo = useUndo();
  const { data, error, refetch } = useMerges({ page, pageSize: 20 });

  const columns: Column<Merge>[] = [
    {
      key: 'kept',
      title: say('merge.kept'),
      leads: true,
      show: ({ keepId, keepName, keepNumber }) => (
        <span className="line">
          <Link to="/customers/$id" params={{ id: keepId }}>
            {keepName}
          </Link>
          <span className="soft">{keepNumber}</span>
        </span>
      ),
    },
    {
      key: 'gone',
      title: say('merge.gone'),
      show: ({ goneName, goneNumber }) => (
        <span className="line">
          {goneName}
          <span className="soft">{goneNumber}</span>
        </span>
      ),
    },
    {
      key: 'when',
      title: say('merge.when'),
      show: ({ mergedAt, mergedByName }) =>
        say('by', { name: mergedByName ?? say('someone'), at: dates.shortDateTime(mergedAt) }),
    },
    {
      key: 'state',
      title: say('state'),
      show: ({ undoneAt, undoneByName }) =>
        undoneAt ? (
          <span className="line">
            <StatusTag meaning="neutral">{say('undone')}</StatusTag>
            <span className="soft">
              {say('by', { name: undoneByName ?? say('someone'), at: dates.shortDateTime(undoneAt) })}
            </span>
          </span>
        ) : (
          <StatusTag meaning="done">{say('standing')}</StatusTag>
        ),
    },
    {
      key: 'actions',
      title: '',
      show: (merge) =>
        merge.undoneAt === null && (
          <Button size="small" onClick={() => void undo(merge)}>
            {say('undo')}
          </Button>
        ),
    },
  ];

  return (
    <DataTable
      label={say('tab.merged')}
      columns={columns}
      rows={data?.items}
      error={error}
      onRetry={() => void refetch()}
      empty={<EmptyState text={say('merged.none')} />}
      paging={data && { page, pageSize: 20, total: data.total, onChange: onPage }}
    />
  );
}

function useUndo() {
  const say = useWords(identityWords);
  const confirm = useConfirm();
  const tell = useTell();
  const { message } = App.useApp();
  const { mutateAsync } = useUndoMerge();
  return async ({ id, keepName, goneName }: Merge) => {
    const sure = await confirm({
      title: say('undo.title', { keep: keepName, gone: goneName }),
      text: say('undo.text', { keep: keepName }),
      yes: say('undo.yes'),
    });
    if (!sure) return;
    try {
      await mutateAsync(id);
      tell.done(say('undo.done'));
    } catch (error) {
      if (isApiError(error, 'changed-since'))
        void message.error(`${say('undo.changed')} · ${say('undo.changed.do')}`);
      else tell.failed(error);
    }
  };
}
