-- How a customer is known at a provider comes from the provider: they scan a code or send one, and leave by themselves.

-- An openid is good at one account only; no account is an address that was entered by hand.
alter table customer_addresses add column account_id uuid;
alter table customer_addresses add column bound_by text not null default 'hand'
  check (bound_by in ('hand', 'scan', 'code'));
-- They left: nothing goes there any more, and what went there keeps its address.
alter table customer_addresses add column left_at timestamptz;
-- When the provider's last word on it was said: what was said before it comes too late.
alter table customer_addresses add column told_at timestamptz;
alter table customer_addresses add foreign key (org_id, account_id) references channel_accounts;

-- A way shown to one customer to say who they are at a provider: good once, and not for long. Of scene and code only hashes stay.
create table address_invitations (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  account_id uuid not null,
  scene_hash text not null,
  -- What is sent as a message where no code can be scanned.
  code_hash text,
  -- By which the provider takes its code back.
  provider_ref text,
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz not null,
  bound_at timestamptz,
  closed_at timestamptz,
  primary key (org_id, id),
  -- One scene is one customer's.
  unique (org_id, scene_hash)
);
select app_tenant('address_invitations');
alter table address_invitations add foreign key (org_id, customer_id) references customers;
alter table address_invitations add foreign key (org_id, account_id) references channel_accounts;
alter table address_invitations add foreign key (org_id, created_by) references staff;
-- What a customer typed is looked for among what is open at that account.
create index address_invitations_by_code on address_invitations (org_id, account_id, code_hash) where bound_at is null;
-- The clock looks for what the provider is still to take back.
create index address_invitations_to_close on address_invitations (org_id, expires_at)
  where provider_ref is not null and closed_at is null;
