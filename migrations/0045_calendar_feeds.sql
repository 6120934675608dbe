-- Doctors' calendars by a secret link (E1).

-- A doctor's calendar that can be read from outside, by a token of which only the hash is kept; one at a time.
create table calendar_feeds (
  org_id uuid not null,
  id uuid not null,
  doctor_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  created_by uuid,
  last_read_at timestamptz,
  revoked_at timestamptz,
  primary key (org_id, id),
  -- One secret, one calendar.
  unique (org_id, token_hash)
);
select app_tenant('calendar_feeds');
alter table calendar_feeds add foreign key (org_id, doctor_id) references staff;
alter table calendar_feeds add foreign key (org_id, created_by) references staff;
-- A new secret ends the old one.
create unique index calendar_feeds_in_use on calendar_feeds (org_id, doctor_id) where revoked_at is null;
