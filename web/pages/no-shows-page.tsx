import { DatePicker } from 'antd';
import { z } from 'zod';
import { addDays, calendarDateShape, dayAt } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useNoShows } from '#web/modules/noshows/api.ts';
import { CustomersPanel, NoShowHead, RemindedPanel, SharesPanel } from '#web/modules/noshows/figures.tsx';
import { noShowWords } from '#web/modules/noshows/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = z.object({
  from: calendarDateShape.optional(),
  to: calendarDateShape.optional(),
  doctorId: z.string().optional(),
});

const usualDays = 90;

/** Who did not come, and whether reminding helps: compared at equal lead times. */
export function NoShowsPage() {
  const say = useWords(noShowWords);
  const dates = useDates();
  const [filter, setFilter] = useUrlFilters(Filter);
  const today = dayAt(useNow(), dates.zone);
  const [from, to] = [filter.from ?? addDays(today, -usualDays), filter.to ?? today];
  const asked = useNoShows({ from, to, doctorId: filter.doctorId });
  const doctors = (useStaff().data?.items ?? []).filter(({ treats }) => treats);

  return (
    <Page title={say('title')} about={say('about')}>
      <div className="filters">
        <DatePicker.RangePicker
          aria-label={say('from')}
          allowClear={false}
          value={[pickable(from), pickable(to)]}
          onChange={(picked) =>
            picked?.[0] && picked[1] && setFilter({ from: pickedDay(picked[0]), to: pickedDay(picked[1]) })
          }
        />
        <Select
          allowClear
          aria-label={say('doctor')}
          placeholder={say('doctor.all')}
          value={filter.doctorId ?? null}
          options={doctors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(doctorId) => setFilter({ doctorId: doctorId ?? undefined })}
          style={{ minWidth: 160 }}
        />
      </div>
      <Loaded of={asked}>
        {(figures) =>
          figures.all.total === 0 ? (
            <div className="panel">
              <EmptyState text={say('none')} />
            </div>
          ) : (
            <div className="rows">
              <NoShowHead figures={figures} />
              <RemindedPanel figures={figures} />
              <SharesPanel title={say('clinics')} rows={figures.clinics} />
              <SharesPanel title={say('doctors')} rows={figures.doctors} />
              <CustomersPanel figures={figures} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
