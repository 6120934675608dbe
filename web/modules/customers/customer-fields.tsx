import { DatePicker, Form, Input, Segmented } from 'antd';
import { dayAt, type CalendarDate } from '#domain/base/time.ts';
import { CreateCustomer, genders } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable } from '#web/lib/dates.ts';
import { useTimeZone } from '#web/lib/me.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { asDay, emptyIsNull } from '#web/ui/form-values.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { AutoComplete } from '#web/ui/select.tsx';
import { TypedPhoneSharers } from './phone-sharers.tsx';
import { customersWords } from './words.ts';

const { shape } = CreateCustomer;

/** What the form holds, as the wire has it. */
export interface CustomerFieldValues {
  name: string;
  gender: (typeof genders)[number];
  birthday: CalendarDate | null;
  phone: string | null;
  address: string | null;
  occupation: string | null;
  channelSource: string | null;
  ownerId: string | null;
  notes: string | null;
}

interface CustomerFieldsProps {
  colleagues: readonly Colleague[];
}

/** What is asked about a new customer; the rest is filled in on the record. */
export function CustomerFields({ colleagues }: CustomerFieldsProps) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const { required, fits } = useFieldRules();
  const sources = useUsualSources();
  const today = dayAt(serverNow(), useTimeZone());

  return (
    <>
      <Form.Item name="name" label={say('name')} rules={[required, fits(shape.name)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="gender" label={say('gender')}>
        <Segmented
          options={genders.map((gender) => ({ value: gender, label: sayClinic(`gender.${gender}`) }))}
        />
      </Form.Item>
      <Form.Item name="phone" {...emptyIsNull} label={say('phone')} rules={[fits(shape.phone)]}>
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.phone !== after.phone}>
        {({ getFieldValue }) => <TypedPhoneSharers phone={getFieldValue('phone') as string | null} />}
      </Form.Item>
      <Form.Item name="birthday" label={say('birthday')} {...asDay}>
        <DatePicker maxDate={pickable(today)} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="channelSource"
        {...emptyIsNull}
        label={say('source')}
        rules={[fits(shape.channelSource)]}
      >
        <AutoComplete options={sources} allowClear />
      </Form.Item>
      <Form.Item name="ownerId" label={say('owner')} {...emptyIsNull}>
        <PersonSelect allowClear people={colleagues} />
      </Form.Item>
      <Form.Item
        name="occupation"
        {...emptyIsNull}
        label={say('occupation')}
        rules={[fits(shape.occupation)]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" {...emptyIsNull} label={say('address')} rules={[fits(shape.address)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="notes"
        {...emptyIsNull}
        label={say('notes')}
        extra={say('notes.hint')}
        rules={[fits(shape.notes)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}
