import { Button, DatePicker, Segmented } from 'antd';
import { z } from 'zod';
import { calendarDateShape, dayAt } from '#domain/base/time.ts';
import type { DeskDay } from '#domain/deskdays/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirmDay, useDeskDay, useDeskDays } from '#web/modules/deskdays/api.ts';
import { DayTable } from '#web/modules/deskdays/day-table.tsx';
import { MonthTable } from '#web/modules/deskdays/month-table.tsx';
import { deskDayWords } from '#web/modules/deskdays/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';

const Filter = z.strictObject({
  view: z.enum(['day', 'month']).default('day'),
  day: calendarDateShape.optional(),
});

/** The figures of the desk's day (E10): counted by themselves, confirmed by the desk. */
export function DeskDaysPage() {
  const say = useWords(deskDayWords);
  const [filter, setFilter] = useUrlFilters(Filter);
  const { clinicId = '', choice } = useOneClinic();
  const { zone } = useDates(clinicId);
  const now = useNow();
  const day = filter.day ?? dayAt(now, zone);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <>
          {choice}
          <Segmented<'day' | 'month'>
            value={filter.view}
            onChange={(view) => setFilter({ view })}
            options={[
              { value: 'day', label: say('view.day') },
              { value: 'month', label: say('view.month') },
            ]}
          />
          <DatePicker
            allowClear={false}
            picker={filter.view === 'month' ? 'month' : 'date'}
            aria-label={say(filter.view)}
            value={pickable(day)}
            onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
          />
          <Button className="no-print" onClick={() => window.print()}>
            {say('print')}
          </Button>
        </>
      }
    >
      {filter.view === 'month' ? (
        <Month
          clinicId={clinicId}
          month={day.slice(0, 7)}
          onOpen={(day) => setFilter({ view: 'day', day })}
        />
      ) : (
        <Day clinicId={clinicId} day={day} />
      )}
    </Page>
  );
}

function Day({ clinicId, day }: { clinicId: string; day: string }) {
  const shown = useDeskDay(clinicId, day);
  return (
    <Loaded of={shown}>
      {(shown) => (
        <div className="rows">
          <Confirming day={shown} />
          <DayTable day={shown} />
        </div>
      )}
    </Loaded>
  );
}

function Confirming({ day }: { day: DeskDay }) {
  const say = useWords(deskDayWords);
  const dates = useDates(day.clinicId);
  const ask = useConfirm();
  const tell = useTell();
  const confirm = useConfirmDay(day);
  if (day.confirmedAt !== null)
    return (
      <p className="line">
        <StatusTag meaning="done">
          {say('confirmed', { name: day.confirmedByName ?? '', at: dates.shortDateTime(day.confirmedAt) })}
        </StatusTag>
      </p>
    );
  return (
    <p className="line">
      <StatusTag meaning="soon">{say('open')}</StatusTag>
      <Button
        type="primary"
        className="no-print"
        onClick={() =>
          void ask({
            title: say('confirm.ask', { day: dates.day(day.day) }),
            text: say('confirm.text'),
            yes: say('confirm'),
            onYes: async () => {
              const { groups } = await confirm.mutateAsync(undefined);
              tell.done(say(groups > 0 ? 'confirm.done' : 'confirm.alone'));
            },
          })
        }
      >
        {say('confirm')}
      </Button>
    </p>
  );
}

function Month(props: { clinicId: string; month: string; onOpen: (day: string) => void }) {
  const month = useDeskDays(props.clinicId, props.month);
  return <Loaded of={month}>{(month) => <MonthTable month={month} onOpen={props.onOpen} />}</Loaded>;
}
