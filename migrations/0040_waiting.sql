-- Triage and waiting (E4, E5): who sees whom and why, what who waits was told, and the screens in the waiting room.

alter table receptions
  -- Why somebody else than suggested or booked sees them.
  add column doctor_reason text,
  -- What the desk heard at the door and the doctor should know before they come in.
  add column wishes text,
  -- When the doctor it is now read what there is to know.
  add column read_at timestamptz,
  add column read_by uuid;
alter table receptions add foreign key (org_id, read_by) references staff;
create index receptions_of_doctor on receptions (org_id, doctor_id, day) where doctor_id is not null;

-- A word with somebody who waits: what they were told, and what the board said at that moment.
create table reception_words (
  org_id uuid not null,
  id uuid not null,
  reception_id uuid not null,
  at timestamptz not null,
  by uuid,
  told_minutes integer check (told_minutes >= 0),
  predicted_minutes integer check (predicted_minutes >= 0),
  primary key (org_id, id)
);
select app_tenant('reception_words', 'select, insert');
alter table reception_words add foreign key (org_id, reception_id) references receptions;
alter table reception_words add foreign key (org_id, by) references staff;
create index reception_words_of_reception on reception_words (org_id, reception_id, at);

-- A screen on a clinic's wall: opened by a secret address, it shows who is called and nothing else.
create table waiting_screens (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  name text not null,
  shows text not null check (shows in ('numbers', 'surnames')),
  token_hash text not null,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  primary key (org_id, id),
  -- One address, one screen.
  unique (org_id, token_hash)
);
select app_tenant('waiting_screens');
alter table waiting_screens add foreign key (org_id, clinic_id) references clinics;
alter table waiting_screens add foreign key (org_id, created_by) references staff;
