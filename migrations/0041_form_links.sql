-- Links of forms go out when their followup begins, each once.

-- What begins now.
create index followups_beginning on followups (org_id, opens_at) where state = 'open';
-- Whether somebody was asked for it already.
create index form_requests_of_followup on form_requests (org_id, followup_id) where followup_id is not null;
