-- Customers book by themselves (E1): how a clinic lets them, and what is kept while they prove their phone.

-- A clinic's own page for booking, and its figures.
create table online_booking (
  org_id uuid not null,
  clinic_id uuid not null,
  -- What its address ends in: no secret, it hangs at the door as a code to scan.
  token text not null,
  rules jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, clinic_id),
  unique (org_id, token)
);
select app_tenant('online_booking');
alter table online_booking add foreign key (org_id, clinic_id) references clinics;
alter table online_booking add foreign key (org_id, updated_by) references staff;

-- A time kept for a phone that a code was sent to. Of who it is nothing is asked or kept before the code is right.
create table online_holds (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  kind_id uuid not null,
  doctor_id uuid not null,
  slot_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null,
  phone_hash text not null,
  sealed_phone text not null,
  address_hash text not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  -- By the machine's clock, like the slot.
  held_until timestamptz not null,
  state text not null default 'held' check (state in ('held', 'booked', 'released')),
  created_at timestamptz not null,
  primary key (org_id, id)
);
select app_tenant('online_holds');
alter table online_holds add foreign key (org_id, clinic_id) references clinics;
alter table online_holds add foreign key (org_id, kind_id) references appointment_kinds;
alter table online_holds add foreign key (org_id, doctor_id) references staff;
-- What the limits count, by clinic, phone and household.
create index online_holds_of_clinic on online_holds (org_id, clinic_id, created_at);
create index online_holds_of_phone on online_holds (org_id, phone_hash, created_at);
create index online_holds_of_address on online_holds (org_id, address_hash, created_at);

-- A code goes to a phone of whom nobody knows yet whose it is.
alter table messages add column sealed_to text;
alter table messages drop constraint only_colleagues_are_nobody;
alter table messages add constraint only_colleagues_are_nobody
  check ((customer_id is null) = (kind = 'staff_notice' or sealed_to is not null));
alter table messages add constraint only_codes_go_to_a_bare_phone check (sealed_to is null or kind = 'otp');
