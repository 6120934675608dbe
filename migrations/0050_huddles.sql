-- Huddles (idea 19): what the morning and the evening meeting of a clinic talk about, and what becomes of each line.

-- A meeting of a day, made by the system and held by people.
create table huddles (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  kind text not null check (kind in ('morning', 'evening')),
  made_at timestamptz not null,
  held_at timestamptz,
  held_by uuid,
  primary key (org_id, id),
  -- One of each a day.
  unique (org_id, clinic_id, day, kind)
);
select app_tenant('huddles');
alter table huddles add foreign key (org_id, clinic_id) references clinics;
alter table huddles add foreign key (org_id, held_by) references staff;

-- Something to be seen to; it comes back to every meeting until somebody closes it or the record does.
create table huddle_lines (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  kind text not null check (kind in ('no-next', 'unconfirmed', 'wait-over', 'low-score', 'promise')),
  -- What it is about: a visit, an appointment, an answer, a followup or a case.
  subject_id uuid not null,
  customer_id uuid not null,
  facts jsonb not null,
  first_on date not null,
  owner_id uuid,
  due_at timestamptz,
  followup_id uuid,
  closed_at timestamptz,
  closed_by uuid,
  -- In words, or by a fact of the record alone.
  closed_how text check (closed_how in ('word', 'fact')),
  outcome text,
  version integer not null default 1,
  primary key (org_id, id),
  -- The same thing is talked about once.
  unique (org_id, clinic_id, kind, subject_id),
  constraint an_owner_has_a_time check ((owner_id is null) = (due_at is null)),
  constraint closed_somehow check ((closed_at is null) = (closed_how is null)),
  constraint closed_in_words check ((closed_how is not distinct from 'word') = (outcome is not null))
);
select app_tenant('huddle_lines');
alter table huddle_lines add foreign key (org_id, clinic_id) references clinics;
-- The clock makes lines; they go with a customer whose import is taken back.
alter table huddle_lines add foreign key (org_id, customer_id) references customers on delete cascade;
alter table huddle_lines add foreign key (org_id, owner_id) references staff;
alter table huddle_lines add foreign key (org_id, followup_id) references followups;
alter table huddle_lines add foreign key (org_id, closed_by) references staff;
-- What is open comes back the next day.
create index huddle_lines_open on huddle_lines (org_id, clinic_id) where closed_at is null;

-- That a line was on a meeting's pack, new or carried over.
create table huddle_items (
  org_id uuid not null,
  id uuid not null,
  huddle_id uuid not null,
  line_id uuid not null,
  is_carried boolean not null,
  primary key (org_id, id),
  unique (org_id, huddle_id, line_id)
);
select app_tenant('huddle_items');
alter table huddle_items add foreign key (org_id, huddle_id) references huddles;
alter table huddle_items add foreign key (org_id, line_id) references huddle_lines on delete cascade;
