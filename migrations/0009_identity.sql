-- One person, one record (A5, A6): who may be whom, who was made one with whom, and how to take it back.

-- The record that this one became part of. Its own stays as it was, and nobody is shown it any more.
alter table customers add column merged_into uuid;
alter table customers add foreign key (org_id, merged_into) references customers;
alter table customers add constraint nobody_becomes_themselves check (merged_into <> id);
create index customers_merged on customers (org_id, merged_into) where merged_into is not null;
-- Who else was born that day, for one record at a time.
create index customers_by_birthday on customers (org_id, birthday) where birthday is not null;
-- What changed since the last look for duplicates.
create index customers_by_change on customers (org_id, updated_at);

-- Two customers who may be one person, shown to a person until somebody says yes or no.
create table duplicate_suggestions (
  org_id uuid not null,
  id uuid not null,
  -- In this order, so that a pair stands here once.
  a_id uuid not null,
  b_id uuid not null,
  score integer not null,
  is_likely boolean not null,
  -- Why, by code, with what each weighs.
  reasons jsonb not null,
  state text not null default 'open' check (state in ('open', 'dismissed', 'merged')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  -- Why they are two: a family on one phone, for example.
  dismiss_reason text,
  primary key (org_id, id),
  unique (org_id, a_id, b_id),
  constraint in_order check (a_id < b_id),
  constraint decided_has_a_time check ((state = 'open') = (decided_at is null)),
  constraint dismissed_says_why check ((state = 'dismissed') = (dismiss_reason is not null))
);
select app_tenant('duplicate_suggestions');
-- A suggestion goes with a customer whose import is taken back.
alter table duplicate_suggestions add foreign key (org_id, a_id) references customers on delete cascade;
alter table duplicate_suggestions add foreign key (org_id, b_id) references customers on delete cascade;
alter table duplicate_suggestions add foreign key (org_id, decided_by) references staff;
create index duplicate_suggestions_of_b on duplicate_suggestions (org_id, b_id);
-- The review page asks for what is undecided, the likeliest first.
create index duplicate_suggestions_open on duplicate_suggestions (org_id, score desc, id) where state = 'open';

-- How far the look for duplicates has come.
create table duplicate_looks (
  org_id uuid not null primary key,
  looked_until timestamptz not null,
  -- The last time everybody was compared with everybody.
  whole_at timestamptz not null
);
select app_tenant('duplicate_looks');

-- Two records made one by a person's yes, with all it takes to make them two again.
create table merges (
  org_id uuid not null,
  id uuid not null,
  keep_id uuid not null,
  gone_id uuid not null,
  -- Of each row that moved, where it stood and how it is found.
  moved jsonb not null,
  -- Of the record that stayed, the columns that changed; of the one that went, its version.
  keep_before jsonb not null,
  keep_after jsonb not null,
  gone_before jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (org_id, id),
  constraint two_records check (keep_id <> gone_id)
);
select app_tenant('merges');
alter table merges add foreign key (org_id, keep_id) references customers on delete cascade;
alter table merges add foreign key (org_id, gone_id) references customers on delete cascade;
alter table merges add foreign key (org_id, merged_by) references staff;
alter table merges add foreign key (org_id, undone_by) references staff;
create index merges_of_keep on merges (org_id, keep_id);
create index merges_by_time on merges (org_id, merged_at desc, id desc);
-- A record is part of one other at most.
create unique index merges_of_gone on merges (org_id, gone_id) where undone_at is null;
