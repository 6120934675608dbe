-- Work spread over the people who do it: when followups stand on whose day, why, and what was decided where days are full.

alter table followups
  -- When its holder and its day were settled by everybody's load; null: it is as it was planned.
  add column placed_at timestamptz,
  -- When its protocol has it due, where another day of its window was lighter; null: as its protocol says.
  add column due_by_protocol timestamptz,
  -- Why it is held by whom it is; null: the customer's own person, or the role's turn, as planned.
  add column held_because jsonb;
-- What is not placed yet, as it comes in sight.
create index followups_unplaced on followups (org_id, opens_at) where state = 'open' and placed_at is null;

alter table attempts
  -- When the call sheet was opened, by the server's clock; null: nobody knows.
  add column opened_at timestamptz;
-- How long contacts took.
create index attempts_measured on attempts (org_id, at) where opened_at is not null and undone_at is null;

-- How long a contact takes and what share of their day people have for them, as a clinic published it.
create table capacity_rules (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Two people who publish at once: the second is told.
  unique (org_id, version)
);
select app_tenant('capacity_rules');
alter table capacity_rules add foreign key (org_id, published_by) references staff;

-- Days on which everybody's days were filled anew, so that the clock does so once a day.
create table capacity_runs (
  org_id uuid not null,
  day date not null,
  finished_at timestamptz,
  primary key (org_id, day)
);
select app_tenant('capacity_runs');

-- What somebody decided where a person's day was full: windows extended, followups lent to a colleague, or dropped.
create table capacity_decisions (
  org_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('extend', 'lend', 'drop')),
  -- Whose day was full, and which.
  staff_id uuid not null,
  day date not null,
  to_id uuid,
  decided_at timestamptz not null,
  decided_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (org_id, id),
  constraint lent_to_somebody check ((kind = 'lend') = (to_id is not null))
);
select app_tenant('capacity_decisions');
alter table capacity_decisions add foreign key (org_id, staff_id) references staff;
alter table capacity_decisions add foreign key (org_id, to_id) references staff;
alter table capacity_decisions add foreign key (org_id, decided_by) references staff;
alter table capacity_decisions add foreign key (org_id, undone_by) references staff;
create index capacity_decisions_by_time on capacity_decisions (org_id, decided_at desc);

-- What was changed of a followup after it was planned: who holds it, until when, whether at all; and because of what.
create table followup_changes (
  org_id uuid not null,
  id uuid not null,
  followup_id uuid not null,
  kind text not null check (kind in ('held', 'covered', 'returned', 'extended', 'lent', 'dropped')),
  at timestamptz not null,
  by_id uuid,
  -- The decision or the leave that it goes back to.
  cause_id uuid,
  -- Holder, due and closing time, and state, as far as they changed.
  before jsonb not null,
  after jsonb not null,
  undone_at timestamptz,
  primary key (org_id, id)
);
select app_tenant('followup_changes');
-- An import that is taken back takes what became of its followups along.
alter table followup_changes add foreign key (org_id, followup_id) references followups on delete cascade;
alter table followup_changes add foreign key (org_id, by_id) references staff;
create index followup_changes_of_followup on followup_changes (org_id, followup_id, at);
create index followup_changes_by_cause on followup_changes (org_id, cause_id) where cause_id is not null;
