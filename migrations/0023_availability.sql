-- When the staff work, and when they are away.

-- The hours somebody works each week; who has no row, or none in it, works the clinic's.
create table work_hours (
  org_id uuid not null,
  staff_id uuid not null,
  -- By day of the week; a day that is missing is free.
  hours jsonb,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, staff_id)
);
select app_tenant('work_hours');
alter table work_hours add foreign key (org_id, staff_id) references staff;
alter table work_hours add foreign key (org_id, updated_by) references staff;

-- Days somebody is away (休假), the first and the last included, with who stands in.
create table leaves (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  first_on date not null,
  last_on date not null,
  kind text not null check (kind in ('annual', 'sick', 'personal', 'training', 'other')),
  stand_in_id uuid,
  entered_at timestamptz not null,
  entered_by uuid,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (org_id, id),
  constraint days_run_forward check (first_on <= last_on),
  constraint nobody_stands_in_for_themselves check (stand_in_id <> staff_id)
);
select app_tenant('leaves');
alter table leaves add foreign key (org_id, staff_id) references staff;
alter table leaves add foreign key (org_id, stand_in_id) references staff;
alter table leaves add foreign key (org_id, entered_by) references staff;
alter table leaves add foreign key (org_id, withdrawn_by) references staff;
-- Who is away on the days asked about.
create index leaves_by_day on leaves (org_id, last_on) where withdrawn_at is null;
create index leaves_of_staff on leaves (org_id, staff_id);
