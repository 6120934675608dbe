-- Who does not answer is tried next by another way: the ladder says by which.

alter table followups add column next_channel text check (next_channel in ('phone', 'wechat', 'sms'));
