-- Messages to customers (F, trust 3.1): what is to be sent, what was tried, and what became of it.

-- The text of a kind of message, as a clinic published it; a version is never edited.
create table message_templates (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  version integer not null,
  -- Fixed for the key: it decides what consent, hours and limits the message needs.
  kind text not null check (kind in ('otp', 'care', 'service_notice', 'marketing')),
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (org_id, id),
  -- Of two who publish at once, one is told of the other.
  unique (org_id, key, version)
);
select app_tenant('message_templates');
alter table message_templates add foreign key (org_id, published_by) references staff;

-- One message to one person for one cause, from the wish to send it to what became of it.
create table messages (
  org_id uuid not null,
  -- Derived from template, person and cause: the same wish twice is one message (G6).
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  template_key text not null,
  template_version integer not null,
  kind text not null check (kind in ('otp', 'care', 'service_notice', 'marketing')),
  -- A care message overtakes an offer.
  priority smallint not null,
  channel text not null,
  -- The way somebody asked for; null leaves it to the template.
  channel_asked text,
  text text not null,
  subject text,
  variables jsonb not null,
  cause_kind text not null,
  cause_id text not null,
  state text not null check (state in
    ('queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown', 'by_hand', 'sent_by_hand', 'stopped', 'dropped')),
  -- Why it was kept back, went to a person, or failed: a code.
  reason text,
  queued_at timestamptz not null,
  queued_by uuid,
  -- Not before this; moved on by a retry, by quiet hours and by limits.
  due_at timestamptz not null,
  stale_at timestamptz not null,
  -- Whose account, and whom it went to: never the number itself.
  account_id uuid,
  address_hash text,
  to_guardian boolean not null default false,
  provider_id text,
  tries integer not null default 0,
  -- Rises with each claim: who comes back with an old one has lost the message.
  fence integer not null default 0,
  leased_until timestamptz,
  -- The restore that keeps it back until somebody has looked (G7).
  quarantined_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  settled_by uuid,
  primary key (org_id, id),
  constraint leased_while_sending check ((state = 'sending') = (leased_until is not null))
);
select app_tenant('messages');
alter table messages add foreign key (org_id, clinic_id) references clinics;
alter table messages add foreign key (org_id, customer_id) references customers;
alter table messages add foreign key (org_id, queued_by) references staff;
alter table messages add foreign key (org_id, settled_by) references staff;
-- What is due next, care before offers.
create index messages_queued on messages (org_id, priority, due_at) where state = 'queued';
create index messages_sending on messages (org_id, leased_until) where state = 'sending';
create index messages_waiting on messages (org_id, state, due_at) where state in ('by_hand', 'unknown');
create index messages_of_customer on messages (org_id, customer_id, queued_at desc);
-- How often somebody was written to, under whatever name.
create index messages_to_address on messages (org_id, address_hash, sent_at) where address_hash is not null;
create index messages_by_provider on messages (org_id, account_id, provider_id) where provider_id is not null;

-- One call to a provider, written down before it is made (G2).
create table message_attempts (
  org_id uuid not null,
  -- What the provider knows the message by.
  id uuid not null,
  message_id uuid not null,
  number integer not null,
  fence integer not null,
  account_id uuid not null,
  channel text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- Null while nobody knows.
  outcome text check (outcome in ('accepted', 'refused', 'not-reached', 'throttled', 'unknown')),
  code text,
  provider_id text,
  -- How many the provider bills.
  units integer,
  primary key (org_id, id),
  unique (org_id, message_id, number),
  constraint ended_with_an_outcome check ((ended_at is null) = (outcome is null))
);
select app_tenant('message_attempts');
alter table message_attempts add foreign key (org_id, message_id) references messages;
create index message_attempts_of_account on message_attempts (org_id, account_id, started_at);
