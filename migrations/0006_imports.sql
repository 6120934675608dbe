-- Sheets brought in: the batch, and what was found wrong in it, row by row.

create table import_batches (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  state text not null check (state in ('checking', 'refused', 'ready', 'running', 'done', 'failed', 'undone')),
  file_name text not null,
  -- The file as it was uploaded, in the data folder, named by the batch.
  file_sha256 text not null,
  preset text,
  mapping jsonb not null,
  timezone text not null,
  columns text[] not null,
  sample jsonb not null,
  counts jsonb,
  progress integer not null default 0,
  problem jsonb,
  -- While it is checked or run: the process that does so says so here; silent for a minute, it is dead.
  beat_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (org_id, id)
);
select app_tenant('import_batches');
alter table import_batches add foreign key (org_id, clinic_id) references clinics;
create index import_batches_by_time on import_batches (org_id, created_at desc);

create table import_notes (
  org_id uuid not null,
  batch_id uuid not null,
  line integer not null,
  position integer not null,
  level text not null check (level in ('warned', 'rejected')),
  column_name text,
  code text not null,
  given text,
  primary key (org_id, batch_id, line, position)
);
select app_tenant('import_notes');
alter table import_notes add foreign key (org_id, batch_id) references import_batches;
