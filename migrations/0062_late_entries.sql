-- What was written down while nothing could be entered: the record keeps when it happened and when it was entered (C6).

-- When an arrival was entered that had been written down first; null of one that was entered as it happened.
alter table receptions add column entered_at timestamptz;
alter table receptions add constraint entered_after_it_happened check (entered_at >= arrived_at);

-- When a call was made that was recorded only later; `at` stays when it was recorded. Null of one recorded at once.
alter table attempts add column happened_at timestamptz;
alter table attempts add constraint recorded_after_it_happened check (happened_at <= at);
