-- What scores are about (D2), as a clinic names it.

-- What a clinic decided for all its forms, in versions; none of them is ever edited.
create table form_rule_sets (
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
select app_tenant('form_rule_sets', 'select, insert');
alter table form_rule_sets add foreign key (org_id, published_by) references staff;
