import { UserSwitchOutlined } from '@ant-design/icons';
import type { Instant } from '#domain/base/time.ts';
import type { Followup } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';

/** How a followup of that day stands now: still open and how late, with the supervisor, or settled since. */
export function StateOf({ followup, now }: { followup: Followup; now: Instant }) {
  const say = useWords(followupWords);
  const dates = useDates(followup.clinicId);
  const { state, escalation, closesAt } = followup;
  if (state !== 'open') return <StatusTag meaning="done">{say(`state.${state}`)}</StatusTag>;

  const { late, text } = dates.windowLeft(closesAt, now);
  return (
    <span className="line">
      <StatusTag meaning={late ? 'overdue' : 'soon'}>{text}</StatusTag>
      {escalation && (
        <StatusTag meaning="risk" icon={<UserSwitchOutlined />}>
          {say(`escalation.${escalation}`)}
        </StatusTag>
      )}
    </span>
  );
}
