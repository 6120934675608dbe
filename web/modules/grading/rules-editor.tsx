import { Button, Form } from 'antd';
import { useState } from 'react';
import type { RuleSetView } from '#domain/grading/contract.ts';
import { GradeRuleSet } from '#domain/grading/rule-set.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { usePublishRules } from './api.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { RuleFields } from './rule-fields.tsx';
import { gradingWords } from './words.ts';
import './grading.css';

/** The figures, and beside them who would move by them. What was not previewed cannot be published. */
export function RulesEditor({ rules }: { rules: RuleSetView }) {
  const say = useWords(gradingWords);
  const tell = useTell();
  const confirm = useConfirm();
  const publish = usePublishRules();
  const [form] = Form.useForm<GradeRuleSet>();
  const [previewed, setPreviewed] = useState<GradeRuleSet>(rules.ruleSet);
  const [moves, setMoves] = useState<number | null>(null);
  const [isStale, setStale] = useState(false);

  const written = () => GradeRuleSet.parse({ ...rules.ruleSet, ...form.getFieldsValue() });
  const preview = () => {
    setMoves(null);
    setPreviewed(written());
    setStale(false);
  };
  const ask = () =>
    confirm({
      title: say('publish.ask'),
      text: say('publish.text', { count: moves ?? 0 }),
      yes: say('publish'),
      onYes: async () => {
        await publish.mutateAsync({ ruleSet: previewed, version: rules.version });
        tell.done(say('published'));
      },
    });
  const isSame = JSON.stringify(previewed) === JSON.stringify(rules.ruleSet);

  return (
    <div className="rules">
      <section className="panel">
        <Form<GradeRuleSet>
          form={form}
          layout="vertical"
          initialValues={rules.ruleSet}
          requiredMark={false}
          onValuesChange={() => setStale(true)}
          onFinish={preview}
        >
          <RuleFields />
          <div className="line">
            <Button htmlType="submit" type={isStale ? 'primary' : 'default'}>
              {say('preview')}
            </Button>
            <Button
              type={isStale ? 'default' : 'primary'}
              disabled={isStale || isSame || moves === null}
              onClick={() => void ask()}
            >
              {say('publish')}
            </Button>
          </div>
          <p className="soft">{say(isStale ? 'preview.stale' : 'preview.first')}</p>
        </Form>
      </section>
      <PreviewPanel ruleSet={previewed} isStale={isStale} onMoves={setMoves} />
    </div>
  );
}
