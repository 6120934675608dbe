-- A visit that ends a stay (出院) owes its own followups.
alter table visits add column is_discharge boolean not null default false;
