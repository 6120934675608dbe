-- How somebody who does not answer is tried again.

-- Hours, days and messages before the supervisor is asked, as the organization published them; never edited.
create table retry_policies (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, version)
);
select app_tenant('retry_policies');
alter table retry_policies add foreign key (org_id, published_by) references staff;
