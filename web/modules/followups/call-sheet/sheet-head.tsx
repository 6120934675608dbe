import { StopOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CallSheet } from '#domain/followups/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import type { Colleague } from '#web/ui/person-select.tsx';
import { HealthWarnings } from '#web/ui/health-warnings.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { followupsWords } from '../words.ts';
import { BudgetNotice } from './budget-notice.tsx';
import { DiscreetNotice } from './discreet-notice.tsx';
import { HoursNotice } from './hours-notice.tsx';
import { SheetActions } from './sheet-actions.tsx';

interface SheetHeadProps {
  sheet: CallSheet;
  colleagues: readonly Colleague[];
  phone: ReactNode;
}

/** Who is called, and whether they may be. */
export function SheetHead({ sheet, colleagues, phone }: SheetHeadProps) {
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(sheet.clinic.id);
  const { id, name, number, gender, age, ownerName, lastVisitOn, refusesContact, grade } = sheet.customer;

  return (
    <header className="sheet-head">
      <div className="line">
        <h2>
          <Link to="/customers/$id" params={{ id }} title={say('record.open')}>
            {name}
          </Link>
        </h2>
        <span>
          {gender !== 'unknown' && `${sayClinic(`gender.${gender}`)} `}
          {age !== null && say('age', { count: age })}
        </span>
        <GradeTag grade={grade} />
        {phone}
        <span className="push" />
        {sheet.followups.length > 0 && <SheetActions sheet={sheet} colleagues={colleagues} />}
      </div>
      <div className="line soft">
        <span>{say('number', { number })}</span>
        <span>{ownerName ? say('owner', { name: ownerName }) : say('owner.none')}</span>
        <span>
          {lastVisitOn ? say('lastVisit', { day: dates.day(lastVisitOn) }) : say('lastVisit.never')}
        </span>
        <span>{sheet.clinic.name}</span>
      </div>
      {refusesContact && (
        <div role="alert">
          <StatusTag meaning="overdue" icon={<StopOutlined />}>
            {say('refusesContact')}
          </StatusTag>
        </div>
      )}
      <HealthWarnings warnings={sheet.customer.healthWarnings} />
      <HoursNotice sheet={sheet} />
      <DiscreetNotice sheet={sheet} />
      <BudgetNotice sheet={sheet} />
    </header>
  );
}
