import type { TelephoneExtension } from '#domain/evidence/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useNameExtension, useTelephones } from './api.ts';
import { evidenceWords } from './words.ts';

/** How the logs call people whom nobody knows by it, and who they are. */
export function ExtensionTable({ people }: { people: readonly Colleague[] }) {
  const say = useWords(evidenceWords);
  const dates = useDates();
  const number = useNumber();
  const tell = useTell();
  const telephones = useTelephones();
  const name = useNameExtension();

  const columns: Column<TelephoneExtension & { id: string }>[] = [
    { key: 'person', title: say('extensions.person'), leads: true, show: ({ person }) => person },
    {
      key: 'staff',
      title: say('extensions.staff'),
      show: ({ person, staffId }) => (
        <PersonSelect
          people={people}
          value={staffId}
          aria-label={say('extensions.of', { person })}
          placeholder={say('extensions.pick')}
          allowClear
          loading={name.isPending && name.variables.person === person}
          style={{ width: 220, maxWidth: '100%' }}
          onChange={(staffId: string | undefined) =>
            name.mutate(
              { person, staffId: staffId ?? null },
              { onSuccess: () => tell.done(say('extensions.saved')), onError: tell.failed },
            )
          }
        />
      ),
    },
    { key: 'calls', title: say('extensions.calls'), align: 'right', show: ({ calls }) => number(calls) },
    {
      key: 'lastAt',
      title: say('extensions.lastAt'),
      show: ({ lastAt }) => (lastAt ? dates.shortDateTime(lastAt) : '–'),
    },
  ];
  return (
    <section className="rows" aria-label={say('extensions.title')}>
      <h2 style={{ margin: 0, fontSize: 16 }}>{say('extensions.title')}</h2>
      <p className="soft" style={{ margin: 0 }}>
        {say('extensions.about')}
      </p>
      <DataTable
        label={say('extensions.title')}
        columns={columns}
        rows={telephones.data?.extensions.map((row) => ({ ...row, id: row.person }))}
        error={telephones.error}
        onRetry={() => void telephones.refetch()}
        empty={<EmptyState text={say('extensions.none')} />}
      />
    </section>
  );
}
