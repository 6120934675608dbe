-- Every customer's own account (A4), in two sides that always add up.

-- Treatments sold in advance by the session (疗程); how many are left, the postings say.
create table courses (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  name text not null,
  sessions_total integer not null check (sessions_total > 0),
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id)
);
select app_tenant('courses');
alter table courses add foreign key (org_id, clinic_id) references clinics;
alter table courses add foreign key (org_id, customer_id) references customers;
create index courses_of_customer on courses (org_id, customer_id);

-- What was booked: never edited; what was wrong is reversed by an entry of its own.
create table ledger_entries (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('charge', 'payment', 'refund', 'deposit', 'deposit-used', 'deposit-refund',
    'course-sold', 'session-used', 'course-refund', 'reversal')),
  -- The clinic's own day it counts for.
  booked_on date not null,
  visit_id uuid,
  -- What it was for; of a reversal, why.
  memo text not null default '',
  reverses_id uuid,
  import_batch_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  -- An entry is taken back once.
  unique (org_id, reverses_id),
  constraint a_reversal_says_of_what check ((kind = 'reversal') = (reverses_id is not null))
);
select app_tenant('ledger_entries');
alter table ledger_entries add foreign key (org_id, clinic_id) references clinics;
alter table ledger_entries add foreign key (org_id, customer_id) references customers;
alter table ledger_entries add foreign key (org_id, visit_id) references visits;
alter table ledger_entries add foreign key (org_id, reverses_id) references ledger_entries;
create index ledger_entries_of_customer on ledger_entries (org_id, customer_id, booked_on desc, created_at desc);
create index ledger_entries_by_day on ledger_entries (org_id, clinic_id, booked_on);
create index ledger_entries_of_visit on ledger_entries (org_id, visit_id) where visit_id is not null;
create index ledger_entries_by_import on ledger_entries (org_id, import_batch_id) where import_batch_id is not null;

-- The sides of an entry in whole fen, to an account above zero and from it below; of one entry they sum to nothing.
create table ledger_postings (
  org_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  customer_id uuid not null,
  booked_on date not null,
  account text not null check (account in ('cash', 'receivable', 'deposit', 'prepaid', 'revenue')),
  fen bigint not null,
  course_id uuid,
  -- By how many the sessions left of the course change.
  sessions integer,
  primary key (org_id, entry_id, position),
  constraint only_prepaid_has_a_course check (course_id is null or account = 'prepaid')
);
select app_tenant('ledger_postings');
alter table ledger_postings add foreign key (org_id, entry_id) references ledger_entries;
alter table ledger_postings add foreign key (org_id, customer_id) references customers;
alter table ledger_postings add foreign key (org_id, course_id) references courses;
-- Sums by customer, and what somebody paid since a day, without the entries.
create index ledger_postings_of_customer on ledger_postings (org_id, customer_id, booked_on);
-- Whose money lies here for a treatment.
create index ledger_postings_of_deposits on ledger_postings (org_id, customer_id) where account = 'deposit';

-- Where visits, charts, bookings and the ledger disagreed on a day; reported to a person, never moved.
create table ledger_mismatches (
  org_id uuid not null,
  -- Derived from what disagrees, so that a day checked twice reports it once.
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  day date not null,
  visit_id uuid,
  entry_id uuid,
  appointment_id uuid,
  found_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  note text,
  version integer not null default 1,
  primary key (org_id, id),
  constraint resolved_with_a_note check ((resolved_at is null) = (note is null))
);
select app_tenant('ledger_mismatches');
alter table ledger_mismatches add foreign key (org_id, clinic_id) references clinics;
alter table ledger_mismatches add foreign key (org_id, customer_id) references customers;
alter table ledger_mismatches add foreign key (org_id, visit_id) references visits;
alter table ledger_mismatches add foreign key (org_id, entry_id) references ledger_entries;
alter table ledger_mismatches add foreign key (org_id, appointment_id) references appointments;
alter table ledger_mismatches add foreign key (org_id, resolved_by) references staff;
create index ledger_mismatches_of_customer on ledger_mismatches (org_id, customer_id);
-- The supervisor asks for what is still open.
create index ledger_mismatches_open on ledger_mismatches (org_id, clinic_id, day) where resolved_at is null;

-- Days whose books were checked, so that the clock checks each once.
create table ledger_checks (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  checked_at timestamptz not null,
  primary key (org_id, clinic_id, day)
);
select app_tenant('ledger_checks');
alter table ledger_checks add foreign key (org_id, clinic_id) references clinics;
