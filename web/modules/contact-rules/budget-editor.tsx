import { Button, Form, InputNumber, Switch } from 'antd';
import { ContactBudget, waitingPurposes, type ContactBudgetView } from '#domain/contacts/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { usePublishContactBudget } from './api.ts';
import { contactRuleWords } from './words.ts';
import './contact-rules.css';

/** A limit as it stands in the form: its figures stay there while it is switched off. */
interface LimitDraft {
  isOn: boolean;
  contacts: number;
  days: number;
}
type Draft = { perDay: LimitDraft } & Record<(typeof waitingPurposes)[number], LimitDraft>;

const usual = { contacts: 2, days: 7 };

function draftOf({ perDay, limits }: ContactBudget): Draft {
  const draftOfLimit = (limit: { contacts: number; days: number } | null): LimitDraft => ({
    ...(limit ?? usual),
    isOn: limit !== null,
  });
  return {
    perDay: draftOfLimit(perDay === null ? null : { contacts: perDay, days: 1 }),
    service: draftOfLimit(limits.service),
    satisfaction: draftOfLimit(limits.satisfaction),
    marketing: draftOfLimit(limits.marketing),
  };
}

function budgetOf({ perDay, service, satisfaction, marketing }: Draft): ContactBudget {
  const limitOf = ({ isOn, contacts, days }: LimitDraft) => (isOn ? { contacts, days } : null);
  return ContactBudget.parse({
    perDay: perDay.isOn ? perDay.contacts : null,
    limits: {
      service: limitOf(service),
      satisfaction: limitOf(satisfaction),
      marketing: limitOf(marketing),
    },
  });
}

/** How often a person is contacted before what may wait does so; in words beside each figure. */
export function BudgetEditor({ view, published }: { view: ContactBudgetView; published: string }) {
  const say = useWords(contactRuleWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const confirm = useConfirm();
  const publish = usePublishContactBudget();
  const mayManage = useMay('protocols.manage');
  const [form] = Form.useForm<Draft>();

  const ask = (draft: Draft) =>
    void confirm({
      title: say('publish.ask'),
      text: say('publish.text'),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ budget: budgetOf(draft), version: view.version });
        tell.done(say('published'));
      },
    });

  return (
    <section className="panel contact-rules">
      <h2>{say('budget')}</h2>
      <p className="soft">{say('budget.about')}</p>
      <p className="soft">{published}</p>
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!mayManage}
        initialValues={draftOf(view.budget)}
        onFinish={ask}
      >
        <LimitFields name="perDay" title={say('perDay')} sentence={() => say('perDay.text')} />
        {waitingPurposes.map((purpose) => (
          <LimitFields
            key={purpose}
            name={purpose}
            title={sayClinic(`purpose.${purpose}`)}
            sentence={({ contacts, days }) => say('limit.sentence', { count: contacts, days })}
          />
        ))}
        {mayManage ? (
          <Button type="primary" htmlType="submit">
            {say('publish')}
          </Button>
        ) : (
          <p className="soft">{say('readOnly')}</p>
        )}
      </Form>
    </section>
  );
}

interface LimitFieldsProps {
  name: keyof Draft;
  title: string;
  sentence: (limit: LimitDraft) => string;
}

function LimitFields({ name, title, sentence }: LimitFieldsProps) {
  const say = useWords(contactRuleWords);
  const { required } = useFieldRules();
  const form = Form.useFormInstance<Draft>();
  const limit = Form.useWatch(name, form) as LimitDraft | undefined;
  const isOn = limit?.isOn ?? false;

  return (
    <fieldset className="contact-limit" aria-label={title}>
      <Form.Item name={[name, 'isOn']} valuePropName="checked">
        <Switch aria-label={`${title} ${say('limited')}`} />
      </Form.Item>
      <b>{title}</b>
      <Form.Item name={[name, 'contacts']} label={say('limit.contacts')} hidden={!isOn} rules={[required]}>
        <InputNumber min={1} max={name === 'perDay' ? 20 : 30} precision={0} />
      </Form.Item>
      {name !== 'perDay' && (
        <Form.Item name={[name, 'days']} label={say('limit.days')} hidden={!isOn} rules={[required]}>
          <InputNumber min={1} max={90} precision={0} />
        </Form.Item>
      )}
      <span className="soft">{limit && (isOn ? sentence(limit) : say('limit.none'))}</span>
    </fieldset>
  );
}
