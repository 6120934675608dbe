import { Form, Input, Modal } from 'antd';
import { ResolveMismatch } from '#domain/ledger/contract.ts';
import type { Mismatch } from '#domain/ledger/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useResolveMismatch } from './api.ts';
import { ledgerWords } from './words.ts';

/** Somebody has looked at a mismatch and says what it was. */
export function ResolveDialog({ mismatch, onClose }: { mismatch: Mismatch; onClose: () => void }) {
  const say = useWords(ledgerWords);
  const tell = useTell();
  const resolve = useResolveMismatch(mismatch.id);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ note: string }>();

  const save = ({ note }: { note: string }) =>
    resolve.mutate(note, {
      onSuccess: () => {
        tell.done(say('resolve.done'));
        onClose();
      },
    });

  return (
    <Modal
      open
      width={440}
      title={say('resolve.title', { name: mismatch.customerName, what: say(`mismatch.${mismatch.kind}`) })}
      okText={say('resolve')}
      confirmLoading={resolve.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="note"
          label={say('resolve.note')}
          extra={say('resolve.hint')}
          rules={[required, fits(ResolveMismatch.shape.note)]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
      <ErrorMessage error={resolve.error} />
    </Modal>
  );
}
