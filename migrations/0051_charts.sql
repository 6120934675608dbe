-- Charts (E7): where each paper chart of a clinic is, how it came there, and how many were counted.

-- A customer's chart in one clinic, and where it is: on its shelf, at the desk, with whoever treats, or kept apart with
-- those who did not book again.
create table charts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  place text not null check (place in ('shelf', 'desk', 'room', 'kept')),
  kept_as text,
  since timestamptz not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  constraint kept_by_kind check ((place = 'kept') = (kept_as is not null))
);
select app_tenant('charts');
alter table charts add foreign key (org_id, clinic_id) references clinics;
alter table charts add foreign key (org_id, customer_id) references customers;
create index charts_of_customer on charts (org_id, customer_id, clinic_id);
-- What is not on its shelf is looked for every evening.
create index charts_out on charts (org_id, clinic_id, place) where place <> 'shelf';

-- Each time a chart went somewhere, and who moved it.
create table chart_moves (
  org_id uuid not null,
  id uuid not null,
  chart_id uuid not null,
  place text not null,
  kept_as text,
  at timestamptz not null,
  by uuid,
  primary key (org_id, id)
);
select app_tenant('chart_moves');
alter table chart_moves add foreign key (org_id, chart_id) references charts;
alter table chart_moves add foreign key (org_id, by) references staff;
create index chart_moves_of_chart on chart_moves (org_id, chart_id, at);

-- How many charts were counted in a morning or an evening beside how many there should be; what differs is explained.
create table chart_counts (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  part text not null check (part in ('morning', 'evening')),
  expected integer not null,
  counted integer not null,
  note text,
  at timestamptz not null,
  by uuid,
  primary key (org_id, clinic_id, day, part),
  constraint a_difference_is_explained check (expected = counted or note is not null)
);
select app_tenant('chart_counts');
alter table chart_counts add foreign key (org_id, clinic_id) references clinics;
alter table chart_counts add foreign key (org_id, by) references staff;
