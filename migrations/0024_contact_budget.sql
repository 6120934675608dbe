-- The contact budget of one person (C4): its figures, what used it, and what waits for it.

-- How often one person is contacted, as the organization published it; a version is never edited.
create table contact_budgets (
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
select app_tenant('contact_budgets');
alter table contact_budgets add foreign key (org_id, published_by) references staff;

-- A contact that the customer noticed, by whichever department: a call that was answered, an offer or survey sent.
create table contact_uses (
  org_id uuid not null,
  -- Derived from what it was: noted twice, it counts once.
  id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  channel text not null check (channel in ('phone', 'wechat', 'sms', 'visit')),
  -- The weightiest of what it was about.
  purpose text not null check (purpose in ('medical', 'complaint', 'service', 'satisfaction', 'marketing')),
  staff_id uuid,
  cause_kind text not null check (cause_kind in ('call', 'message')),
  cause_id uuid not null,
  primary key (org_id, id)
);
select app_tenant('contact_uses');
alter table contact_uses add foreign key (org_id, customer_id) references customers on delete cascade;
alter table contact_uses add foreign key (org_id, staff_id) references staff;
create index contact_uses_of_customer on contact_uses (org_id, customer_id, at desc);
create index contact_uses_lately on contact_uses (org_id, at);

-- Until when a customer's surveys and offers wait by these, worked out at the last of them; the list of today asks it.
create table contact_waits (
  org_id uuid not null,
  customer_id uuid not null,
  service_until timestamptz,
  satisfaction_until timestamptz,
  marketing_until timestamptz,
  primary key (org_id, customer_id)
);
select app_tenant('contact_waits');
alter table contact_waits add foreign key (org_id, customer_id) references customers on delete cascade;
