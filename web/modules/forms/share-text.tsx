import type { Share } from '#domain/forms/figures.ts';
import { percentOf } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { formWords } from './words.ts';

interface ShareTextProps {
  of: Share;
  /** Everybody is counted: there is nothing to be unsure of. */
  isWhole?: boolean;
}

/** A share as it is always told: of how many, and how sure that is. */
export function ShareText({ of: { count, of, interval }, isWhole = false }: ShareTextProps) {
  const say = useWords(formWords);
  if (of === 0) return '–';
  const ends = !isWhole && interval && { low: percentOf(interval.low), high: percentOf(interval.high) };
  return (
    <span>
      <b>{percentOf(count / of)}</b>{' '}
      <span className="soft">
        {say('sat.of', { count, of })}
        {ends && ` (${say('sat.interval', ends)})`}
      </span>
    </span>
  );
}
