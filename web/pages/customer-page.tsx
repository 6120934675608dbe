import { Navigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import { mergedInto } from '#web/lib/api-error.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useCustomer } from '#web/modules/customers/api.ts';
import { CustomerFacts } from '#web/modules/customers/customer-facts.tsx';
import { CustomerHead } from '#web/modules/customers/customer-head.tsx';
import { CustomerTimeline } from '#web/modules/customers/timeline.tsx';
import { NextSteps } from '#web/modules/followups/next-steps.tsx';
import { ReminderDrawer } from '#web/modules/followups/reminder-drawer.tsx';
import { followupsWords } from '#web/modules/followups/words.ts';
import { CustomerAccount } from '#web/modules/ledger/customer-account.tsx';
import { useStaff, useTeams } from '#web/modules/staff/api.ts';
import { OpenVisits } from '#web/modules/visits/open-visits.tsx';
import { useDocumentTitle } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import './customer-page.css';

/** One record for life: what comes next on top, what was in the middle, what is known on the right. */
export function CustomerPage() {
  const { id = '' } = useParams({ strict: false });
  const asked = useCustomer(id);
  const into = mergedInto(asked.error);
  if (into) return <Navigate to="/customers/$id" params={{ id: into }} replace />;
  return <Loaded of={asked}>{(customer) => <Record customer={customer} />}</Loaded>;
}

function Record({ customer }: { customer: Customer }) {
  useDocumentTitle(customer.name);
  const staff = useStaff().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const mayReadVisits = useMay('visits.read');

  return (
    <div className="page">
      <CustomerHead customer={customer} />
      <div className="record">
        <div className="record-next">
          <NextSteps customer={customer} remind={<Remind customer={customer} />} />
        </div>
        <div className="record-past">
          <CustomerTimeline customer={customer} />
        </div>
        <div className="record-facts rows">
          {mayReadVisits && <OpenVisits customer={customer} treaters={{ staff, teams }} />}
          <CustomerAccount customer={customer} />
          <CustomerFacts customer={customer} colleagues={staff} />
        </div>
      </div>
    </div>
  );
}

function Remind({ customer }: { customer: Customer }) {
  const say = useWords(followupsWords);
  const mayWork = useMay('followups.work');
  const colleagues = useStaff().data?.items ?? [];
  const [open, setOpen] = useState(false);
  if (!mayWork) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('remind')}</Button>
      <ReminderDrawer
        customer={customer}
        colleagues={colleagues}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
