import type { TelephoneSecret, TelephoneSystem } from '#domain/evidence/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useEditTelephone, useReplaceSecret, useTelephones } from './api.ts';
import { evidenceWords } from './words.ts';

/** The telephone systems that are connected: when each was heard, and why it was turned away. */
export function TelephoneTable({ onSecret }: { onSecret: (made: TelephoneSecret) => void }) {
  const say = useWords(evidenceWords);
  const dates = useDates();
  const now = useNow(30);
  const confirm = useConfirm();
  const tell = useTell();
  const telephones = useTelephones();
  const edit = useEditTelephone();
  const replace = useReplaceSecret();

  const set = async ({ id, version }: TelephoneSystem, isEnabled: boolean) => {
    try {
      await edit.mutateAsync({ id, version, isEnabled });
      tell.done(say('phones.changed'));
    } catch (error) {
      tell.failed(error);
    }
  };
  const askToDisable = (system: TelephoneSystem) =>
    confirm({
      title: say('phones.disable.ask', { name: system.name }),
      text: say('phones.disable.text'),
      yes: say('phones.disable'),
      dangerous: true,
      onYes: () => set(system, false),
    });
  const askToReplace = ({ id, name }: TelephoneSystem) =>
    confirm({
      title: say('phones.replace.ask', { name }),
      text: say('phones.replace.text'),
      yes: say('phones.replace'),
      onYes: async () => onSecret(await replace.mutateAsync(id)),
    });

  const columns: Column<TelephoneSystem>[] = [
    { key: 'name', title: say('phones.name'), leads: true, show: ({ name }) => name },
    {
      key: 'state',
      title: say('phones.state'),
      show: ({ isEnabled, formerUntil }) => (
        <span className="line">
          <StatusTag meaning={isEnabled ? 'done' : 'neutral'}>
            {say(isEnabled ? 'phones.on' : 'phones.off')}
          </StatusTag>
          {formerUntil && formerUntil > now && (
            <span className="soft">{say('phones.former', { at: dates.shortDateTime(formerUntil) })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'heard',
      title: say('phones.heard'),
      show: ({ heardAt }) => (heardAt ? dates.fromNow(heardAt, now) : say('phones.never')),
    },
    {
      key: 'refused',
      title: say('phones.refused'),
      show: ({ refusedAt, refusal }) =>
        refusedAt && refusal ? `${dates.fromNow(refusedAt, now)} · ${say(`phones.${refusal}`)}` : '–',
    },
    {
      key: 'actions',
      title: '',
      width: 48,
      align: 'right',
      show: (system) => (
        <RowActions
          label={say('phones.actions', { name: system.name })}
          actions={[
            { key: 'replace', label: say('phones.replace'), onDo: () => void askToReplace(system) },
            system.isEnabled
              ? {
                  key: 'disable',
                  label: say('phones.disable'),
                  dangerous: true,
                  onDo: () => void askToDisable(system),
                }
              : { key: 'enable', label: say('phones.enable'), onDo: () => void set(system, true) },
          ]}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={say('phones.title')}
      columns={columns}
      rows={telephones.data?.systems}
      error={telephones.error}
      onRetry={() => void telephones.refetch()}
      empty={<EmptyState text={say('phones.none')} />}
    />
  );
}
