-- Protocols, the plans they make of events, the followups owed, and every try to reach the customer.

-- A published protocol (回访曲线). A version is never edited: plans made by it keep it.
create table protocol_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamptz not null,
  -- Set when a later version took over, or the clinic withdrew it.
  retired_at timestamptz,
  primary key (org_id, id),
  unique (org_id, code, version)
);
select app_tenant('protocol_versions');
-- One version of a protocol plans at a time.
create unique index protocol_versions_current on protocol_versions (org_id, code) where retired_at is null;

-- A protocol applied to one event of one customer (回访计划).
create table plans (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  protocol_version_id uuid not null,
  event text not null,
  -- The visit, the month, the call that the event is about.
  event_key text not null,
  event_at timestamptz not null,
  visit_id uuid,
  import_batch_id uuid,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select app_tenant('plans');
alter table plans add foreign key (org_id, customer_id) references customers;
alter table plans add foreign key (org_id, clinic_id) references clinics;
alter table plans add foreign key (org_id, protocol_version_id) references protocol_versions;
alter table plans add foreign key (org_id, visit_id) references visits;
create index plans_of_customer on plans (org_id, customer_id);
create index plans_of_visit on plans (org_id, visit_id) where visit_id is not null;
create index plans_by_import on plans (org_id, import_batch_id) where import_batch_id is not null;

-- One contact that is owed (回访任务). Its id is derived from event, protocol version and step: planned twice, it is there once.
create table followups (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  step_key text not null,
  purpose text not null,
  role text not null,
  assignee_id uuid,
  opens_at timestamptz not null,
  due_at timestamptz not null,
  closes_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'done', 'refused', 'ended')),
  escalation text check (escalation in ('unreachable', 'wrong_number')),
  tries integer not null default 0,
  next_try_at timestamptz,
  last_attempt_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  constraint window_runs_forward check (opens_at <= due_at and due_at <= closes_at),
  -- Nothing leaves the list without a result and its time.
  constraint ended_has_a_time check ((state = 'open') = (ended_at is null)),
  constraint ended_by_hand_says_why check (state not in ('refused', 'ended') or end_reason is not null)
);
select app_tenant('followups');
alter table followups add foreign key (org_id, plan_id) references plans;
alter table followups add foreign key (org_id, customer_id) references customers;
alter table followups add foreign key (org_id, clinic_id) references clinics;
alter table followups add foreign key (org_id, assignee_id) references staff;
-- The list of the day: what is open, by whom, in the order its windows break.
create index followups_open on followups (org_id, clinic_id, closes_at, customer_id) where state = 'open';
create index followups_open_by_assignee on followups (org_id, assignee_id, closes_at) where state = 'open';
create index followups_of_customer on followups (org_id, customer_id, created_at desc);
create index followups_of_plan on followups (org_id, plan_id);
create index followups_ended on followups (org_id, closes_at) where state <> 'open';

-- One try to reach the customer, as heard for one followup; tries of one call share call_id (C6).
create table attempts (
  org_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  followup_id uuid not null,
  staff_id uuid,
  at timestamptz not null,
  channel text not null,
  result text not null check (result in ('reached', 'no_answer', 'call_back', 'refused', 'wrong_number')),
  duration_seconds integer,
  score integer check (score between 0 and 10),
  notes text,
  problem text,
  action_plan text,
  next_appointment_on date,
  call_back_at timestamptz,
  reason text,
  -- What the followup was before, so that a slip can be taken back for a short while.
  followup_before jsonb not null,
  customer_before jsonb,
  undone_at timestamptz,
  primary key (org_id, id),
  -- One followup has one result in a call.
  unique (org_id, call_id, followup_id)
);
select app_tenant('attempts');
alter table attempts add foreign key (org_id, customer_id) references customers;
alter table attempts add foreign key (org_id, followup_id) references followups;
alter table attempts add foreign key (org_id, staff_id) references staff;
create index attempts_of_customer on attempts (org_id, customer_id, at desc);
create index attempts_of_followup on attempts (org_id, followup_id);
create index attempts_by_staff on attempts (org_id, staff_id, at);

-- Months whose satisfaction round was announced, so that the clock tells of each once.
create table closed_months (
  org_id uuid not null,
  clinic_id uuid not null,
  month text not null,
  announced_at timestamptz not null,
  primary key (org_id, clinic_id, month)
);
select app_tenant('closed_months');
alter table closed_months add foreign key (org_id, clinic_id) references clinics;
