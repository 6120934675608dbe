-- An answer that was written on paper first keeps both its times: when it was given, and when it was entered.

alter table appointments
  add column confirmation_entered_at timestamptz,
  -- Entered later is only what was said, and after it was said.
  add constraint an_entered_confirmation_was_given_before check (
    confirmation_entered_at is null or coalesce(confirmed_at < confirmation_entered_at, false)
  );
