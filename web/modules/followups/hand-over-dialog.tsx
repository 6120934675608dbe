import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { HandOver } from '#domain/followups/hand-over-contract.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { useHandOver, useHandOverPreview, useTakeBackHandOver } from './api.ts';
import { followupsWords } from './words.ts';

interface HandOverDialogProps {
  ids: readonly string[];
  colleagues: readonly Colleague[];
  onClose: () => void;
  onDone?: () => void;
}

/** Hands followups to one person, or back to everybody of the role: who cannot take which is shown before. */
export function HandOverDialog({ ids, colleagues, onClose, onDone }: HandOverDialogProps) {
  const say = useWords(followupsWords);
  const { staffId: ownId } = useMe();
  const maySupervise = useMay('followups.supervise');
  const handOver = useHandOver();
  const tellMoved = useTellMoved();
  const [toId, setToId] = useState<string | null>(maySupervise ? ownId : null);
  const [reason, setReason] = useState('');
  const preview = useHandOverPreview({ ids: [...ids], toId });
  const isReady = HandOver.shape.reason.safeParse(reason).success && (preview.data?.moved ?? 0) > 0;

  const save = () =>
    handOver.mutate(
      { ids: [...ids], toId, reason },
      {
        onSuccess: ({ id, moved }) => {
          tellMoved(id, moved);
          onDone?.();
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={480}
      title={say('assign.title', { count: ids.length })}
      okText={say('assign')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={handOver.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" onFinish={save}>
        <Form.Item label={say('assign.to')} extra={say('assign.hint')}>
          <PersonSelect
            autoFocus
            allowClear
            aria-label={say('assign.to')}
            placeholder={say('assign.role')}
            people={colleagues.filter(({ state }) => state === 'active')}
            value={toId}
            onChange={(id) => setToId(id ?? null)}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item label={say('assign.reason')}>
          <Input
            aria-label={say('assign.reason')}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
      </Form>
      <Preview preview={preview} asked={ids.length} />
      <ErrorMessage error={handOver.error ?? preview.error} />
    </Modal>
  );
}

function Preview({ preview, asked }: { preview: ReturnType<typeof useHandOverPreview>; asked: number }) {
  const say = useWords(followupsWords);
  const wording = useWording();
  const count = useNumber();
  if (!preview.data) return null;
  const { moved, refused, holdsNow, isAway } = preview.data;
  return (
    <Alert
      role="status"
      type={refused.length > 0 || isAway ? 'warning' : 'info'}
      title={say('assign.preview', { moved: count(moved), asked: count(asked) })}
      description={
        <>
          {holdsNow !== null && <div>{say('assign.holds', { count: count(holdsNow) })}</div>}
          {isAway && <div>{say('assign.away')}</div>}
          {refused.map(({ id, customerName, stepName, reason }) => (
            <div key={id}>
              {[customerName, stepName && wording(stepName), say(`refused.${reason}`)]
                .filter(Boolean)
                .join(' · ')}
            </div>
          ))}
        </>
      }
    />
  );
}

/** That it was done, with a way back for as long as it stands there. */
function useTellMoved() {
  const say = useWords(followupsWords);
  const tell = useTell();
  const takeBack = useTakeBackHandOver();
  const { notification } = App.useApp();

  return (id: string | null, moved: number) => {
    const key = `hand-over-${id}`;
    const undo = async () => {
      notification.destroy(key);
      try {
        const { back, kept } = await takeBack.mutateAsync(id!);
        tell.done(say('assign.undone', { back, kept }));
      } catch (error) {
        tell.failed(error);
      }
    };
    notification.success({
      key,
      title: say('assign.done', { count: moved }),
      duration: 12,
      actions: id && <Button onClick={() => void undo()}>{say('assign.undo')}</Button>,
    });
  };
}
