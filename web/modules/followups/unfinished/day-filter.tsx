import { Button, DatePicker } from 'antd';
import { addDays, dayAt, type CalendarDate } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { followupsWords } from '../words.ts';

interface DayFilterProps {
  /** None is yesterday, whichever day it is when the page is opened again. */
  day: CalendarDate | undefined;
  onChange: (day: CalendarDate | undefined) => void;
}

export function DayFilter({ day, onChange }: DayFilterProps) {
  const say = useWords(followupsWords);
  const today = dayAt(useNow(), useTimeZone());
  const yesterday = addDays(today, -1);

  return (
    <div className="line">
      <Button disabled={!day || day === yesterday} onClick={() => onChange(undefined)}>
        {say('yesterday')}
      </Button>
      <DatePicker
        aria-label={say('day')}
        allowClear={false}
        value={pickable(day ?? yesterday)}
        maxDate={pickable(today)}
        onChange={(picked) => onChange(picked ? pickedDay(picked) : undefined)}
      />
    </div>
  );
}
