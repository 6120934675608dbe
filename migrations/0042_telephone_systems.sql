-- Telephone systems that tell of their calls themselves, and what is known of how they write them (C6).

-- A telephone system that calls us after every call, known by its address and its signature.
create table telephone_systems (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  -- Of the token in the address; the token itself was shown once.
  address_hash text not null,
  -- What it signs with: it must be read to check a signature, so it is sealed and not hashed.
  sealed_secret text not null,
  -- The secret before, while the telephone system is being given the new one.
  former_secret text,
  former_until timestamptz,
  is_enabled boolean not null default true,
  -- How often it called in which minute.
  minute timestamptz,
  requests integer not null default 0,
  heard_at timestamptz,
  refused_at timestamptz,
  refusal text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- An address leads to one system.
  unique (org_id, address_hash),
  -- A former secret ends.
  check ((former_secret is null) = (former_until is null))
);
select app_tenant('telephone_systems');
alter table telephone_systems add foreign key (org_id, created_by) references staff;

-- Whose telephone it is that logs call so: an extension, an agent's number, another spelling of a name.
create table telephone_extensions (
  org_id uuid not null,
  id uuid not null,
  person text not null,
  staff_id uuid not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (org_id, id),
  -- An extension is one person's.
  unique (org_id, person)
);
select app_tenant('telephone_extensions');
alter table telephone_extensions add foreign key (org_id, staff_id) references staff;
alter table telephone_extensions add foreign key (org_id, set_by) references staff;

-- Which column tells what in files with these headers, as somebody said it for the first of them.
create table call_log_layouts (
  org_id uuid not null,
  id uuid not null,
  headers text not null,
  columns jsonb not null,
  set_at timestamptz not null,
  set_by uuid,
  primary key (org_id, id),
  -- A file is read in one way.
  unique (org_id, headers)
);
select app_tenant('call_log_layouts');
alter table call_log_layouts add foreign key (org_id, set_by) references staff;

-- Until when recorded calls were held against the logs.
create table call_log_looks (
  org_id uuid not null,
  looked_until timestamptz not null,
  primary key (org_id)
);
select app_tenant('call_log_looks');

-- Customers whose calls are held against the logs once more: their number changed, or a call was taken back.
create table call_log_rematches (
  org_id uuid not null,
  customer_id uuid not null,
  asked_at timestamptz not null,
  primary key (org_id, customer_id)
);
select app_tenant('call_log_rematches');
alter table call_log_rematches add foreign key (org_id, customer_id) references customers;

-- A customer's calls are found by their numbers.
create index call_logs_by_phone on call_logs (org_id, phone_hash, started_at);
-- Whose telephone nobody knows is listed.
create index call_logs_of_nobody on call_logs (org_id, person) where staff_id is null and person is not null;
