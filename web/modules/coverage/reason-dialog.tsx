import { Form, Input, Modal } from 'antd';
import { NameReason } from '#domain/coverage/contract.ts';
import type { LostCustomer } from '#domain/coverage/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useNameReason } from './api.ts';
import { coverageWords } from './words.ts';

/** Nobody will follow this customer up, and somebody says why. */
export function ReasonDialog({ lost, onClose }: { lost: LostCustomer; onClose: () => void }) {
  const say = useWords(coverageWords);
  const tell = useTell();
  const name = useNameReason(lost.id);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();

  const save = ({ reason }: { reason: string }) =>
    name.mutate(reason, {
      onSuccess: () => {
        tell.done(say('reason.done'));
        onClose();
      },
    });

  return (
    <Modal
      open
      width={440}
      title={say('reason.title', { name: lost.customerName })}
      okText={say('reason.name')}
      confirmLoading={name.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="reason"
          label={say('reason')}
          extra={say('reason.hint')}
          rules={[required, fits(NameReason.shape.reason)]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
        </Form.Item>
      </Form>
      <ErrorMessage error={name.error} />
    </Modal>
  );
}
