import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName, useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { EditCustomerDrawer } from './edit-customer-drawer.tsx';
import { useGenderAndAge } from './gender-and-age.ts';
import { customersWords } from './words.ts';
import './customers.css';

/** What is known about the customer, and what is missing. */
export function CustomerFacts({
  customer,
  colleagues,
}: {
  customer: Customer;
  colleagues: readonly Colleague[];
}) {
  const say = useWords(customersWords);
  const dates = useDates(customer.clinicId);
  const clinicName = useClinicName();
  const genderAndAge = useGenderAndAge();
  const mayEdit = useMay('customers.write');
  // As it was when the form was opened: what is saved meanwhile by others has to show as a conflict.
  const [editing, setEditing] = useState<Customer | null>(null);

  const facts: [string, string | null][] = [
    [say('genderAndAge'), genderAndAge(customer) || null],
    [say('birthday'), customer.birthday ? dates.day(customer.birthday) : null],
    [say('phone'), customer.phone],
    [say('source'), customer.channelSource],
    [say('owner'), customer.ownerName],
    [say('clinic'), clinicName(customer.clinicId)],
    [say('occupation'), customer.occupation],
    [say('address'), customer.address],
    [say('notes'), customer.notes],
    [say('createdAt'), dates.dateTime(customer.createdAt)],
  ];

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('facts')}</h2>
        {mayEdit && (
          <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(customer)}>
            {say('edit.short')}
          </Button>
        )}
      </div>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value ? 'written' : 'soft'}>{value ?? say('missing')}</dd>
          </div>
        ))}
      </dl>
      {editing && (
        <EditCustomerDrawer customer={editing} colleagues={colleagues} onClose={() => setEditing(null)} />
      )}
    </section>
  );
}
