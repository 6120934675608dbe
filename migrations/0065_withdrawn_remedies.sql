-- A remedy that the customer does not want, or that was asked for by mistake, is withdrawn and owed no more.
alter table recovery_remedies drop constraint recovery_remedies_state_check;
alter table recovery_remedies add constraint recovery_remedies_state_check
  check (state in ('asked', 'agreed', 'declined', 'given', 'withdrawn'));
