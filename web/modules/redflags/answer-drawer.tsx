import { Checkbox, Form, Input, Radio } from 'antd';
import type { z } from 'zod';
import { verdicts, type AnswerRedFlag, type RedFlag } from '#domain/redflags/contract.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useAnswerRedFlag } from './api.ts';
import { SignsOf } from './signs-of.tsx';
import { redFlagWords } from './words.ts';

type Answer = z.input<typeof AnswerRedFlag>;

/** The doctor's word on a warning sign: what it is, what the customer shall do, and who tells them. */
export function AnswerDrawer({ flag, onClose }: { flag: RedFlag | null; onClose: () => void }) {
  const say = useWords(redFlagWords);
  const sayFollowup = useWords(followupWords);
  const tell = useTell();
  const answer = useAnswerRedFlag();

  const save = async ({ advice, ...given }: Answer) => {
    const { id, version } = flag!;
    await answer.mutateAsync({ ...given, advice: advice || null, id, version });
    tell.done(say('saved'));
  };
  return (
    <FormDrawer<Answer>
      title={say('answer.title', { name: flag?.customerName ?? '' })}
      open={flag !== null}
      onClose={onClose}
      start={{ toldCustomer: false }}
      onSave={save}
      saveLabel={say('answer')}
    >
      {flag && (
        <div style={{ marginBottom: 16 }}>
          <SignsOf flag={flag} />
          {flag.notes && <p className="soft">{flag.notes}</p>}
        </div>
      )}
      <Form.Item name="verdict" label={say('verdict')} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          options={verdicts.map((verdict) => ({ value: verdict, label: sayFollowup(`verdict.${verdict}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={say('words')}
        extra={say('words.hint')}
        rules={[{ required: true, whitespace: true, max: 2000 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="advice" label={say('advice')} rules={[{ max: 2000 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="toldCustomer" valuePropName="checked" extra={say('toldCustomer.hint')}>
        <Checkbox>{say('toldCustomer')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
