import { Tag } from 'antd';
import type { z } from 'zod';
import type { ApiKey } from '#domain/staff/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useApiKeys, useRevokeApiKey } from './api.ts';
import { staffWords } from './words.ts';

type Key = z.infer<typeof ApiKey>;

export function ApiKeyTable() {
  const say = useWords(staffWords);
  const dates = useDates();
  const now = useNow(60);
  const confirm = useConfirm();
  const tell = useTell();
  const keys = useApiKeys();
  const revoke = useRevokeApiKey();

  const askToRevoke = ({ id, name }: Key) =>
    confirm({
      title: say('key.revoke.ask', { name }),
      text: say('key.revoke.text'),
      yes: say('key.revoke'),
      dangerous: true,
      onYes: async () => {
        await revoke.mutateAsync(id);
        tell.done(say('key.revoke.done', { name }));
      },
    });

  return (
    <DataTable
      label={say('key.title')}
      rows={keys.data?.items}
      error={keys.error}
      onRetry={() => void keys.refetch()}
      empty={<EmptyState text={say('key.empty')} />}
      columns={[
        { key: 'name', title: say('key.name'), leads: true, show: ({ name }) => name },
        {
          key: 'permissions',
          title: say('key.permissions'),
          width: '40%',
          show: ({ permissions }) => (
            <span className="line">
              {permissions.map((permission) => (
                <Tag key={permission} style={{ marginInlineEnd: 0 }}>
                  {say(`may.${permission}`)}
                </Tag>
              ))}
            </span>
          ),
        },
        { key: 'created', title: say('key.created'), show: ({ createdAt }) => dates.dateTime(createdAt) },
        {
          key: 'lastUsed',
          title: say('key.lastUsed'),
          show: ({ lastUsedAt }) => (lastUsedAt ? dates.fromNow(lastUsedAt, now) : say('never')),
        },
        {
          key: 'state',
          title: say('key.state'),
          show: ({ revokedAt }) =>
            revokedAt ? (
              <StatusTag meaning="neutral">{say('key.revoked')}</StatusTag>
            ) : (
              <StatusTag meaning="done">{say('key.active')}</StatusTag>
            ),
        },
        {
          key: 'actions',
          title: '',
          width: 48,
          align: 'right',
          show: (key) => (
            <RowActions
              label={say('actions', { name: key.name })}
              actions={
                key.revokedAt
                  ? []
                  : [
                      {
                        key: 'revoke',
                        label: say('key.revoke'),
                        dangerous: true,
                        onDo: () => void askToRevoke(key),
                      },
                    ]
              }
            />
          ),
        },
      ]}
    />
  );
}
