import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type { RecoveryRulesView } from '#domain/recovery/contract.ts';
import { RecoveryRules } from '#domain/recovery/recovery-rules.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { usePublishRecoveryRules } from './api.ts';
import { recoveryWords } from './words.ts';
import './recovery.css';

const figures = [
  ...(['opensBelow', 'resolveHours', 'answerHours', 'confirmHours', 'remindHours'] as const),
  ...(['formalDays', 'formalDaysOfMany', 'settledFrom', 'triesBeforeEnd', 'repeatWeeks'] as const),
] as const;

/** The clinic's figures and causes; what is published counts from the next step on. */
export function RecoveryRulesForm({ of }: { of: RecoveryRulesView }) {
  const say = useWords(recoveryWords);
  const tell = useTell();
  const publish = usePublishRecoveryRules();
  const { required, fits } = useFieldRules();
  const save = (written: RecoveryRules) => {
    const causes = written.causes.map((cause, place) => ({
      ...cause,
      key: cause.key ?? `own-${of.version + 1}-${place}`,
      isUsed: cause.isUsed ?? true,
    }));
    publish.mutate(
      { rules: { ...of.rules, ...written, causes }, version: of.version },
      { onSuccess: () => tell.done(say('rules.published')), onError: tell.failed },
    );
  };

  return (
    <Form<RecoveryRules>
      className="panel"
      layout="vertical"
      requiredMark={false}
      initialValues={of.rules}
      onFinish={save}
    >
      <div className="recovery-figures">
        {figures.map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={say(`rules.${name}`)}
            rules={[required, fits(RecoveryRules.shape[name])]}
          >
            <InputNumber precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
        <Form.Item name="remedyLimitFen" label={say('rules.remedyLimitFen')} rules={[required]}>
          <MoneyInput />
        </Form.Item>
      </div>
      <h2>{say('rules.causes')}</h2>
      <Form.List name="causes">
        {(fields, { add }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="line">
                <Form.Item name={[name, 'key']} hidden noStyle>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, 'name']} rules={[required]} label={say('rules.cause.name')}>
                  <Input maxLength={40} />
                </Form.Item>
                <Form.Item name={[name, 'isUsed']} valuePropName="checked" initialValue={true} label=" ">
                  <Checkbox>{say('rules.cause.used')}</Checkbox>
                </Form.Item>
              </div>
            ))}
            <Button onClick={() => add({ isUsed: true })}>{say('rules.cause.add')}</Button>
          </>
        )}
      </Form.List>
      <p />
      <Button type="primary" htmlType="submit" loading={publish.isPending}>
        {say('rules.publish')}
      </Button>
    </Form>
  );
}
