import { rungFor } from '#domain/followups/attempts.ts';
import type { CallSheetFollowup } from '#domain/followups/contract.ts';
import type { RetryPolicy } from '#domain/followups/retry-policy.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from './words.ts';

/** What the next silences of a followup are followed by, up to the supervisor, in one line. */
export function useLadder() {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  return ({ rungs }: RetryPolicy, { tries, ways }: Pick<CallSheetFollowup, 'tries' | 'ways'>): string =>
    [
      ...rungs.slice(tries).map(({ wait, count, ...how }) => {
        const { channel, message } = rungFor(how, ways);
        const rung = say(`ladder.rung.${wait}`, { count, way: sayClinic(`channel.${channel}`) });
        return message ? say('ladder.message', { rung }) : rung;
      }),
      say('ladder.end'),
    ].join(say('ladder.between'));
}
