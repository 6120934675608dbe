-- Consultations (咨询): what was asked, offered and agreed, why not, and what comes next.

-- One talk about what somebody wants done, in the clinic or from afar.
create table consultations (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- Who has it in hand.
  consultant_id uuid,
  place text not null check (place in ('clinic', 'phone', 'online')),
  visit_id uuid,
  channel_source text,
  asked_categories text[] not null,
  asked text not null,
  items jsonb not null default '[]',
  agreed_fen bigint,
  deposit_fen bigint,
  deposit_entry_id uuid,
  why_not jsonb not null default '[]',
  why_not_words text not null default '',
  needs text not null default '',
  next_step text check (next_step in ('followup', 'appointment', 'treatment', 'none')),
  next_step_on date,
  next_step_staff_id uuid,
  next_step_appointment_id uuid,
  -- The matter of a followup, or why nothing comes next.
  next_step_words text,
  state text not null default 'open' check (state in ('open', 'closed')),
  outcome text check (outcome in ('deal', 'no_deal')),
  -- What a deal was worth when it was closed.
  deal_fen bigint,
  opened_at timestamptz not null,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  -- How often it was closed: what one closing planned is not what the next one plans.
  closings integer not null default 0,
  version integer not null default 1,
  primary key (org_id, id),
  constraint in_the_clinic_is_in_a_visit check ((place = 'clinic') = (visit_id is not null)),
  -- Nothing is closed without what comes next, or the reason why nothing does.
  constraint closed_with_a_next_step check (
    (state = 'closed') = (closed_at is not null)
    and (state = 'closed') = (outcome is not null)
    and (outcome is not distinct from 'deal') = (deal_fen is not null)
    and (state = 'open' or next_step is not null)),
  constraint a_next_step_is_whole check (
    coalesce(next_step = 'followup', false) = (next_step_on is not null)
    and coalesce(next_step = 'followup', false) = (next_step_staff_id is not null)
    and coalesce(next_step = 'appointment', false) = (next_step_appointment_id is not null)
    and coalesce(next_step in ('followup', 'none'), false) = (next_step_words is not null))
);
select app_tenant('consultations');
alter table consultations add foreign key (org_id, clinic_id) references clinics;
alter table consultations add foreign key (org_id, customer_id) references customers;
alter table consultations add foreign key (org_id, consultant_id) references staff;
alter table consultations add foreign key (org_id, visit_id) references visits;
alter table consultations add foreign key (org_id, deposit_entry_id) references ledger_entries;
alter table consultations add foreign key (org_id, next_step_staff_id) references staff;
alter table consultations add foreign key (org_id, next_step_appointment_id) references appointments;
alter table consultations add foreign key (org_id, opened_by) references staff;
alter table consultations add foreign key (org_id, closed_by) references staff;
create index consultations_of_customer on consultations (org_id, customer_id, opened_at desc);
-- The consultants' page: what is open, the oldest first.
create index consultations_open on consultations (org_id, clinic_id, opened_at) where state = 'open';
create index consultations_closed on consultations (org_id, clinic_id, closed_at) where state = 'closed';

-- Why people say no, in the clinic's own words; a version is never edited.
create table why_not_lists (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  reasons jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, version)
);
select app_tenant('why_not_lists');
alter table why_not_lists add foreign key (org_id, published_by) references staff;
