-- Handing customers over: whoever gets one reads first what is known of them, and who leaves hands on theirs.

-- When the new owner had read the handover; null until then.
alter table ownerships add column read_at timestamptz;
-- Who left hands on to a colleague as well as to the pool.
alter table ownerships drop constraint ownerships_began_by_check;
alter table ownerships add constraint began_somehow
  check (began_by in ('assigned', 'imported', 'claimed', 'transferred', 'left', 'merged'));
