-- Channels: the accounts messages go out by, what providers say of them, what customers answer, and the brakes.

-- An account at a provider, for one clinic or for all. Its secret is sealed with a key that is not in this database.
create table channel_accounts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid,
  kind text not null check (kind in ('aliyun-sms', 'tencent-sms', 'wechat-official', 'wecom-app', 'wecom-customer',
    'smtp', 'wecom-robot', 'dingtalk-robot', 'feishu-robot')),
  name text not null,
  settings jsonb not null,
  sealed_secret text not null,
  -- By which providers are known when they call back.
  callback_hash text not null,
  is_enabled boolean not null default false,
  per_minute integer not null,
  -- A price of less than a fen each is told by the thousand.
  fen_per_thousand integer not null default 0,
  tested_at timestamptz,
  test_result text,
  balance text,
  balance_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  primary key (org_id, id),
  -- One address of callbacks, one account.
  unique (org_id, callback_hash)
);
select app_tenant('channel_accounts');
alter table channel_accounts add foreign key (org_id, clinic_id) references clinics;
alter table channel_accounts add foreign key (org_id, created_by) references staff;

-- How a customer is known at a provider other than the telephone: an openid, a WeCom id, an e-mail address.
create table customer_addresses (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  channel text not null check (channel in ('wechat', 'wecom', 'email')),
  address text not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (org_id, id),
  -- One customer has one address a channel.
  unique (org_id, customer_id, channel)
);
select app_tenant('customer_addresses');
alter table customer_addresses add foreign key (org_id, customer_id) references customers;
create index customer_addresses_by_address on customer_addresses (org_id, channel, address);

-- What a provider said became of a message: kept even where the message is not known yet (G5). The id is derived from what it says.
create table message_receipts (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  -- Our own id, where the provider gives it back.
  attempt_id uuid,
  provider_id text,
  arrived boolean not null,
  code text,
  received_at timestamptz not null,
  applied_at timestamptz,
  primary key (org_id, id)
);
select app_tenant('message_receipts');
alter table message_receipts add foreign key (org_id, account_id) references channel_accounts;
create index message_receipts_by_provider on message_receipts (org_id, account_id, provider_id) where applied_at is null;

-- What somebody answered to a message. The id is derived from what the provider says, so that twice told is once heard.
create table message_replies (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_hash text not null,
  customer_id uuid,
  message_id uuid,
  text text not null,
  is_opt_out boolean not null,
  at timestamptz not null,
  received_at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  primary key (org_id, id)
);
select app_tenant('message_replies');
alter table message_replies add foreign key (org_id, account_id) references channel_accounts;
alter table message_replies add foreign key (org_id, customer_id) references customers;
alter table message_replies add foreign key (org_id, message_id) references messages;
create index message_replies_unread on message_replies (org_id, at) where read_at is null;
create index message_replies_of_customer on message_replies (org_id, customer_id, at desc);

-- Hours and limits of messages as a clinic published them; a version is never edited.
create table message_rule_sets (
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
select app_tenant('message_rule_sets');
alter table message_rule_sets add foreign key (org_id, published_by) references staff;

-- Who has stopped the sending, and of what; one row an organization.
create table message_pauses (
  org_id uuid not null primary key,
  scope text not null check (scope in ('nothing', 'marketing', 'all')),
  reason text,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1
);
select app_tenant('message_pauses');
alter table message_pauses add foreign key (org_id, changed_by) references staff;

-- How often this database has sent; a file beside it counts along. Where the file knows of more, an older database was put back (G7).
create table sending_marks (
  only_one boolean primary key default true check (only_one),
  mark bigint not null,
  marked_at timestamptz not null
);
comment on table sending_marks is 'local';
grant select, insert, update on sending_marks to carecurve_app;

-- A message to colleagues, in a group or an application, is about nobody in particular.
alter table messages alter column customer_id drop not null;
alter table messages drop constraint messages_kind_check;
alter table messages add constraint messages_kind_check
  check (kind in ('otp', 'care', 'service_notice', 'marketing', 'staff_notice'));
alter table messages add constraint only_colleagues_are_nobody
  check ((customer_id is null) = (kind = 'staff_notice'));
-- What is urgent goes at any hour.
alter table messages add column is_urgent boolean not null default false;
-- When the provider is asked next about a message nobody knows of.
alter table messages add column ask_at timestamptz;
-- Tried again although it may have been taken: only within the time in which the provider tells twins apart.
alter table messages add column maybe_taken_at timestamptz;
alter table messages add column unknown_since timestamptz;
create index messages_to_ask on messages (org_id, ask_at) where state = 'unknown';
