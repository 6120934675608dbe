-- A no to offers that was understood and carried out is nobody's work: it is filed with what came of it.

alter table message_replies drop constraint message_replies_settled_by_way_check;
alter table message_replies add constraint message_replies_settled_by_way_check
  check (settled_by_way in ('nothing', 'followup', 'case', 'opt-out'));
