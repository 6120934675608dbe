-- Late and cancelled (E2): the calls to who is late, what the desk decided, and what the supervisor saw of the day.

-- A call to somebody whose hour has come and who is not here; nobody takes it back, another one follows.
create table late_calls (
  org_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  customer_id uuid not null,
  result text not null check (result in ('on-the-way', 'cannot-come', 'unreached')),
  arrives_at timestamptz,
  note text,
  called_at timestamptz not null,
  called_by uuid,
  primary key (org_id, id)
);
select app_tenant('late_calls');
alter table late_calls add foreign key (org_id, appointment_id) references appointments on delete cascade;
alter table late_calls add foreign key (org_id, customer_id) references customers;
alter table late_calls add foreign key (org_id, called_by) references staff;
create index late_calls_of_appointment on late_calls (org_id, appointment_id, called_at);
create index late_calls_of_customer on late_calls (org_id, customer_id);

-- What was done with somebody late, and what the card said each choice would do; the id is the appointment's own.
create table late_decisions (
  org_id uuid not null,
  id uuid not null,
  choice text not null check (choice in ('wait', 'shorten', 'swap', 'rebook')),
  suggested text,
  options jsonb not null,
  reason text,
  decided_at timestamptz not null,
  decided_by uuid,
  primary key (org_id, id)
);
select app_tenant('late_decisions');
alter table late_decisions add foreign key (org_id, id) references appointments on delete cascade;
alter table late_decisions add foreign key (org_id, decided_by) references staff;

-- That the supervisor has seen a cancellation, with their word on it; the id is the appointment's own.
create table cancellation_reviews (
  org_id uuid not null,
  id uuid not null,
  note text,
  seen_at timestamptz not null,
  seen_by uuid,
  primary key (org_id, id)
);
select app_tenant('cancellation_reviews');
alter table cancellation_reviews add foreign key (org_id, id) references appointments on delete cascade;
alter table cancellation_reviews add foreign key (org_id, seen_by) references staff;

-- What was cancelled on a day.
create index appointments_cancelled on appointments (org_id, clinic_id, cancelled_at) where cancelled_at is not null;
