import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { recordParts, type RecordPart } from '#domain/customers/completeness.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { mergedInto } from '#web/lib/api-error.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ConsentsPanel } from '#web/modules/consents/consents-panel.tsx';
import { ConsultationsPanel } from '#web/modules/consultations/consultations-panel.tsx';
import { useClassNames } from '#web/modules/classes/class-names.ts';
import { ContactPanel } from '#web/modules/classes/contact-panel.tsx';
import { useCustomer } from '#web/modules/customers/api.ts';
import { CustomerFacts } from '#web/modules/customers/customer-facts.tsx';
import { CustomerHead } from '#web/modules/customers/customer-head.tsx';
import { CustomerSelect } from '#web/modules/customers/customer-select.tsx';
import type { FactName } from '#web/modules/customers/fact-names.ts';
import { CustomerTimeline } from '#web/modules/customers/timeline.tsx';
import { FormsPanel } from '#web/modules/forms/forms-panel.tsx';
import { DepartureButton } from '#web/modules/followups/departure-button.tsx';
import { NextSteps } from '#web/modules/followups/next-steps.tsx';
import { ReminderDrawer } from '#web/modules/followups/reminder-drawer.tsx';
import { followupsWords } from '#web/modules/followups/words.ts';
import { GradeChip } from '#web/modules/grading/grade-chip.tsx';
import { HandoverAlert } from '#web/modules/handovers/handover-alert.tsx';
import { HandoverLink } from '#web/modules/handovers/handover-link.tsx';
import { CustomerAccount } from '#web/modules/ledger/customer-account.tsx';
import { useRecord } from '#web/modules/records/api.ts';
import { NoShowLine } from '#web/modules/noshows/no-show-line.tsx';
import { CompletenessPanel } from '#web/modules/records/completeness-panel.tsx';
import { DiscreetPanel } from '#web/modules/records/discreet-panel.tsx';
import { AddressesPanel } from '#web/modules/messaging/addresses-panel.tsx';
import { ConsentLinkButton } from '#web/modules/messaging/consent-link-button.tsx';
import { OwnerHistory } from '#web/modules/ownership/owner-history.tsx';
import { PeoplePanel } from '#web/modules/records/people-panel.tsx';
import { WarningsLine } from '#web/modules/records/warnings-line.tsx';
import { RecordTabs, type RecordTab } from '#web/modules/records/record-tabs.tsx';
import { CaseBanner } from '#web/modules/recovery/case-banner.tsx';
import { OpenCaseDrawer } from '#web/modules/recovery/case-drawers.tsx';
import { recoveryWords } from '#web/modules/recovery/words.ts';
import { useStaff, useTeams } from '#web/modules/staff/api.ts';
import { CustomerRedFlags } from '#web/modules/redflags/customer-red-flags.tsx';
import { useOpenVisits } from '#web/modules/visits/api.ts';
import { OpenVisits } from '#web/modules/visits/open-visits.tsx';
import { ClassTag } from '#web/ui/class-tag.tsx';
import { useDocumentTitle } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import './customer-page.css';

/** Where what is missing is filled in: a fact, or one of the tabs. */
const factOf: Partial<Record<RecordPart, FactName>> = {
  name: 'name',
  phone: 'phone',
  'channel-source': 'channelSource',
  birthday: 'birthday',
  gender: 'gender',
  address: 'address',
  owner: 'ownerId',
  occupation: 'occupation',
  likes: 'likes',
  referrer: 'referrerId',
  wechat: 'wechat',
};
const tabOf: Partial<Record<RecordPart, RecordTab>> = { 'latent-problems': 'problems', photos: 'photos' };

/** One record for life: what comes next on top, what was in the middle, what is known on the right. */
export function CustomerPage() {
  const { id = '' } = useParams({ strict: false });
  const asked = useCustomer(id);
  const into = mergedInto(asked.error);
  if (into) return <Navigate to="/customers/$id" params={{ id: into }} replace />;
  return <Loaded of={asked}>{(customer) => <WholeRecord customer={customer} />}</Loaded>;
}

function WholeRecord({ customer }: { customer: Customer }) {
  useDocumentTitle(customer.name);
  const staff = useStaff().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const mayReadVisits = useMay('visits.read');
  const maySeeOwners = useMay('ownership.read');
  const mayClass = useMay('classes.set');
  const maySeeConsents = useMay('consents.read');
  const record = useRecord(customer.id, mayReadVisits).data;
  const wanted = usePartWanted();
  const [askedPart, setAskedPart] = useState(wanted);
  const [tab, setTab] = useState<RecordTab>((wanted && tabOf[wanted]) ?? 'timeline');
  const isVisiting = (useOpenVisits(customer.id, mayReadVisits).data?.items.length ?? 0) > 0;
  const ask = (part: RecordPart) => {
    setAskedPart(part);
    setTab(tabOf[part] ?? 'timeline');
    if (part === 'guardian') document.getElementById('people')?.scrollIntoView({ block: 'center' });
  };

  return (
    <div className="page">
      <CustomerHead customer={customer} marks={<Marks customer={customer} />} />
      {record && <WarningsLine customerId={customer.id} warnings={record.healthWarnings} />}
      <div className="record">
        <div className="record-next">
          <CaseBanner customerId={customer.id} />
          <HandoverAlert customerId={customer.id} />
          <CustomerRedFlags customerId={customer.id} />
          <NextSteps
            customer={customer}
            isVisiting={isVisiting}
            remind={
              <>
                <Remind customer={customer} />
                <DepartureButton customer={customer} />
                <Unhappy customer={customer} />
              </>
            }
          />
        </div>
        <div className="record-past">
          {record ? (
            <RecordTabs
              customerId={customer.id}
              record={record}
              tab={tab}
              onTab={setTab}
              timeline={<CustomerTimeline customer={customer} />}
            />
          ) : (
            <CustomerTimeline customer={customer} />
          )}
        </div>
        <div className="record-facts rows">
          {record && <CompletenessPanel completeness={record.completeness} onAsk={ask} />}
          {mayClass && <ContactPanel customer={customer} />}
          <NoShowLine customerId={customer.id} />
          {mayReadVisits && <OpenVisits customer={customer} treaters={{ staff, teams }} />}
          <Consultations customer={customer} />
          <FormsPanel customer={customer} />
          <CustomerAccount customer={customer} />
          {record && <DiscreetPanel customerId={customer.id} record={record} />}
          {maySeeConsents && (
            <ConsentsPanel customer={customer} link={<ConsentLinkButton customer={customer} />} />
          )}
          <AddressesPanel customer={customer} />
          <CustomerFacts
            customer={customer}
            colleagues={staff}
            referrerName={record?.referrer?.name ?? null}
            asked={askedPart && (factOf[askedPart] ?? null)}
            onAnswered={() => setAskedPart(null)}
          />
          {record && (
            <div id="people">
              <PeoplePanel customerId={customer.id} record={record} pickCustomer={CustomerSelect} />
            </div>
          )}
          {maySeeOwners && <HandoverLink customerId={customer.id} />}
          {maySeeOwners && <OwnerHistory customerId={customer.id} />}
        </div>
      </div>
    </div>
  );
}

/** What they asked for; the address may name the one that somebody came for. */
function Consultations({ customer }: { customer: Customer }) {
  const mayRead = useMay('consultations.read');
  const colleagues = useStaff().data?.items ?? [];
  const { consultation } = useSearch({ strict: false }) as { consultation?: string };
  const navigate = useNavigate();
  if (!mayRead) return null;
  return (
    <ConsultationsPanel
      customer={customer}
      colleagues={colleagues}
      wanted={consultation ?? null}
      onSeen={() => consultation && void navigate({ to: '.', search: {} as never, replace: true })}
    />
  );
}

/** What a list of missing parts led here for. */
function usePartWanted(): RecordPart | null {
  const { ask } = useSearch({ strict: false }) as { ask?: string };
  return recordParts.find((part) => part === ask) ?? null;
}

function Marks({ customer }: { customer: Customer }) {
  const mayReadGrades = useMay('grading.read');
  const mayClass = useMay('classes.set');
  return (
    <>
      {mayReadGrades && <GradeChip customer={customer} />}
      {mayClass && customer.classCode !== null && <NamedClass code={customer.classCode} />}
    </>
  );
}

function NamedClass({ code }: { code: string }) {
  const { nameOf } = useClassNames();
  return <ClassTag code={code} name={nameOf(code)} />;
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

/** Somebody noticed that they are not content. */
function Unhappy({ customer }: { customer: Customer }) {
  const say = useWords(recoveryWords);
  const mayWork = useMay('recovery.work');
  const colleagues = useStaff().data?.items ?? [];
  const [open, setOpen] = useState(false);
  if (!mayWork) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('open')}</Button>
      <OpenCaseDrawer
        customer={customer}
        colleagues={colleagues}
        open={open}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
