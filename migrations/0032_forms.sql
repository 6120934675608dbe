-- Forms (D1-D4): what a clinic asks, who was asked, what was answered, and what it was worth.

-- A form as published; a version is never edited. What ships becomes a version when it is first used.
create table form_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  -- As it came with the program, and nobody's own.
  is_shipped boolean not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, code, version)
);
select app_tenant('form_versions', 'select, insert');
alter table form_versions add foreign key (org_id, published_by) references staff;

-- A form as somebody is writing it; nobody is asked it until it is published.
create table form_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  definition jsonb not null,
  -- The version it was begun from; 0: as it ships, or there was none.
  based_on integer not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- Two people write on one draft, and each is told of the other.
  unique (org_id, code)
);
select app_tenant('form_drafts');
alter table form_drafts add foreign key (org_id, updated_by) references staff;

-- That somebody was asked: by a link, on the tablet at the desk, or by a colleague. Whoever did not answer counts too.
create table form_requests (
  org_id uuid not null,
  id uuid not null,
  form_version_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  visit_id uuid,
  followup_id uuid,
  source text not null check (source in ('staff', 'link', 'tablet')),
  -- Whose work it is about, as it stood when it was asked.
  doctor_id uuid,
  team_id uuid,
  category text,
  asked_at timestamptz not null,
  asked_by uuid,
  expires_at timestamptz,
  answered_at timestamptz,
  -- Photos the customer sent before the answer.
  photo_ids uuid[] not null default '{}',
  primary key (org_id, id)
);
select app_tenant('form_requests');
alter table form_requests add foreign key (org_id, form_version_id) references form_versions;
alter table form_requests add foreign key (org_id, clinic_id) references clinics;
alter table form_requests add foreign key (org_id, customer_id) references customers;
alter table form_requests add foreign key (org_id, visit_id) references visits;
alter table form_requests add foreign key (org_id, followup_id) references followups;
alter table form_requests add foreign key (org_id, doctor_id) references staff;
alter table form_requests add foreign key (org_id, team_id) references teams;
alter table form_requests add foreign key (org_id, asked_by) references staff;
create index form_requests_of_customer on form_requests (org_id, customer_id, asked_at desc);
create index form_requests_by_time on form_requests (org_id, clinic_id, asked_at);

-- What was answered. Nobody changes or removes an answer; a merge of two records alone moves it to the one that stays.
create table form_answers (
  org_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  customer_id uuid not null,
  values jsonb not null,
  score integer check (score between 0 and 10),
  answered_at timestamptz not null,
  answered_by uuid,
  -- What the sender calls this sending: sent twice it is one answer.
  send_id uuid not null,
  primary key (org_id, id),
  -- Asked once, answered once.
  unique (org_id, request_id)
);
select app_tenant('form_answers', 'select, insert');
grant update (customer_id) on form_answers to carecurve_app;
alter table form_answers add foreign key (org_id, request_id) references form_requests;
alter table form_answers add foreign key (org_id, customer_id) references customers;
alter table form_answers add foreign key (org_id, answered_by) references staff;
create index form_answers_of_customer on form_answers (org_id, customer_id, answered_at desc);

-- The scores of an answer by what they are about, for the figures.
create table form_scores (
  org_id uuid not null,
  answer_id uuid not null,
  dimension text not null,
  score integer not null check (score between 0 and 10),
  clinic_id uuid not null,
  at timestamptz not null,
  primary key (org_id, answer_id, dimension)
);
select app_tenant('form_scores', 'select, insert');
alter table form_scores add foreign key (org_id, answer_id) references form_answers;
alter table form_scores add foreign key (org_id, clinic_id) references clinics;
create index form_scores_by_time on form_scores (org_id, clinic_id, at);

-- What a colleague knows better than the answer says; it stands beside it, and neither ever goes.
create table form_corrections (
  org_id uuid not null,
  id uuid not null,
  answer_id uuid not null,
  question text not null,
  value jsonb not null,
  reason text not null,
  corrected_at timestamptz not null,
  corrected_by uuid,
  primary key (org_id, id)
);
select app_tenant('form_corrections', 'select, insert');
alter table form_corrections add foreign key (org_id, answer_id) references form_answers;
alter table form_corrections add foreign key (org_id, corrected_by) references staff;
create index form_corrections_of_answer on form_corrections (org_id, answer_id);
