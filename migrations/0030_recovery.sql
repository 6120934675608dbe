-- Recovery (D5, D6): what somebody was unhappy with, who answers for it by when, and how it ended.

-- The figures of recovery as a clinic published them; a version is never edited.
create table recovery_rule_sets (
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
select app_tenant('recovery_rule_sets');
alter table recovery_rule_sets add foreign key (org_id, published_by) references staff;

-- One matter that a customer is unhappy with (反馈单), from its first sign to the customer's own word.
create table recovery_cases (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- The visit it is about, null where nobody knows; one that came by an import may be taken back with it.
  visit_id uuid,
  team_id uuid,
  -- What the first sign was.
  kind text not null check (kind in ('low-score', 'red-flag', 'complaint', 'person')),
  gravity text not null check (gravity in ('ordinary', 'likely-complaint', 'special')),
  special text check (special in ('legal', 'media', 'injury')),
  state text not null default 'open' check (state in ('open', 'closed', 'withdrawn')),
  step text not null default 'doctor' check (step in ('doctor', 'service', 'customer')),
  -- How far up it stands, and has been told.
  level text not null default 'owner' check (level in ('owner', 'department', 'supervisor', 'leadership')),
  -- Whom it is about, who has the step, and who answers in the doctor's.
  about_ids uuid[] not null,
  owner_id uuid,
  doctor_id uuid,
  cause text,
  answer text,
  answered_by uuid,
  first_score smallint,
  second_score smallint,
  -- The first sign, or the reopening: what the whole is counted from.
  started_at timestamptz not null,
  step_since timestamptz not null,
  formal_due_at timestamptz,
  breaks_at timestamptz not null,
  resolve_by timestamptz not null,
  -- Tries to reach the customer at this step.
  tries integer not null default 0,
  end_asked_by uuid,
  end_reason text,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  closing text check (closing in ('customer-word', 'without-word')),
  reopened integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  constraint closed_somehow check ((state = 'closed') = (closing is not null)),
  constraint closed_at_some_time check ((state = 'closed') = (closed_at is not null)),
  -- The customer's own word is a second score.
  constraint a_word_has_a_score check (closing is distinct from 'customer-word' or second_score is not null),
  constraint not_closed_by_whom_it_is_about check (not closed_by = any (about_ids)),
  constraint end_asked_with_a_reason check ((end_asked_by is null) = (end_reason is null)),
  constraint special_for_something check ((gravity = 'special') = (special is not null))
);

-- What the supervisor still owes for a low score from before this table was there is an open case.
alter table followups no force row level security;
alter table plans no force row level security;
insert into recovery_cases (org_id, id, clinic_id, customer_id, kind, gravity, about_ids, started_at, step_since,
  breaks_at, resolve_by, opened_at)
select distinct on (f.org_id, f.customer_id) f.org_id, gen_random_uuid(), f.clinic_id, f.customer_id, 'low-score',
  'ordinary', '{}'::uuid[], p.event_at, p.event_at, p.event_at + interval '24 hours', p.event_at + interval '48 hours',
  p.event_at
from followups f join plans p on p.org_id = f.org_id and p.id = f.plan_id
where f.state = 'open' and p.event = 'satisfaction.low'
order by f.org_id, f.customer_id, p.event_at;
alter table plans force row level security;
alter table followups force row level security;

select app_tenant('recovery_cases');
alter table recovery_cases add foreign key (org_id, clinic_id) references clinics;
alter table recovery_cases add foreign key (org_id, customer_id) references customers;
alter table recovery_cases add foreign key (org_id, team_id) references teams;
alter table recovery_cases add foreign key (org_id, owner_id) references staff;
alter table recovery_cases add foreign key (org_id, doctor_id) references staff;
alter table recovery_cases add foreign key (org_id, answered_by) references staff;
alter table recovery_cases add foreign key (org_id, end_asked_by) references staff;
alter table recovery_cases add foreign key (org_id, opened_by) references staff;
alter table recovery_cases add foreign key (org_id, closed_by) references staff;
-- The board asks for what breaks first.
create index recovery_cases_open on recovery_cases (org_id, breaks_at) where state = 'open';
create index recovery_cases_of_customer on recovery_cases (org_id, customer_id, opened_at desc);
-- The sheet of the week.
create index recovery_cases_by_day on recovery_cases (org_id, opened_at);
create index recovery_cases_by_end on recovery_cases (org_id, closed_at) where state = 'closed';

-- What told that somebody is unhappy; several signs may be one case.
create table recovery_signs (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('low-score', 'red-flag', 'complaint', 'person')),
  -- The call, the answer or the message it was in; what a person noticed is its own.
  source_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  score smallint,
  words text,
  -- The words a complaint was recognized by.
  decided_by text[] not null,
  withdrawn_at timestamptz,
  primary key (org_id, id),
  -- The same event told twice is one sign.
  unique (org_id, kind, source_id)
);
select app_tenant('recovery_signs');
alter table recovery_signs add foreign key (org_id, case_id) references recovery_cases;
alter table recovery_signs add foreign key (org_id, customer_id) references customers;
alter table recovery_signs add foreign key (org_id, by_id) references staff;
create index recovery_signs_of_case on recovery_signs (org_id, case_id);

-- Everything that was done on a case, in its order; nothing is ever taken out.
create table recovery_acts (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  words text,
  level text,
  score smallint,
  is_settled boolean,
  primary key (org_id, id)
);
select app_tenant('recovery_acts');
alter table recovery_acts add foreign key (org_id, case_id) references recovery_cases;
alter table recovery_acts add foreign key (org_id, by_id) references staff;
create index recovery_acts_of_case on recovery_acts (org_id, case_id, at);

-- What makes it good, what it costs, and who agreed to it.
create table recovery_remedies (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  what text not null,
  cost_fen bigint not null check (cost_fen >= 0),
  state text not null check (state in ('asked', 'agreed', 'declined', 'given')),
  asked_at timestamptz not null,
  asked_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  given_at timestamptz,
  primary key (org_id, id),
  constraint nobody_agrees_to_their_own check (decided_by <> asked_by),
  constraint given_at_some_time check ((state = 'given') = (given_at is not null))
);
select app_tenant('recovery_remedies');
alter table recovery_remedies add foreign key (org_id, case_id) references recovery_cases;
alter table recovery_remedies add foreign key (org_id, asked_by) references staff;
alter table recovery_remedies add foreign key (org_id, decided_by) references staff;
create index recovery_remedies_of_case on recovery_remedies (org_id, case_id);

-- What a clinic changed because of what its cases had in common (D6).
create table recovery_lessons (
  org_id uuid not null,
  id uuid not null,
  -- Null is every clinic.
  clinic_id uuid,
  -- Its Monday.
  week date not null,
  cause text not null,
  changed text not null,
  at timestamptz not null,
  by_id uuid,
  primary key (org_id, id)
);
select app_tenant('recovery_lessons');
alter table recovery_lessons add foreign key (org_id, clinic_id) references clinics;
alter table recovery_lessons add foreign key (org_id, by_id) references staff;
create index recovery_lessons_by_week on recovery_lessons (org_id, week);
