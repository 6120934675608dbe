-- The whole record: what else is known of a customer, whose they are, what changed, and how to reach them discreetly (A1, A2, A6).

alter table customers
  add column likes text,
  add column taboos text,
  -- Social influence, noted by a person; some posts do not see it.
  add column has_influence boolean not null default false,
  add column influence_note text,
  add column wechat text,
  add column referrer_id uuid,
  -- Besides owner_id, who is the consultant.
  add column web_consultant_id uuid,
  add column doctor_id uuid,
  add foreign key (org_id, referrer_id) references customers,
  add foreign key (org_id, web_consultant_id) references staff,
  add foreign key (org_id, doctor_id) references staff,
  add constraint nobody_refers_themselves check (referrer_id <> id);
create index customers_by_referrer on customers (org_id, referrer_id) where referrer_id is not null;

-- Every change of a record, field by field: what it was, what it is, who and when. Nothing is ever taken out.
create table customer_changes (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- The same for all the fields of one edit.
  edit_id uuid not null,
  field text not null,
  old_value text,
  new_value text,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (org_id, id)
);
select app_tenant('customer_changes', 'select, insert, update');
alter table customer_changes add foreign key (org_id, customer_id) references customers;
create index customer_changes_of_customer on customer_changes (org_id, customer_id, changed_at desc);

-- More numbers of one customer, the first stands in customers.
create table customer_phones (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  phone text not null,
  phone_last4 text not null,
  -- Whose it is or when it rings: "office", "her husband's".
  label text,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  unique (org_id, customer_id, phone)
);
select app_tenant('customer_phones');
alter table customer_phones add foreign key (org_id, customer_id) references customers;
create index customer_phones_by_phone on customer_phones (org_id, phone);

-- Family and guardians: another customer, or somebody who is none and has a name and perhaps a phone.
create table customer_relations (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  relative_id uuid,
  relative_name text,
  relative_phone text,
  -- What the relative is to the customer.
  kind text not null,
  is_guardian boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  -- Two people are related in one way, written once.
  unique (org_id, customer_id, relative_id),
  constraint a_relative_is_somebody check ((relative_id is null) <> (relative_name is null)),
  constraint nobody_is_their_own_relative check (relative_id <> customer_id)
);
select app_tenant('customer_relations');
alter table customer_relations add foreign key (org_id, customer_id) references customers;
alter table customer_relations add foreign key (org_id, relative_id) references customers;
create index customer_relations_of_relative on customer_relations (org_id, relative_id) where relative_id is not null;

-- What was found and not yet treated, on a tooth, the skin or the body.
create table latent_problems (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  area text not null check (area in ('tooth', 'skin', 'body')),
  -- FDI numbers of teeth, or names of places.
  places text[] not null,
  finding text not null,
  state text not null default 'open' check (state in ('open', 'treated')),
  found_on date not null,
  visit_id uuid,
  found_by uuid,
  treated_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  constraint treated_on_a_day check ((state = 'treated') = (treated_on is not null)),
  constraint treated_after_it_was_found check (treated_on >= found_on)
);
select app_tenant('latent_problems');
alter table latent_problems add foreign key (org_id, customer_id) references customers;
alter table latent_problems add foreign key (org_id, visit_id) references visits on delete set null (visit_id);
alter table latent_problems add foreign key (org_id, found_by) references staff;
create index latent_problems_of_customer on latent_problems (org_id, customer_id);

-- Photos as they were written anew; the pictures lie in the data folder, for nobody but the server to read.
create table photos (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  moment text not null check (moment in ('before', 'after', 'other')),
  taken_on date not null,
  caption text,
  width integer not null,
  height integer not null,
  bytes integer not null,
  -- Of the file as it came, so that the same one is kept once.
  sha256 text not null,
  -- Two consents, each given or taken back by itself: use within the clinic, and showing it to others.
  internal_use_at timestamptz,
  internal_use_by uuid,
  publish_at timestamptz,
  publish_by uuid,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, customer_id, sha256)
);
select app_tenant('photos');
alter table photos add foreign key (org_id, customer_id) references customers;

-- How somebody wants to be reached without others learning of it.
create table discreet_profiles (
  org_id uuid not null,
  customer_id uuid not null,
  profile jsonb not null,
  updated_at timestamptz not null,
  updated_by uuid,
  version integer not null,
  primary key (org_id, customer_id)
);
select app_tenant('discreet_profiles');
alter table discreet_profiles add foreign key (org_id, customer_id) references customers;
