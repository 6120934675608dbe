import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { usePaperSheets } from './api.ts';
import { paperSheetWords } from './words.ts';

/** In the evening, until somebody has: the next day's sheets are still to be printed. `link` leads to where that is done. */
export function PrintReminder({ clinicId, link }: { clinicId: string; link: (text: string) => ReactNode }) {
  return useMay('desk.work') ? <Reminder clinicId={clinicId} link={link} /> : null;
}

function Reminder({ clinicId, link }: { clinicId: string; link: (text: string) => ReactNode }) {
  const say = useWords(paperSheetWords);
  const dates = useDates(clinicId);
  const { data } = usePaperSheets(clinicId);
  const isDone = !data || data.sheets.length === 0 || data.sheets.some(({ printedAt }) => printedAt !== null);
  if (isDone) return null;
  return (
    <Alert
      className="no-print"
      // What stands below it belongs to the page.
      style={{ marginBlockEnd: 12 }}
      type="info"
      showIcon
      title={say('reminder', { day: dates.dayWithWeekday(data.day) })}
      action={link(say('reminder.go'))}
    />
  );
}
