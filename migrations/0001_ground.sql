-- The ground every table stands on: the application's role, the tenant rule, audit, outbox, idempotency.

-- The application's role owns nothing and bypasses nothing; each database's login is a member of it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'carecurve_app') then
    create role carecurve_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

grant usage on schema public to carecurve_app;

-- On a cluster this spreads a table by organization; on plain PostgreSQL there is nothing to do.
create function app_distribute(table_name regclass, column_name text) returns void
language plpgsql as $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', table_name, column_name);
  end if;
end $$;

-- Makes a table a tenant's: spread by org_id, and no row of another organization can be read or written.
create function app_tenant(table_name regclass, privileges text default 'select, insert, update, delete') returns void
language plpgsql as $$ begin
  perform app_distribute(table_name, 'org_id');
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy only_own_organization on %s using (org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)',
    table_name);
  execute format('grant %s on %s to carecurve_app', privileges, table_name);
  execute format('comment on table %s is %L', table_name, 'tenant');
end $$;

create function app_global(table_name regclass, privileges text) returns void
language plpgsql as $$ begin
  execute format('grant %s on %s to carecurve_app', privileges, table_name);
  execute format('comment on table %s is %L', table_name, 'global');
end $$;

-- What this installation is: one row, made by the first command that touches the database.
create table installation (
  only_one boolean primary key default true check (only_one),
  -- A trial database runs on its own clock and never becomes a real one.
  is_trial boolean not null,
  -- The wall time the trial clock showed at trial_set_at; it goes on from there.
  trial_wall_time timestamp,
  trial_set_at timestamptz,
  created_at timestamptz not null,
  constraint a_trial_has_a_clock check (is_trial = (trial_wall_time is not null) and is_trial = (trial_set_at is not null))
);
comment on table installation is 'local';
grant select, insert, update on installation to carecurve_app;

-- Who did what to what, and when. Rows are added and never changed; the application may not even try.
create table audit_entries (
  org_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'api-key', 'system', 'anonymous')),
  actor_id uuid,
  action text not null,
  subject_type text,
  subject_id uuid,
  -- Names of the fields that changed; their values stand in the tables themselves.
  fields text[] not null default '{}',
  reason text,
  ip text,
  primary key (org_id, id)
);
select app_tenant('audit_entries', 'select, insert');
create index audit_entries_by_time on audit_entries (org_id, at desc, id desc);
create index audit_entries_by_subject on audit_entries (org_id, subject_id, at desc);

-- A fact that other modules hear of; written in the transaction that made it true.
create table outbox_events (
  org_id uuid not null,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null,
  dispatched_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz,
  last_error text,
  primary key (org_id, id)
);
select app_tenant('outbox_events');
create index outbox_events_waiting on outbox_events (org_id, id) where dispatched_at is null;

-- The answer already given to a write, so that the same request sent twice acts once.
create table idempotency_keys (
  org_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null,
  primary key (org_id, actor_id, id)
);
select app_tenant('idempotency_keys');
create index idempotency_keys_by_age on idempotency_keys (org_id, created_at);
