-- Who answers for a customer, and who ever did (B5).

-- Somebody's time as a customer's owner in one capacity; the open one is who stands on the record. Nothing is ever taken out.
create table ownerships (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('web_consultant', 'consultant', 'doctor')),
  owner_id uuid not null,
  since timestamptz not null,
  began_by text not null check (began_by in ('assigned', 'imported', 'claimed', 'transferred', 'merged')),
  begin_reason text,
  begin_decided_by uuid,
  until timestamptz,
  ended_by text check (ended_by in ('assigned', 'imported', 'claimed', 'transferred', 'released', 'left', 'merged')),
  end_reason text,
  end_decided_by uuid,
  -- The first day on which this owner may have the customer again.
  returns_on date,
  primary key (org_id, id),
  constraint ended_somehow check ((until is null) = (ended_by is null)),
  constraint time_runs_forward check (until >= since),
  constraint who_waits_has_left check (returns_on is null or until is not null)
);

-- Whoever owned a customer before this table was there has done so since the customer was entered.
alter table customers no force row level security;
insert into ownerships (org_id, id, customer_id, kind, owner_id, since, began_by)
select c.org_id, gen_random_uuid(), c.id, o.kind, o.owner_id, c.created_at,
  case when c.import_batch_id is null then 'assigned' else 'imported' end
from customers c
cross join lateral (values
  ('consultant', c.owner_id), ('web_consultant', c.web_consultant_id), ('doctor', c.doctor_id)) as o(kind, owner_id)
where o.owner_id is not null;
alter table customers force row level security;

select app_tenant('ownerships');
-- An import that is taken back takes the time as owner with it.
alter table ownerships add foreign key (org_id, customer_id) references customers on delete cascade;
alter table ownerships add foreign key (org_id, owner_id) references staff;
alter table ownerships add foreign key (org_id, begin_decided_by) references staff;
alter table ownerships add foreign key (org_id, end_decided_by) references staff;
-- A customer has one owner of a kind.
create unique index ownerships_current on ownerships (org_id, customer_id, kind) where until is null;
create index ownerships_of_customer on ownerships (org_id, customer_id, since desc);
create index ownerships_of_owner on ownerships (org_id, owner_id, kind) where until is null;
