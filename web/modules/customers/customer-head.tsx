import { StopOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useGenderAndAge } from './gender-and-age.ts';
import { PhoneNumber } from './phone-number.tsx';
import { customersWords } from './words.ts';
import './customers.css';

interface CustomerHeadProps {
  customer: Customer;
  /** What they are worth to us and what they were taken for, beside the name. */
  marks?: ReactNode;
}

/** Who this is, in one line. */
export function CustomerHead({ customer, marks }: CustomerHeadProps) {
  const say = useWords(customersWords);
  const dates = useDates(customer.clinicId);
  const genderAndAge = useGenderAndAge();
  const { name, number, ownerName, lastVisitOn, refusesContact, deceasedOn, movedAwayOn } = customer;
  const gone = deceasedOn
    ? say('deceased.on', { day: dates.day(deceasedOn) })
    : movedAwayOn && say('movedAway.on', { day: dates.day(movedAwayOn) });

  return (
    <header className="page-head customer-head">
      <div className="line">
        <h1>{name}</h1>
        {marks}
        <span>{genderAndAge(customer)}</span>
        <PhoneNumber customer={customer} />
        <span className="soft">{say('number.is', { number })}</span>
        <span className="soft">{ownerName ? say('owner.is', { name: ownerName }) : say('owner.none')}</span>
        <span className="soft">
          {lastVisitOn ? say('lastVisit.on', { day: dates.day(lastVisitOn) }) : say('never')}
        </span>
        {gone && <StatusTag meaning="neutral">{gone}</StatusTag>}
        {refusesContact && (
          <StatusTag meaning="overdue" icon={<StopOutlined />}>
            {say('refuses')}
          </StatusTag>
        )}
      </div>
    </header>
  );
}
