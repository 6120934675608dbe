-- A customer is found by any part of a name out of an index (A1).

alter table customers
  -- The name without its first sign, and without its first two: 阳修 and 修 of 欧阳修. Row-level security lets only
  -- plain comparisons of columns near an index, so that what is compared must be one.
  add column name_from_second text not null generated always as (substr(name, 2)) stored,
  add column name_from_third text not null generated always as (substr(name, 3)) stored;
-- Each way of finding somebody has an index in the order in which the list shows who was found.
create index customers_by_name_from_second on customers
  (org_id, name_from_second text_pattern_ops, name_pinyin text_pattern_ops, id);
create index customers_by_name_from_third on customers
  (org_id, name_from_third text_pattern_ops, name_pinyin text_pattern_ops, id);
-- Few names are longer than four signs; what stands still further back in one is looked for among these.
create index customers_of_long_name on customers (org_id, name_pinyin text_pattern_ops, id) where char_length(name) > 4;
drop index customers_by_initials;
create index customers_by_initials on customers
  (org_id, name_initials text_pattern_ops, name_pinyin text_pattern_ops, id);
drop index customers_by_number;
create index customers_by_number on customers (org_id, number text_pattern_ops, name_pinyin text_pattern_ops, id);
