import { Form } from 'antd';
import type { ReactNode } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { useCreateCustomer } from './api.ts';
import { CustomerFields, type CustomerFieldValues } from './customer-fields.tsx';
import { customersWords } from './words.ts';

interface CreateCustomerDrawerProps {
  open: boolean;
  onClose: () => void;
  colleagues: readonly Colleague[];
  onCreated: (customer: Customer) => void | Promise<void>;
  /** What to say beside the form about what is typed so far. */
  hint?: (typed: Partial<CustomerFieldValues>) => ReactNode;
  /** What else is asked, which the caller keeps. */
  more?: ReactNode;
}

export function CreateCustomerDrawer({
  open,
  onClose,
  colleagues,
  onCreated,
  hint,
  more,
}: CreateCustomerDrawerProps) {
  const say = useWords(customersWords);
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  const { required } = useFieldRules();
  const create = useCreateCustomer();
  const clinicId = chosen?.id ?? (clinics.length === 1 ? clinics[0]?.id : undefined);

  return (
    <FormDrawer<CustomerFieldValues & { clinicId: string }>
      title={say('create')}
      open={open}
      onClose={onClose}
      start={{ gender: 'unknown', ...(clinicId && { clinicId }) }}
      onSave={async (fields) => await onCreated(await create.mutateAsync(fields))}
    >
      {hint && <Typed hint={hint} />}
      {more}
      <CustomerFields colleagues={colleagues} />
      <Form.Item name="clinicId" label={say('clinic')} rules={[required]}>
        <Select options={clinics.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </FormDrawer>
  );
}

function Typed({ hint }: Required<Pick<CreateCustomerDrawerProps, 'hint'>>) {
  return hint(Form.useWatch<Partial<CustomerFieldValues> | undefined>([]) ?? {});
}
