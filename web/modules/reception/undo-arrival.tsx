import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { UndoArrival as UndoArrivalShape, type BoardCard } from '#domain/reception/contract.ts';
import { mayUndoArrival, type VisitStage } from '#domain/reception/stage.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useUndoArrival } from './api.ts';
import { receptionWords } from './words.ts';

interface UndoArrivalProps {
  card: BoardCard & { visitId: string };
  onDone: () => void;
}

/** The wrong person was received, or checked in: with a reason they are expected as before. */
export function UndoArrival({ card, onDone }: UndoArrivalProps) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const undo = useUndoArrival();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ reason: string }>();
  const [isOpen, setOpen] = useState(false);
  const { visitId, version, inTreatmentAt } = card;
  if (!mayUndoArrival({ stage: card.stage as VisitStage, inTreatmentAt }).allowed) return null;
  return (
    <div>
      <Button size="small" danger onClick={() => setOpen(true)}>
        {say('arrival.undo')}
      </Button>
      <Modal
        open={isOpen}
        width={420}
        title={say('arrival.undo.title', { name: card.customerName })}
        okText={say('arrival.undo')}
        confirmLoading={undo.isPending}
        onOk={() => form.submit()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{say('arrival.undo.about')}</p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }) =>
            undo.mutate(
              { visitId, version, reason },
              {
                onSuccess: () => {
                  tell.done(say('arrival.undone'));
                  onDone();
                },
                onError: tell.failed,
              },
            )
          }
        >
          <Form.Item
            name="reason"
            label={say('arrival.undo.reason')}
            rules={[required, fits(UndoArrivalShape.shape.reason)]}
          >
            <Input autoFocus maxLength={200} />
          </Form.Item>
        </Form>
      </Modal>
    </div>
  );
}
