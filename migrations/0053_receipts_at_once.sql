-- What providers tell by the thousand is found by index.

-- A receipt names the message as the provider knows it.
create index message_attempts_by_provider on message_attempts (org_id, account_id, provider_id) where provider_id is not null;
-- One that came before the answer is found when the answer is there.
create index message_receipts_by_attempt on message_receipts (org_id, attempt_id) where applied_at is null and attempt_id is not null;
