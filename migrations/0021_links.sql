-- Links: the pages of customers, who have no sign-in (D4).

-- A short name of an organization, by which its links find it before anything else is known.
create table link_codes (
  code text primary key,
  -- One organization, one name.
  org_id uuid not null unique
);
select app_global('link_codes', 'select, insert');

-- Wrong tokens that were tried, by address and by all together, a minute at a time; kept for an hour.
create table link_guesses (
  bucket text not null,
  minute timestamptz not null,
  tries integer not null,
  primary key (bucket, minute)
);
select app_global('link_guesses', 'select, insert, update, delete');
create index link_guesses_by_age on link_guesses (minute);

-- A link of one customer for one purpose. The token itself is nowhere: only its hash is kept.
create table links (
  org_id uuid not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null,
  customer_id uuid not null,
  -- What it is about: the form that was asked for, the appointment, the message.
  subject_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  -- Found by its token's hash, and one token opens one thing.
  unique (org_id, token_hash)
);
select app_tenant('links');
alter table links add foreign key (org_id, customer_id) references customers;
alter table links add foreign key (org_id, created_by) references staff;
create index links_of_customer on links (org_id, customer_id);
create index links_of_subject on links (org_id, subject_id) where subject_id is not null;
