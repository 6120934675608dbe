import type { RefusedCustomer } from '#domain/handovers/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { handoverWords } from './words.ts';

/** Who stays where they are and why, by name; the first of many. */
export function Refusals({ refused, total }: { refused: readonly RefusedCustomer[]; total: number }) {
  const say = useWords(handoverWords);
  if (total === 0) return null;
  return (
    <div>
      <p>{say('preview.refused', { count: total })}</p>
      <ul className="handover-refusals">
        {refused.map(({ id, name, number, reason }) => (
          <li key={id}>
            {name === ''
              ? say('refused.hidden', { why: say(`refusal.${reason}`) })
              : say('refused.line', { name, number, why: say(`refusal.${reason}`) })}
          </li>
        ))}
        {total > refused.length && <li>{say('preview.more', { count: total - refused.length })}</li>}
      </ul>
    </div>
  );
}
