-- Confirmation (E1): who was asked whether they come, what the team was told, and who asks whom that is missing.

-- A message that asked whether somebody comes at that hour; moved to another, the appointment is asked about anew.
create table confirmation_asks (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  appointment_id uuid not null,
  starts_at timestamptz not null,
  message_id uuid not null,
  asked_at timestamptz not null,
  -- What was written back, as it was read.
  answer text check (answer in ('confirmed', 'cannot-come', 'unclear')),
  answered_at timestamptz,
  reply text,
  primary key (org_id, id),
  unique (org_id, appointment_id, starts_at),
  constraint an_answer_has_a_time check ((answer is null) = (answered_at is null))
);
select app_tenant('confirmation_asks');
alter table confirmation_asks add foreign key (org_id, clinic_id) references clinics;
alter table confirmation_asks add foreign key (org_id, customer_id) references customers;
alter table confirmation_asks add foreign key (org_id, appointment_id) references appointments on delete cascade;
create index confirmation_asks_by_message on confirmation_asks (org_id, message_id);
create index confirmation_asks_of_customer on confirmation_asks (org_id, customer_id);

-- Who of the desk asks about an appointment, where somebody was named; the id is the appointment's own.
create table confirmers (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  named_at timestamptz not null,
  named_by uuid,
  primary key (org_id, id)
);
select app_tenant('confirmers');
alter table confirmers add foreign key (org_id, id) references appointments on delete cascade;
alter table confirmers add foreign key (org_id, staff_id) references staff;
alter table confirmers add foreign key (org_id, named_by) references staff;

-- The list of a day as the team was told it, in the evening before and in the morning; told again it is told anew.
create table confirmation_lists (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  half text not null check (half in ('evening', 'morning')),
  total integer not null,
  confirmed integer not null,
  was_sent boolean not null,
  shared_at timestamptz not null,
  shared_by uuid,
  primary key (org_id, id)
);
select app_tenant('confirmation_lists');
alter table confirmation_lists add foreign key (org_id, clinic_id) references clinics;
alter table confirmation_lists add foreign key (org_id, shared_by) references staff;
create index confirmation_lists_of_day on confirmation_lists (org_id, clinic_id, day, shared_at);
