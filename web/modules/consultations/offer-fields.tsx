import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input } from 'antd';
import { agreedAmount } from '#domain/consultations/consultation.ts';
import { OfferedItem } from '#domain/consultations/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { MoneyInput } from '#web/ui/money-input.tsx';
import { Select } from '#web/ui/select.tsx';
import { itemsOf } from './consultation-values.ts';
import type { ConsultationFields } from './consultation-values.ts';
import { consultationsWords } from './words.ts';

/** What was offered line by line, what of it was agreed on, and for how much. */
export function OfferFields({ isDepositBooked }: { isDepositBooked: boolean }) {
  const say = useWords(consultationsWords);
  const sayClinic = useWords(clinicWords);
  const { required, fits } = useFieldRules();
  return (
    <>
      <Form.List name="items">
        {(lines, { add, remove }) => (
          <fieldset className="offer-lines">
            <legend>{say('offered')}</legend>
            {lines.map(({ key, name }) => (
              <div key={key} className="offer-line">
                <Form.Item name={[name, 'category']} label={say('category')} rules={[required]}>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={false}
                    options={treatmentCategories.map((value) => ({
                      value,
                      label: sayClinic(`treatment.${value}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'name']}
                  label={say('item')}
                  rules={[required, fits(OfferedItem.shape.name)]}
                >
                  <Input autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'fen']} label={say('price')} rules={[required]}>
                  <MoneyInput />
                </Form.Item>
                <Form.Item name={[name, 'isAgreed']} label={say('agreed')} valuePropName="checked">
                  <Checkbox aria-label={say('agreed')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={say('item.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ isAgreed: false })}>
              {say('item.add')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => (
          <Amounts fields={getFieldsValue() as ConsultationFields} isDepositBooked={isDepositBooked} />
        )}
      </Form.Item>
    </>
  );
}

/** Asked where something was agreed on, and where an amount stands that has to go again. */
function Amounts({ fields, isDepositBooked }: { fields: ConsultationFields; isDepositBooked: boolean }) {
  const say = useWords(consultationsWords);
  const money = useMoney();
  const items = itemsOf(fields);
  const isShown = items.some(({ isAgreed }) => isAgreed) || fields.agreedFen || fields.depositFen;
  return (
    <div className="pair" hidden={!isShown}>
      <Form.Item
        name="agreedFen"
        label={say('agreedFen')}
        extra={say('agreedFen.hint', { amount: money(agreedAmount({ items, agreedFen: null })) })}
        normalize={zeroIsNull}
      >
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name="depositFen"
        label={say('depositFen')}
        extra={isDepositBooked && say('deposit.booked')}
        normalize={zeroIsNull}
      >
        <MoneyInput disabled={isDepositBooked} />
      </Form.Item>
    </div>
  );
}

function zeroIsNull(fen: number | null): number | null {
  return fen || null;
}
