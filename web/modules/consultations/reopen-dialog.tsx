import { Form, Input, Modal } from 'antd';
import { ReopenConsultation } from '#domain/consultations/contract.ts';
import type { Consultation } from '#domain/consultations/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useReopenConsultation } from './api.ts';
import { consultationsWords } from './words.ts';

/** It goes on after all, and why. */
export function ReopenDialog({ consultation, onClose }: { consultation: Consultation; onClose: () => void }) {
  const say = useWords(consultationsWords);
  const tell = useTell();
  const reopen = useReopenConsultation(consultation);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();

  const save = ({ reason }: { reason: string }) =>
    reopen.mutate(reason, {
      onSuccess: () => {
        tell.done(say('reopen.done'));
        onClose();
      },
    });

  return (
    <Modal
      open
      width={440}
      title={say('reopen.title')}
      okText={say('reopen')}
      confirmLoading={reopen.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{say('reopen.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="reason"
          label={say('reopen.reason')}
          rules={[required, fits(ReopenConsultation.shape.reason)]}
        >
          <Input autoFocus maxLength={300} />
        </Form.Item>
      </Form>
      <ErrorMessage error={reopen.error} />
    </Modal>
  );
}
