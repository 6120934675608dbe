import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useClinicName, useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { FactEditor } from './fact-editor.tsx';
import { factNames, type FactName } from './fact-names.ts';
import { FieldHistory } from './field-history.tsx';
import { fieldNames } from './field-names.ts';
import { customersWords } from './words.ts';
import './customers.css';

interface CustomerFactsProps {
  customer: Customer;
  colleagues: readonly Colleague[];
  /** As far as the reader may know them. */
  referrerName: string | null;
  /** A fact that somebody asked to fill in, from elsewhere on the page. */
  asked?: FactName | null;
  onAnswered?: () => void;
}

/** What is known about the customer, and what is missing; each fact is corrected where it stands. */
export function CustomerFacts({ customer, colleagues, referrerName, asked, onAnswered }: CustomerFactsProps) {
  const say = useWords(customersWords);
  const sayField = useWords(fieldNames);
  const dates = useDates(customer.clinicId);
  const clinicName = useClinicName();
  const shown = useShown(colleagues, referrerName);
  // Null here is "your post does not see it".
  const names = factNames.filter((name) => customer.hasInfluence !== null || !/nfluence/.test(name));

  return (
    <section className="panel">
      <div className="section-head">
        <h2>{say('facts')}</h2>
      </div>
      <dl className="facts editable">
        {names.map((name) => (
          <Fact
            key={name}
            {...{ customer, name, colleagues, referrerName }}
            label={sayField(name)}
            shown={(value) => shown(name, value)}
            isAsked={asked === name}
            onAnswered={onAnswered}
          />
        ))}
        <div>
          <dt>{say('clinic')}</dt>
          <dd>{clinicName(customer.clinicId)}</dd>
        </div>
        <div>
          <dt>{say('createdAt')}</dt>
          <dd>{dates.dateTime(customer.createdAt)}</dd>
        </div>
      </dl>
    </section>
  );
}

interface FactProps extends Omit<CustomerFactsProps, 'asked' | 'onAnswered'> {
  name: FactName;
  label: string;
  shown: (value: unknown) => string | null;
  isAsked: boolean;
  onAnswered: (() => void) | undefined;
}

function Fact({ isAsked, onAnswered, ...fact }: FactProps) {
  const { customer, name, label, shown } = fact;
  const say = useWords(customersWords);
  const mayEdit = useMay('customers.write');
  const [editing, setEditing] = useState<Customer | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isOpen = mayEdit && (editing !== null || isAsked);
  const value = shown(customer[name]);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'center' });
  }, [isAsked]);
  const close = () => {
    setEditing(null);
    onAnswered?.();
  };

  return (
    <div ref={place} className={isOpen ? 'open' : undefined}>
      <dt>{label}</dt>
      <dd className={value ? 'written' : 'soft'}>
        {isOpen ? (
          <FactEditor {...fact} customer={editing ?? customer} onDone={close} />
        ) : (
          <>
            <span onDoubleClick={() => mayEdit && setEditing(customer)}>{value ?? say('missing')}</span>
            <span className="fact-tools">
              {mayEdit && (
                <Button
                  type="text"
                  size="small"
                  icon={<EditOutlined />}
                  aria-label={say('edit', { name: label })}
                  onClick={() => setEditing(customer)}
                />
              )}
              <FieldHistory customer={customer} field={name} label={label} />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}

/** How a value reads; null where there is none. */
function useShown(colleagues: readonly Colleague[], referrerName: string | null) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  return (name: FactName, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (name === 'gender') return value === 'unknown' ? null : sayClinic(`gender.${value as 'female'}`);
    if (name === 'birthday') return dates.day(String(value));
    if (name === 'birthdayCalendar') return say(`calendar.${value as Customer['birthdayCalendar']}`);
    if (name === 'referrerId') return referrerName ?? say('referrer.hidden');
    if (name === 'ownerId' || name === 'webConsultantId' || name === 'doctorId')
      return colleagues.find((person) => person.id === value)?.name ?? '–';
    return String(value);
  };
}
