import { Checkbox, Form, Input, Modal, Radio } from 'antd';
import type { PauseSending } from '#domain/messaging/contract.ts';
import { pausableChannels, pausableKinds, pausesAll, pausesNothing } from '#domain/messaging/pause.ts';
import type { Pause } from '#domain/messaging/pause.ts';
import { useWords } from '#web/lib/words.ts';
import { sendingWords } from './sending-words.ts';

interface PauseDialogProps {
  /** What is stopped already. */
  now: Pause;
  isSaving: boolean;
  onSave: (pause: PauseSending) => void;
  onClose: () => void;
}

interface Draft extends Pause {
  how: 'all' | 'some';
  reason?: string;
}

/** What is stopped, and why: the reason stands on every page of messages until it goes on. */
export function PauseDialog({ now, isSaving, onSave, onClose }: PauseDialogProps) {
  const say = useWords(sendingWords);
  const [form] = Form.useForm<Draft>();
  const draft = Form.useWatch([], form);
  const isPart = draft?.how === 'some';
  const isEmpty = isPart && pausesNothing({ kinds: draft.kinds ?? [], channels: draft.channels ?? [] });
  const start: Draft = { ...now, how: pausesNothing(now) || pausesAll(now) ? 'all' : 'some' };
  return (
    <Modal
      open
      width={460}
      title={say('pause.title')}
      okText={say('pause')}
      okButtonProps={{ danger: true, disabled: isEmpty }}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{say('pause.text')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={start}
        onFinish={({ how, kinds = [], channels = [], reason }) =>
          onSave({
            kinds: how === 'all' ? [...pausableKinds] : [...kinds],
            channels: how === 'all' ? [] : [...channels],
            reason: reason?.trim() || null,
          })
        }
      >
        <Form.Item name="how" label={say('pause.scope')}>
          <Radio.Group
            vertical
            options={(['all', 'some'] as const).map((value) => ({
              value,
              label: say(`pause.scope.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="kinds" label={say('pause.kinds')} hidden={!isPart}>
          <Checkbox.Group
            options={pausableKinds.map((value) => ({ value, label: say(`pause.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="channels" label={say('pause.channels')} hidden={!isPart}>
          <Checkbox.Group
            options={pausableChannels.map((value) => ({ value, label: say(`pause.channel.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={say('pause.reason')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
