import type { CaseBrief } from '#domain/recovery/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { recoveryWords } from './words.ts';

/** So long before a limit the clock looks urgent; who else is told when is the clinic's figure. */
const urgentMs = 4 * 3_600_000;

/** How long the step has, or for how long it is late; of a closed case how it ended. */
export function CaseClock({ of }: { of: CaseBrief }) {
  const say = useWords(recoveryWords);
  const dates = useDates(of.clinicId);
  const now = useNow();
  if (of.closing !== null)
    return (
      <StatusTag meaning={of.closing === 'customer-word' ? 'done' : 'neutral'}>
        {say(`closing.${of.closing}`)}
      </StatusTag>
    );
  const { late, text } = dates.windowLeft(of.breaksAt, now);
  const isUrgent = !late && Date.parse(of.breaksAt) - Date.parse(now) < urgentMs;
  const meaning: Meaning = late ? 'overdue' : isUrgent ? 'soon' : 'neutral';
  return <StatusTag meaning={meaning}>{text}</StatusTag>;
}

/** How grave it is and how far up it went; nothing where it is neither. */
export function CaseMarks({ of }: { of: CaseBrief }) {
  const say = useWords(recoveryWords);
  const { gravity, special, level, reopened } = of;
  return (
    <>
      {gravity !== 'ordinary' && (
        <StatusTag meaning="risk">{say(special ? `special.${special}` : `gravity.${gravity}`)}</StatusTag>
      )}
      {level !== 'owner' && of.state === 'open' && (
        <StatusTag meaning={level === 'department' ? 'soon' : 'overdue'}>{say(`level.${level}`)}</StatusTag>
      )}
      {reopened > 0 && <StatusTag meaning="soon">{say('reopened', { count: reopened })}</StatusTag>}
    </>
  );
}
