-- Checkout (E6, E8): how each customer left, what the desk picks from, and the code of the official account.

-- How a customer left: what was settled, agreed, offered and asked, each with an answer or "not asked".
create table checkouts (
  org_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  day date not null,
  paid text not null check (paid in ('settled', 'owes', 'not_asked')),
  paid_note text,
  owed_fen bigint not null,
  next text not null check (next in ('booked', 'none', 'not_asked')),
  next_appointment_id uuid,
  no_next_reason text,
  no_next_note text,
  offer text not null check (offer in ('offered', 'nothing_fits', 'not_asked')),
  followup text not null check (followup in ('agreed', 'declined', 'not_asked')),
  followup_id uuid,
  rating text not null check (rating in ('asked', 'declined', 'not_asked')),
  account text not null check (account in ('added', 'already', 'declined', 'not_asked')),
  finished_at timestamptz not null,
  finished_by uuid,
  primary key (org_id, id),
  -- A visit ends once.
  unique (org_id, visit_id),
  constraint owing_says_why check ((paid = 'owes') = (paid_note is not null)),
  constraint booked_is_in_the_book check ((next = 'booked') = (next_appointment_id is not null)),
  constraint no_next_has_a_reason check ((next = 'none') = (no_next_reason is not null)),
  constraint agreed_is_planned check ((followup = 'agreed') = (followup_id is not null))
);
select app_tenant('checkouts');
alter table checkouts add foreign key (org_id, visit_id) references visits;
alter table checkouts add foreign key (org_id, clinic_id) references clinics;
alter table checkouts add foreign key (org_id, customer_id) references customers;
alter table checkouts add foreign key (org_id, next_appointment_id) references appointments;
alter table checkouts add foreign key (org_id, followup_id) references followups;
alter table checkouts add foreign key (org_id, finished_by) references staff;
-- The desk asks for a day, the supervisor for some days.
create index checkouts_by_day on checkouts (org_id, clinic_id, day);
create index checkouts_of_customer on checkouts (org_id, customer_id, day);

-- Something offered at a checkout, and what the customer said to it.
create table checkout_offers (
  org_id uuid not null,
  id uuid not null,
  checkout_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('product', 'membership')),
  name text not null,
  answer text not null check (answer in ('bought', 'thinking', 'declined')),
  primary key (org_id, id)
);
select app_tenant('checkout_offers');
alter table checkout_offers add foreign key (org_id, checkout_id) references checkouts;
create index checkout_offers_of_checkout on checkout_offers (org_id, checkout_id, position);

-- What a clinic's desk picks from at checkout; without a row the standard ones hold.
create table checkout_rules (
  org_id uuid not null,
  clinic_id uuid not null,
  rules jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null default 1,
  primary key (org_id, clinic_id)
);
select app_tenant('checkout_rules');
alter table checkout_rules add foreign key (org_id, clinic_id) references clinics;
alter table checkout_rules add foreign key (org_id, updated_by) references staff;

-- The picture of the code by which customers follow a clinic's official account, as base64 of a JPEG drawn anew.
create table account_codes (
  org_id uuid not null,
  clinic_id uuid not null,
  picture text not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (org_id, clinic_id)
);
select app_tenant('account_codes');
alter table account_codes add foreign key (org_id, clinic_id) references clinics;
alter table account_codes add foreign key (org_id, updated_by) references staff;
