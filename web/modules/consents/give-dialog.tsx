import { Form, Input, Modal } from 'antd';
import { GiveConsent } from '#domain/consents/contract.ts';
import type { StandingConsent } from '#domain/consents/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { useGiveConsent } from './api.ts';
import { consentsWords } from './words.ts';

interface GiveDialogProps {
  customerId: string;
  about: StandingConsent;
  what: string;
  /** Who answers for a child; null where the customer does. */
  guardian: string | null;
  onClose: () => void;
}

interface Typed {
  evidence: string;
  guardianName?: string;
  guardianRelation?: string;
}

/** A yes is not taken down without what shows it. */
export function GiveDialog({ customerId, about, what, guardian, onClose }: GiveDialogProps) {
  const say = useWords(consentsWords);
  const tell = useTell();
  const give = useGiveConsent(customerId);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<Typed>();
  const { purpose, channel } = about;

  const save = (typed: Typed) =>
    give.mutate(
      { purpose, channel, way: 'paper', ...typed },
      {
        onSuccess: () => {
          tell.done(say('given'));
          onClose();
        },
      },
    );

  return (
    <Modal
      open
      width={440}
      title={say('give.title', { what })}
      okText={say('give')}
      confirmLoading={give.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ guardianName: guardian ?? undefined }}
        onFinish={save}
      >
        <Form.Item
          name="evidence"
          label={say('evidence')}
          extra={say('evidence.hint')}
          rules={[required, fits(GiveConsent.shape.evidence)]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
        {guardian !== null && (
          <>
            <Form.Item name="guardianName" label={say('guardian')} rules={[required]}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="guardianRelation" label={say('relation')} rules={[required]}>
              <Input maxLength={40} />
            </Form.Item>
          </>
        )}
      </Form>
      <ErrorMessage error={give.error} />
    </Modal>
  );
}
