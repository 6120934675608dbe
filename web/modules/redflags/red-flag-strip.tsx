import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { useRedFlags } from './api.ts';
import { redFlagWords } from './words.ts';

const whose = {
  doctor: 'waits',
  cs_supervisor: 'supervise',
  manager: 'supervise',
  owner: 'supervise',
} as const;

/** Above the list of today: what waits for this doctor, and for whom a broken promise is. */
export function RedFlagStrip() {
  const say = useWords(redFlagWords);
  const dates = useDates();
  const number = useNumber();
  const { role } = useMe();
  const kind = role in whose ? whose[role as keyof typeof whose] : null;
  const flags = useRedFlags({ state: 'open', scope: 'mine', pageSize: 1 }, kind !== null).data;
  const first = flags?.items[0];
  if (kind === null || !flags || !first) return null;
  const { total, overdue } = flags;
  const parts = [
    say(`strip.${kind}`, { total: number(total) }),
    kind === 'waits' && overdue > 0 && say('strip.overdue', { overdue: number(overdue) }),
    kind === 'waits' && overdue === 0 && say('strip.next', { at: dates.shortDateTime(first.promisedAt) }),
  ];
  return (
    <Alert
      banner
      role="status"
      type={overdue > 0 ? 'error' : 'warning'}
      title={parts.filter(Boolean).join('')}
      action={<Link to="/red-flags">{say('strip.open')}</Link>}
    />
  );
}
