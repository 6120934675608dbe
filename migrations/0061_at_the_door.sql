-- At the door (E3): customers say themselves that they are here, and an arrival of the wrong person is taken back.

-- They checked in by themselves; nobody at the desk has seen them yet.
alter table receptions add column is_self boolean not null default false;

-- An arrival that is taken back leaves nothing but its audit row.
grant delete on reception_words to carecurve_app;

-- What the code at a clinic's door says: no secret, it hangs there to be scanned. A new one makes the old one void.
create table check_in_posters (
  org_id uuid not null,
  clinic_id uuid not null,
  token text not null,
  renewed_at timestamptz not null,
  renewed_by uuid,
  primary key (org_id, clinic_id),
  unique (org_id, token)
);
select app_tenant('check_in_posters');
alter table check_in_posters add foreign key (org_id, clinic_id) references clinics;
alter table check_in_posters add foreign key (org_id, renewed_by) references staff;

-- Somebody at the door whom the code could not place, in their own words; the desk goes to them. Also what limits guessing.
create table door_calls (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  said_name text not null,
  said_digits text not null,
  address_hash text not null,
  at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid,
  primary key (org_id, id)
);
select app_tenant('door_calls');
alter table door_calls add foreign key (org_id, clinic_id) references clinics;
alter table door_calls add foreign key (org_id, seen_by) references staff;
create index door_calls_of_clinic on door_calls (org_id, clinic_id, at);
