import { Form, Input, Modal } from 'antd';
import { consentText } from '#domain/consents/consent-texts.ts';
import type { ConsentWay } from '#domain/consents/consent.ts';
import { GiveConsent } from '#domain/consents/contract.ts';
import type { StandingConsent } from '#domain/consents/contract.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useGiveConsent, useWithdrawConsent } from './api.ts';
import { useConsentName } from './consent-name.ts';
import { consentsWords } from './words.ts';

interface AnswerDialogProps {
  customer: { id: string; clinicId: string };
  about: StandingConsent;
  decision: 'given' | 'withdrawn';
  /** Who answers for a child; null where the customer does. */
  guardian: string | null;
  onClose: () => void;
}

interface Typed {
  way: ConsentWay;
  evidence?: string;
  guardianName?: string;
  guardianRelation?: string;
}

/** How a colleague hears it; a page or a reply is written down by itself. */
const heardWays = ['paper', 'in_person', 'phone'] as const;

/** A yes is taken down with the words it was given to and what shows it; a no needs neither. */
export function AnswerDialog({ customer, about, decision, guardian, onClose }: AnswerDialogProps) {
  const say = useWords(consentsWords);
  const what = useConsentName()(about);
  const clinicName = useClinicName();
  const tell = useTell();
  const give = useGiveConsent(customer.id);
  const withdraw = useWithdrawConsent(customer.id);
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<Typed>();
  const { purpose, channel } = about;
  const isYes = decision === 'given';

  const save = ({ way, evidence = '', ...typed }: Typed) => {
    const done = {
      onSuccess: () => {
        tell.done(say(isYes ? 'given' : 'withdrawn'));
        onClose();
      },
    };
    if (isYes) give.mutate({ purpose, channel, way, evidence, ...typed }, done);
    else withdraw.mutate({ purpose, channel, way, note: evidence.trim() || null }, done);
  };

  return (
    <Modal
      open
      width={480}
      title={say(isYes ? 'give.title' : 'withdraw.title', { what })}
      okText={say(isYes ? 'give' : 'refuse')}
      confirmLoading={give.isPending || withdraw.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {isYes ? (
        <blockquote className="consent-text">
          {consentText(purpose, channel, clinicName(customer.clinicId))}
        </blockquote>
      ) : (
        <p>{say('withdraw.text')}</p>
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ way: isYes ? 'paper' : 'phone', guardianName: guardian ?? undefined }}
        onFinish={save}
      >
        <Form.Item name="way" label={say('way')}>
          <Select options={heardWays.map((value) => ({ value, label: say(`way.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="evidence"
          label={say(isYes ? 'evidence' : 'note')}
          {...(isYes && { extra: say('evidence.hint') })}
          rules={isYes ? [required, fits(GiveConsent.shape.evidence)] : []}
        >
          <Input maxLength={200} />
        </Form.Item>
        {isYes && guardian !== null && (
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
      {(give.error ?? withdraw.error) && <ErrorMessage error={give.error ?? withdraw.error} />}
    </Modal>
  );
}
