import { Button } from 'antd';
import { useDates } from '#web/lib/dates.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { actionWords } from './action-words.ts';
import { useAudit, type AuditFilter } from './api.ts';
import { auditWords } from './words.ts';

interface AuditTableProps {
  filter: AuditFilter;
  onChange: (change: Partial<AuditFilter>) => void;
}

export function AuditTable({ filter, onChange }: AuditTableProps) {
  const say = useWords(auditWords);
  const sayAction = useWords(actionWords);
  const dates = useDates();
  const entries = useAudit(filter);

  return (
    <DataTable
      label={say('title')}
      rows={entries.data?.items}
      error={entries.error}
      onRetry={() => void entries.refetch()}
      refreshing={entries.isPlaceholderData}
      empty={<EmptyState text={say('empty')} />}
      paging={{
        page: filter.page,
        pageSize: filter.pageSize,
        total: entries.data?.total ?? 0,
        onChange: (page, pageSize) => onChange({ page, pageSize }),
      }}
      columns={[
        {
          key: 'at',
          title: say('at'),
          show: ({ at }) => <span className="nowrap">{dates.dateTime(at)}</span>,
        },
        { key: 'actor', title: say('actor'), show: ({ actorName }) => actorName ?? say('actor.none') },
        {
          key: 'action',
          title: say('action'),
          leads: true,
          show: ({ action }) => (hasWord(actionWords, action) ? sayAction(action as 'signed-in') : action),
        },
        {
          key: 'subject',
          title: say('subject'),
          show: ({ subjectId }) =>
            subjectId && (
              <Button
                type="link"
                size="small"
                style={{ padding: 0 }}
                title={subjectId}
                onClick={() => onChange({ subjectId, page: 1 })}
              >
                …{subjectId.slice(-8)}
              </Button>
            ),
        },
        {
          key: 'fields',
          title: say('fields'),
          show: ({ fields }) => fields.length > 0 && <span className="soft">{fields.join(', ')}</span>,
        },
        { key: 'reason', title: say('reason'), show: ({ reason }) => reason ?? '' },
      ]}
    />
  );
}
