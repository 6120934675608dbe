-- The book's own settings (E1): who does what, what customers may book by themselves, and time that is kept free.

alter table appointment_kinds add column is_online boolean not null default false;

-- Who does a kind of appointment; a kind without any is everybody's.
create table appointment_kind_doctors (
  org_id uuid not null,
  kind_id uuid not null,
  doctor_id uuid not null,
  primary key (org_id, kind_id, doctor_id)
);
select app_tenant('appointment_kind_doctors');
alter table appointment_kind_doctors add foreign key (org_id, kind_id) references appointment_kinds;
alter table appointment_kind_doctors add foreign key (org_id, doctor_id) references staff;

-- Time of a doctor or of a chair that nobody is booked into: lunch, a meeting, a chair that is repaired.
create table time_blocks (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  doctor_id uuid,
  chair_id uuid,
  kind text not null check (kind in ('break', 'meeting', 'closed', 'other')),
  reason text,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- Those that were made together.
  series_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  constraint of_one_place check ((doctor_id is null) <> (chair_id is null))
);
select app_tenant('time_blocks');
alter table time_blocks add foreign key (org_id, clinic_id) references clinics;
alter table time_blocks add foreign key (org_id, doctor_id) references staff;
alter table time_blocks add foreign key (org_id, chair_id) references chairs;
alter table time_blocks add foreign key (org_id, created_by) references staff;
create index time_blocks_by_start on time_blocks (org_id, clinic_id, starts_at);
create index time_blocks_of_series on time_blocks (org_id, series_id) where series_id is not null;

-- What is blocked is taken like what is booked: whoever looks at what, and when.
alter table slots add column block_id uuid;
alter table slots add foreign key (org_id, block_id) references time_blocks on delete cascade;
alter table slots drop constraint taken_or_held;
alter table slots add constraint taken_or_held check (num_nonnulls(appointment_id, block_id, held_until) = 1);
create index slots_of_block on slots (org_id, block_id) where block_id is not null;
