import { Button, Form, Input, Modal } from 'antd';
import { DismissDuplicate } from '#domain/identity/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useDismiss } from './api.ts';
import { identityWords } from './words.ts';

const usual = ['dismiss.family', 'dismiss.namesake', 'dismiss.checked'] as const;

interface DismissDialogProps {
  id: string;
  onClose: () => void;
  onDone: () => void;
}

/** They are two people; why is kept, so that nobody is asked again. */
export function DismissDialog({ id, onClose, onDone }: DismissDialogProps) {
  const say = useWords(identityWords);
  const dismiss = useDismiss();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();

  return (
    <Modal
      open
      width={440}
      title={say('dismiss.title')}
      okText={say('dismiss')}
      confirmLoading={dismiss.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) =>
          dismiss.mutate(
            { id, reason },
            {
              onSuccess: () => {
                onClose();
                onDone();
              },
            },
          )
        }
      >
        <p className="line">
          {usual.map((word) => (
            <Button key={word} size="small" onClick={() => form.setFieldsValue({ reason: say(word) })}>
              {say(word)}
            </Button>
          ))}
        </p>
        <Form.Item
          name="reason"
          label={say('reason')}
          extra={say('dismiss.hint')}
          rules={[required, fits(DismissDuplicate.shape.reason)]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
      <ErrorMessage error={dismiss.error} />
    </Modal>
  );
}
