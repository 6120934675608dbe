import { Button, DatePicker, Form, InputNumber } from 'antd';
import type { FormInstance } from 'antd';
import type { Dayjs } from 'dayjs';
import type { Book } from '#domain/appointments/contract.ts';
import { wallTimeAt } from '#domain/base/time.ts';
import { pickable, pickedDay, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useFreeTimes } from './api.ts';
import { appointmentsWords } from './words.ts';

export interface TimeValues {
  /** The wall clock of the clinic. */
  at: Dayjs | null;
  minutes: number;
  doctorId: string | null;
  chairId: string | null;
}

/** When, how long, with whom and where; and what is free. */
export function TimeFields({
  clinicId,
  book,
  form,
}: {
  clinicId: string;
  book: Book;
  form: FormInstance<TimeValues>;
}) {
  const say = useWords(appointmentsWords);
  const { required } = useFieldRules();
  const named = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <Form.Item name="doctorId" label={say('doctor')}>
        <Select allowClear placeholder={say('doctor.none')} options={named(book.doctors)} />
      </Form.Item>
      <Form.Item name="at" label={say('startsAt')} rules={[required]}>
        <DatePicker
          showTime={{ format: 'HH:mm', minuteStep: book.stepMinutes }}
          format="YYYY-MM-DD HH:mm"
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="minutes" label={say('minutes')} rules={[required]}>
        <InputNumber min={5} max={600} step={book.stepMinutes} />
      </Form.Item>
      {book.chairs.length > 0 && (
        <Form.Item name="chairId" label={say('chair')}>
          <Select allowClear placeholder={say('chair.none')} options={named(book.chairs)} />
        </Form.Item>
      )}
      <FreeTimesField clinicId={clinicId} form={form} />
    </>
  );
}

function FreeTimesField({ clinicId, form }: { clinicId: string; form: FormInstance<TimeValues> }) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const at = Form.useWatch('at', form);
  const minutes = Form.useWatch('minutes', form);
  const doctorId = Form.useWatch('doctorId', form);
  // Where the form asks what it is for: of the doctors who do that.
  const kindId = Form.useWatch<string | null | undefined>('kindId', form as never);
  const isAsked = Boolean(at) && typeof minutes === 'number' && minutes >= 5;
  const free = useFreeTimes(
    {
      clinicId,
      from: at ? pickedDay(at) : '2000-01-01',
      minutes: minutes ?? 30,
      doctorId: doctorId ?? undefined,
      kindId: kindId ?? undefined,
    },
    isAsked,
  );
  const items = (free.data?.items ?? []).slice(0, 40);
  if (!isAsked || !free.data) return null;

  return (
    <Form.Item label={say('free')}>
      {items.length === 0 ? (
        <span className="soft">{say('free.none')}</span>
      ) : (
        <div className="free-times">
          {items.map(({ doctorId, doctorName, startsAt }) => (
            <Button
              key={`${doctorId} ${startsAt}`}
              size="small"
              onClick={() =>
                form.setFieldsValue({ at: pickable(wallTimeAt(startsAt, dates.zone)), doctorId })
              }
            >
              {dates.shortDateTime(startsAt)} {doctorName}
            </Button>
          ))}
        </div>
      )}
    </Form.Item>
  );
}
