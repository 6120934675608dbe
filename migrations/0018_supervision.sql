-- The supervisor's proofs: that nobody is lost, by everybody who came or asked (C5), and what was made of doubtful records (G1, G2).

-- A clinic's day on which the proof was made, with how many customers stood in which way.
create table coverage_days (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  counts jsonb not null,
  checked_at timestamptz not null,
  primary key (org_id, clinic_id, day)
);
select app_tenant('coverage_days');
alter table coverage_days add foreign key (org_id, clinic_id) references clinics;

-- Somebody who came or asked and whom nothing kept; it ends when something does, or with a reason and a name.
create table lost_customers (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- When the customer came or asked.
  since timestamptz not null,
  found_at timestamptz not null,
  -- What keeps the customer by now.
  standing text,
  reason text,
  ended_at timestamptz,
  ended_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- One visit or question is lost once, whoever looks and however often.
  unique (org_id, customer_id, since),
  constraint ended_by_something check ((ended_at is null) = (standing is null)),
  -- A reason without a name is none.
  constraint a_reason_has_a_name check ((reason is null) = (ended_by is null))
);
select app_tenant('lost_customers');
alter table lost_customers add foreign key (org_id, clinic_id) references clinics;
-- An import that is taken back takes what was found of its customers along.
alter table lost_customers add foreign key (org_id, customer_id) references customers on delete cascade;
alter table lost_customers add foreign key (org_id, ended_by) references staff;
create index lost_customers_open on lost_customers (org_id, clinic_id, since) where ended_at is null;

-- What a supervisor made of a call that was looked at the day after (G1, G2); the signs are kept as they were seen.
create table call_reviews (
  org_id uuid not null,
  call_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- Whose record it is.
  staff_id uuid not null,
  day date not null,
  signs text[] not null,
  verdict text not null check (verdict in ('fine', 'doubtful', 'faked')),
  note text,
  reviewed_at timestamptz not null,
  reviewed_by uuid,
  version integer not null default 1,
  primary key (org_id, call_id),
  -- Whoever is doubted is told why.
  constraint doubt_has_words check (verdict = 'fine' or note is not null)
);
select app_tenant('call_reviews');
alter table call_reviews add foreign key (org_id, clinic_id) references clinics;
alter table call_reviews add foreign key (org_id, customer_id) references customers;
alter table call_reviews add foreign key (org_id, staff_id) references staff;
alter table call_reviews add foreign key (org_id, reviewed_by) references staff;
create index call_reviews_by_day on call_reviews (org_id, day);
