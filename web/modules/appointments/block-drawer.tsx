import { DatePicker, Form, Input, Radio, Switch, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import { blockKinds } from '#domain/appointments/appointment.ts';
import type { Book, TimeBlock } from '#domain/appointments/contract.ts';
import { BlockTime } from '#domain/appointments/contract.ts';
import { addMinutes, wallTimeAt } from '#domain/base/time.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { pickable, pickedDay, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useLabelled, useListed, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { useBlockTime } from './api.ts';
import type { Wish } from './book-drawer.tsx';
import { appointmentsWords } from './words.ts';

interface Fields {
  kind: TimeBlock['kind'];
  reason: string | null;
  doctorIds: string[];
  chairIds: string[];
  day: Dayjs;
  hours: [Dayjs, Dayjs];
  repeats: boolean;
  weekdays: number[];
  until: Dayjs | null;
}

/** Time of doctors and chairs that nobody is to be booked into: once, or on weekdays up to a day. */
export function BlockDrawer({
  clinicId,
  book,
  wish,
  onClose,
}: {
  clinicId: string;
  book: Book;
  wish: Wish | null;
  onClose: () => void;
}) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const labelled = useLabelled();
  const listed = useListed();
  const { required, fits } = useFieldRules();
  const block = useBlockTime();
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const at = (minutes: number) => pickable(wallTimeAt(addMinutes(wish!.startsAt, minutes), dates.zone));
  const start: Partial<Fields> = wish
    ? {
        ...{ kind: 'break', reason: null, repeats: false, weekdays: [1, 2, 3, 4, 5], until: null },
        doctorIds: wish.doctorId === null ? [] : [wish.doctorId],
        chairIds: wish.chairId === null ? [] : [wish.chairId],
        ...{ day: at(0), hours: [at(0), at(wish.minutes ?? 60)] },
      }
    : {};

  const save = async (fields: Fields) => {
    const { day, hours, repeats, until, weekdays, ...facts } = fields;
    const [from, to] = hours.map((hour) => pickedWallTime(hour).slice(11, 16)) as [string, string];
    try {
      await block.mutateAsync({
        ...facts,
        ...{ clinicId, day: pickedDay(day), from, to },
        ...(repeats && until ? { until: pickedDay(until), weekdays } : {}),
      });
    } catch (error) {
      const who = bookedIn(error);
      // Whose it is says more than the code.
      if (who)
        tell.warned(
          labelled(
            say('block.booked'),
            listed(who.map((one) => `${dates.shortDateTime(one.startsAt)} ${one.customerName}`)),
          ),
        );
      throw error;
    }
    tell.done(say('block.done'));
  };

  return (
    <FormDrawer<Fields>
      title={say('block.title')}
      open={wish !== null}
      onClose={onClose}
      start={start}
      saveLabel={say('block.save')}
      onSave={save}
    >
      {(form) => (
        <>
          <Form.Item name="kind" label={say('block.kind')} rules={[required]}>
            <Radio.Group
              optionType="button"
              options={blockKinds.map((value) => ({ value, label: say(`block.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            {...emptyIsNull}
            label={say('block.reason')}
            rules={[fits(BlockTime.shape.reason)]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="doctorIds"
            label={say('block.doctors')}
            dependencies={['chairIds']}
            rules={[
              {
                validator: (_, doctorIds: string[]) =>
                  doctorIds.length + (form.getFieldValue('chairIds') as string[]).length > 0
                    ? Promise.resolve()
                    : Promise.reject(new Error(say('block.nobody'))),
              },
            ]}
          >
            <Select mode="multiple" options={named(book.doctors)} />
          </Form.Item>
          <Form.Item name="chairIds" label={say('block.chairs')} hidden={book.chairs.length === 0}>
            <Select mode="multiple" options={named(book.chairs)} />
          </Form.Item>
          <Form.Item name="day" label={say('block.day')} rules={[required]}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="hours" label={`${say('block.from')} – ${say('block.to')}`} rules={[required]}>
            <TimePicker.RangePicker format="HH:mm" minuteStep={5} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="repeats" label={say('block.repeats')} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item noStyle dependencies={['repeats']}>
            {() =>
              form.getFieldValue('repeats') === true && (
                <>
                  <Form.Item name="weekdays" label={say('block.weekdays')}>
                    <Select
                      mode="multiple"
                      options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: dates.weekday(value) }))}
                    />
                  </Form.Item>
                  <Form.Item name="until" label={say('block.until')} rules={[required]}>
                    <DatePicker style={{ width: '100%' }} />
                  </Form.Item>
                </>
              )
            }
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}

interface Booked {
  customerName: string;
  startsAt: string;
}

function bookedIn(error: unknown): Booked[] | null {
  if (!isApiError(error, 'time-booked')) return null;
  return (error.details as { booked: Booked[] }).booked.slice(0, 5);
}
