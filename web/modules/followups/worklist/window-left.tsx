import { ClockCircleOutlined, ExclamationCircleOutlined, HistoryOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { millisecondsOf, type Instant } from '#domain/base/time.ts';
import type { WorklistRow } from '#domain/followups/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { meanings, type Meaning } from '#web/ui/theme.ts';
import { followupsWords } from '../words.ts';

type Timed = Pick<WorklistRow, 'section' | 'opensAt' | 'closesAt' | 'nextTryAt' | 'clinicId'>;

/** What is left of the window, in words and as a bar; of a row that waits, when its next try is. */
export function WindowLeft({ row }: { row: Timed }) {
  const say = useWords(followupsWords);
  const dates = useDates(row.clinicId);
  const now = useNow();
  const { late, text } = dates.windowLeft(row.closesAt, now);

  if (row.section === 'waiting' && row.nextTryAt)
    return (
      <Mark
        meaning="neutral"
        icon={<HistoryOutlined />}
        text={say('next.at', { at: dates.shortDateTime(row.nextTryAt) })}
      />
    );
  if (late) return <Mark meaning="overdue" icon={<ExclamationCircleOutlined />} text={text} share={1} />;
  if (row.opensAt > now)
    return (
      <Mark
        meaning="neutral"
        icon={<ClockCircleOutlined />}
        text={say('opens.at', { at: dates.shortDateTime(row.opensAt) })}
      />
    );
  const isToday = row.section === 'due_now';
  // Its window is open for longer, but this is the day it was put on.
  const isPutOnToday = isToday && dates.dayOfInstant(row.closesAt) !== dates.dayOfInstant(now);
  const shown = isPutOnToday ? `${say('put.on.today')} ${text}` : text;
  const meaning = isToday ? 'soon' : 'neutral';
  return <Mark meaning={meaning} text={shown} share={shareLeft(row.opensAt, row.closesAt, now)} />;
}

interface MarkProps {
  meaning: Meaning;
  icon?: ReactNode;
  text: string;
  /** How much of the bar is filled, 0 to 1; no bar without it. */
  share?: number;
}

function Mark({ meaning, icon, text, share }: MarkProps) {
  return (
    <span className="window-left" style={{ color: meanings[meaning].ink }}>
      <span>
        {icon} {text}
      </span>
      {share !== undefined && (
        <span className="window-bar" aria-hidden>
          <span style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </span>
  );
}

function shareLeft(opensAt: Instant, closesAt: Instant, now: Instant): number {
  const whole = millisecondsOf(closesAt) - millisecondsOf(opensAt);
  const left = millisecondsOf(closesAt) - millisecondsOf(now);
  return whole <= 0 ? 0 : Math.min(1, Math.max(0.03, left / whole));
}
