-- Whoever treats customers is somebody's doctor, also where they own or manage the clinic besides.

alter table staff add column treats boolean not null default false;
alter table staff no force row level security;
update staff set treats = true where role = 'doctor';
alter table staff force row level security;
-- A doctor is chosen as one wherever doctors are.
alter table staff add constraint staff_doctors_treat check (treats or role <> 'doctor');
