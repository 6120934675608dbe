import type { OwnWarning, Release, Refusal } from '#domain/ownership/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { ownershipWords } from './words.ts';

type Outlook = Pick<OwnWarning | Release, 'clock' | 'since' | 'evidence'>;

/** Why somebody is released, and the facts it stands on. */
export function useOutlookText() {
  const say = useWords(ownershipWords);
  const dates = useDates();
  return {
    why: ({ clock, since }: Outlook) => say(`why.${clock}`, { since: dates.day(since) }),
    facts: ({ evidence: { lastVisitOn, lastFollowupOn, ownedSince } }: Outlook) =>
      [
        lastVisitOn === null ? say('facts.noVisit') : say('facts.visit', { on: dates.day(lastVisitOn) }),
        lastFollowupOn === null
          ? say('facts.noFollowup')
          : say('facts.followup', { on: dates.day(lastFollowupOn) }),
        say('facts.owned', { on: dates.day(ownedSince) }),
      ].join(' · '),
  };
}

/** "3 位…：正在治疗、有预约": each reason once. */
export function useRefusalText() {
  const say = useWords(ownershipWords);
  const listed = useListed();
  return (refused: readonly { reason: Refusal }[]) =>
    listed([...new Set(refused.map(({ reason }) => say(`falls.${reason}`)))]);
}
