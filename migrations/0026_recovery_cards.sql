-- Recovery cards by day (D3), what was heard by them, and the warning signs that wait for a doctor's word.

-- A recovery card (恢复卡) as it was written; said once a doctor approved it, and from then on never edited.
create table recovery_card_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  -- Everybody who wrote on it: none of them approves it.
  author_ids uuid[] not null,
  written_at timestamptz not null,
  written_by uuid,
  -- How often it was written on, so that of two editors one is told of the other.
  edits integer not null default 1,
  approved_at timestamptz,
  approved_by uuid,
  primary key (org_id, id),
  unique (org_id, code, version),
  constraint approved_by_somebody check ((approved_by is null) = (approved_at is null)),
  constraint nobody_approves_their_own check (approved_by <> all (author_ids))
);
select app_tenant('recovery_card_versions');
alter table recovery_card_versions add foreign key (org_id, written_by) references staff;
alter table recovery_card_versions add foreign key (org_id, approved_by) references staff;
-- One text of a card waits for its doctor at a time.
create unique index recovery_cards_waiting on recovery_card_versions (org_id, code) where approved_at is null;

-- How a customer said they recover, on a day after a procedure, in the words of that day's card.
create table recovery_answers (
  org_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  visit_id uuid not null,
  code text not null,
  version integer not null,
  -- Days after the procedure.
  day integer not null,
  heard jsonb not null,
  finding text not null check (finding in ('normal', 'watch', 'doctor')),
  at timestamptz not null,
  staff_id uuid,
  undone_at timestamptz,
  primary key (org_id, id),
  -- A card is answered once in a call.
  unique (org_id, call_id, visit_id, code)
);
select app_tenant('recovery_answers');
alter table recovery_answers add foreign key (org_id, customer_id) references customers;
alter table recovery_answers add foreign key (org_id, visit_id) references visits;
alter table recovery_answers add foreign key (org_id, staff_id) references staff;
create index recovery_answers_of_customer on recovery_answers (org_id, customer_id, at desc);

-- Warning signs heard in a call: a doctor's task with the time the customer was promised.
create table red_flags (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  followup_id uuid not null,
  call_id uuid not null,
  signs jsonb not null,
  urgency text not null check (urgency in ('urgent', 'soon')),
  notes text,
  raised_at timestamptz not null,
  raised_by uuid,
  promised_at timestamptz not null,
  -- Who treated; null is every doctor of the clinic.
  doctor_id uuid,
  supervisor_told_at timestamptz,
  manager_told_at timestamptz,
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  ended_at timestamptz,
  answered_by uuid,
  verdict text check (verdict in ('fine', 'watch', 'come_in')),
  words text,
  advice text,
  told_customer boolean,
  version integer not null default 1,
  primary key (org_id, id),
  -- One call makes one task, however many signs it heard.
  unique (org_id, call_id),
  constraint promised_after_raised check (promised_at > raised_at),
  constraint ended_has_a_time check ((state = 'open') = (ended_at is null)),
  -- It ends by a doctor's word, or because the call was a slip.
  constraint answered_has_words check ((state = 'answered') = (verdict is not null)),
  constraint a_word_has_a_doctor check (
    verdict is null or (answered_by is not null and words is not null and told_customer is not null)
  )
);
select app_tenant('red_flags');
alter table red_flags add foreign key (org_id, customer_id) references customers;
alter table red_flags add foreign key (org_id, clinic_id) references clinics;
alter table red_flags add foreign key (org_id, followup_id) references followups;
alter table red_flags add foreign key (org_id, raised_by) references staff;
alter table red_flags add foreign key (org_id, doctor_id) references staff;
alter table red_flags add foreign key (org_id, answered_by) references staff;
create index red_flags_open on red_flags (org_id, promised_at) where state = 'open';
create index red_flags_of_customer on red_flags (org_id, customer_id, raised_at desc);

-- The figures of promises to customers with warning signs, as published; the last one is in force.
create table red_flag_rules (
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
select app_tenant('red_flag_rules');
alter table red_flag_rules add foreign key (org_id, published_by) references staff;
