import { DatePicker, Input, Segmented, Switch, type FormItemProps } from 'antd';
import type { ReactElement } from 'react';
import { dayAt } from '#domain/base/time.ts';
import { birthdayCalendars, EditCustomer, genders, type Customer } from '#domain/customers/contract.ts';
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
import { CustomerSelect } from './customer-select.tsx';
import type { FactName } from './fact-names.ts';
import { customersWords } from './words.ts';

interface FactInputOf {
  name: FactName;
  customer: Customer;
  colleagues: readonly Colleague[];
  referrerName: string | null;
}

/** What a fact is typed or chosen in, and the rules it is held to. */
export function useFactInput({ name, customer, colleagues, referrerName }: FactInputOf): {
  input: ReactElement;
  item: FormItemProps;
} {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const { required, fits } = useFieldRules();
  const sources = useUsualSources();
  const today = dayAt(serverNow(), useTimeZone());
  const rules = [...(name === 'name' ? [required] : []), fits(EditCustomer.shape[name])];

  switch (name) {
    case 'gender': {
      const options = genders.map((gender) => ({ value: gender, label: sayClinic(`gender.${gender}`) }));
      return { input: <Segmented options={options} />, item: {} };
    }
    case 'birthday':
      return { input: <DatePicker autoFocus maxDate={pickable(today)} />, item: asDay };
    case 'birthdayCalendar': {
      const options = birthdayCalendars.map((value) => ({ value, label: say(`calendar.${value}`) }));
      return { input: <Segmented options={options} />, item: {} };
    }
    case 'channelSource':
      return {
        input: <AutoComplete autoFocus options={sources} allowClear />,
        item: { ...emptyIsNull, rules },
      };
    case 'ownerId':
    case 'webConsultantId':
    case 'doctorId':
      return { input: <PersonSelect autoFocus allowClear people={colleagues} />, item: emptyIsNull };
    case 'referrerId':
      return { input: <CustomerSelect chosenName={referrerName} except={customer.id} />, item: {} };
    case 'hasInfluence':
    case 'refusesContact':
      return { input: <Switch autoFocus />, item: { valuePropName: 'checked' } };
    case 'likes':
    case 'taboos':
    case 'influenceNote':
    case 'notes':
      return {
        input: <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />,
        item: { ...emptyIsNull, rules },
      };
    case 'phone':
      return {
        input: <Input autoFocus inputMode="tel" autoComplete="off" placeholder={customer.phone ?? ''} />,
        item: {
          ...emptyIsNull,
          rules,
          extra: customer.phone && say('phone.keep', { phone: customer.phone }),
        },
      };
    case 'name':
    case 'wechat':
    case 'occupation':
    case 'address':
      return {
        input: <Input autoFocus autoComplete="off" />,
        item: name === 'name' ? { rules } : { ...emptyIsNull, rules },
      };
  }
}
