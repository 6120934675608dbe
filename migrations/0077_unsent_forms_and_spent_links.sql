-- A followup's form that could not be sent: whoever calls learns of it, and it is tried again later.
alter table followups
  add column form_unsent_at timestamptz,
  add column form_unsent_because text check (form_unsent_because in ('form-gone', 'text-incomplete', 'fault')),
  add constraint form_unsent_says_why check ((form_unsent_at is null) = (form_unsent_because is null));

-- Messages that still hold a customer's link: it is taken out once nobody sends them any more.
create index messages_with_link on messages (org_id, sent_at) where variables ? 'link';
