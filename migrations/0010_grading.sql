-- Grades (B3): what a customer is worth caring for, why, since when, and who said otherwise.

alter table customers
  -- Kept here for the lists; customer_grades holds the reasons. Who was never graded is ordinary.
  add column grade text not null default 'C' check (grade in ('A', 'B', 'C', 'D')),
  -- No marketing and no birthday wish while somebody is unhappy.
  add column is_frozen boolean not null default false;
create index customers_by_grade on customers (org_id, grade, name_pinyin text_pattern_ops, id) where grade <> 'C';
create index customers_frozen on customers (org_id, id) where is_frozen;

-- The figures of the grades as a clinic published them; a version is never edited.
create table grade_rule_sets (
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
select app_tenant('grade_rule_sets');
alter table grade_rule_sets add foreign key (org_id, published_by) references staff;

-- The grade of today with its reasons, by the rules and as it counts; who has no row is ordinary.
create table customer_grades (
  org_id uuid not null,
  customer_id uuid not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  source text not null check (source in ('rule', 'override')),
  reasons jsonb not null,
  rule_grade text not null check (rule_grade in ('A', 'B', 'C', 'D')),
  rule_reasons jsonb not null,
  -- Kept through D and overrides, so that a grade does not flap around the line.
  is_big_spender boolean not null,
  has_open_case boolean not null,
  since timestamptz not null,
  computed_at timestamptz not null,
  primary key (org_id, customer_id)
);
select app_tenant('customer_grades');
alter table customer_grades add foreign key (org_id, customer_id) references customers on delete cascade;

-- Every change of a grade; nothing is ever taken out.
create table grade_history (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  grade_before text not null check (grade_before in ('A', 'B', 'C', 'D')),
  source text not null check (source in ('rule', 'override')),
  reasons jsonb not null,
  changed_at timestamptz not null,
  primary key (org_id, id)
);
select app_tenant('grade_history');
alter table grade_history add foreign key (org_id, customer_id) references customers on delete cascade;
-- The grade somebody had on a day, for the share of effort.
create index grade_history_of_customer on grade_history (org_id, customer_id, changed_at desc);

-- Grades set by hand: asked for by one person, approved by another, until a day.
create table grade_overrides (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  grade text not null check (grade in ('A', 'B', 'C', 'D')),
  reason text not null,
  ends_on date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  revoke_reason text,
  primary key (org_id, id),
  constraint nobody_approves_their_own check (approved_by <> proposed_by),
  constraint approved_by_somebody check ((approved_by is null) = (approved_at is null)),
  constraint revoked_with_a_reason check ((revoked_at is null) = (revoke_reason is null))
);
select app_tenant('grade_overrides');
alter table grade_overrides add foreign key (org_id, customer_id) references customers;
alter table grade_overrides add foreign key (org_id, proposed_by) references staff;
alter table grade_overrides add foreign key (org_id, approved_by) references staff;
alter table grade_overrides add foreign key (org_id, revoked_by) references staff;
-- A customer has one grade by hand at a time, and one that is asked for.
create unique index grade_overrides_in_force on grade_overrides (org_id, customer_id)
  where approved_at is not null and revoked_at is null;
create unique index grade_overrides_asked_for on grade_overrides (org_id, customer_id)
  where approved_at is null and revoked_at is null;

-- The nightly look at everybody, one row a day: how far it came, so that a restart goes on there.
create table grade_runs (
  org_id uuid not null,
  day date not null,
  after_id uuid,
  finished_at timestamptz,
  primary key (org_id, day)
);
select app_tenant('grade_runs');
