-- The appointment book (E1): what can be booked and where, who is booked when, and that nobody is booked twice.

-- Lets an exclusion compare ids beside times.
create extension if not exists btree_gist;

-- What the clinic books: how long it takes and in which colour it stands.
create table appointment_kinds (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  category text not null,
  minutes integer not null check (minutes between 5 and 600),
  colour text not null,
  position integer not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id)
);
select app_tenant('appointment_kinds');
create unique index appointment_kinds_in_use on appointment_kinds (org_id, name) where archived_at is null;

-- Where somebody is treated; one at a time.
create table chairs (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  name text not null,
  kind text not null check (kind in ('chair', 'room')),
  position integer not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id)
);
select app_tenant('chairs');
alter table chairs add foreign key (org_id, clinic_id) references clinics;
create unique index chairs_in_use on chairs (org_id, clinic_id, name) where archived_at is null;

-- The figures of a clinic's front desk, where they are its own.
create table desk_rules (
  org_id uuid not null,
  clinic_id uuid not null,
  rules jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, clinic_id)
);
select app_tenant('desk_rules');
alter table desk_rules add foreign key (org_id, clinic_id) references clinics;
alter table desk_rules add foreign key (org_id, updated_by) references staff;

alter table appointments
  -- What came from another system does not say how long it takes.
  add column ends_at timestamptz,
  add column doctor_id uuid,
  add column chair_id uuid,
  add column kind_id uuid,
  add column complaint text,
  add column note text,
  add column origin text not null default 'import' check (origin in ('desk', 'phone', 'online', 'import')),
  add column booked_by uuid,
  add column moved_times integer not null default 0,
  -- What the customer said when asked whether they come.
  add column confirmation text check (confirmation in ('confirmed', 'declined', 'unreached')),
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add column cancelled_at timestamptz,
  add column cancelled_for text check (cancelled_for in ('customer', 'clinic')),
  add column cancelled_by uuid,
  add column cancel_reason text,
  add constraint ends_after_it_starts check (ends_at > starts_at),
  add constraint a_confirmation_has_a_time check ((confirmation is null) = (confirmed_at is null));
alter table appointments add foreign key (org_id, doctor_id) references staff;
alter table appointments add foreign key (org_id, chair_id) references chairs;
alter table appointments add foreign key (org_id, kind_id) references appointment_kinds;
alter table appointments add foreign key (org_id, booked_by) references staff;
alter table appointments add foreign key (org_id, confirmed_by) references staff;
alter table appointments add foreign key (org_id, cancelled_by) references staff;
create index appointments_by_start on appointments (org_id, clinic_id, starts_at);

-- Time that is taken, of a doctor and of a chair, by an appointment or while somebody online makes up their mind.
create table slots (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  doctor_id uuid,
  -- Which of the customers a doctor sees side by side.
  lane integer not null,
  chair_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  appointment_id uuid,
  -- By the machine's clock: a hold that nobody turned into an appointment is free again.
  held_until timestamptz,
  primary key (org_id, id),
  constraint taken_or_held check ((appointment_id is null) <> (held_until is null)),
  -- Of two desks that take the same time, one finds it taken: whoever looked at what, and when.
  constraint one_at_a_time exclude using gist
    (org_id with =, doctor_id with =, lane with =, tstzrange(starts_at, ends_at) with &&)
    where (doctor_id is not null),
  constraint one_in_a_chair exclude using gist
    (org_id with =, chair_id with =, tstzrange(starts_at, ends_at) with &&)
    where (chair_id is not null)
);
select app_tenant('slots');
alter table slots add foreign key (org_id, clinic_id) references clinics;
alter table slots add foreign key (org_id, doctor_id) references staff;
alter table slots add foreign key (org_id, chair_id) references chairs;
alter table slots add foreign key (org_id, appointment_id) references appointments on delete cascade;
create unique index slots_of_appointment on slots (org_id, appointment_id) where appointment_id is not null;
create index slots_held on slots (org_id, held_until) where held_until is not null;
