import { DatePicker, Form, Input, Radio } from 'antd';
import { ProposeOverride } from '#domain/grading/contract.ts';
import { grades } from '#domain/grading/rule-set.ts';
import { gradeWords } from '#web/lib/grade-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { asDay } from '#web/ui/form-values.ts';
import { useProposeOverride } from './api.ts';
import { gradingWords } from './words.ts';

interface AskOverrideDrawerProps {
  customer: { id: string };
  open: boolean;
  onClose: () => void;
}

/** Another grade than the rules give: which, why, until when. Somebody else says yes. */
export function AskOverrideDrawer({ customer, open, onClose }: AskOverrideDrawerProps) {
  const say = useWords(gradingWords);
  const sayGrade = useWords(gradeWords);
  const tell = useTell();
  const propose = useProposeOverride(customer.id);
  const { required, fits } = useFieldRules();

  return (
    <FormDrawer<ProposeOverride>
      title={say('override.ask')}
      saveLabel={say('override.ask')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={async (wish) => {
        await propose.mutateAsync(wish);
        tell.done(say('override.asked'));
      }}
    >
      <p className="soft">{say('override.hint')}</p>
      <Form.Item name="grade" label={say('override.to')} rules={[required]}>
        <Radio.Group
          options={grades.map((grade) => ({ value: grade, label: `${grade} ${sayGrade(grade)}` }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say('override.reason')}
        rules={[required, fits(ProposeOverride.shape.reason)]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="until" label={say('override.until')} rules={[required]} {...asDay}>
        <DatePicker style={{ width: 200 }} />
      </Form.Item>
    </FormDrawer>
  );
}
