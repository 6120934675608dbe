-- Release (B5): the rules of a clinic, what they warn of and propose, and what a person decided.

-- When an owner loses a customer, as a clinic published it; a version is never edited.
create table release_rule_sets (
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
select app_tenant('release_rule_sets');
alter table release_rule_sets add foreign key (org_id, published_by) references staff;

-- What an owner was told ahead, and when: nobody loses a customer without warning. Nothing is ever taken out.
create table release_warnings (
  org_id uuid not null,
  -- Derived from customer, owner, clock, its start and how many days ahead: told twice, it stands here once.
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('web_consultant', 'consultant')),
  owner_id uuid not null,
  clock text not null check (clock in ('lead-unplanned', 'visited-unplanned', 'no-visit')),
  since date not null,
  releases_on date not null,
  days_left integer not null,
  stopped_by text not null check (stopped_by in ('plan-followup', 'visit-or-appointment')),
  evidence jsonb not null,
  warned_at timestamptz not null,
  primary key (org_id, id)
);
select app_tenant('release_warnings');
alter table release_warnings add foreign key (org_id, clinic_id) references clinics;
alter table release_warnings add foreign key (org_id, customer_id) references customers on delete cascade;
alter table release_warnings add foreign key (org_id, owner_id) references staff;
create index release_warnings_of_owner on release_warnings (org_id, owner_id, releases_on);
create index release_warnings_of_customer on release_warnings (org_id, customer_id);

-- A release put before who decides it, with the evidence, and what became of it.
create table release_proposals (
  org_id uuid not null,
  -- Derived from customer, owner, clock and its start: proposed every night, it stands here once.
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('web_consultant', 'consultant')),
  owner_id uuid not null,
  clock text not null check (clock in ('lead-unplanned', 'visited-unplanned', 'no-visit')),
  decided_in text not null check (decided_in in ('department_head', 'manager')),
  since date not null,
  releases_on date not null,
  stopped_by text not null check (stopped_by in ('plan-followup', 'visit-or-appointment')),
  evidence jsonb not null,
  rules_version integer not null,
  proposed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'released', 'given', 'kept', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  given_to uuid,
  kept_until date,
  reason text,
  -- As it was when it was decided.
  decided_evidence jsonb,
  withdrawn_because text,
  primary key (org_id, id),
  constraint decided_by_a_person check (
    (state in ('released', 'given', 'kept')) = (decided_by is not null)
    and (state in ('released', 'given', 'kept')) = (decided_evidence is not null)
    and (state = 'open') = (decided_at is null)),
  constraint given_to_somebody check ((state = 'given') = (given_to is not null)),
  constraint kept_until_a_day_for_a_reason check (
    (state = 'kept') = (kept_until is not null) and (state <> 'kept' or reason is not null)),
  constraint withdrawn_says_why check ((state = 'withdrawn') = (withdrawn_because is not null))
);
select app_tenant('release_proposals');
alter table release_proposals add foreign key (org_id, clinic_id) references clinics;
alter table release_proposals add foreign key (org_id, customer_id) references customers on delete cascade;
alter table release_proposals add foreign key (org_id, owner_id) references staff;
alter table release_proposals add foreign key (org_id, decided_by) references staff;
alter table release_proposals add foreign key (org_id, given_to) references staff;
-- The list of who decides.
create index release_proposals_open on release_proposals (org_id, decided_in, releases_on, id) where state = 'open';
create index release_proposals_decided on release_proposals (org_id, decided_at desc) where state <> 'open';
create index release_proposals_of_customer on release_proposals (org_id, customer_id);

-- The nightly look at a clinic's customers, one row a day: how far it came, so that a restart goes on there.
create table release_runs (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  after_id uuid,
  finished_at timestamptz,
  primary key (org_id, clinic_id, day)
);
select app_tenant('release_runs');
alter table release_runs add foreign key (org_id, clinic_id) references clinics;
