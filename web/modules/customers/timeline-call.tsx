import type { EvidenceGrade } from '#domain/evidence/grade.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { hasWord, useLanguage, useWords } from '#web/lib/words.ts';
import { EvidenceTag } from '#web/ui/evidence-tag.tsx';
import { ResultTag } from '#web/ui/result-tag.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { factsOf, useFactWording } from './timeline-facts.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import { customersWords } from './words.ts';

/** One call: its result, what was heard about each followup, what was promised, and what follows. */
export function CallEntry({ group, clinicId }: { group: TimelineGroup; clinicId: string }) {
  const say = useWords(customersWords);
  const sayFollowup = useWords(followupWords);
  const sayClinic = useWords(clinicWords);
  const wording = useFactWording();
  const dates = useDates(clinicId);
  const [first] = group.entries;
  const { text, isSo } = factsOf(first);
  const result = (text('result') ?? 'reached') as AttemptResult;
  const channel = `channel.${text('channel')}`;
  const told = group.entries.filter(saysSomething);
  const silent = group.entries.filter((entry) => !saysSomething(entry));

  return (
    <div className={isSo('undone') ? 'undone' : undefined}>
      <div className="line">
        <b>{say('kind.attempt')}</b>
        <ResultTag result={result} />
        {hasWord(clinicWords, channel) && (
          <span className="soft">{sayClinic(channel as 'channel.phone')}</span>
        )}
        {text('grade') !== null && (
          <EvidenceTag
            grade={text('grade') as EvidenceGrade}
            isLate={isSo('isLate') && text('happenedAt') === null}
          />
        )}
        {text('happenedAt') !== null && (
          <span className="soft">
            {sayFollowup('happened', { at: dates.shortDateTime(text('happenedAt')!) })}
          </span>
        )}
        {isSo('undone') && <StatusTag meaning="neutral">{say('undone')}</StatusTag>}
      </div>
      <ul className="timeline-steps">
        {silent.length > 0 && <li>{silent.map((entry) => wording(entry, 'step')).join(say('and'))}</li>}
        {told.map((entry) => (
          <HeardOf key={entry.id} entry={entry} />
        ))}
      </ul>
      <Promises entry={first} clinicId={clinicId} />
    </div>
  );
}

function saysSomething(entry: TimelineEntry): boolean {
  const { text, list, number } = factsOf(entry);
  return number('score') !== null || text('notes') !== null || list('answersZh').length > 0;
}

function HeardOf({ entry }: { entry: TimelineEntry }) {
  const sayFollowup = useWords(followupWords);
  const wording = useFactWording();
  const isEnglish = useLanguage() === 'en';
  const { text, list, number } = factsOf(entry);
  const answers = list(isEnglish ? 'answersEn' : 'answersZh');
  const score = number('score');
  return (
    <li>
      {wording(entry, 'step')}
      {score !== null && <b> · {sayFollowup('score', { score })}</b>}
      {answers.length > 0 && <div className="soft">{answers.join(' · ')}</div>}
      {text('notes') && <div className="written">{text('notes')}</div>}
    </li>
  );
}

/** What the call was about as a whole, and what comes of it. */
function Promises({ entry, clinicId }: { entry: TimelineEntry; clinicId: string }) {
  const say = useWords(customersWords);
  const sayFollowup = useWords(followupWords);
  const dates = useDates(clinicId);
  const { text } = factsOf(entry);
  const escalation = `escalation.${text('escalation')}`;
  const lines = [
    text('problem') && say('problem.is', { text: text('problem')! }),
    text('actionPlan') && say('plan.is', { text: text('actionPlan')! }),
    text('nextAppointmentOn') && say('nextAppointment.is', { day: dates.day(text('nextAppointmentOn')!) }),
    text('callBackAt') && say('callBackAt.is', { at: dates.shortDateTime(text('callBackAt')!) }),
    text('reason') && say('reason.is', { text: text('reason')! }),
    text('nextTryAt') &&
      !text('callBackAt') &&
      say('nextTryAt.is', { at: dates.shortDateTime(text('nextTryAt')!) }),
    hasWord(followupWords, escalation) &&
      say('escalated.is', { why: sayFollowup(escalation as 'escalation.unreachable') }),
  ].filter(Boolean);
  return lines.map((line) => (
    <div key={String(line)} className="written">
      {line}
    </div>
  ));
}
