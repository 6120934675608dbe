-- Scripts (C8): what is said in a call, as a clinic wrote it and a doctor approved it, and what was answered.

-- A script as published; a version is never edited. What ships is said until there is a version of its code.
create table script_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  note text,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, code, version),
  constraint approved_by_somebody check ((approved_by is null) = (approved_at is null))
);
select app_tenant('script_versions');
alter table script_versions add foreign key (org_id, published_by) references staff;
alter table script_versions add foreign key (org_id, approved_by) references staff;

-- A script as somebody is writing it; nobody says it until it is published.
create table script_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  definition jsonb not null,
  -- The version it was begun from; 0: as it ships, or there was none.
  based_on integer not null,
  -- Everybody who wrote on it: none of them approves it.
  author_ids uuid[] not null,
  updated_at timestamptz not null,
  updated_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id),
  -- Two people write on one draft, and each is told of the other.
  unique (org_id, code),
  constraint approved_by_somebody check ((approved_by is null) = (approved_at is null)),
  constraint nobody_approves_their_own check (approved_by <> all (author_ids))
);
select app_tenant('script_drafts');
alter table script_drafts add foreign key (org_id, updated_by) references staff;
alter table script_drafts add foreign key (org_id, approved_by) references staff;

-- Words an organization allows in none of its scripts, beside the promises nobody may make.
create table forbidden_words (
  org_id uuid not null,
  word text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (org_id, word)
);
select app_tenant('forbidden_words');
alter table forbidden_words add foreign key (org_id, added_by) references staff;

alter table attempts
  -- Which script and version was walked, and what was answered on the way, in the words of that day.
  add column script_answers jsonb;
