import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { hasWord, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { fieldNames } from './field-names.ts';
import { factsOf, useFactWording } from './timeline-facts.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import { customersWords } from './words.ts';

interface EntryProps {
  group: TimelineGroup;
  clinicId: string;
}

export function BeginningEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const { text } = factsOf(group.entries[0]);
  const from = text('fileName');
  return (
    <div>
      <b>{say(`kind.${group.kind as 'created'}`)}</b> {from && say('imported.from', { name: from })}
      {text('number') && say('number.is', { number: text('number')! })}
    </div>
  );
}

const meaningOfAppointment: Record<string, Meaning> = { kept: 'done', missed: 'overdue', booked: 'soon' };

export function AppointmentEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const { text } = factsOf(group.entries[0]);
  const state = `appointment.${text('state')}`;
  return (
    <div className="line">
      <b>{say('kind.appointment')}</b>
      {hasWord(customersWords, state) && (
        <StatusTag meaning={meaningOfAppointment[text('state') ?? ''] ?? 'neutral'}>
          {say(state as 'appointment.kept')}
        </StatusTag>
      )}
      <span>{text('clinicName')}</span>
    </div>
  );
}

export function VisitEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const { text, list } = factsOf(group.entries[0]);
  return (
    <div>
      <div className="line">
        <b>{sayClinic(text('kind') === 'first' ? 'visit.first' : 'visit.return')}</b>
        {text('state') === 'open' && <StatusTag meaning="soon">{say('visit.open')}</StatusTag>}
        <span>{text('clinicName')}</span>
      </div>
      {list('treatments').length > 0 && <div>{list('treatments').join(say('and'))}</div>}
      {text('chiefComplaint') && (
        <div className="written">{say('complaint.is', { text: text('chiefComplaint')! })}</div>
      )}
    </div>
  );
}

/** What was planned at one moment: each step with its day and its holder. */
export function PlannedEntry({ group, clinicId }: EntryProps) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const wording = useFactWording();
  const dates = useDates(clinicId);
  const event = `event.${factsOf(group.entries[0]).text('event')}`;
  return (
    <div>
      <b>{say('kind.followup-planned')}</b>{' '}
      {hasWord(clinicWords, event) && (
        <span className="soft">{say('because', { event: sayClinic(event as 'event.manual') })}</span>
      )}
      <ul className="timeline-steps">
        {group.entries.map((entry) => {
          const { text } = factsOf(entry);
          return (
            <li key={entry.id}>
              {wording(entry, 'protocol')} · {wording(entry, 'step')}
              <span className="soft">
                {text('dueAt') && ` · ${say('dueAt', { at: dates.shortDateTime(text('dueAt')!) })}`}
                {text('assigneeName') && ` · ${text('assigneeName')}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function EndedEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const sayFollowup = useWords(followupWords);
  const wording = useFactWording();
  const [entry] = group.entries;
  const { text } = factsOf(entry);
  const byFact = `ended.${text('reason')}`;
  const reason = hasWord(followupWords, byFact)
    ? sayFollowup(byFact as 'ended.fact:treated')
    : text('reason');
  const state = text('state') === 'refused' ? 'refused' : text('state') === 'done' ? 'done' : 'ended';
  return (
    <div>
      <b>{say('kind.followup-ended')}</b> {wording(entry, 'step')} · {sayFollowup(`state.${state}`)}
      {reason && <div className="written">{say('reason.is', { text: reason })}</div>}
    </div>
  );
}

/** Which fields of the record were changed; what they held stands in their history. */
export function EditedEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const sayField = useWords(fieldNames);
  const fields = factsOf(group.entries[0]).list('fields');
  const names = fields.map((field) => (hasWord(fieldNames, field) ? sayField(field as 'name') : field));
  return (
    <div>
      <b>{say('kind.edited')}</b> {names.join(say('and'))}
    </div>
  );
}
