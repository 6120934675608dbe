import type { RedFlag } from '#domain/redflags/contract.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { redFlagWords } from './words.ts';

/** What was named, and whether it can wait. */
export function SignsOf({ flag }: { flag: Pick<RedFlag, 'signs' | 'urgency'> }) {
  const say = useWords(redFlagWords);
  const wording = useWording();
  const listed = useListed();
  return (
    <span className="line">
      <b>{listed(flag.signs.map(wording))}</b>
      {flag.urgency === 'urgent' && <StatusTag meaning="risk">{say('urgent')}</StatusTag>}
    </span>
  );
}
