import { Button, Checkbox, DatePicker, Input } from 'antd';
import { useState } from 'react';
import type { CalendarView } from '#domain/followups/protocol-contract.ts';
import type { ClinicCalendar as Calendar } from '#domain/followups/working-days.ts';
import { useMay } from '#web/lib/me.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { Select } from '#web/ui/select.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useCalendar, useSaveCalendar } from './api.ts';
import { calendarWords } from './calendar-words.ts';
import './clinic-calendar.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const monToSat: Calendar = {
  weekdays: [1, 2, 3, 4, 5, 6],
  opens: '09:00',
  closes: '18:00',
  keepsHolidays: true,
  openOn: [],
  closedOn: [],
};

/** The days and hours each clinic works: what is planned is due on one of them. */
export function ClinicCalendar({ clinics }: { clinics: readonly { id: string; name: string }[] }) {
  const say = useWords(calendarWords);
  const [chosen, setChosen] = useState<string | null>(null);
  const clinicId = chosen ?? clinics[0]?.id ?? null;
  if (clinicId === null) return null;
  return (
    <section className="panel clinic-calendar" aria-label={say('title')}>
      <div className="line">
        <h2>{say('title')}</h2>
        <Select
          aria-label={say('clinic')}
          value={clinicId}
          options={clinics.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      </div>
      <p className="soft">{say('about')}</p>
      <OneCalendar key={clinicId} clinicId={clinicId} />
    </section>
  );
}

function OneCalendar({ clinicId }: { clinicId: string }) {
  const calendar = useCalendar(clinicId);
  return (
    <Loaded of={calendar}>{(view) => <Fields key={view.version} clinicId={clinicId} view={view} />}</Loaded>
  );
}

function Fields({ clinicId, view }: { clinicId: string; view: CalendarView }) {
  const say = useWords(calendarWords);
  const tell = useTell();
  const mayManage = useMay('protocols.manage');
  const save = useSaveCalendar(clinicId);
  const [written, setWritten] = useState<Calendar | null>(view.calendar);
  const isDirty = JSON.stringify(written) !== JSON.stringify(view.calendar);
  const change = (part: Partial<Calendar>) => setWritten((now) => ({ ...(now ?? monToSat), ...part }));
  const keep = async () => {
    try {
      await save.mutateAsync({ calendar: written, version: view.version });
      tell.done(say('saved'));
    } catch {
      // Said below.
    }
  };

  return (
    <fieldset disabled={!mayManage}>
      <Checkbox
        checked={written === null}
        disabled={!mayManage}
        onChange={({ target }) => setWritten(target.checked ? null : monToSat)}
      >
        {say('every-day')}
      </Checkbox>
      {written !== null && (
        <>
          <Checkbox.Group<number>
            disabled={!mayManage}
            value={written.weekdays}
            options={weekdays.map((day) => ({ value: day, label: say(`weekday.${day}`) }))}
            onChange={(days) => days.length > 0 && change({ weekdays: days.toSorted((a, b) => a - b) })}
          />
          <div className="line">
            <span>{say('hours')}</span>
            <Input
              type="time"
              aria-label={say('opens')}
              value={written.opens}
              onChange={({ target }) => target.value !== '' && change({ opens: target.value })}
            />
            –
            <Input
              type="time"
              aria-label={say('closes')}
              value={written.closes}
              onChange={({ target }) => target.value !== '' && change({ closes: target.value })}
            />
          </div>
          <Checkbox
            checked={written.keepsHolidays}
            disabled={!mayManage}
            onChange={({ target }) => change({ keepsHolidays: target.checked })}
          >
            {say('holidays', { year: view.holidaysKnownThrough })}
          </Checkbox>
          {(['closedOn', 'openOn'] as const).map((name) => (
            <label key={name} className="line">
              <span>{say(name)}</span>
              <DatePicker
                multiple
                disabled={!mayManage}
                maxTagCount="responsive"
                value={written[name].map(pickable)}
                onChange={(picked) =>
                  change({
                    [name]: [picked ?? []]
                      .flat()
                      .map((each) => pickedDay(each))
                      .toSorted(),
                  })
                }
              />
            </label>
          ))}
        </>
      )}
      {save.error && <ErrorMessage error={save.error} />}
      {mayManage && (
        <Button type="primary" disabled={!isDirty} loading={save.isPending} onClick={() => void keep()}>
          {say('save')}
        </Button>
      )}
    </fieldset>
  );
}
