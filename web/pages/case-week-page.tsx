import { PrinterOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { calendarDateShape, mondayOf } from '#domain/base/time.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useWeek } from '#web/modules/recovery/api.ts';
import { LessonDrawer, WeekTable } from '#web/modules/recovery/week-table.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import '#web/modules/recovery/recovery.css';

const Filter = z.object({ week: calendarDateShape.optional() });

/** What a week of cases taught, for the meeting and the file (D6). */
export function CaseWeekPage() {
  const say = useWords(recoveryWords);
  const mayWrite = useMay('recovery.supervise');
  const [{ week }, setFilter] = useUrlFilters(Filter);
  const sheet = useWeek(week);
  const [writing, setWriting] = useState(false);

  return (
    <div className="week-page">
      <Page
        title={say('week.title')}
        about={say('week.about')}
        actions={
          sheet.data && (
            <>
              <DatePicker
                picker="week"
                allowClear={false}
                aria-label={say('week.of')}
                format="YYYY-MM-DD"
                value={pickable(sheet.data.week)}
                onChange={(day) => day && setFilter({ week: mondayOf(pickedDay(day)) })}
              />
              <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
                {say('print')}
              </Button>
              {mayWrite && (
                <Button type="primary" onClick={() => setWriting(true)}>
                  {say('lesson.add')}
                </Button>
              )}
            </>
          )
        }
      >
        <Loaded of={sheet}>
          {(sheet) => (
            <>
              <WeekTable sheet={sheet} />
              <LessonDrawer week={sheet.week} open={writing} onClose={() => setWriting(false)} />
            </>
          )}
        </Loaded>
      </Page>
    </div>
  );
}
