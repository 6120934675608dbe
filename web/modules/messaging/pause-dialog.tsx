import { Form, Input, Modal, Radio } from 'antd';
import type { PauseSending } from '#domain/messaging/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { sendingWords } from './sending-words.ts';

type Scope = Exclude<PauseSending['scope'], 'nothing'>;

interface PauseDialogProps {
  scopes: readonly Scope[];
  isSaving: boolean;
  onSave: (pause: PauseSending) => void;
  onClose: () => void;
}

/** What is stopped, and why: the reason stands on every page of messages until it goes on. */
export function PauseDialog({ scopes, isSaving, onSave, onClose }: PauseDialogProps) {
  const say = useWords(sendingWords);
  const [form] = Form.useForm<{ scope: Scope; reason?: string }>();
  return (
    <Modal
      open
      width={440}
      title={say('pause.title')}
      okText={say('pause')}
      okButtonProps={{ danger: true }}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{say('pause.text')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ scope: scopes[0] }}
        onFinish={({ scope, reason }) => onSave({ scope, reason: reason?.trim() || null })}
      >
        <Form.Item name="scope" label={say('pause.scope')}>
          <Radio.Group
            vertical
            options={scopes.map((value) => ({ value, label: say(`pause.scope.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={say('pause.reason')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
