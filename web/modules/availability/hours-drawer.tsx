import { Checkbox, Form, Input } from 'antd';
import { WeekHours } from '#domain/availability/availability.ts';
import type { StaffAvailability } from '#domain/availability/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useSaveHours } from './api.ts';
import { HoursText, weekday } from './hours-text.tsx';
import { availabilityWords } from './words.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual = { from: '09:00', to: '18:00' };

interface HoursDrawerProps {
  person: { id: string; name: string; isMe: boolean };
  availability: StaffAvailability;
  open: boolean;
  onClose: () => void;
}

/** The week somebody works: the clinic's hours, or own ones day by day. */
export function HoursDrawer({ person, availability, open, onClose }: HoursDrawerProps) {
  const say = useWords(availabilityWords);
  const tell = useTell();
  const save = useSaveHours(person);
  const { fits } = useFieldRules();

  return (
    <FormDrawer<{ hours: WeekHours | null }>
      title={say('hours.title', { name: person.name })}
      open={open}
      onClose={onClose}
      start={{ hours: availability.hours }}
      version={availability.hoursVersion}
      compare={[
        {
          name: 'hours',
          label: say('hours'),
          show: (hours) => <HoursText hours={hours as WeekHours | null} />,
        },
      ]}
      onSave={async ({ hours }, version) => {
        await save.mutateAsync({ hours, version: version! });
        tell.done(say('hours.saved'));
      }}
    >
      <Form.Item name="hours" rules={[fits(WeekHours)]} extra={say('hours.hint')}>
        <WeekFields />
      </Form.Item>
    </FormDrawer>
  );
}

interface WeekFieldsProps {
  value?: WeekHours | null;
  onChange?: (hours: WeekHours | null) => void;
}

function WeekFields({ value = null, onChange }: WeekFieldsProps) {
  const say = useWords(availabilityWords);
  const of = (day: number) => value?.find((each) => each.weekday === day);
  const change = (day: number, hours: { from: string; to: string } | null) =>
    onChange?.([
      ...(value ?? []).filter((each) => each.weekday !== day),
      ...(hours ? [{ weekday: day, from: hours.from, to: hours.to }] : []),
    ]);

  return (
    <div className="week-fields">
      <Checkbox
        checked={value === null}
        onChange={({ target }) =>
          onChange?.(target.checked ? null : weekdays.slice(0, 5).map((day) => ({ weekday: day, ...usual })))
        }
      >
        {say('hours.clinic')}
      </Checkbox>
      {value !== null &&
        weekdays.map((day) => {
          const hours = of(day);
          const name = say(weekday(day));
          return (
            <div key={day} className="line">
              <Checkbox
                checked={hours !== undefined}
                onChange={({ target }) => change(day, target.checked ? usual : null)}
              >
                {name}
              </Checkbox>
              {hours && (
                <>
                  <Input
                    type="time"
                    aria-label={say('hours.from', { day: name })}
                    value={hours.from}
                    onChange={({ target }) => target.value && change(day, { ...hours, from: target.value })}
                  />
                  –
                  <Input
                    type="time"
                    aria-label={say('hours.to', { day: name })}
                    value={hours.to}
                    onChange={({ target }) => target.value && change(day, { ...hours, to: target.value })}
                  />
                </>
              )}
            </div>
          );
        })}
    </div>
  );
}
