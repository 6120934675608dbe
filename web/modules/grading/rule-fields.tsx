import { Form, InputNumber, Switch } from 'antd';
import { useId } from 'react';
import { GradeRuleSet } from '#domain/grading/rule-set.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { gradingWords } from './words.ts';

type Figure =
  'spendMonths' | 'spendKeptPercent' | 'referrals' | 'dissatisfiedBelow' | 'overrideMonths' | 'spendFen';
type Condition = 'influenceIsA' | 'potentialNeedsMeans' | 'openCaseIsD';

/** The figures of the grades; risks and conditions that nobody records yet are left as they are. */
export function RuleFields() {
  const say = useWords(gradingWords);
  return (
    <>
      <fieldset>
        <legend>{say('group.A')}</legend>
        <div className="rules-fields">
          <FigureField name="spendFen" />
          <FigureField name="spendMonths" />
          <FigureField name="spendKeptPercent" hint={say('spendKeptPercent.hint')} />
          <FigureField name="referrals" />
        </div>
        <ConditionField name="influenceIsA" />
      </fieldset>
      <fieldset>
        <legend>{say('group.B')}</legend>
        <ConditionField name="potentialNeedsMeans" />
      </fieldset>
      <fieldset>
        <legend>{say('group.D')}</legend>
        <div className="rules-fields">
          <FigureField name="dissatisfiedBelow" />
        </div>
        <ConditionField name="openCaseIsD" />
      </fieldset>
      <fieldset>
        <legend>{say('group.hand')}</legend>
        <div className="rules-fields">
          <FigureField name="overrideMonths" />
        </div>
      </fieldset>
    </>
  );
}

function FigureField({ name, hint }: { name: Figure; hint?: string }) {
  const say = useWords(gradingWords);
  const { required, fits } = useFieldRules();
  return (
    <Form.Item name={name} label={say(name)} extra={hint} rules={[required, fits(GradeRuleSet.shape[name])]}>
      {name === 'spendFen' ? <MoneyInput /> : <InputNumber style={{ width: '100%' }} precision={0} />}
    </Form.Item>
  );
}

function ConditionField({ name }: { name: Condition }) {
  const say = useWords(gradingWords);
  const id = useId();
  return (
    <div className="switch-line">
      <Form.Item name={name} valuePropName="checked">
        <Switch size="small" id={id} />
      </Form.Item>
      <label htmlFor={id}>{say(name)}</label>
    </div>
  );
}
