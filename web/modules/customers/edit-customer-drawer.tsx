import { Checkbox, Form } from 'antd';
import type { Customer } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import type { ConflictField } from '#web/ui/conflict-dialog.tsx';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { useEditCustomer } from './api.ts';
import { changeOf, fieldsOf, wholeOf, type EditValues } from './customer-drafts.ts';
import { CustomerFields } from './customer-fields.tsx';
import { customersWords } from './words.ts';

interface EditCustomerDrawerProps {
  customer: Customer;
  colleagues: readonly Colleague[];
  onClose: () => void;
}

export function EditCustomerDrawer({ customer, colleagues, onClose }: EditCustomerDrawerProps) {
  const say = useWords(customersWords);
  const tell = useTell();
  const edit = useEditCustomer(customer.id);
  const compare = useCompared(colleagues);

  return (
    <FormDrawer<EditValues>
      title={say('edit', { name: customer.name })}
      open
      onClose={onClose}
      start={fieldsOf(customer)}
      version={customer.version}
      compare={compare}
      onSave={async (fields, version) => {
        // After a conflict "mine" means all of the form; before it only what was changed is sent.
        const change = version === customer.version ? changeOf(fields, customer) : wholeOf(fields);
        await edit.mutateAsync({ version, change });
        tell.done(say('saved'));
      }}
    >
      <CustomerFields colleagues={colleagues} maskedPhone={customer.phone} />
      <Form.Item name="refusesContact" valuePropName="checked" extra={say('refuses.hint')}>
        <Checkbox>{say('refuses.long')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

/** How both versions of a field read, side by side. */
function useCompared(colleagues: readonly Colleague[]): ConflictField[] {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const nameOf = (id: unknown) => colleagues.find((person) => person.id === id)?.name ?? '–';
  return [
    { name: 'name', label: say('name') },
    { name: 'gender', label: say('gender'), show: (gender) => sayClinic(`gender.${gender as 'female'}`) },
    { name: 'birthday', label: say('birthday'), show: (day) => (day ? dates.day(String(day)) : '–') },
    { name: 'address', label: say('address') },
    { name: 'occupation', label: say('occupation') },
    { name: 'channelSource', label: say('source') },
    { name: 'ownerId', label: say('owner'), show: nameOf },
    { name: 'notes', label: say('notes') },
    { name: 'refusesContact', label: say('refuses'), show: (on) => say(on ? 'yes' : 'no') },
  ];
}
