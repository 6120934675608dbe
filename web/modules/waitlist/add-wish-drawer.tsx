import { DatePicker, Form, Input, InputNumber, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ComponentType } from 'react';
import { addDays } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { AddWish } from '#domain/waitlist/contract.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay, emptyIsNull } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { useAddWish } from './api.ts';
import { waitlistWords } from './words.ts';

interface Fields {
  customerId: string;
  kindId?: string | null;
  doctorId?: string | null;
  minutes: number;
  weekdays: number[];
  hours: [Dayjs, Dayjs];
  until: CalendarDate;
  note: string | null;
}

export interface AddWishProps {
  clinicId: string;
  today: CalendarDate;
  doctors: readonly { id: string; name: string }[];
  kinds: readonly { id: string; name: string; minutes: number }[];
  open: boolean;
  onClose: () => void;
  /** How a customer is found; the page knows. */
  CustomerSelect: ComponentType<{ value?: string | null; onChange?: (id: string | null) => void }>;
}

const usualDays = 14;

/** Somebody would take a time that becomes free: with whom, when, how long and up to which day. */
export function AddWishDrawer({
  clinicId,
  today,
  doctors,
  kinds,
  open,
  onClose,
  CustomerSelect,
}: AddWishProps) {
  const say = useWords(waitlistWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const add = useAddWish();
  const { required, fits } = useFieldRules();
  const at = (clock: string) => pickable(`${today}T${clock}`);
  const start = {
    ...{ minutes: 30, weekdays: [], until: addDays(today, usualDays), note: null },
    hours: [at('08:00'), at('20:00')] as [Dayjs, Dayjs],
  };

  return (
    <FormDrawer<Fields>
      title={say('add.title')}
      open={open}
      onClose={onClose}
      start={start}
      saveLabel={say('add')}
      onSave={async ({ hours, kindId, doctorId, ...fields }) => {
        const [from, to] = hours.map((hour) => pickedWallTime(hour).slice(11, 16)) as [string, string];
        await add.mutateAsync({
          ...{ ...fields, clinicId, from, to },
          ...{ kindId: kindId ?? null, doctorId: doctorId ?? null },
        });
        tell.done(say('add.done'));
      }}
    >
      {(form) => (
        <>
          <Form.Item name="customerId" label={say('customer')} rules={[required]}>
            <CustomerSelect />
          </Form.Item>
          <Form.Item name="kindId" label={say('kind')}>
            <Select
              allowClear
              placeholder={say('kind.none')}
              options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id?: string) => {
                const kind = kinds.find((each) => each.id === id);
                if (kind) form.setFieldsValue({ minutes: kind.minutes });
              }}
            />
          </Form.Item>
          <Form.Item name="doctorId" label={say('doctor')}>
            <Select
              allowClear
              placeholder={say('doctor.any')}
              options={doctors.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="minutes" label={say('minutes')} rules={[required]}>
            <InputNumber min={5} max={600} step={5} precision={0} />
          </Form.Item>
          <Form.Item name="weekdays" label={say('weekdays')}>
            <Select
              mode="multiple"
              placeholder={say('weekdays.any')}
              options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: dates.weekday(value) }))}
            />
          </Form.Item>
          <Form.Item name="hours" label={say('hours')} rules={[required]}>
            <TimePicker.RangePicker format="HH:mm" minuteStep={15} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="until" {...asDay} label={say('until')} rules={[required]}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="note" {...emptyIsNull} label={say('note')} rules={[fits(AddWish.shape.note)]}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
