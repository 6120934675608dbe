import { Form, Input } from 'antd';
import { EditConsultation } from '#domain/consultations/contract.ts';
import type { WhyNot } from '#domain/consultations/reasons.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { Select } from '#web/ui/select.tsx';
import { useWhyNot } from './api.ts';
import { itemsOf } from './consultation-values.ts';
import type { ConsultationFields } from './consultation-values.ts';
import { consultationsWords } from './words.ts';

/** Why nothing was agreed on, from the clinic's own list, and what they may need one day. */
export function WhyNotFields({ picked }: { picked: readonly WhyNot[] }) {
  const say = useWords(consultationsWords);
  const wording = useWording();
  const { fits } = useFieldRules();
  const offered = useWhyNot().data?.items ?? [];
  // What left the list since stays pickable where it was picked.
  const reasons = [...offered, ...picked.filter(({ key }) => !offered.some((each) => each.key === key))];
  return (
    <>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => {
          const isDeal = itemsOf(getFieldsValue() as ConsultationFields).some(({ isAgreed }) => isAgreed);
          return (
            <div hidden={isDeal}>
              <Form.Item name="whyNotKeys" label={say('whyNot')}>
                <Select
                  mode="multiple"
                  placeholder={say('whyNot.pick')}
                  showSearch={{ optionFilterProp: 'label' }}
                  options={reasons.map((reason) => ({ value: reason.key, label: wording(reason) }))}
                />
              </Form.Item>
              <Form.Item
                name="whyNotWords"
                label={say('whyNot.words')}
                rules={[fits(EditConsultation.shape.whyNotWords)]}
              >
                <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
              </Form.Item>
            </div>
          );
        }}
      </Form.Item>
      <Form.Item
        name="needs"
        label={say('needs')}
        extra={say('needs.hint')}
        rules={[fits(EditConsultation.shape.needs)]}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
