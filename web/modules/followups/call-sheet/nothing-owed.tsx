import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { followupsWords } from '../words.ts';

/** The sheet of somebody who owes nothing today: recorded by a colleague, or opened from a record. */
export function NothingOwed() {
  const say = useWords(followupsWords);
  return <EmptyState text={say('nothing.owed')} />;
}
