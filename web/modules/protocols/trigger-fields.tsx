import { filtersOf, triggerEvents } from '#domain/followups/protocol.ts';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import { grades } from '#domain/grading/rule-set.ts';
import { treatmentCategories, visitKinds } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { protocolWords } from './words.ts';

type Trigger = ProtocolDefinition['trigger'];

interface TriggerFieldsProps {
  trigger: Trigger;
  teams: readonly { id: string; name: string }[];
  onChange: (trigger: Trigger) => void;
}

/** What starts the protocol, and for whom: of what it can ask, a filter that is left empty lets everybody through. */
export function TriggerFields({ trigger, teams, onChange }: TriggerFieldsProps) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const change = <K extends keyof Trigger>(name: K, chosen: readonly unknown[]) => {
    const { [name]: _old, ...rest } = trigger;
    onChange((chosen.length === 0 ? rest : { ...rest, [name]: chosen }) as Trigger);
  };
  const filters = [
    {
      name: 'treatmentCategories',
      label: say('filter.treatments'),
      options: treatmentCategories.map((each) => ({ value: each, label: sayClinic(`treatment.${each}`) })),
    },
    {
      name: 'visitKinds',
      label: say('filter.kinds'),
      options: visitKinds.map((kind) => ({ value: kind, label: sayClinic(`visit.${kind}`) })),
    },
    {
      name: 'grades',
      label: say('filter.grades'),
      options: grades.map((grade) => ({ value: grade, label: grade })),
    },
    {
      name: 'teamIds',
      label: say('filter.teams'),
      options: teams.map(({ id, name }) => ({ value: id, label: name })),
    },
  ] as const;

  return (
    <div className="trigger-fields">
      <label>
        <span className="soft">{say('starts')}</span>
        <Select
          value={trigger.event}
          options={triggerEvents.map((event) => ({ value: event, label: sayClinic(`event.${event}`) }))}
          onChange={(event) => onChange(asFarAsKnown({ ...trigger, event }))}
        />
      </label>
      {filters
        .filter(({ name }) => filtersOf(trigger.event).includes(name))
        .map(({ name, label, options }) => (
          <label key={name}>
            <span className="soft">{label}</span>
            <Select<string[]>
              mode="multiple"
              maxTagCount="responsive"
              placeholder={say('filter.all')}
              value={trigger[name] ?? []}
              options={[...options]}
              onChange={(chosen) => change(name, chosen)}
            />
          </label>
        ))}
      <label>
        <span className="soft">{say('filter.classes')}</span>
        <Select<string[]>
          mode="tags"
          maxTagCount="responsive"
          placeholder={say('filter.all')}
          value={trigger.classes ?? []}
          onChange={(chosen) =>
            change(
              'classes',
              chosen.filter((code) => /^[MC]-[A-Z]$/.test(code)),
            )
          }
        />
      </label>
    </div>
  );
}

/** Without the filters that the event has no answer to. */
function asFarAsKnown(trigger: Trigger): Trigger {
  const { event, grades, classes, treatmentCategories, visitKinds, teamIds } = trigger;
  const chosen = { grades, classes, treatmentCategories, visitKinds, teamIds };
  const kept = filtersOf(event).filter((name) => chosen[name] !== undefined);
  return { event, ...Object.fromEntries(kept.map((name) => [name, chosen[name]])) };
}
