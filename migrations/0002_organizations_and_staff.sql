-- Organizations, their clinics, teams and staff; how staff and scripts sign in.

create table organizations (
  id uuid primary key,
  name text not null check (name <> ''),
  timezone text not null,
  created_at timestamptz not null
);
select app_global('organizations', 'select, insert, update');

-- A name to sign in with. It is global because nobody knows the organization before it is found here.
create table accounts (
  login text primary key,
  org_id uuid not null,
  staff_id uuid not null,
  password_hash text not null,
  password_changed_at timestamptz not null,
  -- One person, one account.
  unique (org_id, staff_id)
);
select app_global('accounts', 'select, insert, update, delete');

-- Failed sign-ins, counted by what they share; an attacker elsewhere cannot lock the clinic's own people out.
create table sign_in_failures (
  bucket text primary key,
  failures integer not null,
  first_at timestamptz not null,
  locked_until timestamptz
);
select app_global('sign_in_failures', 'select, insert, update, delete');

create table clinics (
  org_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  timezone text not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name)
);
select app_tenant('clinics');

create table teams (
  org_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  kind text not null,
  clinic_id uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id),
  unique (org_id, name)
);
select app_tenant('teams');
alter table teams add foreign key (org_id, clinic_id) references clinics;

create table staff (
  org_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  role text not null,
  all_clinics boolean not null default false,
  state text not null check (state in ('invited', 'active', 'disabled')),
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (org_id, id)
);
select app_tenant('staff');

create table staff_clinics (
  org_id uuid not null,
  staff_id uuid not null,
  clinic_id uuid not null,
  primary key (org_id, staff_id, clinic_id)
);
select app_tenant('staff_clinics');
alter table staff_clinics add foreign key (org_id, staff_id) references staff;
alter table staff_clinics add foreign key (org_id, clinic_id) references clinics;

create table staff_teams (
  org_id uuid not null,
  staff_id uuid not null,
  team_id uuid not null,
  primary key (org_id, staff_id, team_id)
);
select app_tenant('staff_teams');
alter table staff_teams add foreign key (org_id, staff_id) references staff;
alter table staff_teams add foreign key (org_id, team_id) references teams;

-- A link by which an invited person chooses a login and a password. Only the token's hash is kept.
create table invitations (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, token_hash)
);
select app_tenant('invitations');
alter table invitations add foreign key (org_id, staff_id) references staff;

-- A sign-in of a browser. Its times are real ones, also where the business runs on a trial clock.
create table sessions (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ip text,
  primary key (org_id, id),
  unique (org_id, token_hash)
);
select app_tenant('sessions');
alter table sessions add foreign key (org_id, staff_id) references staff;
create index sessions_of_staff on sessions (org_id, staff_id) where ended_at is null;

-- A key for scripts: what it may is written on it, and never more than its maker may.
create table api_keys (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  created_by uuid,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  unique (org_id, token_hash)
);
select app_tenant('api_keys');
