import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { Protocol } from '#domain/followups/contract.ts';
import type { Step } from '#domain/followups/protocol.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { ScriptText } from './script-text.tsx';
import { useWindowInWords } from './window-in-words.ts';
import { protocolWords } from './words.ts';
import './protocol-card.css';

/** One protocol: what starts it, and its steps with who, when, how and what to say. */
export function ProtocolCard({ protocol }: { protocol: z.infer<typeof Protocol> }) {
  const say = useWords(protocolWords);
  const wording = useWording();
  const dates = useDates();
  const { definition, version, publishedAt, hasDraft, comesAt } = protocol;
  const mayManage = useMay('protocols.manage');

  return (
    <section className="panel protocol" aria-label={wording(definition.name)}>
      <header>
        <h2>{wording(definition.name)}</h2>
        <span className="soft">
          {say('version', { version })} · {say('published', { at: dates.dayOfInstant(publishedAt) })} ·{' '}
          {hasDraft && <>{say('has.draft')} · </>}
          {comesAt !== null && <>{say('comes.at', { at: dates.dateTime(comesAt) })} · </>}
          {say(definition.source === '' ? 'source.own' : 'source.ships')}
        </span>
        <Link className="edit" to="/protocols/$code" params={{ code: definition.code }}>
          {say(mayManage ? 'edit' : 'open')}
        </Link>
      </header>
      <Trigger trigger={definition.trigger} />
      <Steps steps={definition.steps} />
    </section>
  );
}

function Trigger({ trigger }: { trigger: z.infer<typeof Protocol>['definition']['trigger'] }) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const listed = useListed();
  const kinds = trigger.visitKinds && listed(trigger.visitKinds.map((kind) => sayClinic(`visit.${kind}`)));
  const treatments =
    trigger.treatmentCategories &&
    listed(trigger.treatmentCategories.map((category) => sayClinic(`treatment.${category}`)));
  const facts = [
    sayClinic(`event.${trigger.event}`),
    kinds && say('starts.kinds', { kinds }),
    treatments && say('starts.treatments', { treatments }),
  ];
  return (
    <p>
      <span className="soft">{say('starts')} </span>
      {facts.filter(Boolean).join(' · ')}
    </p>
  );
}

function Steps({ steps }: { steps: Step[] }) {
  const say = useWords(protocolWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const inWords = useWindowInWords();

  return (
    <DataTable
      label={say('step')}
      wrapsFrom={900}
      rows={steps.map((step) => ({ ...step, id: step.key }))}
      columns={[
        { key: 'name', title: say('step'), leads: true, width: 180, show: ({ name }) => wording(name) },
        { key: 'window', title: say('window'), width: 190, show: ({ window }) => inWords(window) },
        { key: 'role', title: say('role'), width: 110, show: ({ role }) => sayClinic(`role.${role}`) },
        {
          key: 'channels',
          title: say('channels'),
          width: 120,
          show: ({ channels }) => channels.map((channel) => sayClinic(`channel.${channel}`)).join(' → '),
        },
        {
          key: 'purpose',
          title: say('purpose'),
          width: 130,
          show: ({ purpose, asksScore }) => (
            <>
              {sayClinic(`purpose.${purpose}`)}
              {asksScore && <span className="soft"> · {say('score')}</span>}
            </>
          ),
        },
        {
          key: 'script',
          title: say('script'),
          show: ({ script }) => <ScriptText text={wording(script)} />,
        },
      ]}
    />
  );
}
