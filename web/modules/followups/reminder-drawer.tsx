import { DatePicker, Form, Input } from 'antd';
import { addDays, dayAt, type CalendarDate } from '#domain/base/time.ts';
import { CreateReminder } from '#domain/followups/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable } from '#web/lib/dates.ts';
import { useMe, useTimeZone } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay } from '#web/ui/form-values.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { useCreateReminder, useScriptsToName } from './api.ts';
import { followupsWords } from './words.ts';

interface Fields {
  assigneeId: string;
  dueOn: CalendarDate;
  matter: string;
  scriptCode?: string | null;
}

interface ReminderDrawerProps {
  customer: { id: string; name: string; clinicId: string };
  colleagues: readonly Colleague[];
  open: boolean;
  onClose: () => void;
  /** What it is about, where that is known already. */
  matter?: string;
  onDone?: () => void;
}

/** A followup set by hand, for oneself or a colleague. */
export function ReminderDrawer(props: ReminderDrawerProps) {
  const { customer, colleagues, open, onClose, matter, onDone } = props;
  const say = useWords(followupsWords);
  const { staffId } = useMe();
  const tell = useTell();
  const today = dayAt(serverNow(), useTimeZone(customer.clinicId));
  const create = useCreateReminder();
  const { required, fits } = useFieldRules();
  const scripts = useScriptsToName(open);
  const wording = useWording();

  const save = async ({ scriptCode = null, ...fields }: Fields) => {
    await create.mutateAsync({ customerId: customer.id, ...fields, scriptCode });
    tell.done(say('remind.done'));
    onDone?.();
  };

  return (
    <FormDrawer<Fields>
      title={say('remind.title', { name: customer.name })}
      open={open}
      onClose={onClose}
      start={{ assigneeId: staffId, dueOn: addDays(today, 1), ...(matter && { matter }) }}
      onSave={save}
    >
      <Form.Item
        name="matter"
        label={say('remind.matter')}
        extra={say('remind.matter.hint')}
        rules={[required, fits(CreateReminder.shape.matter)]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="scriptCode" label={say('remind.script')} extra={say('remind.script.hint')}>
        <Select
          allowClear
          placeholder={say('remind.script.none')}
          options={scripts.data?.map(({ code, name }) => ({ value: code, label: wording(name) })) ?? []}
        />
      </Form.Item>
      <Form.Item name="dueOn" {...asDay} label={say('remind.day')} rules={[required]}>
        <DatePicker minDate={pickable(today)} allowClear={false} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="assigneeId" label={say('remind.who')} rules={[required]}>
        <PersonSelect people={colleagues.filter(({ state }) => state === 'active')} />
      </Form.Item>
    </FormDrawer>
  );
}
