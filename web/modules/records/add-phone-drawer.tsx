import { Form, Input } from 'antd';
import { AddPhone } from '#domain/records/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { useAddPhone } from './api.ts';
import { recordsWords } from './words.ts';

interface AddPhoneDrawerProps {
  customerId: string;
  open: boolean;
  onClose: () => void;
}

export function AddPhoneDrawer({ customerId, open, onClose }: AddPhoneDrawerProps) {
  const say = useWords(recordsWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const add = useAddPhone(customerId);
  const { shape } = AddPhone;
  return (
    <FormDrawer<{ phone: string; label?: string | null }>
      title={say('phones.add')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={async ({ phone, label = null }) => {
        await add.mutateAsync({ phone, label });
        tell.done(say('saved'));
      }}
    >
      <Form.Item name="phone" label={say('phone')} rules={[required, fits(shape.phone)]}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="label"
        label={say('phones.label')}
        extra={say('phones.label.hint')}
        {...emptyIsNull}
        rules={[fits(shape.label)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </FormDrawer>
  );
}
