-- Reception (E3-E5): where in the house each customer of the day is, since when, and what the screens are told of it.

-- How a visit goes through the house, from the door to the door; the id is the visit's own.
create table receptions (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  -- The clinic's own day, and which of its arrivals this was: what the customer is called by.
  day date not null,
  number integer not null check (number > 0),
  stage text not null check (stage in ('arrived', 'waiting', 'in-treatment', 'checkout', 'gone')),
  -- When each stage was last entered.
  arrived_at timestamptz not null,
  waiting_at timestamptz,
  in_treatment_at timestamptz,
  checkout_at timestamptz,
  gone_at timestamptz,
  -- Why somebody left without having been through the checkout.
  gone_reason text,
  -- As it stood when they came; later it may become another.
  class_code text,
  doctor_id uuid,
  received_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- A number is called once a day.
  unique (org_id, clinic_id, day, number),
  constraint gone_has_a_time check ((stage = 'gone') = (gone_at is not null))
);
select app_tenant('receptions');
alter table receptions add foreign key (org_id, id) references visits;
alter table receptions add foreign key (org_id, clinic_id) references clinics;
alter table receptions add foreign key (org_id, customer_id) references customers;
alter table receptions add foreign key (org_id, doctor_id) references staff;
alter table receptions add foreign key (org_id, received_by) references staff;

-- Each step from one stage to the next, who took it, and whether it was taken back.
create table reception_moves (
  org_id uuid not null,
  id uuid not null,
  reception_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  -- When the stage that is entered had been entered before, if it had.
  entered_before timestamptz,
  at timestamptz not null,
  by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (org_id, id)
);
select app_tenant('reception_moves');
alter table reception_moves add foreign key (org_id, reception_id) references receptions;
alter table reception_moves add foreign key (org_id, by) references staff;
alter table reception_moves add foreign key (org_id, undone_by) references staff;
create index reception_moves_of_reception on reception_moves (org_id, reception_id, at desc);

-- How far the count of a clinic's board is; whoever changes the board holds the row until it is committed, so that
-- the changes are seen in the order of their positions and none is passed over.
create table boards (
  org_id uuid not null,
  clinic_id uuid not null,
  last_position bigint not null,
  primary key (org_id, clinic_id)
);
select app_tenant('boards');
alter table boards add foreign key (org_id, clinic_id) references clinics;

-- What changed on a clinic's board; a screen that was away reads on from the last position it saw.
create table board_changes (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  position bigint not null,
  day date not null,
  -- A visit's or, before there is one, an appointment's.
  subject_id uuid not null,
  at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, clinic_id, position)
);
select app_tenant('board_changes');
alter table board_changes add foreign key (org_id, clinic_id) references clinics;
