import { Link } from '@tanstack/react-router';
import type { DraftState, ScriptRow } from '#domain/scripts/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { useScripts } from './api.ts';
import { scriptsWords } from './words.ts';

const meaningOf: Record<DraftState, Meaning> = { wrong: 'overdue', waiting: 'soon', ready: 'done' };

/** Every script with what is in use of it, and where its draft stands. */
export function ScriptTable() {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const dates = useDates();
  const scripts = useScripts();

  const columns: Column<ScriptRow & { id: string }>[] = [
    {
      key: 'name',
      title: say('name'),
      leads: true,
      show: ({ code, name }) => (
        <Link to="/scripts/$code" params={{ code }}>
          {wording(name)}
        </Link>
      ),
    },
    { key: 'kind', title: say('kind'), show: ({ isClinical }) => say(isClinical ? 'clinical' : 'plain') },
    {
      key: 'version',
      title: say('inUse'),
      show: ({ version, publishedAt, publishedByName, approvedByName }) => {
        if (version === null) return say('version.none');
        if (publishedAt === null) return say('version.shipped');
        return (
          <>
            {say('version.number', { version })}{' '}
            <span className="soft">
              {say('version.by', { name: publishedByName ?? '–', at: dates.dateTime(publishedAt) })}
              {approvedByName && ` · ${say('version.approved', { name: approvedByName })}`}
            </span>
          </>
        );
      },
    },
    {
      key: 'draft',
      title: say('state'),
      show: ({ draft }) =>
        draft && (
          <>
            <StatusTag meaning={meaningOf[draft.state]}>{say(`draft.${draft.state}`)}</StatusTag>{' '}
            <span className="soft">
              {say('draft.by', {
                name: draft.updatedByName ?? '–',
                at: dates.shortDateTime(draft.updatedAt),
              })}
            </span>
          </>
        ),
    },
  ];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={scripts.data?.items.map((row) => ({ ...row, id: row.code }))}
      error={scripts.error}
      onRetry={() => void scripts.refetch()}
      empty={<EmptyState text={say('empty')} />}
    />
  );
}
