-- Ids derived from words in the database itself, for what is planned in bulk. Where the extension cannot be had, plans
-- are made row by row as before, and slower.
do $$ begin
  create extension if not exists "uuid-ossp";
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'uuid-ossp cannot be had here: %', sqlerrm;
end $$;
