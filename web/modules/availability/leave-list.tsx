import { Button } from 'antd';
import type { Leave } from '#domain/availability/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { dayAt } from '#domain/base/time.ts';
import { useWithdrawLeave } from './api.ts';
import { availabilityWords } from './words.ts';

interface LeaveListProps {
  leaves: readonly Leave[];
  nameOf: (staffId: string) => string;
  isMine: boolean;
  mayWithdraw: boolean;
}

/** The leaves of one person that are not over. */
export function LeaveList({ leaves, nameOf, isMine, mayWithdraw }: LeaveListProps) {
  const say = useWords(availabilityWords);
  const dates = useDates();
  const today = dayAt(useNow(60), dates.zone);
  const confirm = useConfirm();
  const tell = useTell();
  const withdraw = useWithdrawLeave();
  const daysOf = ({ from, to }: Leave) =>
    from === to
      ? say('leave.one', { from: dates.shortDay(from) })
      : say('leave.away', { from: dates.shortDay(from), to: dates.shortDay(to) });
  const ask = (leave: Leave) =>
    confirm({
      title: say('leave.withdraw.ask', { days: daysOf(leave) }),
      text: say('leave.withdraw.text'),
      yes: say('leave.withdraw'),
      onYes: async () => {
        await withdraw.mutateAsync({ id: leave.id, isMine });
        tell.done(say('leave.withdrawn'));
      },
    });

  if (leaves.length === 0) return isMine ? <p className="soft">{say('leaves.none')}</p> : '–';
  return (
    <ul className="leave-list">
      {leaves.map((leave) => (
        <li key={leave.id} className="line">
          <StatusTag meaning={leave.from <= today ? 'soon' : 'neutral'}>
            {say(leave.from <= today ? 'leave.now' : 'leave.ahead')}
          </StatusTag>
          <span className="nowrap">{daysOf(leave)}</span>
          {leave.kind && <span>{say(`kind.${leave.kind}`)}</span>}
          {leave.standInId && (
            <span className="soft">{say('leave.covered', { name: nameOf(leave.standInId) })}</span>
          )}
          {mayWithdraw && (
            <Button type="link" size="small" onClick={() => void ask(leave)}>
              {say('leave.withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
