-- What callbacks are signed by and where robots listen is as secret as a secret: each is sealed by itself, beside the settings
-- anybody who sets accounts up may read. What stands there readable is sealed by the clock, which has the key.
alter table channel_accounts add column sealed_settings jsonb not null default '{}';
