import { useState } from 'react';

/** Rows ticked for one action; those that left the page are no longer chosen. */
export function useChosen(open: readonly string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = new Set(open.filter((id) => ticked.has(id)));
  return {
    chosen,
    choose: (id: string, isChosen: boolean) => {
      const next = new Set(chosen);
      if (isChosen) next.add(id);
      else next.delete(id);
      setTicked(next);
    },
    chooseAll: () => setTicked(new Set(open)),
    chooseNone: () => setTicked(new Set()),
  };
}
