import { Alert } from 'antd';
import { isTimeToCall } from '#domain/followups/calling-hours.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

/** That nobody is called at this hour who did not ask for it. */
export function HoursNotice({ sheet }: { sheet: CallSheet }) {
  const say = useWords(followupsWords);
  const now = useNow();
  const { followups, retry, clinic } = sheet;
  if (followups.length === 0 || isTimeToCall(followups, retry, now, clinic.timezone)) return null;
  return (
    <Alert
      className="hours-notice"
      type="warning"
      showIcon
      role="note"
      title={say('hours.notNow', { from: retry.fromHour, to: retry.toHour })}
    />
  );
}
