-- Statistics the planner goes by, brought up to date within a load.

-- The application owns no table and may not analyze one. A load of many rows into new tables asks for it between
-- its parts: otherwise a plan made when a table was empty reads all of it for every row that follows.
create function app_refresh_statistics() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  tenant_table regclass;
begin
  for tenant_table in
    select c.oid from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and obj_description(c.oid, 'pg_class') = 'tenant'
  loop
    execute format('analyze %s', tenant_table);
  end loop;
end $$;
revoke execute on function app_refresh_statistics from public;
grant execute on function app_refresh_statistics to carecurve_app;
