-- A time is freed by cancelling or by moving an appointment away: the offer says all that was freed, for the next one.
-- Null in offers made before: then it is as long as the appointment.
alter table waitlist_offers add column freed_until timestamptz;
alter table waitlist_offers add column chair_id uuid;
alter table waitlist_offers add foreign key (org_id, chair_id) references chairs (org_id, id);

-- One appointment that is moved again and again frees several times: each is offered to one at a time, once to each.
alter table waitlist_offers drop constraint waitlist_offers_org_id_freed_by_wish_id_key;
alter table waitlist_offers add unique (org_id, freed_by, starts_at, wish_id);
drop index waitlist_offers_open;
create unique index waitlist_offers_open on waitlist_offers (org_id, freed_by, starts_at) where state = 'open';
