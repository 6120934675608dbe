-- What is stopped is said by kind and by channel: care goes on while offers wait, letters go on while short messages wait.
alter table message_pauses add column kinds text[] not null default '{}';
alter table message_pauses add column channels text[] not null default '{}';
update message_pauses set kinds = case scope
  when 'all' then array['otp', 'care', 'service_notice', 'marketing', 'staff_notice']
  when 'marketing' then array['marketing'] else array[]::text[] end;
alter table message_pauses drop column scope;
alter table message_pauses add constraint paused_kinds_are_kinds
  check (kinds <@ array['otp', 'care', 'service_notice', 'marketing', 'staff_notice']);
alter table message_pauses add constraint paused_channels_are_channels
  check (channels <@ array['sms', 'wechat', 'wecom', 'email', 'group']);
