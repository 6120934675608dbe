import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { NewTreatment } from '#domain/visits/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { PersonSelect } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import type { Treaters } from './treaters.ts';
import { visitsWords } from './words.ts';
import './treatment-fields.css';

/** The treatments of a visit, one line each. */
export function TreatmentFields({ treaters }: { treaters: Treaters }) {
  const say = useWords(visitsWords);
  const sayClinic = useWords(clinicWords);
  const { required, fits } = useFieldRules();
  const doctors = treaters.staff.filter(({ role, treats }) => treats || role === 'nurse');

  return (
    <Form.List name="treatments">
      {(lines, { add, remove }) => (
        <fieldset className="treatment-lines">
          <legend>{say('treatments')}</legend>
          {lines.map(({ key, name }) => (
            <div key={key} className="treatment-line">
              <Form.Item name={[name, 'category']} label={say('category')} rules={[required]}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={treatmentCategories.map((value) => ({
                    value,
                    label: sayClinic(`treatment.${value}`),
                  }))}
                />
              </Form.Item>
              <Form.Item
                name={[name, 'name']}
                label={say('treatment')}
                rules={[required, fits(NewTreatment.shape.name)]}
              >
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'teamId']} label={say('team')}>
                <Select
                  allowClear
                  popupMatchSelectWidth={false}
                  notFoundContent={say('team.none')}
                  options={treaters.teams.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'doctorId']} label={say('doctor')}>
                <PersonSelect allowClear people={doctors} notFoundContent={say('doctor.none')} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={say('treatment.remove')}
                onClick={() => remove(name)}
              />
              <Form.Item name={[name, 'finishesCourse']} valuePropName="checked" className="finishes-course">
                <Checkbox>{say('treatment.finishesCourse')}</Checkbox>
              </Form.Item>
            </div>
          ))}
          <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>
            {say('treatment.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
