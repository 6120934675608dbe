import { Form, Input } from 'antd';
import type { ComponentType } from 'react';
import { BookAppointment } from '#domain/appointments/contract.ts';
import type { Book } from '#domain/appointments/contract.ts';
import { instantAt, wallTimeAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { Select } from '#web/ui/select.tsx';
import { useBookAppointment } from './api.ts';
import { TimeFields } from './time-fields.tsx';
import type { TimeValues } from './time-fields.tsx';
import { appointmentsWords } from './words.ts';

interface Fields extends TimeValues {
  customerId: string;
  kindId: string | null;
  complaint: string | null;
  note: string | null;
}

export interface Wish {
  startsAt: Instant;
  doctorId: string | null;
  chairId: string | null;
  /** As many as were dragged over. */
  minutes?: number | null;
}

interface BookDrawerProps {
  clinicId: string;
  book: Book;
  wish: Wish | null;
  onClose: () => void;
  /** How a customer is found; the page knows. */
  CustomerSelect: ComponentType<{ value?: string | null; onChange?: (id: string | null) => void }>;
}

/** Somebody is to come: who, when, to whom, and what for. */
export function BookDrawer({ clinicId, book, wish, onClose, CustomerSelect }: BookDrawerProps) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const bookAppointment = useBookAppointment();
  const start = wish
    ? {
        at: pickable(wallTimeAt(wish.startsAt, dates.zone)),
        ...{ doctorId: wish.doctorId, chairId: wish.chairId },
        minutes: wish.minutes ?? 30,
        ...{ kindId: null, complaint: null, note: null },
      }
    : {};

  return (
    <FormDrawer<Fields>
      title={say('book.title')}
      open={wish !== null}
      onClose={onClose}
      start={start}
      saveLabel={say('book')}
      onSave={async ({ at, doctorId, chairId, ...fields }) => {
        await bookAppointment.mutateAsync({
          ...fields,
          clinicId,
          doctorId: doctorId ?? null,
          chairId: chairId ?? null,
          startsAt: instantAt(pickedWallTime(at!), dates.zone),
        });
        tell.done(say('book.done'));
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
              options={book.kinds.map(({ id, name, minutes }) => ({
                value: id,
                label: `${name} · ${minutes}′`,
              }))}
              onChange={(id?: string) => {
                const kind = book.kinds.find((each) => each.id === id);
                if (kind) form.setFieldsValue({ minutes: kind.minutes });
              }}
            />
          </Form.Item>
          <TimeFields clinicId={clinicId} book={book} form={form as never} />
          <Form.Item
            name="complaint"
            {...emptyIsNull}
            label={say('complaint')}
            extra={say('complaint.hint')}
            rules={[fits(BookAppointment.shape.complaint)]}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
          </Form.Item>
          <Form.Item
            name="note"
            {...emptyIsNull}
            label={say('note')}
            rules={[fits(BookAppointment.shape.note)]}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
