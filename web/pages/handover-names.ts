import { useWords } from '#web/lib/words.ts';
import type { Names } from '#web/modules/handovers/handover-sheet.tsx';
import { ownershipWords } from '#web/modules/ownership/words.ts';
import { recordsWords } from '#web/modules/records/words.ts';

/** What owners and relatives are called elsewhere, for what is handed over. */
export function useHandoverNames(): Names {
  const sayOwner = useWords(ownershipWords);
  const sayRecord = useWords(recordsWords);
  return {
    relation: (kind) => sayRecord(`kind.${kind}`),
    ownerKind: (kind) => sayOwner(`kind.${kind}`),
    how: (how) => sayOwner(`how.${how}`),
  };
}
