import { PlusOutlined } from '@ant-design/icons';
import { Button, Collapse, Form, InputNumber } from 'antd';
import type { ReleaseRulesView } from '#domain/ownership/contract.ts';
import { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { usePublishReleaseRules } from './api.ts';
import { ReleaseRuleFields, ruleOf, type RuleDraft } from './release-rule-fields.tsx';
import { useRuleSentence } from './rule-sentence.ts';
import { ownershipWords } from './words.ts';
import './ownership.css';

type Limits = Omit<ReleaseRules, 'rules'>;
type Draft = Limits & { rules: RuleDraft[] };

const limits = ['cooldownDays', 'overdueCap', 'claimsPerDay'] as const;
const usualWarnings = [1, 2, 3, 5, 7, 10, 14, 21, 30];
const another: RuleDraft = {
  clock: 'visited-unplanned',
  ownerKind: 'consultant',
  grades: [],
  decidedBy: 'manager',
  days: 7,
  months: 6,
  reviewDay: 1,
};

/** Each rule with the sentence it says; what is published counts from tonight. */
export function ReleaseRulesEditor({ rules }: { rules: ReleaseRulesView }) {
  const say = useWords(ownershipWords);
  const tell = useTell();
  const confirm = useConfirm();
  const sentence = useRuleSentence();
  const publish = usePublishReleaseRules();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<Draft>();

  const ask = (draft: Draft) => {
    const ruleSet = ReleaseRules.parse({ ...draft, rules: draft.rules.map(ruleOf) });
    void confirm({
      title: say('publish.ask'),
      text: ruleSet.rules.map((rule) => <p key={JSON.stringify(rule)}>{sentence(rule)}</p>),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ ruleSet, version: rules.version });
        tell.done(say('published'));
      },
    });
  };

  return (
    <div className="panel release-rules">
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...rules.ruleSet,
          rules: rules.ruleSet.rules.map((rule) => ({ ...another, ...rule })),
        }}
        onFinish={ask}
      >
        <p className="soft">{say('says.never')}</p>
        <Form.List name="rules">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <ReleaseRuleFields key={key} place={name} onRemove={() => remove(name)} />
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add(another)}>
                {say('rule.add')}
              </Button>
            </>
          )}
        </Form.List>
        <h2>{say('limits')}</h2>
        <div className="release-rule-fields">
          <Form.Item
            name="warningDays"
            label={say('warningDays')}
            rules={[fits(ReleaseRules.shape.warningDays)]}
          >
            <Select
              mode="multiple"
              options={usualWarnings.map((days) => ({ value: days, label: String(days) }))}
            />
          </Form.Item>
          {limits.map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={say(name)}
              rules={[required, fits(ReleaseRules.shape[name])]}
            >
              <InputNumber precision={0} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        <Button type="primary" htmlType="submit">
          {say('publish')}
        </Button>
      </Form>
      {rules.earlier.length > 0 && <Earlier rules={rules} />}
    </div>
  );
}

function Earlier({ rules }: { rules: ReleaseRulesView }) {
  const say = useWords(ownershipWords);
  const dates = useDates();
  const sentence = useRuleSentence();
  return (
    <>
      <h2>{say('earlier')}</h2>
      <Collapse
        size="small"
        items={rules.earlier.map(({ version, publishedAt, publishedByName, ruleSet }) => ({
          key: version,
          label:
            publishedAt === null
              ? say('version.standard')
              : say('version', {
                  version,
                  name: publishedByName ?? '–',
                  at: dates.dateTime(publishedAt),
                }),
          children: ruleSet.rules.map((rule) => <p key={JSON.stringify(rule)}>{sentence(rule)}</p>),
        }))}
      />
    </>
  );
}
