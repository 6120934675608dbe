-- What is planned after the sheets were printed is printed as a sheet of its own, with only that.

alter table paper_lines
  -- Null of those that are as old as their sheet.
  add column added_at timestamptz,
  -- The last time; a line without one lies on no desk yet.
  add column printed_at timestamptz;
