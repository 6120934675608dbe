-- What shows that a recorded call was made (C6, idea 1): the telephone's log, and the customer's own answer.

-- A call as a telephone system logged it. Numbers of strangers are in it too: it keeps a keyed hash and the last digits.
create table call_logs (
  org_id uuid not null,
  id uuid not null,
  -- The call's own number in the log, or what tells it from others: read twice it is there once.
  source_key text not null,
  phone_hash text not null,
  phone_last4 text not null,
  direction text not null check (direction in ('out', 'in')),
  staff_id uuid,
  -- Whose telephone it was, as the log says.
  person text,
  started_at timestamptz not null,
  seconds integer not null check (seconds >= 0),
  received_at timestamptz not null,
  received_by uuid,
  primary key (org_id, id),
  unique (org_id, source_key)
);
select app_tenant('call_logs');
alter table call_logs add foreign key (org_id, staff_id) references staff;
alter table call_logs add foreign key (org_id, received_by) references staff;
create index call_logs_by_time on call_logs (org_id, started_at);

-- What shows that a call was made; a call without a row here is said to have been (E0).
create table call_evidence (
  org_id uuid not null,
  call_id uuid not null,
  grade text not null check (grade in ('E1', 'E2', 'E3')),
  call_log_id uuid,
  -- Recorded long after the telephone says that it was.
  is_late boolean not null default false,
  answer_id uuid,
  raised_at timestamptz not null,
  primary key (org_id, call_id),
  -- One logged call shows one recorded call.
  unique (org_id, call_log_id)
);
select app_tenant('call_evidence');
alter table call_evidence add foreign key (org_id, call_log_id) references call_logs;

-- The figures of matching, as published; the last one is in force.
create table evidence_rules (
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
select app_tenant('evidence_rules');
alter table evidence_rules add foreign key (org_id, published_by) references staff;
