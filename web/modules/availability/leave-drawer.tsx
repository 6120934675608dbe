import { DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { leaveKinds, type LeaveKind } from '#domain/availability/availability.ts';
import { pickedDay } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { useEnterLeave } from './api.ts';
import { availabilityWords } from './words.ts';

interface Fields {
  days: [Dayjs, Dayjs];
  kind: LeaveKind;
  standInId?: string;
}

interface LeaveDrawerProps {
  person: { id: string; name: string; isMe: boolean };
  /** Who could stand in, those of the same role first. */
  colleagues: readonly Colleague[];
  open: boolean;
  onClose: () => void;
}

/** Which days, why, and who stands in. */
export function LeaveDrawer({ person, colleagues, open, onClose }: LeaveDrawerProps) {
  const say = useWords(availabilityWords);
  const tell = useTell();
  const enter = useEnterLeave(person);
  const { required } = useFieldRules();

  return (
    <FormDrawer<Fields>
      title={say('leave.title', { name: person.name })}
      saveLabel={say('leave')}
      open={open}
      onClose={onClose}
      start={{ kind: 'annual' }}
      onSave={async ({ days: [from, to], kind, standInId }) => {
        await enter.mutateAsync({
          from: pickedDay(from),
          to: pickedDay(to),
          kind,
          standInId: standInId ?? null,
        });
        tell.done(say('leave.saved'));
      }}
    >
      <Form.Item name="days" label={say('leave.days')} rules={[required]}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="kind" label={say('leave.kind')} extra={say('leave.kind.hint')} rules={[required]}>
        <Select options={leaveKinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="standInId" label={say('leave.standIn')}>
        <PersonSelect allowClear people={colleagues} placeholder={say('leave.standIn.none')} />
      </Form.Item>
    </FormDrawer>
  );
}
