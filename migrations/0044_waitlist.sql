-- The waitlist (E1): who would take a time that becomes free, and to whom it was offered.

-- Somebody who waits for a time.
create table waitlist_wishes (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- Null is whoever has time.
  doctor_id uuid,
  kind_id uuid,
  minutes integer not null check (minutes between 5 and 600),
  -- 1 is Monday, 7 Sunday; empty is any day.
  weekdays jsonb not null,
  from_time text not null,
  to_time text not null,
  until_day date not null,
  note text,
  state text not null default 'waiting' check (state in ('waiting', 'booked', 'withdrawn', 'expired')),
  ended_reason text,
  appointment_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  constraint booked_has_an_appointment check ((state = 'booked') = (appointment_id is not null))
);
select app_tenant('waitlist_wishes');
alter table waitlist_wishes add foreign key (org_id, clinic_id) references clinics;
alter table waitlist_wishes add foreign key (org_id, customer_id) references customers;
alter table waitlist_wishes add foreign key (org_id, doctor_id) references staff;
alter table waitlist_wishes add foreign key (org_id, kind_id) references appointment_kinds;
alter table waitlist_wishes add foreign key (org_id, appointment_id) references appointments;
alter table waitlist_wishes add foreign key (org_id, created_by) references staff;
-- Who waits in a clinic, the longest first.
create index waitlist_waiting on waitlist_wishes (org_id, clinic_id, created_at) where state = 'waiting';
create index waitlist_of_customer on waitlist_wishes (org_id, customer_id);

-- A freed time that was kept for one who waits, and what they said.
create table waitlist_offers (
  org_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- The appointment whose end freed the time.
  freed_by uuid not null,
  doctor_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- What keeps it; gone once it was answered.
  slot_id uuid,
  until_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'expired')),
  -- Why they were asked before the others.
  fit jsonb not null,
  created_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (org_id, id),
  -- Nobody is offered the same time twice.
  unique (org_id, freed_by, wish_id)
);
select app_tenant('waitlist_offers');
alter table waitlist_offers add foreign key (org_id, wish_id) references waitlist_wishes;
alter table waitlist_offers add foreign key (org_id, clinic_id) references clinics;
alter table waitlist_offers add foreign key (org_id, customer_id) references customers;
alter table waitlist_offers add foreign key (org_id, freed_by) references appointments;
alter table waitlist_offers add foreign key (org_id, doctor_id) references staff;
alter table waitlist_offers add foreign key (org_id, answered_by) references staff;
-- A freed time is kept for one at a time, and nobody is asked about two at once.
create unique index waitlist_offers_open on waitlist_offers (org_id, freed_by) where state = 'open';
create unique index waitlist_offers_of_wish on waitlist_offers (org_id, wish_id) where state = 'open';
