import { DatePicker, Segmented } from 'antd';
import { useState } from 'react';
import { AskAccuracy, ListReviews, yardsticks } from '#domain/classes/contract.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { AccuracyBoard } from '#web/modules/classes/accuracy-board.tsx';
import { useAccuracy, useReviews } from '#web/modules/classes/api.ts';
import type { Behind } from '#web/modules/classes/behind.ts';
import { BlindBoard } from '#web/modules/classes/blind-board.tsx';
import { JudgedDrawer } from '#web/modules/classes/judged-drawer.tsx';
import { classesWords } from '#web/modules/classes/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** How well the desk classes: the sample to be coded blind, and what came of it. */
export function ClassAccuracyPage() {
  const say = useWords(classesWords);
  const [tab, setTab] = useState<'blind' | 'accuracy'>('accuracy');
  const choice = (
    <Segmented
      value={tab}
      options={[
        { value: 'accuracy', label: say('tab.accuracy') },
        { value: 'blind', label: say('tab.blind') },
      ]}
      onChange={setTab}
    />
  );
  return (
    <Page
      title={say('accuracy')}
      about={say(tab === 'blind' ? 'blind.about' : 'accuracy.about')}
      actions={choice}
    >
      {tab === 'blind' ? <Blind /> : <Accuracy />}
    </Page>
  );
}

function Blind() {
  const say = useWords(classesWords);
  const [asked, setAsked] = useUrlFilters(ListReviews);
  const reviews = useReviews(asked);
  return (
    <Loaded of={reviews}>
      {(list) => (
        <>
          <div className="filters">
            <DatePicker
              picker="week"
              allowClear={false}
              aria-label={say('blind.week')}
              value={pickable(list.week)}
              onChange={(day) => day && setAsked({ week: pickedDay(day) })}
            />
          </div>
          <BlindBoard key={list.week} list={list} />
        </>
      )}
    </Loaded>
  );
}

function Accuracy() {
  const say = useWords(classesWords);
  const [asked, setAsked] = useUrlFilters(AskAccuracy);
  const [behind, setBehind] = useState<Behind | null>(null);
  const report = useAccuracy(asked);
  const { data } = report;
  return (
    <>
      {data && (
        <div className="filters">
          <Segmented
            aria-label={say('against')}
            value={asked.against}
            options={yardsticks.map((each) => ({ value: each, label: say(`against.${each}`) }))}
            onChange={(against) => setAsked({ against })}
          />
          <DatePicker.RangePicker
            allowClear={false}
            aria-label={say('period')}
            value={[pickable(data.from), pickable(data.to)]}
            onChange={(days) =>
              days?.[0] && days[1] && setAsked({ from: pickedDay(days[0]), to: pickedDay(days[1]) })
            }
          />
        </div>
      )}
      <Loaded of={report}>{(report) => <AccuracyBoard report={report} onOpen={setBehind} />}</Loaded>
      {behind && data && (
        <JudgedDrawer
          key={behind.title}
          behind={behind}
          within={{ from: data.from, to: data.to, clinicId: asked.clinicId, against: asked.against }}
          onClose={() => setBehind(null)}
        />
      )}
    </>
  );
}
