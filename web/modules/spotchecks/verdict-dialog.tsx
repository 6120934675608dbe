import { Form, Input, Modal } from 'antd';
import type { SpotCheck, Verdict } from '#domain/spotchecks/contract.ts';
import { ReviewCall } from '#domain/spotchecks/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useReviewCall } from './api.ts';
import { spotCheckWords } from './words.ts';

interface VerdictDialogProps {
  check: SpotCheck;
  verdict: Verdict;
  onClose: (done: boolean) => void;
}

/** A doubt is never left without what it rests on. */
export function VerdictDialog({ check, verdict, onClose }: VerdictDialogProps) {
  const say = useWords(spotCheckWords);
  const tell = useTell();
  const review = useReviewCall();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ note: string }>();
  const { callId, version, staffName, customerName } = check;

  const save = ({ note }: { note: string }) =>
    review.mutate(
      { callId, verdict, note, version },
      {
        onSuccess: () => {
          tell.done(say('done'));
          onClose(true);
        },
      },
    );

  return (
    <Modal
      open
      width={440}
      title={say('note.title', {
        verdict: say(`verdict.${verdict}`),
        staff: staffName,
        customer: customerName,
      })}
      okText={say(`verdict.${verdict}`)}
      confirmLoading={review.isPending}
      onOk={() => form.submit()}
      onCancel={() => onClose(false)}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="note"
          label={say('note')}
          extra={say('note.hint')}
          rules={[required, fits(ReviewCall.shape.note)]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
      </Form>
      <ErrorMessage error={review.error} />
    </Modal>
  );
}
