import type { Customer, EditCustomer } from '#domain/customers/contract.ts';
import type { CustomerFieldValues } from './customer-fields.tsx';

export type EditValues = CustomerFieldValues & { refusesContact: boolean };

/** What the form of an existing customer starts with. The phone stays empty: nobody edits a masked number. */
export function fieldsOf(customer: Customer): EditValues {
  const { name, gender, birthday, address, occupation, channelSource, ownerId, notes, refusesContact } =
    customer;
  return {
    name,
    gender,
    birthday,
    phone: null,
    address,
    occupation,
    channelSource,
    ownerId,
    notes,
    refusesContact,
  };
}

/** What of the form is another than it was; a phone only where one was typed. */
export function changeOf({ phone, ...fields }: EditValues, before: Customer): EditCustomer {
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const changed = names.filter((name) => fields[name] !== before[name]);
  return { ...Object.fromEntries(changed.map((name) => [name, fields[name]])), ...(phone && { phone }) };
}

/** All of the form, to stand over what somebody else saved meanwhile. */
export function wholeOf({ phone, ...fields }: EditValues): EditCustomer {
  return { ...fields, ...(phone && { phone }) };
}
