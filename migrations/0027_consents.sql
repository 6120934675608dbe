-- Consents (H2): what somebody agreed to or refused, as it was said; and numbers that take no offers.

-- Each yes and no to being written to, called, recorded: what was shown, how it was said, who took it down. Rows are only added.
create table consents (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (purpose in
    ('care', 'marketing', 'call_recording', 'referral_disclosure', 'health_to_third_party')),
  -- Null is every channel.
  channel text check (channel in ('sms', 'call', 'wechat', 'email')),
  decision text not null check (decision in ('given', 'withdrawn')),
  way text not null check (way in ('paper', 'in_person', 'phone', 'page', 'message', 'import')),
  -- The words that were shown, and which version of them.
  text_shown text,
  text_version integer,
  text_hash text,
  -- Where it can be looked up: the sheet of paper, the recording, the reply.
  evidence text,
  guardian_name text,
  guardian_relation text,
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (org_id, id),
  constraint a_yes_has_its_words check (decision = 'withdrawn' or text_shown is not null),
  constraint a_guardian_has_a_name check (guardian_relation is null or guardian_name is not null)
);
select app_tenant('consents', 'select, insert, update');
alter table consents add foreign key (org_id, customer_id) references customers;
alter table consents add foreign key (org_id, recorded_by) references staff;
create index consents_of_customer on consents (org_id, customer_id, at desc);

-- Numbers that said no to offers: kept as a keyed hash, so that the no outlives the record and a new import of it.
create table suppressions (
  org_id uuid not null,
  address_hash text not null,
  since timestamptz not null,
  source text not null check (source in ('reply', 'page', 'staff')),
  -- Only a new consent lifts it.
  lifted_at timestamptz,
  lifted_by_consent uuid,
  primary key (org_id, address_hash),
  constraint lifted_by_a_consent check ((lifted_at is null) = (lifted_by_consent is null))
);
select app_tenant('suppressions', 'select, insert, update');
alter table suppressions add foreign key (org_id, lifted_by_consent) references consents;
