-- What whoever treats must know first (E3), and the first visitors whose intake form is missing in the evening.

-- An allergy, a medicine, a condition of a customer. None is ever changed: what is known better is added, and what no
-- longer holds ends with its reason and stays readable.
create table health_warnings (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  words text not null,
  -- The answer that told it and the question it was given to; null where a colleague noted it.
  answer_id uuid,
  question text,
  noted_at timestamptz not null,
  noted_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  primary key (org_id, id),
  constraint an_answer_has_its_question check ((answer_id is null) = (question is null)),
  constraint ended_for_a_reason check ((ended_at is null) = (end_reason is null))
);
select app_tenant('health_warnings', 'select, insert');
grant update (customer_id, ended_at, ended_by, end_reason) on health_warnings to carecurve_app;
alter table health_warnings add foreign key (org_id, customer_id) references customers;
alter table health_warnings add foreign key (org_id, answer_id) references form_answers;
alter table health_warnings add foreign key (org_id, noted_by) references staff;
alter table health_warnings add foreign key (org_id, ended_by) references staff;
-- What stands of a customer.
create index health_warnings_standing on health_warnings (org_id, customer_id) where ended_at is null;

-- First visitors who left no intake form are talked about in the evening.
alter table huddle_lines drop constraint huddle_lines_kind_check;
alter table huddle_lines add constraint huddle_lines_kind_check
  check (kind in ('no-next', 'no-intake', 'unconfirmed', 'wait-over', 'low-score', 'promise'));
