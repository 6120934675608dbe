-- A followup tells of everything that befell it since it was planned, also who handed it to whom and which version moved it.

alter table followup_changes drop constraint followup_changes_kind_check;
alter table followup_changes add constraint followup_changes_kind_check
  check (kind in ('held', 'covered', 'returned', 'extended', 'lent', 'dropped', 'handed', 'followed', 'freed', 'moved'));
