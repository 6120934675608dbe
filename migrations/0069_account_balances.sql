-- What is left at a provider is a number (messages, or whole fen) that is asked for by the clock and compared with the figure
-- below which somebody is told; what the provider said instead is kept beside it. Told once, until it is enough again.
alter table channel_accounts add column balance_left bigint;
alter table channel_accounts add column balance_asked_at timestamptz;
alter table channel_accounts add column balance_fault text;
alter table channel_accounts add column balance_floor bigint;
alter table channel_accounts add column balance_told_at timestamptz;
update channel_accounts set balance_left = balance::bigint where balance ~ '^\d{1,15}$';
update channel_accounts set balance_at = null where balance_left is null;
update channel_accounts set balance_floor = case kind when 'aliyun-sms' then 5000 when 'tencent-sms' then 500 end;
alter table channel_accounts drop column balance;
alter table channel_accounts add constraint a_balance_has_its_time
  check ((balance_left is null) = (balance_at is null));
