import { LeftOutlined, PlusOutlined, RightOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Segmented } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { Appointment, Book, TimeBlock } from '#domain/appointments/contract.ts';
import { endOf } from '#domain/appointments/appointment.ts';
import { addDays, addMinutes, calendarDateShape, dayAt, mondayOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { Agenda } from '#web/modules/appointments/agenda.tsx';
import { useBook } from '#web/modules/appointments/api.ts';
import { AppointmentDrawer } from '#web/modules/appointments/appointment-drawer.tsx';
import { BlockDrawer } from '#web/modules/appointments/block-drawer.tsx';
import { BookDrawer } from '#web/modules/appointments/book-drawer.tsx';
import type { Wish } from '#web/modules/appointments/book-drawer.tsx';
import { BookGrid } from '#web/modules/appointments/book-grid.tsx';
import type { Column } from '#web/modules/appointments/book-grid.tsx';
import { FreeBlockDialog } from '#web/modules/appointments/free-block-dialog.tsx';
import { minutesBetween } from '#web/modules/appointments/layout.ts';
import { useMoveInBook } from '#web/modules/appointments/move-in-book.tsx';
import { appointmentsWords } from '#web/modules/appointments/words.ts';
import { CustomerSelect } from '#web/modules/customers/customer-select.tsx';
import { WaitlistButton } from '#web/modules/waitlist/waitlist-drawer.tsx';
import { useOpenVisit } from '#web/modules/visits/api.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

const Filter = z.object({
  day: calendarDateShape.optional(),
  view: z.enum(['day', 'week']).default('day'),
  by: z.enum(['doctor', 'chair']).default('doctor'),
  doctorId: z.string().optional(),
  ended: z.coerce.boolean().default(false),
});

const nobody = 'nobody';

/** The clinic's book (E1): a day by doctor or chair, or a week of one doctor. */
export function AppointmentsPage() {
  const say = useWords(appointmentsWords);
  const { clinicId, choice } = useOneClinic();
  if (clinicId === undefined) return <EmptyState text={say('none.day')} />;
  return <ClinicBook key={clinicId} clinicId={clinicId} choice={choice} />;
}

function ClinicBook({ clinicId, choice }: { clinicId: string; choice: ReactNode }) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const now = useNow();
  const narrow = useNarrowScreen();
  const number = useNumber();
  const mayWrite = useMay('appointments.write');
  const [filter, setFilter] = useUrlFilters(Filter);
  const today = dayAt(now, dates.zone);
  const day = filter.day ?? today;
  const isWeek = filter.view === 'week' && !narrow;
  const asked = useBook({ clinicId, from: isWeek ? mondayOf(day) : day, days: isWeek ? 7 : 1 });
  const [wish, setWish] = useState<Wish | null>(null);
  const [isBlocking, setIsBlocking] = useState(false);
  const items = asked.data?.items ?? [];
  const count = (state: Appointment['state']) =>
    number(items.filter((appointment) => appointment.state === state).length);
  const go = (days: number) => setFilter({ day: addDays(day, isWeek ? 7 * days : days) });
  const book = () => {
    if (mayWrite && asked.data)
      setWish({ startsAt: soonest(asked.data, now), doctorId: filter.doctorId ?? null, chairId: null });
  };
  useKeys({ n: book, t: () => setFilter({ day: undefined }), '[': () => go(-1), ']': () => go(1) });

  return (
    <Page
      title={say('title')}
      about={
        asked.data &&
        say('about', {
          booked: count('booked'),
          kept: count('kept'),
          missed: count('missed'),
          cancelled: count('cancelled'),
        })
      }
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined />} disabled={!asked.data} onClick={book}>
            {say('book')}
          </Button>
        )
      }
    >
      <div className="filters">
        {choice}
        <Button
          icon={<LeftOutlined />}
          aria-label={say(isWeek ? 'previous.week' : 'previous')}
          onClick={() => go(-1)}
        />
        <DatePicker
          allowClear={false}
          aria-label={say('day')}
          value={pickable(day)}
          onChange={(picked) => picked && setFilter({ day: pickedDay(picked) })}
        />
        <Button
          icon={<RightOutlined />}
          aria-label={say(isWeek ? 'next.week' : 'next')}
          onClick={() => go(1)}
        />
        <Button disabled={day === today} onClick={() => setFilter({ day: undefined })}>
          {say('today')}
        </Button>
        {!narrow && (
          <>
            <Segmented
              value={filter.view}
              onChange={(view) => setFilter({ view })}
              options={(['day', 'week'] as const).map((value) => ({ value, label: say(`view.${value}`) }))}
            />
            {!isWeek && (asked.data?.chairs.length ?? 0) > 0 && (
              <Segmented
                value={filter.by}
                onChange={(by) => setFilter({ by })}
                options={(['doctor', 'chair'] as const).map((value) => ({
                  value,
                  label: say(`by.${value}`),
                }))}
              />
            )}
          </>
        )}
        {(isWeek || narrow) && (
          <Select
            allowClear={narrow}
            aria-label={say('doctor')}
            placeholder={say('doctor')}
            value={filter.doctorId ?? (isWeek ? (asked.data?.doctors[0]?.id ?? null) : null)}
            options={(asked.data?.doctors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(doctorId) => setFilter({ doctorId: doctorId ?? undefined })}
            style={{ minWidth: 140 }}
          />
        )}
        <Checkbox checked={filter.ended} onChange={({ target }) => setFilter({ ended: target.checked })}>
          {say('show.ended')}
        </Checkbox>
        {asked.data && (
          <WaitlistButton
            {...{ clinicId, mayWrite, today, CustomerSelect }}
            doctors={asked.data.doctors}
            kinds={asked.data.kinds}
          />
        )}
        {mayWrite && !narrow && (
          <Button
            icon={<StopOutlined />}
            type={isBlocking ? 'primary' : 'default'}
            ghost={isBlocking}
            aria-pressed={isBlocking}
            onClick={() => setIsBlocking(!isBlocking)}
          >
            {say('block.mode')}
          </Button>
        )}
        <span className="soft wide-only">{say(isBlocking ? 'block.mode.on' : 'keys')}</span>
      </div>
      <Loaded of={asked}>
        {(book) => <Days {...{ clinicId, book, filter, isWeek, now, mayWrite, wish, setWish, isBlocking }} />}
      </Loaded>
    </Page>
  );
}

interface DaysProps {
  clinicId: string;
  book: Book;
  filter: z.output<typeof Filter>;
  isWeek: boolean;
  now: Instant;
  mayWrite: boolean;
  wish: Wish | null;
  setWish: (wish: Wish | null) => void;
  isBlocking: boolean;
}

function Days(props: DaysProps) {
  const { clinicId, book, filter, isWeek, now, mayWrite, wish, setWish, isBlocking } = props;
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const narrow = useNarrowScreen();
  const mayOpenVisits = useMay('visits.write');
  const { move, clash } = useMoveInBook(clinicId, book);
  const openVisit = useOpenVisit();
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [block, setBlock] = useState<TimeBlock | null>(null);
  const [toBlock, setToBlock] = useState<Wish | null>(null);
  const doctorId = filter.doctorId ?? book.doctors[0]?.id ?? null;
  const shown = book.items.filter(({ state }) => filter.ended || state === 'booked' || state === 'kept');
  const places = filter.by === 'chair' && book.chairs.length > 0 && !isWeek ? book.chairs : book.doctors;
  const isByChair = places === book.chairs;
  const placeOf = (appointment: Appointment) =>
    (isByChair ? appointment.chairId : appointment.doctorId) ?? nobody;

  const ruled = ruledBy(book);
  const columns: Column[] = isWeek
    ? book.days.map((each) => ({
        ...ruled(each),
        key: each.day,
        title: each.isOpen
          ? dates.shortDayWithWeekday(each.day)
          : `${dates.shortDayWithWeekday(each.day)} · ${say('closed')}`,
        items: shown.filter(
          (item) => item.doctorId === doctorId && dayAt(item.startsAt, dates.zone) === each.day,
        ),
        blocks: book.blocks.filter(
          (block) => block.doctorId === doctorId && dayAt(block.startsAt, dates.zone) === each.day,
        ),
      }))
    : [...places, { id: nobody, name: say(isByChair ? 'chair.none' : 'doctor.none') }]
        .map(({ id, name }) => ({
          ...ruled(book.days[0]!),
          key: id,
          title: name,
          items: shown.filter((item) => placeOf(item) === id),
          blocks: book.blocks.filter((block) => (isByChair ? block.chairId : block.doctorId) === id),
        }))
        .filter(({ key, items }) => key !== nobody || items.length > 0);

  const placeIn = (column: Column, was: Pick<Wish, 'doctorId' | 'chairId'>) => {
    const id = column.key === nobody ? null : column.key;
    return {
      doctorId: isWeek ? doctorId : isByChair ? was.doctorId : id,
      chairId: isByChair ? id : was.chairId,
    };
  };
  const moveTo = (appointment: Appointment, column: Column, startsAt: Instant) => {
    const { id, version } = appointment;
    const minutes = minutesBetween(appointment.startsAt, endOf(appointment));
    move({ id, version, startsAt, minutes, ...placeIn(column, appointment) });
  };
  const pick = (column: Column, startsAt: Instant, minutes: number | null) => {
    const wished = { startsAt, minutes, ...placeIn(column, { doctorId: null, chairId: null }) };
    if (isBlocking) setToBlock(wished);
    else setWish(wished);
  };
  const opened = book.items.find(({ id }) => id === openedId) ?? null;

  return (
    <>
      {narrow ? (
        <Agenda
          clinicId={clinicId}
          items={shown.filter((item) => !filter.doctorId || item.doctorId === filter.doctorId)}
          onOpen={({ id }) => setOpenedId(id)}
        />
      ) : columns.length === 0 ? (
        <EmptyState text={say('nobody.treats')} />
      ) : (
        <BookGrid
          clinicId={clinicId}
          columns={columns}
          stepMinutes={book.stepMinutes}
          now={now}
          onOpen={({ id }) => setOpenedId(id)}
          isBlocking={isBlocking}
          onPick={mayWrite ? pick : undefined}
          onOpenBlock={mayWrite ? setBlock : undefined}
          onMove={mayWrite ? moveTo : undefined}
        />
      )}
      <BookDrawer
        clinicId={clinicId}
        book={book}
        wish={wish}
        onClose={() => setWish(null)}
        CustomerSelect={CustomerSelect}
      />
      <BlockDrawer clinicId={clinicId} book={book} wish={toBlock} onClose={() => setToBlock(null)} />
      <FreeBlockDialog block={block} clinicId={clinicId} onClose={() => setBlock(null)} />
      {clash}
      <AppointmentDrawer
        appointment={opened}
        book={book}
        now={now}
        mayWrite={mayWrite}
        onClose={() => setOpenedId(null)}
        onArrive={
          mayOpenVisits
            ? ({ id, customerId }) => openVisit.mutateAsync({ customerId, clinicId, appointmentId: id })
            : null
        }
      />
    </>
  );
}

/** The ruled hours of the days: the clinic's, and as many hours before and after as somebody is booked outside them. */
function ruledBy(book: Book) {
  const outside = book.items
    .filter(({ state }) => state !== 'cancelled')
    .map((item) => {
      const on = dayAt(item.startsAt, book.timezone);
      const day = book.days.find((each) => each.day === on) ?? book.days[0]!;
      return [minutesBetween(item.startsAt, day.opensAt), minutesBetween(day.closesAt, endOf(item))] as const;
    });
  const hours = (minutes: number[]): number => Math.ceil(Math.max(0, ...minutes) / 60);
  const before = hours(outside.map(([early]) => early));
  const after = hours(outside.map(([, late]) => late));
  return ({ opensAt, closesAt, isOpen }: Book['days'][number]) => ({
    opensAt: addMinutes(opensAt, -60 * before),
    closesAt: addMinutes(closesAt, 60 * after),
    isOpen,
  });
}

/** The next step of the book from now on, or the opening of a day ahead. */
function soonest(book: Book, now: Instant): Instant {
  const { opensAt } = book.days[0]!;
  if (now <= opensAt) return opensAt;
  const steps = Math.ceil(minutesBetween(opensAt, now) / book.stepMinutes);
  return addMinutes(opensAt, steps * book.stepMinutes);
}
