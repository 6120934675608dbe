import { Alert } from 'antd';
import type { CallSheet } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { SpentContacts } from '../spent-contacts.tsx';
import { followupsWords } from '../words.ts';

/** What waits because the customer was contacted often enough: it joins this call, or it is no reason for one. */
export function BudgetNotice({ sheet }: { sheet: CallSheet }) {
  const say = useWords(followupsWords);
  const wording = useWording();
  const dates = useDates(sheet.clinic.id);
  const waiting = sheet.followups.filter(({ waitsUntil }) => waitsUntil !== null);
  if (waiting.length === 0) return null;
  const joins = waiting.length < sheet.followups.length;
  const matters = waiting.map(
    ({ stepName, waitsUntil }) =>
      `${wording(stepName)} (${say('held.until', { day: dates.shortDateTime(waitsUntil!) })})`,
  );
  return (
    <Alert
      className="discreet-notice"
      type={joins ? 'info' : 'warning'}
      showIcon
      role="note"
      title={say(joins ? 'budget.joins' : 'budget.waits')}
      description={
        <>
          {matters.join(say('and'))}
          <SpentContacts spent={sheet.spent} />
        </>
      }
    />
  );
}
