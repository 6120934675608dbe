import { Button, DatePicker, Segmented } from 'antd';
import { z } from 'zod';
import { addDays, calendarDateShape, dayAt, hourAt } from '#domain/base/time.ts';
import { isOut } from '#domain/charts/chart.ts';
import type { ChartDay } from '#domain/charts/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useCharts } from '#web/modules/charts/api.ts';
import { ChartTable } from '#web/modules/charts/chart-table.tsx';
import { CountLine } from '#web/modules/charts/count-line.tsx';
import { chartWords } from '#web/modules/charts/words.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

const views = ['pull', 'out', 'kept'] as const;
const Filter = z.strictObject({
  view: z.enum(views).default('pull'),
  day: calendarDateShape.optional(),
});

/** The paper charts (E7): pulled for who comes, counted morning and evening, kept by kind of who did not book. */
export function ChartsPage() {
  const say = useWords(chartWords);
  const [filter, setFilter] = useUrlFilters(Filter);
  const { clinicId = '', choice } = useOneClinic();
  const { zone } = useDates(clinicId);
  const now = useNow();
  const today = dayAt(now, zone);
  // In the afternoon tomorrow's are pulled.
  const day = filter.day ?? (hourAt(now, zone) < 15 ? today : addDays(today, 1));
  const charts = useCharts(clinicId, day);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {choice}
          <Segmented<(typeof views)[number]>
            value={filter.view}
            onChange={(view) => setFilter({ view })}
            options={views.map((view) => ({ value: view, label: say(`view.${view}`) }))}
          />
          <DatePicker
            allowClear={false}
            aria-label={say('day')}
            value={pickable(day)}
            onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
          />
          <Button className="no-print" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </>
      }
    >
      <Loaded of={charts}>
        {(charts) => (
          <div className="rows">
            {day === today && <CountLine day={charts} part="morning" />}
            {day === today && <CountLine day={charts} part="evening" />}
            <OneList key={filter.view} charts={charts} view={filter.view} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function OneList({ charts, view }: { charts: ChartDay; view: (typeof views)[number] }) {
  const say = useWords(chartWords);
  const shown = {
    pull: { lines: charts.lines.filter(({ isComing }) => isComing), to: ['desk', 'room'] },
    out: { lines: charts.lines.filter(isOut), to: ['shelf', 'kept', 'room'] },
    kept: { lines: charts.lines.filter(({ place }) => place === 'kept'), to: ['desk', 'shelf'] },
  } as const;
  return <ChartTable day={charts} {...shown[view]} none={say(`${view}.none`)} />;
}
