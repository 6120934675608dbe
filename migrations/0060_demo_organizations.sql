-- A made-up chain: nothing reaches anybody from it, so that its pages show what would be sent.
alter table organizations add column is_demo boolean not null default false;
