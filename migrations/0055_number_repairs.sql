-- Somebody who sees to it that a customer can be reached again: one at a time for each customer.
create table number_repairs (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  taken_by uuid,
  taken_at timestamptz not null,
  -- The number that did not work, and the one that was found.
  phone_before text,
  phone_after text,
  repaired_at timestamptz,
  repaired_by uuid,
  -- The followups that came back with it, as they stood before: for the way back.
  resumed jsonb,
  undone_at timestamptz,
  primary key (org_id, id),
  constraint repaired_has_a_number check ((repaired_at is null) = (phone_after is null))
);
select app_tenant('number_repairs');
alter table number_repairs add foreign key (org_id, customer_id) references customers;
alter table number_repairs add foreign key (org_id, taken_by) references staff;
alter table number_repairs add foreign key (org_id, repaired_by) references staff;
create index number_repairs_of_customer on number_repairs (org_id, customer_id, taken_at desc);

-- Who cannot be reached is asked for all day, and there are few among many.
create index followups_escalated on followups (org_id, clinic_id, closes_at) where state = 'open' and escalation is not null;
create index customers_without_phone on customers (org_id, clinic_id) where phone is null and merged_into is null;
create index messages_not_delivered on messages (org_id, queued_at)
  where channel = 'sms' and (reason like 'not-delivered:%' or reason like 'refused:%');
