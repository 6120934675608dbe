import type { RetryPolicy } from '#domain/followups/retry-policy.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from './words.ts';

/** What the next silences are followed by, up to the supervisor, in one line. */
export function useLadder() {
  const say = useWords(followupsWords);
  return ({ rungs }: RetryPolicy, tries: number): string =>
    [
      ...rungs.slice(tries).map(({ wait, count, message }) => {
        const rung = say(`ladder.rung.${wait}`, { count });
        return message ? say('ladder.message', { rung }) : rung;
      }),
      say('ladder.end'),
    ].join(say('ladder.between'));
}
