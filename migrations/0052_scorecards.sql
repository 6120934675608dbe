-- Desk service score (E9): by what the desk's service is judged, and each look at a colleague.

-- The criteria with their points, and the floor; without a row the standard ones hold.
create table scorecards (
  org_id uuid not null primary key,
  card jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1
);
select app_tenant('scorecards');
alter table scorecards add foreign key (org_id, updated_by) references staff;

-- Somebody was watched at the desk and given points, with the criteria and the floor as they were then.
create table desk_scores (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  staff_id uuid not null,
  day date not null,
  marks jsonb not null,
  -- Of a hundred.
  score integer not null check (score between 0 and 100),
  floor integer not null,
  note text,
  at timestamptz not null,
  by uuid,
  primary key (org_id, id),
  constraint nobody_scores_themselves check (by <> staff_id)
);
select app_tenant('desk_scores');
alter table desk_scores add foreign key (org_id, clinic_id) references clinics;
alter table desk_scores add foreign key (org_id, staff_id) references staff;
alter table desk_scores add foreign key (org_id, by) references staff;
-- The trend of each person, by clinic and time.
create index desk_scores_by_day on desk_scores (org_id, clinic_id, day);
