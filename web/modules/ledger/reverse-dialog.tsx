import { Form, Input, Modal } from 'antd';
import { ReverseEntry } from '#domain/ledger/contract.ts';
import type { LedgerLine } from '#domain/ledger/contract.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useReverseEntry } from './api.ts';
import { ledgerWords } from './words.ts';

/** Takes an entry back, with the reason; nothing in the books is ever changed. */
export function ReverseDialog({ entry, onClose }: { entry: LedgerLine; onClose: () => void }) {
  const say = useWords(ledgerWords);
  const money = useMoney();
  const tell = useTell();
  const reverse = useReverseEntry(entry.id);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();

  const save = ({ reason }: { reason: string }) =>
    reverse.mutate(reason, {
      onSuccess: () => {
        tell.done(say('reverse.done'));
        onClose();
      },
    });

  return (
    <Modal
      open
      width={440}
      title={say('reverse.title', { what: say(`kind.${entry.kind}`), money: money(entry.fen) })}
      okText={say('reverse')}
      okButtonProps={{ danger: true }}
      confirmLoading={reverse.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{say('reverse.text')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="reason"
          label={say('reverse.reason')}
          extra={say('reverse.hint')}
          rules={[required, fits(ReverseEntry.shape.reason)]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
      <ErrorMessage error={reverse.error} />
    </Modal>
  );
}
