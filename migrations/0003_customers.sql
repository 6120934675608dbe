-- Customers: one record for life (A1).

create table customers (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  -- The number on the chart; imported ones keep the one they had.
  number text not null,
  name text not null,
  -- Found by 张三, zhangs, zs: written by the verb when the name is.
  name_pinyin text not null default '',
  name_initials text not null default '',
  gender text not null default 'unknown' check (gender in ('female', 'male', 'unknown')),
  birthday date,
  -- Known from an age where no birthday is.
  birth_year integer,
  -- In one form, +8613123456789; one phone may serve several customers (A6).
  phone text,
  phone_last4 text,
  address text,
  occupation text,
  channel_source text,
  notes text,
  owner_id uuid,
  refuses_contact boolean not null default false,
  -- Kept here for the list; the visits themselves are the truth.
  last_visit_on date,
  import_batch_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  -- A sheet read twice finds the same person.
  unique (org_id, number)
);
select app_tenant('customers');
alter table customers add foreign key (org_id, clinic_id) references clinics;
alter table customers add foreign key (org_id, owner_id) references staff;
create index customers_by_name on customers (org_id, name text_pattern_ops);
create index customers_by_number on customers (org_id, number text_pattern_ops);
create index customers_by_pinyin on customers (org_id, name_pinyin text_pattern_ops, id);
create index customers_by_initials on customers (org_id, name_initials text_pattern_ops);
create index customers_by_last4 on customers (org_id, phone_last4) where phone_last4 is not null;
create index customers_by_phone on customers (org_id, phone) where phone is not null;
create index customers_by_clinic on customers (org_id, clinic_id, name_pinyin, id);
create index customers_by_owner on customers (org_id, owner_id) where owner_id is not null;
create index customers_by_import on customers (org_id, import_batch_id) where import_batch_id is not null;

-- The last chart number given out by us, one row an organization.
create table customer_numbers (
  org_id uuid not null primary key,
  last_number bigint not null
);
select app_tenant('customer_numbers');
