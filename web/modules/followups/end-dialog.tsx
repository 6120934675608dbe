import { Form, Input, Modal } from 'antd';
import { EndFollowup } from '#domain/followups/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useEndFollowups } from './api.ts';
import { followupsWords } from './words.ts';

interface EndDialogProps {
  ids: readonly string[];
  onClose: () => void;
  onDone?: () => void;
}

/** Ends followups without an answer. The reason stands in the customer's timeline for good. */
export function EndDialog({ ids, onClose, onDone }: EndDialogProps) {
  const say = useWords(followupsWords);
  const tell = useTell();
  const end = useEndFollowups();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();

  const save = ({ reason }: { reason: string }) =>
    end.mutate(
      { ids, reason },
      {
        onSuccess: () => {
          tell.done(say('end.done', { count: ids.length }));
          onDone?.();
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={420}
      title={say('end.title', { count: ids.length })}
      okText={say('end')}
      okButtonProps={{ danger: true }}
      confirmLoading={end.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="reason"
          label={say('end.reason')}
          extra={say('end.hint')}
          rules={[required, fits(EndFollowup.shape.reason)]}
        >
          <Input autoFocus maxLength={300} />
        </Form.Item>
      </Form>
      <ErrorMessage error={end.error} />
    </Modal>
  );
}
