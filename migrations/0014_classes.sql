-- Classes (B1): what the desk takes each contact for, what it turned out to be, and how often the two agree.

-- Kept here for the lists; desk_contacts hold how it came about. Null is who was never classed.
alter table customers add column class_code text;
-- Whether a class may go from the table is asked of those who have it.
create index customers_by_class on customers (org_id, class_code) where class_code is not null;

-- The table of classes with the figures of the weekly look, as a clinic published it; a version is never edited.
create table class_tables (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, version)
);
select app_tenant('class_tables');
alter table class_tables add foreign key (org_id, published_by) references staff;

-- Somebody turned to the desk: by telephone, online, or through the door.
create table desk_contacts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('phone', 'online', 'walk_in')),
  at timestamptz not null,
  -- The clinic's own day of it.
  day date not null,
  -- M or C as it was then, whatever came later.
  stage text not null check (stage in ('M', 'C')),
  taken_by uuid not null,
  matter text,
  -- The class set first, which is measured; and as the desk has it now.
  preclass text,
  preclassed_by uuid,
  preclassed_at timestamptz,
  code text,
  confirmed text,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  constraint first_class_by_somebody check ((preclass is null) = (preclassed_by is null)),
  constraint first_class_at_some_time check ((preclass is null) = (preclassed_at is null)),
  constraint classed_once_classed_ever check ((preclass is null) = (code is null)),
  constraint confirmed_by_somebody check ((confirmed is null) = (confirmed_by is null)),
  constraint confirmed_at_some_time check ((confirmed is null) = (confirmed_at is null))
);
select app_tenant('desk_contacts');
alter table desk_contacts add foreign key (org_id, clinic_id) references clinics;
alter table desk_contacts add foreign key (org_id, customer_id) references customers;
alter table desk_contacts add foreign key (org_id, taken_by) references staff;
alter table desk_contacts add foreign key (org_id, preclassed_by) references staff;
alter table desk_contacts add foreign key (org_id, confirmed_by) references staff;
create index desk_contacts_by_day on desk_contacts (org_id, day) where withdrawn_at is null;
create index desk_contacts_of_customer on desk_contacts (org_id, customer_id, at desc) where withdrawn_at is null;

-- Every class that was set or confirmed; nothing is ever taken out.
create table class_changes (
  org_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  customer_id uuid not null,
  source text not null check (source in ('desk', 'confirmed')),
  code text not null,
  code_before text,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (org_id, id)
);
select app_tenant('class_changes');
alter table class_changes add foreign key (org_id, contact_id) references desk_contacts;
alter table class_changes add foreign key (org_id, customer_id) references customers;
alter table class_changes add foreign key (org_id, changed_by) references staff;
create index class_changes_of_customer on class_changes (org_id, customer_id, changed_at desc);

-- The weeks whose sample was drawn, so that it is drawn once.
create table class_sample_weeks (
  org_id uuid not null,
  -- The Monday.
  week date not null,
  drawn_at timestamptz not null,
  primary key (org_id, week)
);
select app_tenant('class_sample_weeks');

-- The sample: a contact that is coded again without seeing how it was classed.
create table class_reviews (
  org_id uuid not null,
  contact_id uuid not null,
  week date not null,
  code text,
  coded_by uuid,
  coded_at timestamptz,
  primary key (org_id, contact_id),
  constraint coded_by_somebody check ((code is null) = (coded_by is null)),
  constraint coded_at_some_time check ((code is null) = (coded_at is null))
);
select app_tenant('class_reviews');
alter table class_reviews add foreign key (org_id, contact_id) references desk_contacts;
alter table class_reviews add foreign key (org_id, coded_by) references staff;
create index class_reviews_by_week on class_reviews (org_id, week);
