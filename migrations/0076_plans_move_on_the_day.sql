-- Plans already made go over to a version when it begins: until then it is remembered, and it is done once.

alter table protocol_versions
  add column moves_plans boolean not null default false,
  add column plans_moved_at timestamptz;
alter table protocol_versions add constraint only_what_is_to_move_was_moved
  check (plans_moved_at is null or (moves_plans and plans_moved_at >= effective_from));
create index protocol_versions_to_move on protocol_versions (org_id)
  where moves_plans and plans_moved_at is null;
