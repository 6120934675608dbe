-- Appointments as they were booked and kept, visits from the door to the door, and what was done in them.

create table appointments (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- The number in the system it came from.
  number text,
  starts_at timestamptz not null,
  day date not null,
  booked_at timestamptz,
  state text not null check (state in ('booked', 'kept', 'missed', 'cancelled')),
  -- Whether a reminder went out before it.
  was_reminded boolean not null default false,
  import_batch_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  -- The same sheet read twice books nothing twice.
  unique (org_id, clinic_id, number)
);
select app_tenant('appointments');
alter table appointments add foreign key (org_id, clinic_id) references clinics;
alter table appointments add foreign key (org_id, customer_id) references customers;
create index appointments_of_customer on appointments (org_id, customer_id, starts_at desc);
create index appointments_by_day on appointments (org_id, clinic_id, day);
create index appointments_by_import on appointments (org_id, import_batch_id) where import_batch_id is not null;

create table visits (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  appointment_id uuid,
  kind text not null check (kind in ('first', 'return')),
  state text not null check (state in ('open', 'closed')),
  -- The clinic's own day of the visit.
  visited_on date not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  chief_complaint text,
  import_batch_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  constraint closed_has_a_time check ((state = 'closed') = (closed_at is not null))
);
select app_tenant('visits');
alter table visits add foreign key (org_id, clinic_id) references clinics;
alter table visits add foreign key (org_id, customer_id) references customers;
alter table visits add foreign key (org_id, appointment_id) references appointments;
create index visits_of_customer on visits (org_id, customer_id, visited_on desc);
create index visits_by_day on visits (org_id, clinic_id, visited_on);
create index visits_by_import on visits (org_id, import_batch_id) where import_batch_id is not null;
-- An appointment is kept by one visit.
create unique index visits_of_appointment on visits (org_id, appointment_id) where appointment_id is not null;

create table treatments (
  org_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  customer_id uuid not null,
  category text not null,
  name text not null,
  team_id uuid,
  doctor_id uuid,
  -- The last session of a course: the course's own followups start here.
  finishes_course boolean not null default false,
  position integer not null,
  primary key (org_id, id)
);
select app_tenant('treatments');
alter table treatments add foreign key (org_id, visit_id) references visits;
alter table treatments add foreign key (org_id, customer_id) references customers;
alter table treatments add foreign key (org_id, team_id) references teams;
alter table treatments add foreign key (org_id, doctor_id) references staff;
create index treatments_of_visit on treatments (org_id, visit_id);
create index treatments_of_customer on treatments (org_id, customer_id);
