import type { Verdict } from '#domain/redflags/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { factsOf, useFactList } from './timeline-facts.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import { customersWords } from './words.ts';

/** A warning sign that the customer named, and the doctor's call that was promised. */
export function RaisedEntry({ group, clinicId }: { group: TimelineGroup; clinicId: string }) {
  const say = useWords(customersWords);
  const dates = useDates(clinicId);
  const listOf = useFactList();
  const [entry] = group.entries;
  const { text } = factsOf(entry);
  const at = dates.shortDateTime(text('promisedAt') ?? entry.at);
  return (
    <div>
      <div className="line">
        <b>{say('kind.red-flag-raised')}</b>
        <StatusTag meaning="risk">{listOf(entry, 'signs')}</StatusTag>
        {text('urgency') === 'urgent' && <span>{say('flag.urgent')}</span>}
        {text('state') === 'withdrawn' && <StatusTag meaning="neutral">{say('flag.withdrawn')}</StatusTag>}
      </div>
      <div>{say('flag.promised', { at, doctor: text('doctorName') ?? say('flag.anyDoctor') })}</div>
    </div>
  );
}

/** The doctor's word about it. */
export function DoctorsWordEntry({ group }: { group: TimelineGroup }) {
  const say = useWords(customersWords);
  const sayFollowup = useWords(followupWords);
  const listOf = useFactList();
  const [entry] = group.entries;
  const { text, isSo } = factsOf(entry);
  const verdict = (text('verdict') ?? 'watch') as Verdict;
  return (
    <div>
      <div className="line">
        <b>{say('kind.red-flag-answered')}</b>
        <StatusTag meaning={verdict === 'fine' ? 'done' : 'soon'}>
          {sayFollowup(`verdict.${verdict}`)}
        </StatusTag>
        <span className="soft">{listOf(entry, 'signs')}</span>
        {!isSo('isKept') && <StatusTag meaning="overdue">{say('flag.tooLate')}</StatusTag>}
      </div>
      <div className="written">{text('words')}</div>
      {text('advice') && <div className="written">{say('flag.advice', { text: text('advice')! })}</div>}
      <div className="soft">{say(isSo('toldCustomer') ? 'flag.told' : 'flag.untold')}</div>
    </div>
  );
}
