import type { Handover } from '#domain/handovers/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { handoverWords } from './words.ts';

/** What to keep to in the first conversation, a sentence each. */
export function useHints({ hints, changes, discreet }: Handover): string[] {
  const say = useWords(handoverWords);
  return hints.map((hint) => {
    switch (hint) {
      case 'introduce-oneself':
        return say(`hint.${hint}`, { from: changes[0]?.fromName ?? '–' });
      case 'alias':
        return say(`hint.${hint}`, { alias: discreet?.callerAlias ?? '–' });
      default:
        return say(`hint.${hint}`);
    }
  });
}
