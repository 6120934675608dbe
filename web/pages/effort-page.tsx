import { DatePicker } from 'antd';
import { useState } from 'react';
import { AskEffort } from '#domain/grading/contract.ts';
import { effortTarget } from '#domain/grading/effort.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useEffort } from '#web/modules/grading/api.ts';
import { EffortBoard, type WeekChosen } from '#web/modules/grading/effort-board.tsx';
import { EffortContacts } from '#web/modules/grading/effort-contacts.tsx';
import { gradingWords } from '#web/modules/grading/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** 80/20: whether the effort goes where the clinic lives from. */
export function EffortPage() {
  const say = useWords(gradingWords);
  const [asked, setAsked] = useUrlFilters(AskEffort);
  const [chosen, setChosen] = useState<WeekChosen | null>(null);
  const report = useEffort(asked);
  const { data } = report;

  return (
    <Page
      title={say('effort')}
      about={say('effort.about', { target: `${effortTarget * 100}%` })}
      actions={
        data && (
          <DatePicker.RangePicker
            allowClear={false}
            aria-label={say('effort.from')}
            value={[pickable(data.from), pickable(data.to)]}
            onChange={(days) =>
              days?.[0] && days[1] && setAsked({ from: pickedDay(days[0]), to: pickedDay(days[1]) })
            }
          />
        )
      }
    >
      <Loaded of={report}>{(report) => <EffortBoard report={report} onOpen={setChosen} />}</Loaded>
      {chosen && data && (
        <EffortContacts
          key={`${chosen.week} ${chosen.staffId}`}
          chosen={chosen}
          within={data}
          clinicId={asked.clinicId}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  );
}
