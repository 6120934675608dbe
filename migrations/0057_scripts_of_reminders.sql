-- A reminder may name the script it is worked by: an invitation, a customer who sleeps, thanks for a referral (C8).
alter table plans add column script_code text;
