-- Protocols that a clinic edits itself (C1): drafts, what a draft would have cost, additions, and from when a version
-- plans. The days a clinic works, and what ends the followups of somebody who is gone.

alter table protocol_versions
  -- Plans what happens from then on, until retired_at; null plans all that ever happened, as what ships does.
  add column effective_from timestamptz,
  -- Of an addition: the code of the organization's protocol that it adds to, and where it holds.
  add column adds_to text,
  add column clinic_id uuid,
  add column team_id uuid,
  add column published_by uuid,
  add column note text,
  add foreign key (org_id, clinic_id) references clinics,
  add foreign key (org_id, team_id) references teams,
  add foreign key (org_id, published_by) references staff,
  add constraint an_addition_holds_somewhere check (
    case when adds_to is null then clinic_id is null and team_id is null
    else (clinic_id is null) <> (team_id is null) end),
  -- What happened at a moment is planned by one version of a protocol.
  add constraint times_run_forward check (retired_at >= effective_from);

alter table followups
  -- Which time of a step that comes back.
  add column occurrence integer not null default 1;

-- A protocol as somebody is editing it; it plans nothing until it is published.
create table protocol_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  adds_to text,
  clinic_id uuid,
  team_id uuid,
  definition jsonb not null,
  -- The published version that it was begun from; 0: there was none.
  based_on integer not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- Two people edit one draft, and each is told of the other.
  unique (org_id, code)
);
select app_tenant('protocol_drafts');
alter table protocol_drafts add foreign key (org_id, clinic_id) references clinics;
alter table protocol_drafts add foreign key (org_id, team_id) references teams;
alter table protocol_drafts add foreign key (org_id, updated_by) references staff;

-- What a draft would have planned in the last months, against what was in force; worked out in the background.
create table protocol_replays (
  org_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  draft_version integer not null,
  state text not null check (state in ('running', 'done', 'failed')),
  parts_done integer not null default 0,
  parts integer not null,
  answer jsonb,
  started_at timestamptz not null,
  -- By the machine's clock: who was silent for too long is at work no more.
  beat_at timestamptz not null,
  primary key (org_id, id),
  constraint done_has_an_answer check ((state = 'done') = (answer is not null))
);
select app_tenant('protocol_replays');
alter table protocol_replays add foreign key (org_id, draft_id) references protocol_drafts on delete cascade;
create index protocol_replays_of_draft on protocol_replays (org_id, draft_id, started_at desc);

-- The days and hours a clinic works; a clinic without a row works every day.
create table clinic_calendars (
  org_id uuid not null,
  clinic_id uuid not null,
  calendar jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, clinic_id)
);
select app_tenant('clinic_calendars');
alter table clinic_calendars add foreign key (org_id, clinic_id) references clinics;
alter table clinic_calendars add foreign key (org_id, updated_by) references staff;

-- Days on which the coming birthdays were looked for, so that the clock does so once a day.
create table birthday_looks (
  org_id uuid not null,
  day date not null,
  primary key (org_id, day)
);
select app_tenant('birthday_looks');

alter table customers
  -- Some keep the lunar day of the day they were born on.
  add column birthday_calendar text not null default 'solar' check (birthday_calendar in ('solar', 'lunar')),
  -- Nobody is called for somebody who died, or moved away.
  add column deceased_on date,
  add column moved_away_on date;
-- Whose birthday comes: by month and day, as 312 of 12 March; lunar ones are another day each year.
create index customers_by_day_of_birth on customers
  (org_id, (extract(month from birthday)::integer * 100 + extract(day from birthday)::integer))
  where birthday is not null and birthday_calendar = 'solar';
create index customers_by_lunar_birthday on customers (org_id, id) where birthday_calendar = 'lunar';
