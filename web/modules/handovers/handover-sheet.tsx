import type { ReactNode } from 'react';
import type { DiscreetProfile } from '#domain/customers/discreet.ts';
import type { Handover } from '#domain/handovers/contract.ts';
import type { OwnerKind, OwnerMoveHow } from '#domain/ownership/owner-kind.ts';
import type { RelationKind } from '#domain/records/relations.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { usePlaces } from '#web/lib/place-words.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { ConsultationLines } from './consultation-lines.tsx';
import { Section } from './section.tsx';
import { useHints } from './use-hints.ts';
import { handoverWords } from './words.ts';
import './handovers.css';

/** What other modules call things. */
export interface Names {
  relation: (kind: RelationKind) => string;
  ownerKind: (kind: OwnerKind) => string;
  how: (how: OwnerMoveHow) => string;
}

interface HandoverSheetProps {
  handover: Handover;
  names: Names;
  /** How the customer wants to be reached. */
  wishes: (profile: DiscreetProfile) => ReactNode;
  /** Why the grade is what it is, and who ever answered for the customer. */
  reasons: ReactNode;
  owners: ReactNode;
}

/** All that a new owner has to know, in the order in which it is needed; on paper as on the screen. */
export function HandoverSheet({ handover, names, wishes, reasons, owners }: HandoverSheetProps) {
  const say = useWords(handoverWords);
  const hints = useHints(handover);
  const { customer, grade } = handover;
  return (
    <article className="handover" aria-label={say('title')}>
      <Came handover={handover} names={names} />
      <Section title={say('first')} none={say('first.none')} className="handover-first" ordered>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </Section>
      <div className="handover-columns">
        <Promises handover={handover} />
        <Section title={say('forbidden')} none={say('forbidden.none')}>
          {customer.taboos && <li>{say('taboos', { words: customer.taboos })}</li>}
          {handover.discreet && <li>{wishes(handover.discreet)}</li>}
        </Section>
        <Complaints handover={handover} />
        <Money handover={handover} />
        <Answers handover={handover} />
        <Family handover={handover} names={names} />
        <Appointments handover={handover} />
        <Owed handover={handover} />
        <Needs handover={handover} />
        {(customer.likes || customer.notes) && (
          <Section title={say('person')} none="">
            {customer.likes && <li>{say('likes', { words: customer.likes })}</li>}
            {customer.notes && <li>{say('notes', { words: customer.notes })}</li>}
          </Section>
        )}
        <section className="panel">
          <h2>{say('grade')}</h2>
          <div className="line">
            <GradeTag grade={grade.grade} />
          </div>
          {reasons}
        </section>
        {owners}
      </div>
    </article>
  );
}

function Came({ handover: { changes, customer }, names }: Pick<HandoverSheetProps, 'handover' | 'names'>) {
  const say = useWords(handoverWords);
  const dates = useDates(customer.clinicId);
  if (changes.length === 0) return <p className="soft">{say('came.never')}</p>;
  return (
    <ul className="plain-list">
      {changes.map(({ kind, fromName, ownerName, since, how, reason, readAt }) => (
        <li key={kind}>
          <b>
            {say('came', {
              from: fromName,
              to: ownerName,
              kind: names.ownerKind(kind),
              since: dates.dayOfInstant(since),
              how: names.how(how),
            })}
          </b>{' '}
          {reason && <span className="soft">{say('came.why', { reason })}</span>}{' '}
          <StatusTag meaning={readAt ? 'done' : 'soon'}>
            {readAt
              ? say('read.at', { name: ownerName, at: dates.dateTime(readAt) })
              : say('read.not', { name: ownerName })}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}

type Of = Pick<HandoverSheetProps, 'handover'>;

function Promises({ handover: { promises, customer } }: Of) {
  const say = useWords(handoverWords);
  const dates = useDates(customer.clinicId);
  return (
    <Section title={say('promises')} none={say('promises.none')}>
      {promises.map(({ kind, madeAt, byName, words, at, on }) => (
        <li key={`${kind} ${madeAt}`}>
          {kind === 'action-plan' && say('promise.action-plan', { words: words ?? '' })}
          {kind === 'call-back' && say('promise.call-back', { at: at ? dates.shortDateTime(at) : '–' })}
          {kind === 'wants-to-come' && say('promise.wants-to-come', { at: on ? dates.day(on) : '–' })}{' '}
          <Said name={byName} at={dates.dayOfInstant(madeAt)} />
        </li>
      ))}
    </Section>
  );
}

function Said({ name, at }: { name: string | null; at: string }) {
  const say = useWords(handoverWords);
  return <span className="soft">{say('by', { name: name ?? '–', at })}</span>;
}

function Complaints({ handover: { complaints, problems, customer } }: Of) {
  const say = useWords(handoverWords);
  const wording = useWording();
  const dates = useDates(customer.clinicId);
  return (
    <Section title={say('complaints')} none={say('complaints.none')}>
      {complaints.map(({ id, protocolName, stepName, closesAt, assigneeName }) => (
        <li key={id}>
          <b>
            {wording(protocolName)} · {wording(stepName)}
          </b>{' '}
          <Said name={assigneeName} at={say('due', { at: dates.shortDateTime(closesAt) })} />
        </li>
      ))}
      {problems.map(({ at, byName, words }) => (
        <li key={at}>
          {say('problem', { words })} <Said name={byName} at={dates.dayOfInstant(at)} />
        </li>
      ))}
    </Section>
  );
}

function Money({ handover: { money } }: Of) {
  const say = useWords(handoverWords);
  const sum = useMoney();
  const { depositFen, prepaidFen, owedFen } = money.balance;
  return (
    <Section title={say('money')} none={say('money.none')}>
      {depositFen > 0 && <li>{say('deposit', { sum: sum(depositFen) })}</li>}
      {prepaidFen > 0 && <li>{say('prepaid', { sum: sum(prepaidFen) })}</li>}
      {money.courses.map(({ id, name, sessionsLeft }) => (
        <li key={id}>{say('course', { name, left: sessionsLeft })}</li>
      ))}
      {owedFen > 0 && <li>{say('owed', { sum: sum(owedFen) })}</li>}
    </Section>
  );
}

function Answers({ handover: { answers, customer } }: Of) {
  const say = useWords(handoverWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const dates = useDates(customer.clinicId);
  return (
    <Section title={say('answers')} none={say('answers.none')}>
      {answers.map(({ at, byName, score, notes, channel, protocolName }) => (
        <li key={`${at} ${protocolName.en}`}>
          <b>{score}</b> {wording(protocolName)} · {sayClinic(`channel.${channel}`)}
          {notes && <> “{notes}”</>} <Said name={byName} at={dates.dayOfInstant(at)} />
        </li>
      ))}
    </Section>
  );
}

function Family({ handover: { relations }, names }: Pick<HandoverSheetProps, 'handover' | 'names'>) {
  const say = useWords(handoverWords);
  return (
    <Section title={say('family')} none={say('family.none')}>
      {relations.map(({ id, name, kind, isGuardian, phone }) => (
        <li key={id} className="line">
          <span>
            {name}（{names.relation(kind)}）
          </span>
          {isGuardian && <StatusTag meaning="neutral">{say('guardian')}</StatusTag>}
          <span className="soft">{phone}</span>
        </li>
      ))}
    </Section>
  );
}

function Appointments({ handover: { appointments, customer } }: Of) {
  const say = useWords(handoverWords);
  const dates = useDates(customer.clinicId);
  return (
    <Section title={say('appointments')} none={say('appointments.none')}>
      {appointments.map(({ id, startsAt }) => (
        <li key={id}>{dates.dateTime(startsAt)}</li>
      ))}
    </Section>
  );
}

function Owed({ handover: { followups, customer } }: Of) {
  const say = useWords(handoverWords);
  const wording = useWording();
  const dates = useDates(customer.clinicId);
  return (
    <Section title={say('followups')} none={say('followups.none')}>
      {followups.map(({ id, protocolName, stepName, closesAt, assigneeName }) => (
        <li key={id}>
          {wording(protocolName)} · {wording(stepName)}{' '}
          <Said name={assigneeName} at={say('due', { at: dates.shortDateTime(closesAt) })} />
        </li>
      ))}
    </Section>
  );
}

function Needs({ handover: { needs, consultations, customer } }: Of) {
  const say = useWords(handoverWords);
  const places = usePlaces();
  return (
    <Section title={say('needs')} none={say('needs.none')}>
      {needs.map(({ id, area, places: where, finding }) => (
        <li key={id}>
          {places(area, where)} · {finding}
        </li>
      ))}
      {consultations.map((consultation) => (
        <ConsultationLines key={consultation.id} consultation={consultation} clinicId={customer.clinicId} />
      ))}
    </Section>
  );
}
