-- The day's figures (E10): what a clinic's desk confirmed of a day, and what was corrected of it.

-- A day whose figures the desk confirmed, as they were counted then.
create table desk_days (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  figures jsonb not null,
  confirmed_at timestamptz not null,
  confirmed_by uuid,
  version integer not null default 1,
  primary key (org_id, clinic_id, day)
);
select app_tenant('desk_days');
alter table desk_days add foreign key (org_id, clinic_id) references clinics;
alter table desk_days add foreign key (org_id, confirmed_by) references staff;

-- A figure that a person set right, with what was counted, the reason and who; the last one counts, none is removed.
create table desk_day_corrections (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  figure text not null,
  counted bigint not null,
  corrected bigint not null,
  reason text not null,
  at timestamptz not null,
  by uuid,
  primary key (org_id, id)
);
select app_tenant('desk_day_corrections');
alter table desk_day_corrections add foreign key (org_id, clinic_id) references clinics;
alter table desk_day_corrections add foreign key (org_id, by) references staff;
create index desk_day_corrections_by_day on desk_day_corrections (org_id, clinic_id, day, at);
