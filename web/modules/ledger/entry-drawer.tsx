import { Checkbox, DatePicker, Form, Input, InputNumber, Radio } from 'antd';
import { dayAt, type CalendarDate } from '#domain/base/time.ts';
import { AmountFen, CourseName, Memo, Sessions } from '#domain/ledger/contract.ts';
import type { CustomerLedger, NewBooking } from '#domain/ledger/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickedDay, useDates } from '#web/lib/dates.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay } from '#web/ui/form-values.ts';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { Select } from '#web/ui/select.tsx';
import { useBookEntry } from './api.ts';
import type { BookableKind } from './bookable.ts';
import { ledgerWords } from './words.ts';

interface Fields {
  booking: Omit<NewBooking, 'kind'>;
  isPaid?: boolean;
  isProduct?: boolean;
  bookedOn: CalendarDate;
  clinicId: string;
}

interface EntryDrawerProps {
  customer: { id: string; name: string; clinicId: string };
  ledger: CustomerLedger;
  /** Null while it is shut. */
  kind: BookableKind | null;
  onClose: () => void;
}

const withAmount: BookableKind[] = [
  ...(['charge', 'payment', 'refund', 'deposit', 'deposit-used'] as const),
  ...(['deposit-refund', 'course-sold'] as const),
];
const payableAtOnce: BookableKind[] = ['charge', 'course-sold'];
const ofACourse: BookableKind[] = ['session-used', 'course-refund'];
const givingBack: BookableKind[] = ['refund', 'course-refund'];

/** One entry: what it is was chosen with the button, so that only the figures are left to type. */
export function EntryDrawer({ customer, ledger, kind, onClose }: EntryDrawerProps) {
  const say = useWords(ledgerWords);
  const tell = useTell();
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  const dates = useDates(chosen?.id ?? customer.clinicId);
  const today = dayAt(useNow(), dates.zone);
  const book = useBookEntry(customer.id);
  const { required, fits } = useFieldRules();
  const is = (kinds: BookableKind[]) => kind !== null && kinds.includes(kind);

  return (
    <FormDrawer<Fields>
      title={say('book.title', { kind: say(`kind.${kind ?? 'charge'}`), name: customer.name })}
      open={kind !== null}
      onClose={onClose}
      start={{
        booking: startOf(kind, ledger) as Fields['booking'],
        isPaid: true,
        bookedOn: today,
        clinicId: chosen?.id ?? customer.clinicId,
      }}
      saveLabel={kind ? say(`kind.${kind}`) : say('title')}
      onSave={async ({ booking, isPaid = false, ...place }) => {
        await book.mutateAsync({ ...place, isPaid, booking: { kind, ...booking } as NewBooking });
        tell.done(say('book.done'));
      }}
    >
      {is(['course-sold']) && (
        <Form.Item
          name={['booking', 'courseName']}
          label={say('courseName')}
          extra={say('courseName.hint')}
          rules={[required, fits(CourseName)]}
        >
          <Input autoFocus maxLength={80} />
        </Form.Item>
      )}
      {is(ofACourse) && (
        <Form.Item name={['booking', 'courseId']} label={say('course')} rules={[required]}>
          <Select
            autoFocus
            options={ledger.courses.map(({ id, name, sessionsLeft }) => ({
              value: id,
              label: say('course.left', { name, count: sessionsLeft }),
            }))}
          />
        </Form.Item>
      )}
      {is([...ofACourse, 'course-sold']) && (
        <Form.Item name={['booking', 'sessions']} label={say('sessions')} rules={[required, fits(Sessions)]}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
      )}
      {is(withAmount) && <Amount kind={kind!} ledger={ledger} />}
      {is(payableAtOnce) && (
        <Form.Item name="isPaid" valuePropName="checked" extra={say('paid.off')}>
          <Checkbox>{say('paid')}</Checkbox>
        </Form.Item>
      )}
      {is(['charge']) && (
        <Form.Item name="isProduct" valuePropName="checked" extra={say('product.hint')}>
          <Checkbox>{say('product')}</Checkbox>
        </Form.Item>
      )}
      {is(givingBack) && (
        <Form.Item name={['booking', 'against']} label={say('against')} rules={[required]}>
          <Radio.Group
            options={(['cash', 'owed'] as const).map((value) => ({ value, label: say(`against.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name={['booking', 'memo']}
        label={say('memo')}
        {...(kind === 'charge' && { extra: say('memo.hint') })}
        rules={[fits(Memo)]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="bookedOn" label={say('day')} {...asDay} rules={[required]}>
        <DatePicker allowClear={false} disabledDate={(day) => pickedDay(day) > today} />
      </Form.Item>
      <Form.Item name="clinicId" label={say('clinic')} rules={[required]} hidden={clinics.length === 1}>
        <Select options={clinics.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </FormDrawer>
  );
}

function Amount({ kind, ledger }: { kind: BookableKind; ledger: CustomerLedger }) {
  const say = useWords(ledgerWords);
  const money = useMoney();
  const { required, fits } = useFieldRules();
  const { owedFen, depositFen } = ledger.balance;
  const hint =
    kind === 'payment'
      ? say('amount.owed', { money: money(owedFen) })
      : kind === 'deposit-used' || kind === 'deposit-refund'
        ? say('amount.deposit', { money: money(depositFen) })
        : undefined;
  return (
    <Form.Item
      name={['booking', 'fen']}
      label={say('amount')}
      extra={hint}
      rules={[required, fits(AmountFen)]}
    >
      <MoneyInput autoFocus={kind !== 'course-sold'} />
    </Form.Item>
  );
}

/** What is most likely meant, so that it need not be typed. */
function startOf(kind: BookableKind | null, { balance, courses }: CustomerLedger): Partial<Likely> {
  const { owedFen, depositFen } = balance;
  const against = owedFen > 0 ? 'owed' : 'cash';
  const memo = '';
  switch (kind) {
    case 'payment':
      return { memo, fen: owedFen };
    case 'deposit-used':
      return { memo, fen: Math.min(owedFen, depositFen) };
    case 'deposit-refund':
      return { memo, fen: depositFen };
    case 'refund':
      return { memo, against };
    case 'session-used':
      return { memo, sessions: 1, ...(courses[0] && { courseId: courses[0].id }) };
    case 'course-refund': {
      const [course] = courses;
      return { memo, against, ...(course && { courseId: course.id, sessions: course.sessionsLeft }) };
    }
    default:
      return { memo };
  }
}

interface Likely {
  memo: string;
  fen: number;
  against: 'cash' | 'owed';
  courseId: string;
  sessions: number;
}
