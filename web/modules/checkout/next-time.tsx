import { useState } from 'react';
import { addDays, addMonths, dayAt } from '#domain/base/time.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { useKinds, useTimesFrom } from './api.ts';
import type { DetailProps } from './detail-props.ts';
import { checkoutWords } from './words.ts';

const soon = ['1d', '7d', '14d', '1m', '3m', '6m'] as const;
type Soon = (typeof soon)[number];
const anything = 'any';

/** The next appointment: what is in the book already, or one of the free times. */
export function NextTime({ sheet, draft, onChange, onDone }: DetailProps) {
  const say = useWords(checkoutWords);
  const { clinicId, treatments } = sheet.visit;
  const dates = useDates(clinicId);
  const now = useNow();
  const [from, setFrom] = useState<Soon>('7d');
  const [kindId, setKindId] = useState(anything);
  const treated = treatments.find(({ doctorId }) => doctorId !== null)?.doctorId ?? null;
  const [doctorId, setDoctorId] = useState<string>(treated ?? anything);
  const kinds = (useKinds().data?.items ?? []).filter(({ isArchived }) => !isArchived);
  const kind = kinds.find(({ id }) => id === kindId);
  const minutes = kind?.minutes ?? 30;
  const today = dayAt(now, dates.zone);
  const count = Number(from.slice(0, -1));
  const times = useTimesFrom({
    clinicId,
    minutes,
    from: from.endsWith('m') ? addMonths(today, count) : addDays(today, count),
    ...(doctorId !== anything && { doctorId }),
  });
  const free = (times.data?.items ?? []).slice(0, 120);
  const existing = sheet.appointments.map(({ id, startsAt, doctorName }) => ({
    value: id,
    label: say('next.existing', { at: dates.shortDateTime(startsAt), doctor: doctorName ?? '' }),
  }));
  const keyOf = (time: { startsAt: string; doctorId: string | null }) =>
    `${time.startsAt} ${time.doctorId ?? ''}`;
  const chosen = draft.booking ? keyOf(draft.booking) : draft.appointmentId;
  const doctors = treatments.flatMap(({ doctorId, doctorName }) =>
    doctorId ? [{ value: doctorId, label: doctorName ?? '' }] : [],
  );

  const choose = (value: string) => {
    const time = free.find((each) => keyOf(each) === value);
    if (time) {
      const { startsAt, doctorId } = time;
      onChange({ appointmentId: null, booking: { startsAt, doctorId, minutes, kindId: kind?.id ?? null } });
    } else onChange({ appointmentId: value, booking: null });
    onDone();
  };

  return (
    <div className="checkout-next">
      <Select
        aria-label={say('next.from')}
        value={from}
        onChange={setFrom}
        options={soon.map((value) => ({
          value,
          label: say(value.endsWith('m') ? 'in.months' : 'in.days', { count: Number(value.slice(0, -1)) }),
        }))}
      />
      <Select
        aria-label={say('next.kind')}
        value={kindId}
        onChange={setKindId}
        options={[
          { value: anything, label: say('next.kind.none') },
          ...kinds.map(({ id, name, minutes }) => ({ value: id, label: `${name} · ${minutes}′` })),
        ]}
      />
      {doctors.length > 0 && (
        <Select
          aria-label={say('next.doctor')}
          value={doctorId}
          onChange={setDoctorId}
          options={[
            { value: anything, label: say('next.doctor.any') },
            ...new Map(doctors.map((one) => [one.value, one])).values(),
          ]}
        />
      )}
      <Select
        autoFocus
        showSearch={{ optionFilterProp: 'label' }}
        className="checkout-time"
        aria-label={say('next.time')}
        placeholder={say('next.time')}
        loading={times.isFetching}
        notFoundContent={say('next.time.none')}
        value={chosen}
        onChange={choose}
        options={[
          ...existing,
          ...free.map((time) => ({
            value: keyOf(time),
            label: `${dates.shortDayWithWeekday(dayAt(time.startsAt, dates.zone))} ${dates.time(time.startsAt)} · ${time.doctorName}`,
          })),
        ]}
      />
    </div>
  );
}
