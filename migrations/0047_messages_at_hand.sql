-- Messages at hand: in which order the accounts of one kind are used, and what was made of an answer.

-- The lower goes first; the next is used where the first has sent all it may in a minute.
alter table channel_accounts add column position smallint not null default 50 check (position between 1 and 99);

-- What the colleague who read it did: nothing was needed, a followup was planned, or a case opened.
alter table message_replies add column settled_by_way text
  check (settled_by_way in ('nothing', 'followup', 'case'));
-- Whoever read it has said what came of it.
alter table message_replies add constraint read_with_a_way
  check ((read_at is null) = (settled_by_way is null));

-- The page of what failed, the latest first.
create index messages_failed on messages (org_id, queued_at desc) where state = 'failed';
-- What is kept back since a restore.
create index messages_quarantined on messages (org_id, queued_at) where quarantined_at is not null;
