import { Button, DatePicker } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { calendarDateShape } from '#domain/base/time.ts';
import type { LateEntry } from '#domain/lateness/contract.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { PhoneNumber } from '#web/modules/customers/phone-number.tsx';
import { useLateness } from '#web/modules/lateness/api.ts';
import { CancelledTable } from '#web/modules/lateness/cancelled-table.tsx';
import { LateCard } from '#web/modules/lateness/late-card.tsx';
import { latenessWords } from '#web/modules/lateness/words.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

/** More of them, and what can be done with each is opened by hand: the list stays one to be read. */
const fewLate = 3;

const Filter = z.object({ day: calendarDateShape.optional() });

/** Who is late and what to do about it, and who cancelled on the day (E2). */
export function LatenessPage() {
  const say = useWords(latenessWords);
  const { clinicId, choice } = useOneClinic();
  if (clinicId === undefined) return <EmptyState text={say('late.none')} />;
  return <OfClinic key={clinicId} clinicId={clinicId} choice={choice} />;
}

function OfClinic({ clinicId, choice }: { clinicId: string; choice: ReactNode }) {
  const say = useWords(latenessWords);
  const [filter, setFilter] = useUrlFilters(Filter);
  const asked = useLateness({ clinicId, day: filter.day });
  return (
    <Page
      title={say('title')}
      about={asked.data && say('about', { minutes: asked.data.cancelContactMinutes })}
    >
      <div className="filters">
        {choice}
        <DatePicker
          allowClear={false}
          aria-label={say('day')}
          value={asked.data ? pickable(asked.data.day) : null}
          onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
        />
        <Button disabled={filter.day === undefined} onClick={() => setFilter({ day: undefined })}>
          {say('today')}
        </Button>
      </div>
      <Loaded of={asked}>
        {({ late, cancelled, day }) => (
          <div className="rows late-half">
            <h2>{say('late', { count: late.length })}</h2>
            {late.length === 0 && <EmptyState text={say('late.none')} />}
            {late.map((entry) => (
              <LateCard
                key={entry.appointment.id}
                entry={entry}
                clinicId={clinicId}
                day={day}
                phone={<PhoneOf appointment={entry.appointment} />}
                isFolded={late.length > fewLate}
              />
            ))}
            <h2>{say('cancelled', { count: cancelled.length })}</h2>
            <CancelledTable entries={cancelled} clinicId={clinicId} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function PhoneOf({ appointment: { customerId, phone } }: { appointment: LateEntry['appointment'] }) {
  return <PhoneNumber customer={{ id: customerId, phone, hasPhone: phone !== null }} />;
}
