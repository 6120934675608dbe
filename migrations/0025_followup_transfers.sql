-- Followups handed over by a person, many at once.

-- What somebody handed to a colleague or back to the role, with the reason, so that it can be taken back.
create table followup_transfers (
  org_id uuid not null,
  id uuid not null,
  -- Null: back to everybody of the role.
  to_id uuid,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid,
  -- Each followup with what it was before, and its version after: who did something with it since keeps it.
  moved jsonb not null,
  undone_at timestamptz,
  primary key (org_id, id)
);
select app_tenant('followup_transfers');
alter table followup_transfers add foreign key (org_id, to_id) references staff;
alter table followup_transfers add foreign key (org_id, made_by) references staff;
