import { Form, Input, Segmented } from 'antd';
import { places, type Place } from '#domain/consultations/consultation.ts';
import { EditConsultation } from '#domain/consultations/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { AutoComplete, Select } from '#web/ui/select.tsx';
import { consultationsWords } from './words.ts';
import { VisitSelect } from './visit-select.tsx';

interface AskedFieldsProps {
  customerId: string;
  /** The visit it is in so far. */
  visitId?: string | null;
  /** Only once it is there: a new one is held by who writes it, or by the customer's own person. */
  colleagues?: readonly Colleague[];
}

/** What somebody wants, how they came to ask, and who has it in hand. */
export function AskedFields({ customerId, visitId = null, colleagues }: AskedFieldsProps) {
  const say = useWords(consultationsWords);
  const sayClinic = useWords(clinicWords);
  const { required, fits } = useFieldRules();
  const sources = useUsualSources();
  return (
    <>
      <Form.Item name="place" label={say('place')}>
        <Segmented options={places.map((value) => ({ value, label: say(`place.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.place !== after.place}>
        {({ getFieldValue }) =>
          (getFieldValue('place') as Place) === 'clinic' && (
            <Form.Item name="visitId" label={say('visit')} rules={[required]}>
              <VisitSelect customerId={customerId} chosen={visitId} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="askedCategories" label={say('categories')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={treatmentCategories.map((value) => ({ value, label: sayClinic(`treatment.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="asked"
        label={say('asked')}
        extra={say('asked.hint')}
        rules={[fits(EditConsultation.shape.asked)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="channelSource"
          {...emptyIsNull}
          label={say('source')}
          rules={[fits(EditConsultation.shape.channelSource)]}
        >
          <AutoComplete options={sources} allowClear />
        </Form.Item>
        {colleagues && (
          <Form.Item name="consultantId" label={say('consultant')}>
            <PersonSelect people={colleagues} />
          </Form.Item>
        )}
      </div>
    </>
  );
}
