-- Paper sheets (idea 25): what lies on the desk when the network is down, and what was entered from it later.

-- A list of a clinic's day, made the evening before to be printed.
create table paper_sheets (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  kind text not null check (kind in ('call', 'confirmation', 'waiting')),
  made_at timestamptz not null,
  -- The last time; the audit trail has the others.
  printed_at timestamptz,
  printed_by uuid,
  primary key (org_id, id),
  -- One of each for a day.
  unique (org_id, clinic_id, day, kind),
  constraint printed_by_somebody check ((printed_at is null) = (printed_by is null))
);
select app_tenant('paper_sheets');
alter table paper_sheets add foreign key (org_id, clinic_id) references clinics;
alter table paper_sheets add foreign key (org_id, printed_by) references staff;

-- A line of it, whom it is about, and what was entered of it; who that is, is read from the record when it is printed.
create table paper_lines (
  org_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  customer_id uuid not null,
  position integer not null check (position > 0),
  code text not null,
  -- What the line is of: an appointment, or the followups of one call.
  appointment_id uuid,
  followup_ids uuid[],
  -- Whose call it is, or of which post where nobody has it.
  staff_id uuid,
  role text,
  -- As it stands on the paper: the appointment's hour, or until when the call is owed.
  at timestamptz not null,
  result text,
  happened_at timestamptz,
  entered_at timestamptz,
  entered_by uuid,
  primary key (org_id, id),
  -- A code means one line, at whichever clinic it is typed.
  unique (org_id, code),
  unique (org_id, sheet_id, position),
  constraint of_one_thing check ((appointment_id is null) <> (followup_ids is null)),
  constraint entered_with_a_result check ((result is null) = (entered_at is null)),
  constraint entered_by_somebody check ((entered_at is null) = (entered_by is null))
);
select app_tenant('paper_lines');
alter table paper_lines add foreign key (org_id, sheet_id) references paper_sheets;
-- The clock makes lines; they go with what an import took back.
alter table paper_lines add foreign key (org_id, customer_id) references customers on delete cascade;
alter table paper_lines add foreign key (org_id, appointment_id) references appointments on delete cascade;
alter table paper_lines add foreign key (org_id, staff_id) references staff;
alter table paper_lines add foreign key (org_id, entered_by) references staff;
create index paper_lines_of_customer on paper_lines (org_id, customer_id);
