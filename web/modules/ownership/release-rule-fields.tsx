import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { grades } from '#domain/grading/rule-set.ts';
import { releasableKinds } from '#domain/ownership/owner-kind.ts';
import { ReleaseRule, releaseClocks, releaseDeciders } from '#domain/ownership/release-rules.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useRuleSentence } from './rule-sentence.ts';
import { ownershipWords } from './words.ts';

/** A rule as it stands in the form: the figures of both kinds of clock. */
export interface RuleDraft {
  clock: ReleaseRule['clock'];
  ownerKind: ReleaseRule['ownerKind'];
  grades: ReleaseRule['grades'];
  decidedBy: ReleaseRule['decidedBy'];
  days?: number | null;
  months?: number | null;
  reviewDay?: number | null;
}

/** The rule without the figures of the other clock; null while one is missing. */
export function ruleOf({ days, months, reviewDay, ...shared }: RuleDraft): ReleaseRule | null {
  const read = ReleaseRule.safeParse(
    shared.clock === 'no-visit' ? { ...shared, months, reviewDay } : { ...shared, days },
  );
  return read.success ? read.data : null;
}

/** One rule, and in words what it says. */
export function ReleaseRuleFields({ place, onRemove }: { place: number; onRemove: () => void }) {
  const say = useWords(ownershipWords);
  const sentence = useRuleSentence();
  const { required } = useFieldRules();
  const form = Form.useFormInstance<{ rules: RuleDraft[] }>();
  const draft = Form.useWatch(['rules', place], form) as RuleDraft | undefined;
  const rule = draft && ruleOf(draft);
  const number = place + 1;
  const choose = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));

  return (
    <fieldset className="release-rule" aria-label={say('rule', { number })}>
      <div className="line" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
        <p>{rule ? sentence(rule) : say('rule', { number })}</p>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={say('rule.remove', { number })}
          onClick={onRemove}
        />
      </div>
      <div className="release-rule-fields">
        <Form.Item name={[place, 'ownerKind']} label={say('rule.kind')} rules={[required]}>
          <Select options={choose(releasableKinds, (kind) => say(`kind.${kind}`))} />
        </Form.Item>
        <Form.Item name={[place, 'clock']} label={say('rule.clock')} rules={[required]}>
          <Select
            popupMatchSelectWidth={false}
            options={choose(releaseClocks, (clock) => say(`clock.${clock}`))}
          />
        </Form.Item>
        {draft?.clock === 'no-visit' ? (
          <>
            <Form.Item name={[place, 'months']} label={say('rule.months')} rules={[required]}>
              <InputNumber min={1} max={60} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={[place, 'reviewDay']} label={say('rule.reviewDay')} rules={[required]}>
              <InputNumber min={1} max={31} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name={[place, 'days']} label={say('rule.days')} rules={[required]}>
            <InputNumber min={1} max={365} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name={[place, 'grades']} label={say('rule.grades')}>
          <Select
            mode="multiple"
            placeholder={say('rule.grades.all')}
            options={choose(grades, (grade) => grade)}
          />
        </Form.Item>
        <Form.Item name={[place, 'decidedBy']} label={say('rule.decidedBy')} rules={[required]}>
          <Select options={choose(releaseDeciders, (decider) => say(`decider.${decider}`))} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
