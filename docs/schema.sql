-- The schema as migrated. Written by scripts/write-schema.ts; compared by the check.

create extension btree_gist;

create extension uuid-ossp;

CREATE OR REPLACE FUNCTION public.app_distribute(table_name regclass, column_name text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_distributed_table(%L, %L)', table_name, column_name);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.app_global(table_name regclass, privileges text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  execute format('grant %s on %s to carecurve_app', privileges, table_name);
  execute format('comment on table %s is %L', table_name, 'global');
end $function$;

CREATE OR REPLACE FUNCTION public.app_refresh_statistics()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenant_table regclass;
begin
  for tenant_table in
    select c.oid from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and obj_description(c.oid, 'pg_class') = 'tenant'
  loop
    execute format('analyze %s', tenant_table);
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.app_tenant(table_name regclass, privileges text DEFAULT 'select, insert, update, delete'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ begin
  perform app_distribute(table_name, 'org_id');
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy only_own_organization on %s using (org_id = nullif(current_setting(''app.org_id'', true), '''')::uuid)',
    table_name);
  execute format('grant %s on %s to carecurve_app', privileges, table_name);
  execute format('comment on table %s is %L', table_name, 'tenant');
end $function$;

-- tenant
create table account_codes (
  org_id uuid not null,
  clinic_id uuid not null,
  picture text not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  constraint account_codes_pkey PRIMARY KEY (org_id, clinic_id),
  constraint account_codes_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint account_codes_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on account_codes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on account_codes to carecurve_app;

-- global
create table accounts (
  login text not null,
  org_id uuid not null,
  staff_id uuid not null,
  password_hash text not null,
  password_changed_at timestamp with time zone not null,
  constraint accounts_org_id_staff_id_key UNIQUE (org_id, staff_id),
  constraint accounts_pkey PRIMARY KEY (login)
);
grant delete, insert, select, update on accounts to carecurve_app;

-- tenant
create table address_invitations (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  account_id uuid not null,
  scene_hash text not null,
  code_hash text,
  provider_ref text,
  created_at timestamp with time zone not null,
  created_by uuid,
  expires_at timestamp with time zone not null,
  bound_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint address_invitations_org_id_scene_hash_key UNIQUE (org_id, scene_hash),
  constraint address_invitations_pkey PRIMARY KEY (org_id, id),
  constraint address_invitations_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES channel_accounts(org_id, id),
  constraint address_invitations_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint address_invitations_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
CREATE INDEX address_invitations_by_code ON public.address_invitations USING btree (org_id, account_id, code_hash) WHERE (bound_at IS NULL);
CREATE INDEX address_invitations_to_close ON public.address_invitations USING btree (org_id, expires_at) WHERE ((provider_ref IS NOT NULL) AND (closed_at IS NULL));
create policy only_own_organization on address_invitations using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on address_invitations to carecurve_app;

-- tenant
create table api_keys (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash text not null,
  permissions text[] not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_keys_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint api_keys_pkey PRIMARY KEY (org_id, id)
);
create policy only_own_organization on api_keys using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on api_keys to carecurve_app;

-- tenant
create table appointment_kind_doctors (
  org_id uuid not null,
  kind_id uuid not null,
  doctor_id uuid not null,
  constraint appointment_kind_doctors_pkey PRIMARY KEY (org_id, kind_id, doctor_id),
  constraint appointment_kind_doctors_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint appointment_kind_doctors_org_id_kind_id_fkey FOREIGN KEY (org_id, kind_id) REFERENCES appointment_kinds(org_id, id)
);
create policy only_own_organization on appointment_kind_doctors using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on appointment_kind_doctors to carecurve_app;

-- tenant
create table appointment_kinds (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  category text not null,
  minutes integer not null,
  colour text not null,
  position integer not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  is_online boolean not null default false,
  constraint appointment_kinds_pkey PRIMARY KEY (org_id, id),
  constraint appointment_kinds_minutes_check CHECK (((minutes >= 5) AND (minutes <= 600)))
);
CREATE UNIQUE INDEX appointment_kinds_in_use ON public.appointment_kinds USING btree (org_id, name) WHERE (archived_at IS NULL);
create policy only_own_organization on appointment_kinds using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on appointment_kinds to carecurve_app;

-- tenant
create table appointments (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  number text,
  starts_at timestamp with time zone not null,
  day date not null,
  booked_at timestamp with time zone,
  state text not null,
  was_reminded boolean not null default false,
  import_batch_id uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  ends_at timestamp with time zone,
  doctor_id uuid,
  chair_id uuid,
  kind_id uuid,
  complaint text,
  note text,
  origin text not null default 'import'::text,
  booked_by uuid,
  moved_times integer not null default 0,
  confirmation text,
  confirmed_at timestamp with time zone,
  confirmed_by uuid,
  cancelled_at timestamp with time zone,
  cancelled_for text,
  cancelled_by uuid,
  cancel_reason text,
  confirmation_entered_at timestamp with time zone,
  constraint appointments_org_id_clinic_id_number_key UNIQUE (org_id, clinic_id, number),
  constraint appointments_pkey PRIMARY KEY (org_id, id),
  constraint appointments_org_id_booked_by_fkey FOREIGN KEY (org_id, booked_by) REFERENCES staff(org_id, id),
  constraint appointments_org_id_cancelled_by_fkey FOREIGN KEY (org_id, cancelled_by) REFERENCES staff(org_id, id),
  constraint appointments_org_id_chair_id_fkey FOREIGN KEY (org_id, chair_id) REFERENCES chairs(org_id, id),
  constraint appointments_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint appointments_org_id_confirmed_by_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES staff(org_id, id),
  constraint appointments_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint appointments_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint appointments_org_id_kind_id_fkey FOREIGN KEY (org_id, kind_id) REFERENCES appointment_kinds(org_id, id),
  constraint a_confirmation_has_a_time CHECK (((confirmation IS NULL) = (confirmed_at IS NULL))),
  constraint an_entered_confirmation_was_given_before CHECK (((confirmation_entered_at IS NULL) OR COALESCE((confirmed_at < confirmation_entered_at), false))),
  constraint appointments_cancelled_for_check CHECK ((cancelled_for = ANY (ARRAY['customer'::text, 'clinic'::text]))),
  constraint appointments_confirmation_check CHECK ((confirmation = ANY (ARRAY['confirmed'::text, 'declined'::text, 'unreached'::text]))),
  constraint appointments_origin_check CHECK ((origin = ANY (ARRAY['desk'::text, 'phone'::text, 'online'::text, 'import'::text]))),
  constraint appointments_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'kept'::text, 'missed'::text, 'cancelled'::text]))),
  constraint ends_after_it_starts CHECK ((ends_at > starts_at))
);
CREATE INDEX appointments_by_day ON public.appointments USING btree (org_id, clinic_id, day);
CREATE INDEX appointments_by_import ON public.appointments USING btree (org_id, import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX appointments_by_start ON public.appointments USING btree (org_id, clinic_id, starts_at);
CREATE INDEX appointments_cancelled ON public.appointments USING btree (org_id, clinic_id, cancelled_at) WHERE (cancelled_at IS NOT NULL);
CREATE INDEX appointments_of_customer ON public.appointments USING btree (org_id, customer_id, starts_at DESC);
create policy only_own_organization on appointments using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on appointments to carecurve_app;

-- tenant
create table attempts (
  org_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  followup_id uuid not null,
  staff_id uuid,
  at timestamp with time zone not null,
  channel text not null,
  result text not null,
  duration_seconds integer,
  score integer,
  notes text,
  problem text,
  action_plan text,
  next_appointment_on date,
  call_back_at timestamp with time zone,
  reason text,
  followup_before jsonb not null,
  customer_before jsonb,
  undone_at timestamp with time zone,
  script_answers jsonb,
  opened_at timestamp with time zone,
  happened_at timestamp with time zone,
  constraint attempts_org_id_call_id_followup_id_key UNIQUE (org_id, call_id, followup_id),
  constraint attempts_pkey PRIMARY KEY (org_id, id),
  constraint attempts_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint attempts_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id),
  constraint attempts_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint attempts_result_check CHECK ((result = ANY (ARRAY['reached'::text, 'no_answer'::text, 'call_back'::text, 'refused'::text, 'wrong_number'::text]))),
  constraint attempts_score_check CHECK (((score >= 0) AND (score <= 10))),
  constraint recorded_after_it_happened CHECK ((happened_at <= at))
);
CREATE INDEX attempts_by_staff ON public.attempts USING btree (org_id, staff_id, at);
CREATE INDEX attempts_measured ON public.attempts USING btree (org_id, at) WHERE ((opened_at IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX attempts_of_customer ON public.attempts USING btree (org_id, customer_id, at DESC);
CREATE INDEX attempts_of_followup ON public.attempts USING btree (org_id, followup_id);
create policy only_own_organization on attempts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on attempts to carecurve_app;

-- tenant
create table audit_entries (
  org_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_type text,
  subject_id uuid,
  fields text[] not null default '{}'::text[],
  reason text,
  ip text,
  constraint audit_entries_pkey PRIMARY KEY (org_id, id),
  constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'api-key'::text, 'system'::text, 'anonymous'::text])))
);
CREATE INDEX audit_entries_by_subject ON public.audit_entries USING btree (org_id, subject_id, at DESC);
CREATE INDEX audit_entries_by_time ON public.audit_entries USING btree (org_id, at DESC, id DESC);
create policy only_own_organization on audit_entries using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on audit_entries to carecurve_app;

-- tenant
create table birthday_looks (
  org_id uuid not null,
  day date not null,
  constraint birthday_looks_pkey PRIMARY KEY (org_id, day)
);
create policy only_own_organization on birthday_looks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on birthday_looks to carecurve_app;

-- tenant
create table board_changes (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  position bigint not null,
  day date not null,
  subject_id uuid not null,
  at timestamp with time zone not null,
  constraint board_changes_org_id_clinic_id_position_key UNIQUE (org_id, clinic_id, "position"),
  constraint board_changes_pkey PRIMARY KEY (org_id, id),
  constraint board_changes_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on board_changes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on board_changes to carecurve_app;

-- tenant
create table boards (
  org_id uuid not null,
  clinic_id uuid not null,
  last_position bigint not null,
  constraint boards_pkey PRIMARY KEY (org_id, clinic_id),
  constraint boards_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on boards using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on boards to carecurve_app;

-- tenant
create table calendar_feeds (
  org_id uuid not null,
  id uuid not null,
  doctor_id uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  last_read_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint calendar_feeds_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint calendar_feeds_pkey PRIMARY KEY (org_id, id),
  constraint calendar_feeds_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint calendar_feeds_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id)
);
CREATE UNIQUE INDEX calendar_feeds_in_use ON public.calendar_feeds USING btree (org_id, doctor_id) WHERE (revoked_at IS NULL);
create policy only_own_organization on calendar_feeds using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on calendar_feeds to carecurve_app;

-- tenant
create table call_evidence (
  org_id uuid not null,
  call_id uuid not null,
  grade text not null,
  call_log_id uuid,
  is_late boolean not null default false,
  answer_id uuid,
  raised_at timestamp with time zone not null,
  constraint call_evidence_org_id_call_log_id_key UNIQUE (org_id, call_log_id),
  constraint call_evidence_pkey PRIMARY KEY (org_id, call_id),
  constraint call_evidence_org_id_call_log_id_fkey FOREIGN KEY (org_id, call_log_id) REFERENCES call_logs(org_id, id),
  constraint call_evidence_grade_check CHECK ((grade = ANY (ARRAY['E1'::text, 'E2'::text, 'E3'::text])))
);
create policy only_own_organization on call_evidence using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_evidence to carecurve_app;

-- tenant
create table call_log_layouts (
  org_id uuid not null,
  id uuid not null,
  headers text not null,
  columns jsonb not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  constraint call_log_layouts_org_id_headers_key UNIQUE (org_id, headers),
  constraint call_log_layouts_pkey PRIMARY KEY (org_id, id),
  constraint call_log_layouts_org_id_set_by_fkey FOREIGN KEY (org_id, set_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on call_log_layouts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_log_layouts to carecurve_app;

-- tenant
create table call_log_looks (
  org_id uuid not null,
  looked_until timestamp with time zone not null,
  constraint call_log_looks_pkey PRIMARY KEY (org_id)
);
create policy only_own_organization on call_log_looks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_log_looks to carecurve_app;

-- tenant
create table call_log_rematches (
  org_id uuid not null,
  customer_id uuid not null,
  asked_at timestamp with time zone not null,
  constraint call_log_rematches_pkey PRIMARY KEY (org_id, customer_id),
  constraint call_log_rematches_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
create policy only_own_organization on call_log_rematches using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_log_rematches to carecurve_app;

-- tenant
create table call_logs (
  org_id uuid not null,
  id uuid not null,
  source_key text not null,
  phone_hash text not null,
  phone_last4 text not null,
  direction text not null,
  staff_id uuid,
  person text,
  started_at timestamp with time zone not null,
  seconds integer not null,
  received_at timestamp with time zone not null,
  received_by uuid,
  constraint call_logs_org_id_source_key_key UNIQUE (org_id, source_key),
  constraint call_logs_pkey PRIMARY KEY (org_id, id),
  constraint call_logs_org_id_received_by_fkey FOREIGN KEY (org_id, received_by) REFERENCES staff(org_id, id),
  constraint call_logs_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint call_logs_direction_check CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint call_logs_seconds_check CHECK ((seconds >= 0))
);
CREATE INDEX call_logs_by_phone ON public.call_logs USING btree (org_id, phone_hash, started_at);
CREATE INDEX call_logs_by_time ON public.call_logs USING btree (org_id, started_at);
CREATE INDEX call_logs_of_nobody ON public.call_logs USING btree (org_id, person) WHERE ((staff_id IS NULL) AND (person IS NOT NULL));
create policy only_own_organization on call_logs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_logs to carecurve_app;

-- tenant
create table call_reviews (
  org_id uuid not null,
  call_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  staff_id uuid not null,
  day date not null,
  signs text[] not null,
  verdict text not null,
  note text,
  reviewed_at timestamp with time zone not null,
  reviewed_by uuid,
  version integer not null default 1,
  constraint call_reviews_pkey PRIMARY KEY (org_id, call_id),
  constraint call_reviews_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint call_reviews_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint call_reviews_org_id_reviewed_by_fkey FOREIGN KEY (org_id, reviewed_by) REFERENCES staff(org_id, id),
  constraint call_reviews_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint call_reviews_verdict_check CHECK ((verdict = ANY (ARRAY['fine'::text, 'doubtful'::text, 'faked'::text]))),
  constraint doubt_has_words CHECK (((verdict = 'fine'::text) OR (note IS NOT NULL)))
);
CREATE INDEX call_reviews_by_day ON public.call_reviews USING btree (org_id, day);
create policy only_own_organization on call_reviews using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on call_reviews to carecurve_app;

-- tenant
create table cancellation_reviews (
  org_id uuid not null,
  id uuid not null,
  note text,
  seen_at timestamp with time zone not null,
  seen_by uuid,
  constraint cancellation_reviews_pkey PRIMARY KEY (org_id, id),
  constraint cancellation_reviews_org_id_id_fkey FOREIGN KEY (org_id, id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint cancellation_reviews_org_id_seen_by_fkey FOREIGN KEY (org_id, seen_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on cancellation_reviews using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on cancellation_reviews to carecurve_app;

-- tenant
create table capacity_decisions (
  org_id uuid not null,
  id uuid not null,
  kind text not null,
  staff_id uuid not null,
  day date not null,
  to_id uuid,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint capacity_decisions_pkey PRIMARY KEY (org_id, id),
  constraint capacity_decisions_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES staff(org_id, id),
  constraint capacity_decisions_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint capacity_decisions_org_id_to_id_fkey FOREIGN KEY (org_id, to_id) REFERENCES staff(org_id, id),
  constraint capacity_decisions_org_id_undone_by_fkey FOREIGN KEY (org_id, undone_by) REFERENCES staff(org_id, id),
  constraint capacity_decisions_kind_check CHECK ((kind = ANY (ARRAY['extend'::text, 'lend'::text, 'drop'::text]))),
  constraint lent_to_somebody CHECK (((kind = 'lend'::text) = (to_id IS NOT NULL)))
);
CREATE INDEX capacity_decisions_by_time ON public.capacity_decisions USING btree (org_id, decided_at DESC);
create policy only_own_organization on capacity_decisions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on capacity_decisions to carecurve_app;

-- tenant
create table capacity_rules (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint capacity_rules_org_id_version_key UNIQUE (org_id, version),
  constraint capacity_rules_pkey PRIMARY KEY (org_id, id),
  constraint capacity_rules_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on capacity_rules using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on capacity_rules to carecurve_app;

-- tenant
create table capacity_runs (
  org_id uuid not null,
  day date not null,
  finished_at timestamp with time zone,
  constraint capacity_runs_pkey PRIMARY KEY (org_id, day)
);
create policy only_own_organization on capacity_runs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on capacity_runs to carecurve_app;

-- tenant
create table chairs (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  name text not null,
  kind text not null,
  position integer not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint chairs_pkey PRIMARY KEY (org_id, id),
  constraint chairs_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint chairs_kind_check CHECK ((kind = ANY (ARRAY['chair'::text, 'room'::text])))
);
CREATE UNIQUE INDEX chairs_in_use ON public.chairs USING btree (org_id, clinic_id, name) WHERE (archived_at IS NULL);
create policy only_own_organization on chairs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on chairs to carecurve_app;

-- tenant
create table channel_accounts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid,
  kind text not null,
  name text not null,
  settings jsonb not null,
  sealed_secret text not null,
  callback_hash text not null,
  is_enabled boolean not null default false,
  per_minute integer not null,
  fen_per_thousand integer not null default 0,
  tested_at timestamp with time zone,
  test_result text,
  balance_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  position smallint not null default 50,
  sealed_settings jsonb not null default '{}'::jsonb,
  balance_left bigint,
  balance_asked_at timestamp with time zone,
  balance_fault text,
  balance_floor bigint,
  balance_told_at timestamp with time zone,
  constraint channel_accounts_org_id_callback_hash_key UNIQUE (org_id, callback_hash),
  constraint channel_accounts_pkey PRIMARY KEY (org_id, id),
  constraint channel_accounts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint channel_accounts_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint a_balance_has_its_time CHECK (((balance_left IS NULL) = (balance_at IS NULL))),
  constraint channel_accounts_kind_check CHECK ((kind = ANY (ARRAY['aliyun-sms'::text, 'tencent-sms'::text, 'wechat-official'::text, 'wecom-app'::text, 'wecom-customer'::text, 'smtp'::text, 'wecom-robot'::text, 'dingtalk-robot'::text, 'feishu-robot'::text]))),
  constraint channel_accounts_position_check CHECK ((("position" >= 1) AND ("position" <= 99)))
);
create policy only_own_organization on channel_accounts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on channel_accounts to carecurve_app;

-- tenant
create table chart_counts (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  part text not null,
  expected integer not null,
  counted integer not null,
  note text,
  at timestamp with time zone not null,
  by uuid,
  constraint chart_counts_pkey PRIMARY KEY (org_id, clinic_id, day, part),
  constraint chart_counts_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint chart_counts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint a_difference_is_explained CHECK (((expected = counted) OR (note IS NOT NULL))),
  constraint chart_counts_part_check CHECK ((part = ANY (ARRAY['morning'::text, 'evening'::text])))
);
create policy only_own_organization on chart_counts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on chart_counts to carecurve_app;

-- tenant
create table chart_moves (
  org_id uuid not null,
  id uuid not null,
  chart_id uuid not null,
  place text not null,
  kept_as text,
  at timestamp with time zone not null,
  by uuid,
  constraint chart_moves_pkey PRIMARY KEY (org_id, id),
  constraint chart_moves_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint chart_moves_org_id_chart_id_fkey FOREIGN KEY (org_id, chart_id) REFERENCES charts(org_id, id)
);
CREATE INDEX chart_moves_of_chart ON public.chart_moves USING btree (org_id, chart_id, at);
create policy only_own_organization on chart_moves using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on chart_moves to carecurve_app;

-- tenant
create table charts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  place text not null,
  kept_as text,
  since timestamp with time zone not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint charts_pkey PRIMARY KEY (org_id, id),
  constraint charts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint charts_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint charts_place_check CHECK ((place = ANY (ARRAY['shelf'::text, 'desk'::text, 'room'::text, 'kept'::text]))),
  constraint kept_by_kind CHECK (((place = 'kept'::text) = (kept_as IS NOT NULL)))
);
CREATE INDEX charts_of_customer ON public.charts USING btree (org_id, customer_id, clinic_id);
CREATE INDEX charts_out ON public.charts USING btree (org_id, clinic_id, place) WHERE (place <> 'shelf'::text);
create policy only_own_organization on charts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on charts to carecurve_app;

-- tenant
create table check_in_posters (
  org_id uuid not null,
  clinic_id uuid not null,
  token text not null,
  renewed_at timestamp with time zone not null,
  renewed_by uuid,
  constraint check_in_posters_org_id_token_key UNIQUE (org_id, token),
  constraint check_in_posters_pkey PRIMARY KEY (org_id, clinic_id),
  constraint check_in_posters_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint check_in_posters_org_id_renewed_by_fkey FOREIGN KEY (org_id, renewed_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on check_in_posters using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on check_in_posters to carecurve_app;

-- tenant
create table checkout_offers (
  org_id uuid not null,
  id uuid not null,
  checkout_id uuid not null,
  position integer not null,
  kind text not null,
  name text not null,
  answer text not null,
  constraint checkout_offers_pkey PRIMARY KEY (org_id, id),
  constraint checkout_offers_org_id_checkout_id_fkey FOREIGN KEY (org_id, checkout_id) REFERENCES checkouts(org_id, id),
  constraint checkout_offers_answer_check CHECK ((answer = ANY (ARRAY['bought'::text, 'thinking'::text, 'declined'::text]))),
  constraint checkout_offers_kind_check CHECK ((kind = ANY (ARRAY['product'::text, 'membership'::text])))
);
CREATE INDEX checkout_offers_of_checkout ON public.checkout_offers USING btree (org_id, checkout_id, "position");
create policy only_own_organization on checkout_offers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on checkout_offers to carecurve_app;

-- tenant
create table checkout_rules (
  org_id uuid not null,
  clinic_id uuid not null,
  rules jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint checkout_rules_pkey PRIMARY KEY (org_id, clinic_id),
  constraint checkout_rules_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint checkout_rules_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on checkout_rules using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on checkout_rules to carecurve_app;

-- tenant
create table checkouts (
  org_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  day date not null,
  paid text not null,
  paid_note text,
  owed_fen bigint not null,
  next text not null,
  next_appointment_id uuid,
  no_next_reason text,
  no_next_note text,
  offer text not null,
  followup text not null,
  followup_id uuid,
  rating text not null,
  account text not null,
  finished_at timestamp with time zone not null,
  finished_by uuid,
  constraint checkouts_org_id_visit_id_key UNIQUE (org_id, visit_id),
  constraint checkouts_pkey PRIMARY KEY (org_id, id),
  constraint checkouts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint checkouts_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint checkouts_org_id_finished_by_fkey FOREIGN KEY (org_id, finished_by) REFERENCES staff(org_id, id),
  constraint checkouts_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id),
  constraint checkouts_org_id_next_appointment_id_fkey FOREIGN KEY (org_id, next_appointment_id) REFERENCES appointments(org_id, id),
  constraint checkouts_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint agreed_is_planned CHECK (((followup = 'agreed'::text) = (followup_id IS NOT NULL))),
  constraint booked_is_in_the_book CHECK (((next = 'booked'::text) = (next_appointment_id IS NOT NULL))),
  constraint checkouts_account_check CHECK ((account = ANY (ARRAY['added'::text, 'already'::text, 'declined'::text, 'not_asked'::text]))),
  constraint checkouts_followup_check CHECK ((followup = ANY (ARRAY['agreed'::text, 'declined'::text, 'not_asked'::text]))),
  constraint checkouts_next_check CHECK ((next = ANY (ARRAY['booked'::text, 'none'::text, 'not_asked'::text]))),
  constraint checkouts_offer_check CHECK ((offer = ANY (ARRAY['offered'::text, 'nothing_fits'::text, 'not_asked'::text]))),
  constraint checkouts_paid_check CHECK ((paid = ANY (ARRAY['settled'::text, 'owes'::text, 'not_asked'::text]))),
  constraint checkouts_rating_check CHECK ((rating = ANY (ARRAY['asked'::text, 'declined'::text, 'not_asked'::text]))),
  constraint no_next_has_a_reason CHECK (((next = 'none'::text) = (no_next_reason IS NOT NULL))),
  constraint owing_says_why CHECK (((paid = 'owes'::text) = (paid_note IS NOT NULL)))
);
CREATE INDEX checkouts_by_day ON public.checkouts USING btree (org_id, clinic_id, day);
CREATE INDEX checkouts_of_customer ON public.checkouts USING btree (org_id, customer_id, day);
create policy only_own_organization on checkouts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on checkouts to carecurve_app;

-- tenant
create table class_changes (
  org_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  customer_id uuid not null,
  source text not null,
  code text not null,
  code_before text,
  changed_at timestamp with time zone not null,
  changed_by uuid not null,
  constraint class_changes_pkey PRIMARY KEY (org_id, id),
  constraint class_changes_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES staff(org_id, id),
  constraint class_changes_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES desk_contacts(org_id, id),
  constraint class_changes_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint class_changes_source_check CHECK ((source = ANY (ARRAY['desk'::text, 'confirmed'::text])))
);
CREATE INDEX class_changes_of_customer ON public.class_changes USING btree (org_id, customer_id, changed_at DESC);
create policy only_own_organization on class_changes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on class_changes to carecurve_app;

-- tenant
create table class_reviews (
  org_id uuid not null,
  contact_id uuid not null,
  week date not null,
  code text,
  coded_by uuid,
  coded_at timestamp with time zone,
  constraint class_reviews_pkey PRIMARY KEY (org_id, contact_id),
  constraint class_reviews_org_id_coded_by_fkey FOREIGN KEY (org_id, coded_by) REFERENCES staff(org_id, id),
  constraint class_reviews_org_id_contact_id_fkey FOREIGN KEY (org_id, contact_id) REFERENCES desk_contacts(org_id, id),
  constraint coded_at_some_time CHECK (((code IS NULL) = (coded_at IS NULL))),
  constraint coded_by_somebody CHECK (((code IS NULL) = (coded_by IS NULL)))
);
CREATE INDEX class_reviews_by_week ON public.class_reviews USING btree (org_id, week);
create policy only_own_organization on class_reviews using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on class_reviews to carecurve_app;

-- tenant
create table class_sample_weeks (
  org_id uuid not null,
  week date not null,
  drawn_at timestamp with time zone not null,
  constraint class_sample_weeks_pkey PRIMARY KEY (org_id, week)
);
create policy only_own_organization on class_sample_weeks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on class_sample_weeks to carecurve_app;

-- tenant
create table class_tables (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint class_tables_org_id_version_key UNIQUE (org_id, version),
  constraint class_tables_pkey PRIMARY KEY (org_id, id),
  constraint class_tables_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on class_tables using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on class_tables to carecurve_app;

-- tenant
create table clinic_calendars (
  org_id uuid not null,
  clinic_id uuid not null,
  calendar jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint clinic_calendars_pkey PRIMARY KEY (org_id, clinic_id),
  constraint clinic_calendars_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint clinic_calendars_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on clinic_calendars using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on clinic_calendars to carecurve_app;

-- tenant
create table clinics (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  timezone text not null,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  address text,
  phone text,
  constraint clinics_org_id_name_key UNIQUE (org_id, name),
  constraint clinics_pkey PRIMARY KEY (org_id, id),
  constraint clinics_name_check CHECK ((name <> ''::text))
);
create policy only_own_organization on clinics using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on clinics to carecurve_app;

-- tenant
create table closed_months (
  org_id uuid not null,
  clinic_id uuid not null,
  month text not null,
  announced_at timestamp with time zone not null,
  constraint closed_months_pkey PRIMARY KEY (org_id, clinic_id, month),
  constraint closed_months_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on closed_months using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on closed_months to carecurve_app;

-- tenant
create table complaint_corrections (
  org_id uuid not null,
  id uuid not null,
  sign_id uuid not null,
  customer_id uuid not null,
  text text not null,
  is_complaint boolean not null,
  at timestamp with time zone not null,
  by_id uuid,
  constraint complaint_corrections_pkey PRIMARY KEY (org_id, id),
  constraint complaint_corrections_org_id_by_id_fkey FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint complaint_corrections_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint complaint_corrections_org_id_sign_id_fkey FOREIGN KEY (org_id, sign_id) REFERENCES recovery_signs(org_id, id)
);
CREATE INDEX complaint_corrections_last ON public.complaint_corrections USING btree (org_id, at DESC);
create policy only_own_organization on complaint_corrections using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on complaint_corrections to carecurve_app;

-- tenant
create table confirmation_asks (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  appointment_id uuid not null,
  starts_at timestamp with time zone not null,
  message_id uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_at timestamp with time zone,
  reply text,
  constraint confirmation_asks_org_id_appointment_id_starts_at_key UNIQUE (org_id, appointment_id, starts_at),
  constraint confirmation_asks_pkey PRIMARY KEY (org_id, id),
  constraint confirmation_asks_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint confirmation_asks_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint confirmation_asks_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint an_answer_has_a_time CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint confirmation_asks_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'cannot-come'::text, 'unclear'::text])))
);
CREATE INDEX confirmation_asks_by_message ON public.confirmation_asks USING btree (org_id, message_id);
CREATE INDEX confirmation_asks_of_customer ON public.confirmation_asks USING btree (org_id, customer_id);
create policy only_own_organization on confirmation_asks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on confirmation_asks to carecurve_app;

-- tenant
create table confirmation_lists (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  half text not null,
  total integer not null,
  confirmed integer not null,
  was_sent boolean not null,
  shared_at timestamp with time zone not null,
  shared_by uuid,
  constraint confirmation_lists_pkey PRIMARY KEY (org_id, id),
  constraint confirmation_lists_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint confirmation_lists_org_id_shared_by_fkey FOREIGN KEY (org_id, shared_by) REFERENCES staff(org_id, id),
  constraint confirmation_lists_half_check CHECK ((half = ANY (ARRAY['evening'::text, 'morning'::text])))
);
CREATE INDEX confirmation_lists_of_day ON public.confirmation_lists USING btree (org_id, clinic_id, day, shared_at);
create policy only_own_organization on confirmation_lists using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on confirmation_lists to carecurve_app;

-- tenant
create table confirmers (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  named_at timestamp with time zone not null,
  named_by uuid,
  constraint confirmers_pkey PRIMARY KEY (org_id, id),
  constraint confirmers_org_id_id_fkey FOREIGN KEY (org_id, id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint confirmers_org_id_named_by_fkey FOREIGN KEY (org_id, named_by) REFERENCES staff(org_id, id),
  constraint confirmers_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
create policy only_own_organization on confirmers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on confirmers to carecurve_app;

-- tenant
create table consents (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null,
  channel text,
  decision text not null,
  way text not null,
  text_shown text,
  text_version integer,
  text_hash text,
  evidence text,
  guardian_name text,
  guardian_relation text,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  constraint consents_pkey PRIMARY KEY (org_id, id),
  constraint consents_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint consents_org_id_recorded_by_fkey FOREIGN KEY (org_id, recorded_by) REFERENCES staff(org_id, id),
  constraint a_guardian_has_a_name CHECK (((guardian_relation IS NULL) OR (guardian_name IS NOT NULL))),
  constraint a_yes_has_its_words CHECK (((decision = 'withdrawn'::text) OR (text_shown IS NOT NULL))),
  constraint consents_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'call'::text, 'wechat'::text, 'email'::text]))),
  constraint consents_decision_check CHECK ((decision = ANY (ARRAY['given'::text, 'withdrawn'::text]))),
  constraint consents_purpose_check CHECK ((purpose = ANY (ARRAY['care'::text, 'marketing'::text, 'call_recording'::text, 'referral_disclosure'::text, 'health_to_third_party'::text]))),
  constraint consents_way_check CHECK ((way = ANY (ARRAY['paper'::text, 'in_person'::text, 'phone'::text, 'page'::text, 'message'::text, 'import'::text])))
);
CREATE INDEX consents_of_customer ON public.consents USING btree (org_id, customer_id, at DESC);
create policy only_own_organization on consents using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select, update on consents to carecurve_app;

-- tenant
create table consultations (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  consultant_id uuid,
  place text not null,
  visit_id uuid,
  channel_source text,
  asked_categories text[] not null,
  asked text not null,
  items jsonb not null default '[]'::jsonb,
  agreed_fen bigint,
  deposit_fen bigint,
  deposit_entry_id uuid,
  why_not jsonb not null default '[]'::jsonb,
  why_not_words text not null default ''::text,
  needs text not null default ''::text,
  next_step text,
  next_step_on date,
  next_step_staff_id uuid,
  next_step_appointment_id uuid,
  next_step_words text,
  state text not null default 'open'::text,
  outcome text,
  deal_fen bigint,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  closings integer not null default 0,
  version integer not null default 1,
  constraint consultations_pkey PRIMARY KEY (org_id, id),
  constraint consultations_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint consultations_org_id_closed_by_fkey FOREIGN KEY (org_id, closed_by) REFERENCES staff(org_id, id),
  constraint consultations_org_id_consultant_id_fkey FOREIGN KEY (org_id, consultant_id) REFERENCES staff(org_id, id),
  constraint consultations_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint consultations_org_id_deposit_entry_id_fkey FOREIGN KEY (org_id, deposit_entry_id) REFERENCES ledger_entries(org_id, id),
  constraint consultations_org_id_next_step_appointment_id_fkey FOREIGN KEY (org_id, next_step_appointment_id) REFERENCES appointments(org_id, id),
  constraint consultations_org_id_next_step_staff_id_fkey FOREIGN KEY (org_id, next_step_staff_id) REFERENCES staff(org_id, id),
  constraint consultations_org_id_opened_by_fkey FOREIGN KEY (org_id, opened_by) REFERENCES staff(org_id, id),
  constraint consultations_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint a_next_step_is_whole CHECK (((COALESCE((next_step = 'followup'::text), false) = (next_step_on IS NOT NULL)) AND (COALESCE((next_step = 'followup'::text), false) = (next_step_staff_id IS NOT NULL)) AND (COALESCE((next_step = 'appointment'::text), false) = (next_step_appointment_id IS NOT NULL)) AND (COALESCE((next_step = ANY (ARRAY['followup'::text, 'none'::text])), false) = (next_step_words IS NOT NULL)))),
  constraint closed_with_a_next_step CHECK ((((state = 'closed'::text) = (closed_at IS NOT NULL)) AND ((state = 'closed'::text) = (outcome IS NOT NULL)) AND ((NOT (outcome IS DISTINCT FROM 'deal'::text)) = (deal_fen IS NOT NULL)) AND ((state = 'open'::text) OR (next_step IS NOT NULL)))),
  constraint consultations_next_step_check CHECK ((next_step = ANY (ARRAY['followup'::text, 'appointment'::text, 'treatment'::text, 'none'::text]))),
  constraint consultations_outcome_check CHECK ((outcome = ANY (ARRAY['deal'::text, 'no_deal'::text]))),
  constraint consultations_place_check CHECK ((place = ANY (ARRAY['clinic'::text, 'phone'::text, 'online'::text]))),
  constraint consultations_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint in_the_clinic_is_in_a_visit CHECK (((place = 'clinic'::text) = (visit_id IS NOT NULL)))
);
CREATE INDEX consultations_closed ON public.consultations USING btree (org_id, clinic_id, closed_at) WHERE (state = 'closed'::text);
CREATE INDEX consultations_of_customer ON public.consultations USING btree (org_id, customer_id, opened_at DESC);
CREATE INDEX consultations_open ON public.consultations USING btree (org_id, clinic_id, opened_at) WHERE (state = 'open'::text);
create policy only_own_organization on consultations using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on consultations to carecurve_app;

-- tenant
create table contact_budgets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint contact_budgets_org_id_version_key UNIQUE (org_id, version),
  constraint contact_budgets_pkey PRIMARY KEY (org_id, id),
  constraint contact_budgets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on contact_budgets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on contact_budgets to carecurve_app;

-- tenant
create table contact_uses (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  at timestamp with time zone not null,
  channel text not null,
  purpose text not null,
  staff_id uuid,
  cause_kind text not null,
  cause_id uuid not null,
  constraint contact_uses_pkey PRIMARY KEY (org_id, id),
  constraint contact_uses_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint contact_uses_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint contact_uses_cause_kind_check CHECK ((cause_kind = ANY (ARRAY['call'::text, 'message'::text]))),
  constraint contact_uses_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'wechat'::text, 'sms'::text, 'visit'::text]))),
  constraint contact_uses_purpose_check CHECK ((purpose = ANY (ARRAY['medical'::text, 'complaint'::text, 'service'::text, 'satisfaction'::text, 'marketing'::text])))
);
CREATE INDEX contact_uses_lately ON public.contact_uses USING btree (org_id, at);
CREATE INDEX contact_uses_of_customer ON public.contact_uses USING btree (org_id, customer_id, at DESC);
create policy only_own_organization on contact_uses using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on contact_uses to carecurve_app;

-- tenant
create table contact_waits (
  org_id uuid not null,
  customer_id uuid not null,
  service_until timestamp with time zone,
  satisfaction_until timestamp with time zone,
  marketing_until timestamp with time zone,
  constraint contact_waits_pkey PRIMARY KEY (org_id, customer_id),
  constraint contact_waits_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE
);
create policy only_own_organization on contact_waits using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on contact_waits to carecurve_app;

-- tenant
create table courses (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  name text not null,
  sessions_total integer not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint courses_pkey PRIMARY KEY (org_id, id),
  constraint courses_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint courses_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint courses_sessions_total_check CHECK ((sessions_total > 0))
);
CREATE INDEX courses_of_customer ON public.courses USING btree (org_id, customer_id);
create policy only_own_organization on courses using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on courses to carecurve_app;

-- tenant
create table coverage_days (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  counts jsonb not null,
  checked_at timestamp with time zone not null,
  constraint coverage_days_pkey PRIMARY KEY (org_id, clinic_id, day),
  constraint coverage_days_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on coverage_days using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on coverage_days to carecurve_app;

-- tenant
create table customer_addresses (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  channel text not null,
  address text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  account_id uuid,
  bound_by text not null default 'hand'::text,
  left_at timestamp with time zone,
  told_at timestamp with time zone,
  constraint customer_addresses_org_id_customer_id_channel_key UNIQUE (org_id, customer_id, channel),
  constraint customer_addresses_pkey PRIMARY KEY (org_id, id),
  constraint customer_addresses_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES channel_accounts(org_id, id),
  constraint customer_addresses_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint customer_addresses_bound_by_check CHECK ((bound_by = ANY (ARRAY['hand'::text, 'scan'::text, 'code'::text]))),
  constraint customer_addresses_channel_check CHECK ((channel = ANY (ARRAY['wechat'::text, 'wecom'::text, 'email'::text])))
);
CREATE INDEX customer_addresses_by_address ON public.customer_addresses USING btree (org_id, channel, address);
create policy only_own_organization on customer_addresses using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_addresses to carecurve_app;

-- tenant
create table customer_changes (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  edit_id uuid not null,
  field text not null,
  old_value text,
  new_value text,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  constraint customer_changes_pkey PRIMARY KEY (org_id, id),
  constraint customer_changes_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
CREATE INDEX customer_changes_of_customer ON public.customer_changes USING btree (org_id, customer_id, changed_at DESC);
create policy only_own_organization on customer_changes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select, update on customer_changes to carecurve_app;

-- tenant
create table customer_grades (
  org_id uuid not null,
  customer_id uuid not null,
  grade text not null,
  source text not null,
  reasons jsonb not null,
  rule_grade text not null,
  rule_reasons jsonb not null,
  is_big_spender boolean not null,
  has_open_case boolean not null,
  since timestamp with time zone not null,
  computed_at timestamp with time zone not null,
  constraint customer_grades_pkey PRIMARY KEY (org_id, customer_id),
  constraint customer_grades_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint customer_grades_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint customer_grades_rule_grade_check CHECK ((rule_grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint customer_grades_source_check CHECK ((source = ANY (ARRAY['rule'::text, 'override'::text])))
);
create policy only_own_organization on customer_grades using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_grades to carecurve_app;

-- tenant
create table customer_numbers (
  org_id uuid not null,
  last_number bigint not null,
  constraint customer_numbers_pkey PRIMARY KEY (org_id)
);
create policy only_own_organization on customer_numbers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_numbers to carecurve_app;

-- tenant
create table customer_phones (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  phone text not null,
  phone_last4 text not null,
  label text,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint customer_phones_org_id_customer_id_phone_key UNIQUE (org_id, customer_id, phone),
  constraint customer_phones_pkey PRIMARY KEY (org_id, id),
  constraint customer_phones_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
CREATE INDEX customer_phones_by_phone ON public.customer_phones USING btree (org_id, phone);
create policy only_own_organization on customer_phones using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_phones to carecurve_app;

-- tenant
create table customer_relations (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  relative_id uuid,
  relative_name text,
  relative_phone text,
  kind text not null,
  is_guardian boolean not null default false,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint customer_relations_org_id_customer_id_relative_id_key UNIQUE (org_id, customer_id, relative_id),
  constraint customer_relations_pkey PRIMARY KEY (org_id, id),
  constraint customer_relations_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint customer_relations_org_id_relative_id_fkey FOREIGN KEY (org_id, relative_id) REFERENCES customers(org_id, id),
  constraint a_relative_is_somebody CHECK (((relative_id IS NULL) <> (relative_name IS NULL))),
  constraint nobody_is_their_own_relative CHECK ((relative_id <> customer_id))
);
CREATE INDEX customer_relations_of_relative ON public.customer_relations USING btree (org_id, relative_id) WHERE (relative_id IS NOT NULL);
create policy only_own_organization on customer_relations using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customer_relations to carecurve_app;

-- tenant
create table customers (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  number text not null,
  name text not null,
  name_pinyin text not null default ''::text,
  name_initials text not null default ''::text,
  gender text not null default 'unknown'::text,
  birthday date,
  birth_year integer,
  phone text,
  phone_last4 text,
  address text,
  occupation text,
  channel_source text,
  notes text,
  owner_id uuid,
  refuses_contact boolean not null default false,
  last_visit_on date,
  import_batch_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  likes text,
  taboos text,
  has_influence boolean not null default false,
  influence_note text,
  wechat text,
  referrer_id uuid,
  web_consultant_id uuid,
  doctor_id uuid,
  merged_into uuid,
  grade text not null default 'C'::text,
  is_frozen boolean not null default false,
  class_code text,
  birthday_calendar text not null default 'solar'::text,
  deceased_on date,
  moved_away_on date,
  name_from_second text not null generated always as (substr(name, 2)) stored,
  name_from_third text not null generated always as (substr(name, 3)) stored,
  constraint customers_org_id_number_key UNIQUE (org_id, number),
  constraint customers_pkey PRIMARY KEY (org_id, id),
  constraint customers_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint customers_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint customers_org_id_merged_into_fkey FOREIGN KEY (org_id, merged_into) REFERENCES customers(org_id, id),
  constraint customers_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint customers_org_id_referrer_id_fkey FOREIGN KEY (org_id, referrer_id) REFERENCES customers(org_id, id),
  constraint customers_org_id_web_consultant_id_fkey FOREIGN KEY (org_id, web_consultant_id) REFERENCES staff(org_id, id),
  constraint customers_birthday_calendar_check CHECK ((birthday_calendar = ANY (ARRAY['solar'::text, 'lunar'::text]))),
  constraint customers_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'unknown'::text]))),
  constraint customers_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint nobody_becomes_themselves CHECK ((merged_into <> id)),
  constraint nobody_refers_themselves CHECK ((referrer_id <> id))
);
CREATE INDEX customers_by_birthday ON public.customers USING btree (org_id, birthday) WHERE (birthday IS NOT NULL);
CREATE INDEX customers_by_change ON public.customers USING btree (org_id, updated_at);
CREATE INDEX customers_by_class ON public.customers USING btree (org_id, class_code) WHERE (class_code IS NOT NULL);
CREATE INDEX customers_by_clinic ON public.customers USING btree (org_id, clinic_id, name_pinyin, id);
CREATE INDEX customers_by_day_of_birth ON public.customers USING btree (org_id, ((((EXTRACT(month FROM birthday))::integer * 100) + (EXTRACT(day FROM birthday))::integer))) WHERE ((birthday IS NOT NULL) AND (birthday_calendar = 'solar'::text));
CREATE INDEX customers_by_grade ON public.customers USING btree (org_id, grade, name_pinyin text_pattern_ops, id) WHERE (grade <> 'C'::text);
CREATE INDEX customers_by_import ON public.customers USING btree (org_id, import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX customers_by_initials ON public.customers USING btree (org_id, name_initials text_pattern_ops, name_pinyin text_pattern_ops, id);
CREATE INDEX customers_by_last4 ON public.customers USING btree (org_id, phone_last4) WHERE (phone_last4 IS NOT NULL);
CREATE INDEX customers_by_lunar_birthday ON public.customers USING btree (org_id, id) WHERE (birthday_calendar = 'lunar'::text);
CREATE INDEX customers_by_name ON public.customers USING btree (org_id, name text_pattern_ops);
CREATE INDEX customers_by_name_from_second ON public.customers USING btree (org_id, name_from_second text_pattern_ops, name_pinyin text_pattern_ops, id);
CREATE INDEX customers_by_name_from_third ON public.customers USING btree (org_id, name_from_third text_pattern_ops, name_pinyin text_pattern_ops, id);
CREATE INDEX customers_by_number ON public.customers USING btree (org_id, number text_pattern_ops, name_pinyin text_pattern_ops, id);
CREATE INDEX customers_by_owner ON public.customers USING btree (org_id, owner_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX customers_by_phone ON public.customers USING btree (org_id, phone) WHERE (phone IS NOT NULL);
CREATE INDEX customers_by_pinyin ON public.customers USING btree (org_id, name_pinyin text_pattern_ops, id);
CREATE INDEX customers_by_referrer ON public.customers USING btree (org_id, referrer_id) WHERE (referrer_id IS NOT NULL);
CREATE INDEX customers_frozen ON public.customers USING btree (org_id, id) WHERE is_frozen;
CREATE INDEX customers_merged ON public.customers USING btree (org_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX customers_of_long_name ON public.customers USING btree (org_id, name_pinyin text_pattern_ops, id) WHERE (char_length(name) > 4);
CREATE INDEX customers_without_phone ON public.customers USING btree (org_id, clinic_id) WHERE ((phone IS NULL) AND (merged_into IS NULL));
create policy only_own_organization on customers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on customers to carecurve_app;

-- tenant
create table desk_contacts (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  at timestamp with time zone not null,
  day date not null,
  stage text not null,
  taken_by uuid not null,
  matter text,
  preclass text,
  preclassed_by uuid,
  preclassed_at timestamp with time zone,
  code text,
  confirmed text,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint desk_contacts_pkey PRIMARY KEY (org_id, id),
  constraint desk_contacts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint desk_contacts_org_id_confirmed_by_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES staff(org_id, id),
  constraint desk_contacts_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint desk_contacts_org_id_preclassed_by_fkey FOREIGN KEY (org_id, preclassed_by) REFERENCES staff(org_id, id),
  constraint desk_contacts_org_id_taken_by_fkey FOREIGN KEY (org_id, taken_by) REFERENCES staff(org_id, id),
  constraint classed_once_classed_ever CHECK (((preclass IS NULL) = (code IS NULL))),
  constraint confirmed_at_some_time CHECK (((confirmed IS NULL) = (confirmed_at IS NULL))),
  constraint confirmed_by_somebody CHECK (((confirmed IS NULL) = (confirmed_by IS NULL))),
  constraint desk_contacts_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'online'::text, 'walk_in'::text]))),
  constraint desk_contacts_stage_check CHECK ((stage = ANY (ARRAY['M'::text, 'C'::text]))),
  constraint first_class_at_some_time CHECK (((preclass IS NULL) = (preclassed_at IS NULL))),
  constraint first_class_by_somebody CHECK (((preclass IS NULL) = (preclassed_by IS NULL)))
);
CREATE INDEX desk_contacts_by_day ON public.desk_contacts USING btree (org_id, day) WHERE (withdrawn_at IS NULL);
CREATE INDEX desk_contacts_of_customer ON public.desk_contacts USING btree (org_id, customer_id, at DESC) WHERE (withdrawn_at IS NULL);
create policy only_own_organization on desk_contacts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on desk_contacts to carecurve_app;

-- tenant
create table desk_day_corrections (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  figure text not null,
  counted bigint not null,
  corrected bigint not null,
  reason text not null,
  at timestamp with time zone not null,
  by uuid,
  constraint desk_day_corrections_pkey PRIMARY KEY (org_id, id),
  constraint desk_day_corrections_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint desk_day_corrections_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
CREATE INDEX desk_day_corrections_by_day ON public.desk_day_corrections USING btree (org_id, clinic_id, day, at);
create policy only_own_organization on desk_day_corrections using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on desk_day_corrections to carecurve_app;

-- tenant
create table desk_days (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  figures jsonb not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid,
  version integer not null default 1,
  constraint desk_days_pkey PRIMARY KEY (org_id, clinic_id, day),
  constraint desk_days_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint desk_days_org_id_confirmed_by_fkey FOREIGN KEY (org_id, confirmed_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on desk_days using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on desk_days to carecurve_app;

-- tenant
create table desk_rules (
  org_id uuid not null,
  clinic_id uuid not null,
  rules jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint desk_rules_pkey PRIMARY KEY (org_id, clinic_id),
  constraint desk_rules_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint desk_rules_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on desk_rules using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on desk_rules to carecurve_app;

-- tenant
create table desk_scores (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  staff_id uuid not null,
  day date not null,
  marks jsonb not null,
  score integer not null,
  floor integer not null,
  note text,
  at timestamp with time zone not null,
  by uuid,
  constraint desk_scores_pkey PRIMARY KEY (org_id, id),
  constraint desk_scores_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint desk_scores_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint desk_scores_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint desk_scores_score_check CHECK (((score >= 0) AND (score <= 100))),
  constraint nobody_scores_themselves CHECK ((by <> staff_id))
);
CREATE INDEX desk_scores_by_day ON public.desk_scores USING btree (org_id, clinic_id, day);
create policy only_own_organization on desk_scores using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on desk_scores to carecurve_app;

-- tenant
create table discreet_profiles (
  org_id uuid not null,
  customer_id uuid not null,
  profile jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null,
  constraint discreet_profiles_pkey PRIMARY KEY (org_id, customer_id),
  constraint discreet_profiles_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
create policy only_own_organization on discreet_profiles using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on discreet_profiles to carecurve_app;

-- tenant
create table door_calls (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  said_name text not null,
  said_digits text not null,
  address_hash text not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  seen_by uuid,
  constraint door_calls_pkey PRIMARY KEY (org_id, id),
  constraint door_calls_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint door_calls_org_id_seen_by_fkey FOREIGN KEY (org_id, seen_by) REFERENCES staff(org_id, id)
);
CREATE INDEX door_calls_of_clinic ON public.door_calls USING btree (org_id, clinic_id, at);
create policy only_own_organization on door_calls using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on door_calls to carecurve_app;

-- tenant
create table duplicate_looks (
  org_id uuid not null,
  looked_until timestamp with time zone not null,
  whole_at timestamp with time zone not null,
  constraint duplicate_looks_pkey PRIMARY KEY (org_id)
);
create policy only_own_organization on duplicate_looks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on duplicate_looks to carecurve_app;

-- tenant
create table duplicate_suggestions (
  org_id uuid not null,
  id uuid not null,
  a_id uuid not null,
  b_id uuid not null,
  score integer not null,
  is_likely boolean not null,
  reasons jsonb not null,
  state text not null default 'open'::text,
  found_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  dismiss_reason text,
  constraint duplicate_suggestions_org_id_a_id_b_id_key UNIQUE (org_id, a_id, b_id),
  constraint duplicate_suggestions_pkey PRIMARY KEY (org_id, id),
  constraint duplicate_suggestions_org_id_a_id_fkey FOREIGN KEY (org_id, a_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint duplicate_suggestions_org_id_b_id_fkey FOREIGN KEY (org_id, b_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint duplicate_suggestions_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES staff(org_id, id),
  constraint decided_has_a_time CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint dismissed_says_why CHECK (((state = 'dismissed'::text) = (dismiss_reason IS NOT NULL))),
  constraint duplicate_suggestions_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dismissed'::text, 'merged'::text]))),
  constraint in_order CHECK ((a_id < b_id))
);
CREATE INDEX duplicate_suggestions_of_b ON public.duplicate_suggestions USING btree (org_id, b_id);
CREATE INDEX duplicate_suggestions_open ON public.duplicate_suggestions USING btree (org_id, score DESC, id) WHERE (state = 'open'::text);
create policy only_own_organization on duplicate_suggestions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on duplicate_suggestions to carecurve_app;

-- tenant
create table evidence_rules (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint evidence_rules_org_id_version_key UNIQUE (org_id, version),
  constraint evidence_rules_pkey PRIMARY KEY (org_id, id),
  constraint evidence_rules_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on evidence_rules using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on evidence_rules to carecurve_app;

-- tenant
create table followup_changes (
  org_id uuid not null,
  id uuid not null,
  followup_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid,
  cause_id uuid,
  before jsonb not null,
  after jsonb not null,
  undone_at timestamp with time zone,
  constraint followup_changes_pkey PRIMARY KEY (org_id, id),
  constraint followup_changes_org_id_by_id_fkey FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint followup_changes_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id) ON DELETE CASCADE,
  constraint followup_changes_kind_check CHECK ((kind = ANY (ARRAY['held'::text, 'covered'::text, 'returned'::text, 'extended'::text, 'lent'::text, 'dropped'::text, 'handed'::text, 'followed'::text, 'freed'::text, 'moved'::text])))
);
CREATE INDEX followup_changes_by_cause ON public.followup_changes USING btree (org_id, cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX followup_changes_of_followup ON public.followup_changes USING btree (org_id, followup_id, at);
create policy only_own_organization on followup_changes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on followup_changes to carecurve_app;

-- tenant
create table followup_transfers (
  org_id uuid not null,
  id uuid not null,
  to_id uuid,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  moved jsonb not null,
  undone_at timestamp with time zone,
  constraint followup_transfers_pkey PRIMARY KEY (org_id, id),
  constraint followup_transfers_org_id_made_by_fkey FOREIGN KEY (org_id, made_by) REFERENCES staff(org_id, id),
  constraint followup_transfers_org_id_to_id_fkey FOREIGN KEY (org_id, to_id) REFERENCES staff(org_id, id)
);
create policy only_own_organization on followup_transfers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on followup_transfers to carecurve_app;

-- tenant
create table followups (
  org_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  step_key text not null,
  purpose text not null,
  role text not null,
  assignee_id uuid,
  opens_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  state text not null default 'open'::text,
  escalation text,
  tries integer not null default 0,
  next_try_at timestamp with time zone,
  last_attempt_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  occurrence integer not null default 1,
  placed_at timestamp with time zone,
  due_by_protocol timestamp with time zone,
  held_because jsonb,
  next_channel text,
  form_unsent_at timestamp with time zone,
  form_unsent_because text,
  constraint followups_pkey PRIMARY KEY (org_id, id),
  constraint followups_org_id_assignee_id_fkey FOREIGN KEY (org_id, assignee_id) REFERENCES staff(org_id, id),
  constraint followups_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint followups_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint followups_org_id_plan_id_fkey FOREIGN KEY (org_id, plan_id) REFERENCES plans(org_id, id),
  constraint ended_by_hand_says_why CHECK (((state <> ALL (ARRAY['refused'::text, 'ended'::text])) OR (end_reason IS NOT NULL))),
  constraint ended_has_a_time CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint followups_escalation_check CHECK ((escalation = ANY (ARRAY['unreachable'::text, 'wrong_number'::text]))),
  constraint followups_form_unsent_because_check CHECK ((form_unsent_because = ANY (ARRAY['form-gone'::text, 'text-incomplete'::text, 'fault'::text]))),
  constraint followups_next_channel_check CHECK ((next_channel = ANY (ARRAY['phone'::text, 'wechat'::text, 'sms'::text]))),
  constraint followups_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'refused'::text, 'ended'::text]))),
  constraint form_unsent_says_why CHECK (((form_unsent_at IS NULL) = (form_unsent_because IS NULL))),
  constraint window_runs_forward CHECK (((opens_at <= due_at) AND (due_at <= closes_at)))
);
CREATE INDEX followups_beginning ON public.followups USING btree (org_id, opens_at) WHERE (state = 'open'::text);
CREATE INDEX followups_ended ON public.followups USING btree (org_id, closes_at) WHERE (state <> 'open'::text);
CREATE INDEX followups_escalated ON public.followups USING btree (org_id, clinic_id, closes_at) WHERE ((state = 'open'::text) AND (escalation IS NOT NULL));
CREATE INDEX followups_of_customer ON public.followups USING btree (org_id, customer_id, created_at DESC);
CREATE INDEX followups_of_plan ON public.followups USING btree (org_id, plan_id);
CREATE INDEX followups_open ON public.followups USING btree (org_id, clinic_id, closes_at, customer_id) WHERE (state = 'open'::text);
CREATE INDEX followups_open_by_assignee ON public.followups USING btree (org_id, assignee_id, closes_at) WHERE (state = 'open'::text);
CREATE INDEX followups_unplaced ON public.followups USING btree (org_id, opens_at) WHERE ((state = 'open'::text) AND (placed_at IS NULL));
create policy only_own_organization on followups using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on followups to carecurve_app;

-- tenant
create table forbidden_words (
  org_id uuid not null,
  word text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  constraint forbidden_words_pkey PRIMARY KEY (org_id, word),
  constraint forbidden_words_org_id_added_by_fkey FOREIGN KEY (org_id, added_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on forbidden_words using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on forbidden_words to carecurve_app;

-- tenant
create table form_answers (
  org_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  customer_id uuid not null,
  values jsonb not null,
  score integer,
  answered_at timestamp with time zone not null,
  answered_by uuid,
  send_id uuid not null,
  constraint form_answers_org_id_request_id_key UNIQUE (org_id, request_id),
  constraint form_answers_pkey PRIMARY KEY (org_id, id),
  constraint form_answers_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES staff(org_id, id),
  constraint form_answers_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint form_answers_org_id_request_id_fkey FOREIGN KEY (org_id, request_id) REFERENCES form_requests(org_id, id),
  constraint form_answers_score_check CHECK (((score >= 0) AND (score <= 10)))
);
CREATE INDEX form_answers_of_customer ON public.form_answers USING btree (org_id, customer_id, answered_at DESC);
create policy only_own_organization on form_answers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on form_answers to carecurve_app;

-- tenant
create table form_corrections (
  org_id uuid not null,
  id uuid not null,
  answer_id uuid not null,
  question text not null,
  value jsonb not null,
  reason text not null,
  corrected_at timestamp with time zone not null,
  corrected_by uuid,
  constraint form_corrections_pkey PRIMARY KEY (org_id, id),
  constraint form_corrections_org_id_answer_id_fkey FOREIGN KEY (org_id, answer_id) REFERENCES form_answers(org_id, id),
  constraint form_corrections_org_id_corrected_by_fkey FOREIGN KEY (org_id, corrected_by) REFERENCES staff(org_id, id)
);
CREATE INDEX form_corrections_of_answer ON public.form_corrections USING btree (org_id, answer_id);
create policy only_own_organization on form_corrections using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on form_corrections to carecurve_app;

-- tenant
create table form_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  definition jsonb not null,
  based_on integer not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint form_drafts_org_id_code_key UNIQUE (org_id, code),
  constraint form_drafts_pkey PRIMARY KEY (org_id, id),
  constraint form_drafts_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on form_drafts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on form_drafts to carecurve_app;

-- tenant
create table form_requests (
  org_id uuid not null,
  id uuid not null,
  form_version_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  visit_id uuid,
  followup_id uuid,
  source text not null,
  doctor_id uuid,
  team_id uuid,
  category text,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  expires_at timestamp with time zone,
  answered_at timestamp with time zone,
  photo_ids uuid[] not null default '{}'::uuid[],
  constraint form_requests_pkey PRIMARY KEY (org_id, id),
  constraint form_requests_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES staff(org_id, id),
  constraint form_requests_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint form_requests_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint form_requests_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint form_requests_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id),
  constraint form_requests_org_id_form_version_id_fkey FOREIGN KEY (org_id, form_version_id) REFERENCES form_versions(org_id, id),
  constraint form_requests_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint form_requests_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint form_requests_source_check CHECK ((source = ANY (ARRAY['staff'::text, 'link'::text, 'tablet'::text])))
);
CREATE INDEX form_requests_by_time ON public.form_requests USING btree (org_id, clinic_id, asked_at);
CREATE INDEX form_requests_of_customer ON public.form_requests USING btree (org_id, customer_id, asked_at DESC);
CREATE INDEX form_requests_of_followup ON public.form_requests USING btree (org_id, followup_id) WHERE (followup_id IS NOT NULL);
create policy only_own_organization on form_requests using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on form_requests to carecurve_app;

-- tenant
create table form_rule_sets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint form_rule_sets_org_id_version_key UNIQUE (org_id, version),
  constraint form_rule_sets_pkey PRIMARY KEY (org_id, id),
  constraint form_rule_sets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on form_rule_sets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on form_rule_sets to carecurve_app;

-- tenant
create table form_scores (
  org_id uuid not null,
  answer_id uuid not null,
  dimension text not null,
  score integer not null,
  clinic_id uuid not null,
  at timestamp with time zone not null,
  constraint form_scores_pkey PRIMARY KEY (org_id, answer_id, dimension),
  constraint form_scores_org_id_answer_id_fkey FOREIGN KEY (org_id, answer_id) REFERENCES form_answers(org_id, id),
  constraint form_scores_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint form_scores_score_check CHECK (((score >= 0) AND (score <= 10)))
);
CREATE INDEX form_scores_by_time ON public.form_scores USING btree (org_id, clinic_id, at);
create policy only_own_organization on form_scores using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on form_scores to carecurve_app;

-- tenant
create table form_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  is_shipped boolean not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint form_versions_org_id_code_version_key UNIQUE (org_id, code, version),
  constraint form_versions_pkey PRIMARY KEY (org_id, id),
  constraint form_versions_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on form_versions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on form_versions to carecurve_app;

-- tenant
create table grade_history (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  grade text not null,
  grade_before text not null,
  source text not null,
  reasons jsonb not null,
  changed_at timestamp with time zone not null,
  constraint grade_history_pkey PRIMARY KEY (org_id, id),
  constraint grade_history_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint grade_history_grade_before_check CHECK ((grade_before = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint grade_history_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint grade_history_source_check CHECK ((source = ANY (ARRAY['rule'::text, 'override'::text])))
);
CREATE INDEX grade_history_of_customer ON public.grade_history USING btree (org_id, customer_id, changed_at DESC);
create policy only_own_organization on grade_history using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on grade_history to carecurve_app;

-- tenant
create table grade_overrides (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  grade text not null,
  reason text not null,
  ends_on date not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approved_by uuid,
  approved_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  revoke_reason text,
  constraint grade_overrides_pkey PRIMARY KEY (org_id, id),
  constraint grade_overrides_org_id_approved_by_fkey FOREIGN KEY (org_id, approved_by) REFERENCES staff(org_id, id),
  constraint grade_overrides_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint grade_overrides_org_id_proposed_by_fkey FOREIGN KEY (org_id, proposed_by) REFERENCES staff(org_id, id),
  constraint grade_overrides_org_id_revoked_by_fkey FOREIGN KEY (org_id, revoked_by) REFERENCES staff(org_id, id),
  constraint approved_by_somebody CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint grade_overrides_grade_check CHECK ((grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint nobody_approves_their_own CHECK ((approved_by <> proposed_by)),
  constraint revoked_with_a_reason CHECK (((revoked_at IS NULL) = (revoke_reason IS NULL)))
);
CREATE UNIQUE INDEX grade_overrides_asked_for ON public.grade_overrides USING btree (org_id, customer_id) WHERE ((approved_at IS NULL) AND (revoked_at IS NULL));
CREATE UNIQUE INDEX grade_overrides_in_force ON public.grade_overrides USING btree (org_id, customer_id) WHERE ((approved_at IS NOT NULL) AND (revoked_at IS NULL));
create policy only_own_organization on grade_overrides using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on grade_overrides to carecurve_app;

-- tenant
create table grade_rule_sets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint grade_rule_sets_org_id_version_key UNIQUE (org_id, version),
  constraint grade_rule_sets_pkey PRIMARY KEY (org_id, id),
  constraint grade_rule_sets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on grade_rule_sets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on grade_rule_sets to carecurve_app;

-- tenant
create table grade_runs (
  org_id uuid not null,
  day date not null,
  after_id uuid,
  finished_at timestamp with time zone,
  constraint grade_runs_pkey PRIMARY KEY (org_id, day)
);
create policy only_own_organization on grade_runs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on grade_runs to carecurve_app;

-- tenant
create table health_warnings (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  words text not null,
  answer_id uuid,
  question text,
  noted_at timestamp with time zone not null,
  noted_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  constraint health_warnings_pkey PRIMARY KEY (org_id, id),
  constraint health_warnings_org_id_answer_id_fkey FOREIGN KEY (org_id, answer_id) REFERENCES form_answers(org_id, id),
  constraint health_warnings_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint health_warnings_org_id_ended_by_fkey FOREIGN KEY (org_id, ended_by) REFERENCES staff(org_id, id),
  constraint health_warnings_org_id_noted_by_fkey FOREIGN KEY (org_id, noted_by) REFERENCES staff(org_id, id),
  constraint an_answer_has_its_question CHECK (((answer_id IS NULL) = (question IS NULL))),
  constraint ended_for_a_reason CHECK (((ended_at IS NULL) = (end_reason IS NULL)))
);
CREATE INDEX health_warnings_standing ON public.health_warnings USING btree (org_id, customer_id) WHERE (ended_at IS NULL);
create policy only_own_organization on health_warnings using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select on health_warnings to carecurve_app;

-- tenant
create table huddle_items (
  org_id uuid not null,
  id uuid not null,
  huddle_id uuid not null,
  line_id uuid not null,
  is_carried boolean not null,
  constraint huddle_items_org_id_huddle_id_line_id_key UNIQUE (org_id, huddle_id, line_id),
  constraint huddle_items_pkey PRIMARY KEY (org_id, id),
  constraint huddle_items_org_id_huddle_id_fkey FOREIGN KEY (org_id, huddle_id) REFERENCES huddles(org_id, id),
  constraint huddle_items_org_id_line_id_fkey FOREIGN KEY (org_id, line_id) REFERENCES huddle_lines(org_id, id) ON DELETE CASCADE
);
create policy only_own_organization on huddle_items using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on huddle_items to carecurve_app;

-- tenant
create table huddle_lines (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  customer_id uuid not null,
  facts jsonb not null,
  first_on date not null,
  owner_id uuid,
  due_at timestamp with time zone,
  followup_id uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  closed_how text,
  outcome text,
  version integer not null default 1,
  constraint huddle_lines_org_id_clinic_id_kind_subject_id_key UNIQUE (org_id, clinic_id, kind, subject_id),
  constraint huddle_lines_pkey PRIMARY KEY (org_id, id),
  constraint huddle_lines_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint huddle_lines_org_id_closed_by_fkey FOREIGN KEY (org_id, closed_by) REFERENCES staff(org_id, id),
  constraint huddle_lines_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint huddle_lines_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id),
  constraint huddle_lines_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint an_owner_has_a_time CHECK (((owner_id IS NULL) = (due_at IS NULL))),
  constraint closed_in_words CHECK (((NOT (closed_how IS DISTINCT FROM 'word'::text)) = (outcome IS NOT NULL))),
  constraint closed_somehow CHECK (((closed_at IS NULL) = (closed_how IS NULL))),
  constraint huddle_lines_closed_how_check CHECK ((closed_how = ANY (ARRAY['word'::text, 'fact'::text]))),
  constraint huddle_lines_kind_check CHECK ((kind = ANY (ARRAY['no-next'::text, 'no-intake'::text, 'unconfirmed'::text, 'wait-over'::text, 'low-score'::text, 'promise'::text])))
);
CREATE INDEX huddle_lines_open ON public.huddle_lines USING btree (org_id, clinic_id) WHERE (closed_at IS NULL);
create policy only_own_organization on huddle_lines using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on huddle_lines to carecurve_app;

-- tenant
create table huddles (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  kind text not null,
  made_at timestamp with time zone not null,
  held_at timestamp with time zone,
  held_by uuid,
  constraint huddles_org_id_clinic_id_day_kind_key UNIQUE (org_id, clinic_id, day, kind),
  constraint huddles_pkey PRIMARY KEY (org_id, id),
  constraint huddles_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint huddles_org_id_held_by_fkey FOREIGN KEY (org_id, held_by) REFERENCES staff(org_id, id),
  constraint huddles_kind_check CHECK ((kind = ANY (ARRAY['morning'::text, 'evening'::text])))
);
create policy only_own_organization on huddles using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on huddles to carecurve_app;

-- tenant
create table idempotency_keys (
  org_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (org_id, actor_id, id)
);
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (org_id, created_at);
create policy only_own_organization on idempotency_keys using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on idempotency_keys to carecurve_app;

-- tenant
create table import_batches (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  state text not null,
  file_name text not null,
  file_sha256 text not null,
  preset text,
  mapping jsonb not null,
  timezone text not null,
  columns text[] not null,
  sample jsonb not null,
  counts jsonb,
  progress integer not null default 0,
  problem jsonb,
  beat_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by uuid,
  finished_at timestamp with time zone,
  version integer not null default 1,
  constraint import_batches_pkey PRIMARY KEY (org_id, id),
  constraint import_batches_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint import_batches_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'refused'::text, 'ready'::text, 'running'::text, 'done'::text, 'failed'::text, 'undone'::text])))
);
CREATE INDEX import_batches_by_time ON public.import_batches USING btree (org_id, created_at DESC);
create policy only_own_organization on import_batches using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on import_batches to carecurve_app;

-- tenant
create table import_notes (
  org_id uuid not null,
  batch_id uuid not null,
  line integer not null,
  position integer not null,
  level text not null,
  column_name text,
  code text not null,
  given text,
  constraint import_notes_pkey PRIMARY KEY (org_id, batch_id, line, "position"),
  constraint import_notes_org_id_batch_id_fkey FOREIGN KEY (org_id, batch_id) REFERENCES import_batches(org_id, id),
  constraint import_notes_level_check CHECK ((level = ANY (ARRAY['warned'::text, 'rejected'::text])))
);
create policy only_own_organization on import_notes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on import_notes to carecurve_app;

-- local
create table installation (
  only_one boolean not null default true,
  is_trial boolean not null,
  trial_wall_time timestamp without time zone,
  trial_set_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint installation_pkey PRIMARY KEY (only_one),
  constraint a_trial_has_a_clock CHECK (((is_trial = (trial_wall_time IS NOT NULL)) AND (is_trial = (trial_set_at IS NOT NULL)))),
  constraint installation_only_one_check CHECK (only_one)
);
grant insert, select, update on installation to carecurve_app;

-- tenant
create table invitations (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint invitations_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint invitations_pkey PRIMARY KEY (org_id, id),
  constraint invitations_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
create policy only_own_organization on invitations using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on invitations to carecurve_app;

-- tenant
create table late_calls (
  org_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  customer_id uuid not null,
  result text not null,
  arrives_at timestamp with time zone,
  note text,
  called_at timestamp with time zone not null,
  called_by uuid,
  constraint late_calls_pkey PRIMARY KEY (org_id, id),
  constraint late_calls_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint late_calls_org_id_called_by_fkey FOREIGN KEY (org_id, called_by) REFERENCES staff(org_id, id),
  constraint late_calls_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint late_calls_result_check CHECK ((result = ANY (ARRAY['on-the-way'::text, 'cannot-come'::text, 'unreached'::text])))
);
CREATE INDEX late_calls_of_appointment ON public.late_calls USING btree (org_id, appointment_id, called_at);
CREATE INDEX late_calls_of_customer ON public.late_calls USING btree (org_id, customer_id);
create policy only_own_organization on late_calls using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on late_calls to carecurve_app;

-- tenant
create table late_decisions (
  org_id uuid not null,
  id uuid not null,
  choice text not null,
  suggested text,
  options jsonb not null,
  reason text,
  decided_at timestamp with time zone not null,
  decided_by uuid,
  constraint late_decisions_pkey PRIMARY KEY (org_id, id),
  constraint late_decisions_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES staff(org_id, id),
  constraint late_decisions_org_id_id_fkey FOREIGN KEY (org_id, id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint late_decisions_choice_check CHECK ((choice = ANY (ARRAY['wait'::text, 'shorten'::text, 'swap'::text, 'rebook'::text])))
);
create policy only_own_organization on late_decisions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on late_decisions to carecurve_app;

-- tenant
create table latent_problems (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  area text not null,
  places text[] not null,
  finding text not null,
  state text not null default 'open'::text,
  found_on date not null,
  visit_id uuid,
  found_by uuid,
  treated_on date,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint latent_problems_pkey PRIMARY KEY (org_id, id),
  constraint latent_problems_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint latent_problems_org_id_found_by_fkey FOREIGN KEY (org_id, found_by) REFERENCES staff(org_id, id),
  constraint latent_problems_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id) ON DELETE SET NULL (visit_id),
  constraint latent_problems_area_check CHECK ((area = ANY (ARRAY['tooth'::text, 'skin'::text, 'body'::text]))),
  constraint latent_problems_state_check CHECK ((state = ANY (ARRAY['open'::text, 'treated'::text]))),
  constraint treated_after_it_was_found CHECK ((treated_on >= found_on)),
  constraint treated_on_a_day CHECK (((state = 'treated'::text) = (treated_on IS NOT NULL)))
);
CREATE INDEX latent_problems_of_customer ON public.latent_problems USING btree (org_id, customer_id);
create policy only_own_organization on latent_problems using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on latent_problems to carecurve_app;

-- tenant
create table leaves (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  first_on date not null,
  last_on date not null,
  kind text not null,
  stand_in_id uuid,
  entered_at timestamp with time zone not null,
  entered_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint leaves_pkey PRIMARY KEY (org_id, id),
  constraint leaves_org_id_entered_by_fkey FOREIGN KEY (org_id, entered_by) REFERENCES staff(org_id, id),
  constraint leaves_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint leaves_org_id_stand_in_id_fkey FOREIGN KEY (org_id, stand_in_id) REFERENCES staff(org_id, id),
  constraint leaves_org_id_withdrawn_by_fkey FOREIGN KEY (org_id, withdrawn_by) REFERENCES staff(org_id, id),
  constraint days_run_forward CHECK ((first_on <= last_on)),
  constraint leaves_kind_check CHECK ((kind = ANY (ARRAY['annual'::text, 'sick'::text, 'personal'::text, 'training'::text, 'other'::text]))),
  constraint nobody_stands_in_for_themselves CHECK ((stand_in_id <> staff_id))
);
CREATE INDEX leaves_by_day ON public.leaves USING btree (org_id, last_on) WHERE (withdrawn_at IS NULL);
CREATE INDEX leaves_of_staff ON public.leaves USING btree (org_id, staff_id);
create policy only_own_organization on leaves using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on leaves to carecurve_app;

-- tenant
create table ledger_checks (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  checked_at timestamp with time zone not null,
  constraint ledger_checks_pkey PRIMARY KEY (org_id, clinic_id, day),
  constraint ledger_checks_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on ledger_checks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on ledger_checks to carecurve_app;

-- tenant
create table ledger_entries (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  booked_on date not null,
  visit_id uuid,
  memo text not null default ''::text,
  reverses_id uuid,
  import_batch_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint ledger_entries_org_id_reverses_id_key UNIQUE (org_id, reverses_id),
  constraint ledger_entries_pkey PRIMARY KEY (org_id, id),
  constraint ledger_entries_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint ledger_entries_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint ledger_entries_org_id_reverses_id_fkey FOREIGN KEY (org_id, reverses_id) REFERENCES ledger_entries(org_id, id),
  constraint ledger_entries_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint a_reversal_says_of_what CHECK (((kind = 'reversal'::text) = (reverses_id IS NOT NULL))),
  constraint ledger_entries_kind_check CHECK ((kind = ANY (ARRAY['charge'::text, 'payment'::text, 'refund'::text, 'deposit'::text, 'deposit-used'::text, 'deposit-refund'::text, 'course-sold'::text, 'session-used'::text, 'course-refund'::text, 'reversal'::text])))
);
CREATE INDEX ledger_entries_by_day ON public.ledger_entries USING btree (org_id, clinic_id, booked_on);
CREATE INDEX ledger_entries_by_import ON public.ledger_entries USING btree (org_id, import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX ledger_entries_of_customer ON public.ledger_entries USING btree (org_id, customer_id, booked_on DESC, created_at DESC);
CREATE INDEX ledger_entries_of_visit ON public.ledger_entries USING btree (org_id, visit_id) WHERE (visit_id IS NOT NULL);
create policy only_own_organization on ledger_entries using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on ledger_entries to carecurve_app;

-- tenant
create table ledger_mismatches (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  day date not null,
  visit_id uuid,
  entry_id uuid,
  appointment_id uuid,
  found_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  resolved_by uuid,
  note text,
  version integer not null default 1,
  constraint ledger_mismatches_pkey PRIMARY KEY (org_id, id),
  constraint ledger_mismatches_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id),
  constraint ledger_mismatches_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint ledger_mismatches_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint ledger_mismatches_org_id_entry_id_fkey FOREIGN KEY (org_id, entry_id) REFERENCES ledger_entries(org_id, id),
  constraint ledger_mismatches_org_id_resolved_by_fkey FOREIGN KEY (org_id, resolved_by) REFERENCES staff(org_id, id),
  constraint ledger_mismatches_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint resolved_with_a_note CHECK (((resolved_at IS NULL) = (note IS NULL)))
);
CREATE INDEX ledger_mismatches_of_customer ON public.ledger_mismatches USING btree (org_id, customer_id);
CREATE INDEX ledger_mismatches_open ON public.ledger_mismatches USING btree (org_id, clinic_id, day) WHERE (resolved_at IS NULL);
create policy only_own_organization on ledger_mismatches using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on ledger_mismatches to carecurve_app;

-- tenant
create table ledger_postings (
  org_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  customer_id uuid not null,
  booked_on date not null,
  account text not null,
  fen bigint not null,
  course_id uuid,
  sessions integer,
  constraint ledger_postings_pkey PRIMARY KEY (org_id, entry_id, "position"),
  constraint ledger_postings_org_id_course_id_fkey FOREIGN KEY (org_id, course_id) REFERENCES courses(org_id, id),
  constraint ledger_postings_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint ledger_postings_org_id_entry_id_fkey FOREIGN KEY (org_id, entry_id) REFERENCES ledger_entries(org_id, id),
  constraint ledger_postings_account_check CHECK ((account = ANY (ARRAY['cash'::text, 'receivable'::text, 'deposit'::text, 'prepaid'::text, 'revenue'::text]))),
  constraint only_prepaid_has_a_course CHECK (((course_id IS NULL) OR (account = 'prepaid'::text)))
);
CREATE INDEX ledger_postings_of_customer ON public.ledger_postings USING btree (org_id, customer_id, booked_on);
CREATE INDEX ledger_postings_of_deposits ON public.ledger_postings USING btree (org_id, customer_id) WHERE (account = 'deposit'::text);
create policy only_own_organization on ledger_postings using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on ledger_postings to carecurve_app;

-- global
create table link_codes (
  code text not null,
  org_id uuid not null,
  constraint link_codes_org_id_key UNIQUE (org_id),
  constraint link_codes_pkey PRIMARY KEY (code)
);
grant insert, select on link_codes to carecurve_app;

-- global
create table link_guesses (
  bucket text not null,
  minute timestamp with time zone not null,
  tries integer not null,
  constraint link_guesses_pkey PRIMARY KEY (bucket, minute)
);
CREATE INDEX link_guesses_by_age ON public.link_guesses USING btree (minute);
grant delete, insert, select, update on link_guesses to carecurve_app;

-- tenant
create table links (
  org_id uuid not null,
  id uuid not null,
  token_hash text not null,
  purpose text not null,
  customer_id uuid not null,
  subject_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint links_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint links_pkey PRIMARY KEY (org_id, id),
  constraint links_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint links_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id)
);
CREATE INDEX links_of_customer ON public.links USING btree (org_id, customer_id);
CREATE INDEX links_of_subject ON public.links USING btree (org_id, subject_id) WHERE (subject_id IS NOT NULL);
create policy only_own_organization on links using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on links to carecurve_app;

-- tenant
create table lost_customers (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  since timestamp with time zone not null,
  found_at timestamp with time zone not null,
  standing text,
  reason text,
  ended_at timestamp with time zone,
  ended_by uuid,
  version integer not null default 1,
  constraint lost_customers_org_id_customer_id_since_key UNIQUE (org_id, customer_id, since),
  constraint lost_customers_pkey PRIMARY KEY (org_id, id),
  constraint lost_customers_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint lost_customers_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint lost_customers_org_id_ended_by_fkey FOREIGN KEY (org_id, ended_by) REFERENCES staff(org_id, id),
  constraint a_reason_has_a_name CHECK (((reason IS NULL) = (ended_by IS NULL))),
  constraint ended_by_something CHECK (((ended_at IS NULL) = (standing IS NULL)))
);
CREATE INDEX lost_customers_open ON public.lost_customers USING btree (org_id, clinic_id, since) WHERE (ended_at IS NULL);
create policy only_own_organization on lost_customers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on lost_customers to carecurve_app;

-- tenant
create table merges (
  org_id uuid not null,
  id uuid not null,
  keep_id uuid not null,
  gone_id uuid not null,
  moved jsonb not null,
  keep_before jsonb not null,
  keep_after jsonb not null,
  gone_before jsonb not null,
  merged_at timestamp with time zone not null,
  merged_by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint merges_pkey PRIMARY KEY (org_id, id),
  constraint merges_org_id_gone_id_fkey FOREIGN KEY (org_id, gone_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint merges_org_id_keep_id_fkey FOREIGN KEY (org_id, keep_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint merges_org_id_merged_by_fkey FOREIGN KEY (org_id, merged_by) REFERENCES staff(org_id, id),
  constraint merges_org_id_undone_by_fkey FOREIGN KEY (org_id, undone_by) REFERENCES staff(org_id, id),
  constraint two_records CHECK ((keep_id <> gone_id))
);
CREATE INDEX merges_by_time ON public.merges USING btree (org_id, merged_at DESC, id DESC);
CREATE INDEX merges_of_keep ON public.merges USING btree (org_id, keep_id);
CREATE UNIQUE INDEX merges_of_gone ON public.merges USING btree (org_id, gone_id) WHERE (undone_at IS NULL);
create policy only_own_organization on merges using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on merges to carecurve_app;

-- tenant
create table message_attempts (
  org_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  number integer not null,
  fence integer not null,
  account_id uuid not null,
  channel text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  code text,
  provider_id text,
  units integer,
  constraint message_attempts_org_id_message_id_number_key UNIQUE (org_id, message_id, number),
  constraint message_attempts_pkey PRIMARY KEY (org_id, id),
  constraint message_attempts_org_id_message_id_fkey FOREIGN KEY (org_id, message_id) REFERENCES messages(org_id, id),
  constraint ended_with_an_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL))),
  constraint message_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'refused'::text, 'not-reached'::text, 'throttled'::text, 'unknown'::text])))
);
CREATE INDEX message_attempts_by_provider ON public.message_attempts USING btree (org_id, account_id, provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX message_attempts_of_account ON public.message_attempts USING btree (org_id, account_id, started_at);
create policy only_own_organization on message_attempts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_attempts to carecurve_app;

-- tenant
create table message_pauses (
  org_id uuid not null,
  reason text,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  version integer not null default 1,
  kinds text[] not null default '{}'::text[],
  channels text[] not null default '{}'::text[],
  constraint message_pauses_pkey PRIMARY KEY (org_id),
  constraint message_pauses_org_id_changed_by_fkey FOREIGN KEY (org_id, changed_by) REFERENCES staff(org_id, id),
  constraint paused_channels_are_channels CHECK ((channels <@ ARRAY['sms'::text, 'wechat'::text, 'wecom'::text, 'email'::text, 'group'::text])),
  constraint paused_kinds_are_kinds CHECK ((kinds <@ ARRAY['otp'::text, 'care'::text, 'service_notice'::text, 'marketing'::text, 'staff_notice'::text]))
);
create policy only_own_organization on message_pauses using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_pauses to carecurve_app;

-- tenant
create table message_receipts (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  attempt_id uuid,
  provider_id text,
  arrived boolean not null,
  code text,
  received_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  constraint message_receipts_pkey PRIMARY KEY (org_id, id),
  constraint message_receipts_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES channel_accounts(org_id, id)
);
CREATE INDEX message_receipts_by_attempt ON public.message_receipts USING btree (org_id, attempt_id) WHERE ((applied_at IS NULL) AND (attempt_id IS NOT NULL));
CREATE INDEX message_receipts_by_provider ON public.message_receipts USING btree (org_id, account_id, provider_id) WHERE (applied_at IS NULL);
create policy only_own_organization on message_receipts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_receipts to carecurve_app;

-- tenant
create table message_replies (
  org_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  address_hash text not null,
  customer_id uuid,
  message_id uuid,
  text text not null,
  is_opt_out boolean not null,
  at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  read_at timestamp with time zone,
  read_by uuid,
  settled_by_way text,
  constraint message_replies_pkey PRIMARY KEY (org_id, id),
  constraint message_replies_org_id_account_id_fkey FOREIGN KEY (org_id, account_id) REFERENCES channel_accounts(org_id, id),
  constraint message_replies_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint message_replies_org_id_message_id_fkey FOREIGN KEY (org_id, message_id) REFERENCES messages(org_id, id),
  constraint message_replies_settled_by_way_check CHECK ((settled_by_way = ANY (ARRAY['nothing'::text, 'followup'::text, 'case'::text, 'opt-out'::text]))),
  constraint read_with_a_way CHECK (((read_at IS NULL) = (settled_by_way IS NULL)))
);
CREATE INDEX message_replies_of_customer ON public.message_replies USING btree (org_id, customer_id, at DESC);
CREATE INDEX message_replies_unread ON public.message_replies USING btree (org_id, at) WHERE (read_at IS NULL);
create policy only_own_organization on message_replies using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_replies to carecurve_app;

-- tenant
create table message_rule_sets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint message_rule_sets_org_id_version_key UNIQUE (org_id, version),
  constraint message_rule_sets_pkey PRIMARY KEY (org_id, id),
  constraint message_rule_sets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on message_rule_sets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_rule_sets to carecurve_app;

-- tenant
create table message_templates (
  org_id uuid not null,
  id uuid not null,
  key text not null,
  version integer not null,
  kind text not null,
  definition jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint message_templates_org_id_key_version_key UNIQUE (org_id, key, version),
  constraint message_templates_pkey PRIMARY KEY (org_id, id),
  constraint message_templates_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id),
  constraint message_templates_kind_check CHECK ((kind = ANY (ARRAY['otp'::text, 'care'::text, 'service_notice'::text, 'marketing'::text])))
);
create policy only_own_organization on message_templates using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on message_templates to carecurve_app;

-- tenant
create table messages (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid,
  template_key text not null,
  template_version integer not null,
  kind text not null,
  priority smallint not null,
  channel text not null,
  channel_asked text,
  text text not null,
  subject text,
  variables jsonb not null,
  cause_kind text not null,
  cause_id text not null,
  state text not null,
  reason text,
  queued_at timestamp with time zone not null,
  queued_by uuid,
  due_at timestamp with time zone not null,
  stale_at timestamp with time zone not null,
  account_id uuid,
  address_hash text,
  to_guardian boolean not null default false,
  provider_id text,
  tries integer not null default 0,
  fence integer not null default 0,
  leased_until timestamp with time zone,
  quarantined_at timestamp with time zone,
  sent_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by uuid,
  is_urgent boolean not null default false,
  ask_at timestamp with time zone,
  maybe_taken_at timestamp with time zone,
  unknown_since timestamp with time zone,
  sealed_to text,
  constraint messages_pkey PRIMARY KEY (org_id, id),
  constraint messages_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint messages_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint messages_org_id_queued_by_fkey FOREIGN KEY (org_id, queued_by) REFERENCES staff(org_id, id),
  constraint messages_org_id_settled_by_fkey FOREIGN KEY (org_id, settled_by) REFERENCES staff(org_id, id),
  constraint leased_while_sending CHECK (((state = 'sending'::text) = (leased_until IS NOT NULL))),
  constraint messages_kind_check CHECK ((kind = ANY (ARRAY['otp'::text, 'care'::text, 'service_notice'::text, 'marketing'::text, 'staff_notice'::text]))),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'accepted'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'by_hand'::text, 'sent_by_hand'::text, 'stopped'::text, 'dropped'::text]))),
  constraint only_codes_go_to_a_bare_phone CHECK (((sealed_to IS NULL) OR (kind = 'otp'::text))),
  constraint only_colleagues_are_nobody CHECK (((customer_id IS NULL) = ((kind = 'staff_notice'::text) OR (sealed_to IS NOT NULL))))
);
CREATE INDEX messages_by_provider ON public.messages USING btree (org_id, account_id, provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX messages_failed ON public.messages USING btree (org_id, queued_at DESC) WHERE (state = 'failed'::text);
CREATE INDEX messages_not_delivered ON public.messages USING btree (org_id, queued_at) WHERE ((channel = 'sms'::text) AND ((reason ~~ 'not-delivered:%'::text) OR (reason ~~ 'refused:%'::text)));
CREATE INDEX messages_of_customer ON public.messages USING btree (org_id, customer_id, queued_at DESC);
CREATE INDEX messages_quarantined ON public.messages USING btree (org_id, queued_at) WHERE (quarantined_at IS NOT NULL);
CREATE INDEX messages_queued ON public.messages USING btree (org_id, priority, due_at) WHERE (state = 'queued'::text);
CREATE INDEX messages_sending ON public.messages USING btree (org_id, leased_until) WHERE (state = 'sending'::text);
CREATE INDEX messages_to_address ON public.messages USING btree (org_id, address_hash, sent_at) WHERE (address_hash IS NOT NULL);
CREATE INDEX messages_to_ask ON public.messages USING btree (org_id, ask_at) WHERE (state = 'unknown'::text);
CREATE INDEX messages_waiting ON public.messages USING btree (org_id, state, due_at) WHERE (state = ANY (ARRAY['by_hand'::text, 'unknown'::text]));
CREATE INDEX messages_with_link ON public.messages USING btree (org_id, sent_at) WHERE (variables ? 'link'::text);
create policy only_own_organization on messages using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on messages to carecurve_app;

-- tenant
create table number_repairs (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  taken_by uuid,
  taken_at timestamp with time zone not null,
  phone_before text,
  phone_after text,
  repaired_at timestamp with time zone,
  repaired_by uuid,
  resumed jsonb,
  undone_at timestamp with time zone,
  constraint number_repairs_pkey PRIMARY KEY (org_id, id),
  constraint number_repairs_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint number_repairs_org_id_repaired_by_fkey FOREIGN KEY (org_id, repaired_by) REFERENCES staff(org_id, id),
  constraint number_repairs_org_id_taken_by_fkey FOREIGN KEY (org_id, taken_by) REFERENCES staff(org_id, id),
  constraint repaired_has_a_number CHECK (((repaired_at IS NULL) = (phone_after IS NULL)))
);
CREATE INDEX number_repairs_of_customer ON public.number_repairs USING btree (org_id, customer_id, taken_at DESC);
create policy only_own_organization on number_repairs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on number_repairs to carecurve_app;

-- tenant
create table online_booking (
  org_id uuid not null,
  clinic_id uuid not null,
  token text not null,
  rules jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint online_booking_org_id_token_key UNIQUE (org_id, token),
  constraint online_booking_pkey PRIMARY KEY (org_id, clinic_id),
  constraint online_booking_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint online_booking_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on online_booking using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on online_booking to carecurve_app;

-- tenant
create table online_holds (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  kind_id uuid not null,
  doctor_id uuid not null,
  slot_id uuid not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  phone_hash text not null,
  sealed_phone text not null,
  address_hash text not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  held_until timestamp with time zone not null,
  state text not null default 'held'::text,
  created_at timestamp with time zone not null,
  constraint online_holds_pkey PRIMARY KEY (org_id, id),
  constraint online_holds_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint online_holds_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint online_holds_org_id_kind_id_fkey FOREIGN KEY (org_id, kind_id) REFERENCES appointment_kinds(org_id, id),
  constraint online_holds_state_check CHECK ((state = ANY (ARRAY['held'::text, 'booked'::text, 'released'::text])))
);
CREATE INDEX online_holds_of_address ON public.online_holds USING btree (org_id, address_hash, created_at);
CREATE INDEX online_holds_of_clinic ON public.online_holds USING btree (org_id, clinic_id, created_at);
CREATE INDEX online_holds_of_phone ON public.online_holds USING btree (org_id, phone_hash, created_at);
create policy only_own_organization on online_holds using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on online_holds to carecurve_app;

-- global
create table organizations (
  id uuid not null,
  name text not null,
  timezone text not null,
  created_at timestamp with time zone not null,
  is_demo boolean not null default false,
  constraint organizations_pkey PRIMARY KEY (id),
  constraint organizations_name_check CHECK ((name <> ''::text))
);
grant insert, select, update on organizations to carecurve_app;

-- tenant
create table outbox_events (
  org_id uuid not null,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone not null,
  dispatched_at timestamp with time zone,
  tries integer not null default 0,
  next_try_at timestamp with time zone,
  last_error text,
  constraint outbox_events_pkey PRIMARY KEY (org_id, id)
);
CREATE INDEX outbox_events_waiting ON public.outbox_events USING btree (org_id, id) WHERE (dispatched_at IS NULL);
create policy only_own_organization on outbox_events using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on outbox_events to carecurve_app;

-- tenant
create table ownerships (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  kind text not null,
  owner_id uuid not null,
  since timestamp with time zone not null,
  began_by text not null,
  begin_reason text,
  begin_decided_by uuid,
  until timestamp with time zone,
  ended_by text,
  end_reason text,
  end_decided_by uuid,
  returns_on date,
  read_at timestamp with time zone,
  constraint ownerships_pkey PRIMARY KEY (org_id, id),
  constraint ownerships_org_id_begin_decided_by_fkey FOREIGN KEY (org_id, begin_decided_by) REFERENCES staff(org_id, id),
  constraint ownerships_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint ownerships_org_id_end_decided_by_fkey FOREIGN KEY (org_id, end_decided_by) REFERENCES staff(org_id, id),
  constraint ownerships_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint began_somehow CHECK ((began_by = ANY (ARRAY['assigned'::text, 'imported'::text, 'claimed'::text, 'transferred'::text, 'left'::text, 'merged'::text]))),
  constraint ended_somehow CHECK (((until IS NULL) = (ended_by IS NULL))),
  constraint ownerships_ended_by_check CHECK ((ended_by = ANY (ARRAY['assigned'::text, 'imported'::text, 'claimed'::text, 'transferred'::text, 'released'::text, 'left'::text, 'merged'::text]))),
  constraint ownerships_kind_check CHECK ((kind = ANY (ARRAY['web_consultant'::text, 'consultant'::text, 'doctor'::text]))),
  constraint time_runs_forward CHECK ((until >= since)),
  constraint who_waits_has_left CHECK (((returns_on IS NULL) OR (until IS NOT NULL)))
);
CREATE INDEX ownerships_of_customer ON public.ownerships USING btree (org_id, customer_id, since DESC);
CREATE INDEX ownerships_of_owner ON public.ownerships USING btree (org_id, owner_id, kind) WHERE (until IS NULL);
CREATE UNIQUE INDEX ownerships_current ON public.ownerships USING btree (org_id, customer_id, kind) WHERE (until IS NULL);
create policy only_own_organization on ownerships using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on ownerships to carecurve_app;

-- tenant
create table paper_lines (
  org_id uuid not null,
  id uuid not null,
  sheet_id uuid not null,
  customer_id uuid not null,
  position integer not null,
  code text not null,
  appointment_id uuid,
  followup_ids uuid[],
  staff_id uuid,
  role text,
  at timestamp with time zone not null,
  result text,
  happened_at timestamp with time zone,
  entered_at timestamp with time zone,
  entered_by uuid,
  added_at timestamp with time zone,
  printed_at timestamp with time zone,
  constraint paper_lines_org_id_code_key UNIQUE (org_id, code),
  constraint paper_lines_org_id_sheet_id_position_key UNIQUE (org_id, sheet_id, "position"),
  constraint paper_lines_pkey PRIMARY KEY (org_id, id),
  constraint paper_lines_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint paper_lines_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint paper_lines_org_id_entered_by_fkey FOREIGN KEY (org_id, entered_by) REFERENCES staff(org_id, id),
  constraint paper_lines_org_id_sheet_id_fkey FOREIGN KEY (org_id, sheet_id) REFERENCES paper_sheets(org_id, id),
  constraint paper_lines_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint entered_by_somebody CHECK (((entered_at IS NULL) = (entered_by IS NULL))),
  constraint entered_with_a_result CHECK (((result IS NULL) = (entered_at IS NULL))),
  constraint of_one_thing CHECK (((appointment_id IS NULL) <> (followup_ids IS NULL))),
  constraint paper_lines_position_check CHECK (("position" > 0))
);
CREATE INDEX paper_lines_of_customer ON public.paper_lines USING btree (org_id, customer_id);
create policy only_own_organization on paper_lines using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on paper_lines to carecurve_app;

-- tenant
create table paper_sheets (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  day date not null,
  kind text not null,
  made_at timestamp with time zone not null,
  printed_at timestamp with time zone,
  printed_by uuid,
  constraint paper_sheets_org_id_clinic_id_day_kind_key UNIQUE (org_id, clinic_id, day, kind),
  constraint paper_sheets_pkey PRIMARY KEY (org_id, id),
  constraint paper_sheets_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint paper_sheets_org_id_printed_by_fkey FOREIGN KEY (org_id, printed_by) REFERENCES staff(org_id, id),
  constraint paper_sheets_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'confirmation'::text, 'waiting'::text]))),
  constraint printed_by_somebody CHECK (((printed_at IS NULL) = (printed_by IS NULL)))
);
create policy only_own_organization on paper_sheets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on paper_sheets to carecurve_app;

-- tenant
create table photos (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  moment text not null,
  taken_on date not null,
  caption text,
  width integer not null,
  height integer not null,
  bytes integer not null,
  sha256 text not null,
  internal_use_at timestamp with time zone,
  internal_use_by uuid,
  publish_at timestamp with time zone,
  publish_by uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  constraint photos_org_id_customer_id_sha256_key UNIQUE (org_id, customer_id, sha256),
  constraint photos_pkey PRIMARY KEY (org_id, id),
  constraint photos_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint photos_moment_check CHECK ((moment = ANY (ARRAY['before'::text, 'after'::text, 'other'::text])))
);
create policy only_own_organization on photos using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on photos to carecurve_app;

-- tenant
create table plans (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  protocol_version_id uuid not null,
  event text not null,
  event_key text not null,
  event_at timestamp with time zone not null,
  visit_id uuid,
  import_batch_id uuid,
  created_at timestamp with time zone not null,
  script_code text,
  constraint plans_pkey PRIMARY KEY (org_id, id),
  constraint plans_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint plans_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint plans_org_id_protocol_version_id_fkey FOREIGN KEY (org_id, protocol_version_id) REFERENCES protocol_versions(org_id, id),
  constraint plans_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id)
);
CREATE INDEX plans_by_import ON public.plans USING btree (org_id, import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX plans_of_customer ON public.plans USING btree (org_id, customer_id);
CREATE INDEX plans_of_visit ON public.plans USING btree (org_id, visit_id) WHERE (visit_id IS NOT NULL);
create policy only_own_organization on plans using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on plans to carecurve_app;

-- tenant
create table protocol_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  adds_to text,
  clinic_id uuid,
  team_id uuid,
  definition jsonb not null,
  based_on integer not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint protocol_drafts_org_id_code_key UNIQUE (org_id, code),
  constraint protocol_drafts_pkey PRIMARY KEY (org_id, id),
  constraint protocol_drafts_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint protocol_drafts_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint protocol_drafts_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on protocol_drafts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on protocol_drafts to carecurve_app;

-- tenant
create table protocol_replays (
  org_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  draft_version integer not null,
  state text not null,
  parts_done integer not null default 0,
  parts integer not null,
  answer jsonb,
  started_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  constraint protocol_replays_pkey PRIMARY KEY (org_id, id),
  constraint protocol_replays_org_id_draft_id_fkey FOREIGN KEY (org_id, draft_id) REFERENCES protocol_drafts(org_id, id) ON DELETE CASCADE,
  constraint done_has_an_answer CHECK (((state = 'done'::text) = (answer IS NOT NULL))),
  constraint protocol_replays_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX protocol_replays_of_draft ON public.protocol_replays USING btree (org_id, draft_id, started_at DESC);
create policy only_own_organization on protocol_replays using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on protocol_replays to carecurve_app;

-- tenant
create table protocol_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  effective_from timestamp with time zone,
  adds_to text,
  clinic_id uuid,
  team_id uuid,
  published_by uuid,
  note text,
  moves_plans boolean not null default false,
  plans_moved_at timestamp with time zone,
  constraint protocol_versions_org_id_code_version_key UNIQUE (org_id, code, version),
  constraint protocol_versions_pkey PRIMARY KEY (org_id, id),
  constraint protocol_versions_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint protocol_versions_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id),
  constraint protocol_versions_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint an_addition_holds_somewhere CHECK (
CASE
    WHEN (adds_to IS NULL) THEN ((clinic_id IS NULL) AND (team_id IS NULL))
    ELSE ((clinic_id IS NULL) <> (team_id IS NULL))
END),
  constraint only_what_is_to_move_was_moved CHECK (((plans_moved_at IS NULL) OR (moves_plans AND (plans_moved_at >= effective_from)))),
  constraint times_run_forward CHECK ((retired_at >= effective_from))
);
CREATE INDEX protocol_versions_to_move ON public.protocol_versions USING btree (org_id) WHERE (moves_plans AND (plans_moved_at IS NULL));
CREATE UNIQUE INDEX protocol_versions_current ON public.protocol_versions USING btree (org_id, code) WHERE (retired_at IS NULL);
create policy only_own_organization on protocol_versions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on protocol_versions to carecurve_app;

-- tenant
create table reception_moves (
  org_id uuid not null,
  id uuid not null,
  reception_id uuid not null,
  from_stage text not null,
  to_stage text not null,
  entered_before timestamp with time zone,
  at timestamp with time zone not null,
  by uuid,
  undone_at timestamp with time zone,
  undone_by uuid,
  constraint reception_moves_pkey PRIMARY KEY (org_id, id),
  constraint reception_moves_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint reception_moves_org_id_reception_id_fkey FOREIGN KEY (org_id, reception_id) REFERENCES receptions(org_id, id),
  constraint reception_moves_org_id_undone_by_fkey FOREIGN KEY (org_id, undone_by) REFERENCES staff(org_id, id)
);
CREATE INDEX reception_moves_of_reception ON public.reception_moves USING btree (org_id, reception_id, at DESC);
create policy only_own_organization on reception_moves using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on reception_moves to carecurve_app;

-- tenant
create table reception_words (
  org_id uuid not null,
  id uuid not null,
  reception_id uuid not null,
  at timestamp with time zone not null,
  by uuid,
  told_minutes integer,
  predicted_minutes integer,
  constraint reception_words_pkey PRIMARY KEY (org_id, id),
  constraint reception_words_org_id_by_fkey FOREIGN KEY (org_id, by) REFERENCES staff(org_id, id),
  constraint reception_words_org_id_reception_id_fkey FOREIGN KEY (org_id, reception_id) REFERENCES receptions(org_id, id),
  constraint reception_words_predicted_minutes_check CHECK ((predicted_minutes >= 0)),
  constraint reception_words_told_minutes_check CHECK ((told_minutes >= 0))
);
CREATE INDEX reception_words_of_reception ON public.reception_words USING btree (org_id, reception_id, at);
create policy only_own_organization on reception_words using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select on reception_words to carecurve_app;

-- tenant
create table receptions (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  day date not null,
  number integer not null,
  stage text not null,
  arrived_at timestamp with time zone not null,
  waiting_at timestamp with time zone,
  in_treatment_at timestamp with time zone,
  checkout_at timestamp with time zone,
  gone_at timestamp with time zone,
  gone_reason text,
  class_code text,
  doctor_id uuid,
  received_by uuid,
  version integer not null default 1,
  doctor_reason text,
  wishes text,
  read_at timestamp with time zone,
  read_by uuid,
  is_self boolean not null default false,
  entered_at timestamp with time zone,
  constraint receptions_org_id_clinic_id_day_number_key UNIQUE (org_id, clinic_id, day, number),
  constraint receptions_pkey PRIMARY KEY (org_id, id),
  constraint receptions_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint receptions_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint receptions_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint receptions_org_id_id_fkey FOREIGN KEY (org_id, id) REFERENCES visits(org_id, id),
  constraint receptions_org_id_read_by_fkey FOREIGN KEY (org_id, read_by) REFERENCES staff(org_id, id),
  constraint receptions_org_id_received_by_fkey FOREIGN KEY (org_id, received_by) REFERENCES staff(org_id, id),
  constraint entered_after_it_happened CHECK ((entered_at >= arrived_at)),
  constraint gone_has_a_time CHECK (((stage = 'gone'::text) = (gone_at IS NOT NULL))),
  constraint receptions_number_check CHECK ((number > 0)),
  constraint receptions_stage_check CHECK ((stage = ANY (ARRAY['arrived'::text, 'waiting'::text, 'in-treatment'::text, 'checkout'::text, 'gone'::text])))
);
CREATE INDEX receptions_of_doctor ON public.receptions USING btree (org_id, doctor_id, day) WHERE (doctor_id IS NOT NULL);
create policy only_own_organization on receptions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on receptions to carecurve_app;

-- tenant
create table recovery_acts (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid,
  words text,
  level text,
  score smallint,
  is_settled boolean,
  constraint recovery_acts_pkey PRIMARY KEY (org_id, id),
  constraint recovery_acts_org_id_by_id_fkey FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint recovery_acts_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES recovery_cases(org_id, id)
);
CREATE INDEX recovery_acts_of_case ON public.recovery_acts USING btree (org_id, case_id, at);
create policy only_own_organization on recovery_acts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_acts to carecurve_app;

-- tenant
create table recovery_answers (
  org_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  customer_id uuid not null,
  visit_id uuid not null,
  code text not null,
  version integer not null,
  day integer not null,
  heard jsonb not null,
  finding text not null,
  at timestamp with time zone not null,
  staff_id uuid,
  undone_at timestamp with time zone,
  constraint recovery_answers_org_id_call_id_visit_id_code_key UNIQUE (org_id, call_id, visit_id, code),
  constraint recovery_answers_pkey PRIMARY KEY (org_id, id),
  constraint recovery_answers_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint recovery_answers_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint recovery_answers_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id),
  constraint recovery_answers_finding_check CHECK ((finding = ANY (ARRAY['normal'::text, 'watch'::text, 'doctor'::text])))
);
CREATE INDEX recovery_answers_of_customer ON public.recovery_answers USING btree (org_id, customer_id, at DESC);
create policy only_own_organization on recovery_answers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_answers to carecurve_app;

-- tenant
create table recovery_card_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  author_ids uuid[] not null,
  written_at timestamp with time zone not null,
  written_by uuid,
  edits integer not null default 1,
  approved_at timestamp with time zone,
  approved_by uuid,
  constraint recovery_card_versions_org_id_code_version_key UNIQUE (org_id, code, version),
  constraint recovery_card_versions_pkey PRIMARY KEY (org_id, id),
  constraint recovery_card_versions_org_id_approved_by_fkey FOREIGN KEY (org_id, approved_by) REFERENCES staff(org_id, id),
  constraint recovery_card_versions_org_id_written_by_fkey FOREIGN KEY (org_id, written_by) REFERENCES staff(org_id, id),
  constraint approved_by_somebody CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint nobody_approves_their_own CHECK ((approved_by <> ALL (author_ids)))
);
CREATE UNIQUE INDEX recovery_cards_waiting ON public.recovery_card_versions USING btree (org_id, code) WHERE (approved_at IS NULL);
create policy only_own_organization on recovery_card_versions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_card_versions to carecurve_app;

-- tenant
create table recovery_cases (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  visit_id uuid,
  team_id uuid,
  kind text not null,
  gravity text not null,
  special text,
  state text not null default 'open'::text,
  step text not null default 'doctor'::text,
  level text not null default 'owner'::text,
  about_ids uuid[] not null,
  owner_id uuid,
  doctor_id uuid,
  cause text,
  answer text,
  answered_by uuid,
  first_score smallint,
  second_score smallint,
  started_at timestamp with time zone not null,
  step_since timestamp with time zone not null,
  formal_due_at timestamp with time zone,
  breaks_at timestamp with time zone not null,
  resolve_by timestamp with time zone not null,
  tries integer not null default 0,
  end_asked_by uuid,
  end_reason text,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  closed_by uuid,
  closing text,
  reopened integer not null default 0,
  version integer not null default 1,
  constraint recovery_cases_pkey PRIMARY KEY (org_id, id),
  constraint recovery_cases_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint recovery_cases_org_id_closed_by_fkey FOREIGN KEY (org_id, closed_by) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint recovery_cases_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_end_asked_by_fkey FOREIGN KEY (org_id, end_asked_by) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_opened_by_fkey FOREIGN KEY (org_id, opened_by) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint recovery_cases_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint a_word_has_a_score CHECK (((closing IS DISTINCT FROM 'customer-word'::text) OR (second_score IS NOT NULL))),
  constraint closed_at_some_time CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint closed_somehow CHECK (((state = 'closed'::text) = (closing IS NOT NULL))),
  constraint end_asked_with_a_reason CHECK (((end_asked_by IS NULL) = (end_reason IS NULL))),
  constraint not_closed_by_whom_it_is_about CHECK ((NOT (closed_by = ANY (about_ids)))),
  constraint recovery_cases_closing_check CHECK ((closing = ANY (ARRAY['customer-word'::text, 'without-word'::text]))),
  constraint recovery_cases_gravity_check CHECK ((gravity = ANY (ARRAY['ordinary'::text, 'likely-complaint'::text, 'special'::text]))),
  constraint recovery_cases_kind_check CHECK ((kind = ANY (ARRAY['low-score'::text, 'red-flag'::text, 'complaint'::text, 'person'::text]))),
  constraint recovery_cases_level_check CHECK ((level = ANY (ARRAY['owner'::text, 'department'::text, 'supervisor'::text, 'leadership'::text]))),
  constraint recovery_cases_special_check CHECK ((special = ANY (ARRAY['legal'::text, 'media'::text, 'injury'::text]))),
  constraint recovery_cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint recovery_cases_step_check CHECK ((step = ANY (ARRAY['doctor'::text, 'service'::text, 'customer'::text]))),
  constraint special_for_something CHECK (((gravity = 'special'::text) = (special IS NOT NULL)))
);
CREATE INDEX recovery_cases_by_day ON public.recovery_cases USING btree (org_id, opened_at);
CREATE INDEX recovery_cases_by_end ON public.recovery_cases USING btree (org_id, closed_at) WHERE (state = 'closed'::text);
CREATE INDEX recovery_cases_of_customer ON public.recovery_cases USING btree (org_id, customer_id, opened_at DESC);
CREATE INDEX recovery_cases_open ON public.recovery_cases USING btree (org_id, breaks_at) WHERE (state = 'open'::text);
create policy only_own_organization on recovery_cases using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_cases to carecurve_app;

-- tenant
create table recovery_lessons (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid,
  week date not null,
  cause text not null,
  changed text not null,
  at timestamp with time zone not null,
  by_id uuid,
  constraint recovery_lessons_pkey PRIMARY KEY (org_id, id),
  constraint recovery_lessons_org_id_by_id_fkey FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint recovery_lessons_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
CREATE INDEX recovery_lessons_by_week ON public.recovery_lessons USING btree (org_id, week);
create policy only_own_organization on recovery_lessons using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_lessons to carecurve_app;

-- tenant
create table recovery_remedies (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  what text not null,
  cost_fen bigint not null,
  state text not null,
  asked_at timestamp with time zone not null,
  asked_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  given_at timestamp with time zone,
  constraint recovery_remedies_pkey PRIMARY KEY (org_id, id),
  constraint recovery_remedies_org_id_asked_by_fkey FOREIGN KEY (org_id, asked_by) REFERENCES staff(org_id, id),
  constraint recovery_remedies_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES recovery_cases(org_id, id),
  constraint recovery_remedies_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES staff(org_id, id),
  constraint given_at_some_time CHECK (((state = 'given'::text) = (given_at IS NOT NULL))),
  constraint nobody_agrees_to_their_own CHECK ((decided_by <> asked_by)),
  constraint recovery_remedies_cost_fen_check CHECK ((cost_fen >= 0)),
  constraint recovery_remedies_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'declined'::text, 'given'::text, 'withdrawn'::text])))
);
CREATE INDEX recovery_remedies_of_case ON public.recovery_remedies USING btree (org_id, case_id);
create policy only_own_organization on recovery_remedies using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_remedies to carecurve_app;

-- tenant
create table recovery_rule_sets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint recovery_rule_sets_org_id_version_key UNIQUE (org_id, version),
  constraint recovery_rule_sets_pkey PRIMARY KEY (org_id, id),
  constraint recovery_rule_sets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on recovery_rule_sets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_rule_sets to carecurve_app;

-- tenant
create table recovery_signs (
  org_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  source_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid,
  score smallint,
  words text,
  decided_by text[] not null,
  withdrawn_at timestamp with time zone,
  constraint recovery_signs_org_id_kind_source_id_key UNIQUE (org_id, kind, source_id),
  constraint recovery_signs_pkey PRIMARY KEY (org_id, id),
  constraint recovery_signs_org_id_by_id_fkey FOREIGN KEY (org_id, by_id) REFERENCES staff(org_id, id),
  constraint recovery_signs_org_id_case_id_fkey FOREIGN KEY (org_id, case_id) REFERENCES recovery_cases(org_id, id),
  constraint recovery_signs_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint recovery_signs_kind_check CHECK ((kind = ANY (ARRAY['low-score'::text, 'red-flag'::text, 'complaint'::text, 'person'::text])))
);
CREATE INDEX recovery_signs_of_case ON public.recovery_signs USING btree (org_id, case_id);
create policy only_own_organization on recovery_signs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on recovery_signs to carecurve_app;

-- tenant
create table red_flag_rules (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint red_flag_rules_org_id_version_key UNIQUE (org_id, version),
  constraint red_flag_rules_pkey PRIMARY KEY (org_id, id),
  constraint red_flag_rules_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on red_flag_rules using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on red_flag_rules to carecurve_app;

-- tenant
create table red_flags (
  org_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  clinic_id uuid not null,
  followup_id uuid not null,
  call_id uuid not null,
  signs jsonb not null,
  urgency text not null,
  notes text,
  raised_at timestamp with time zone not null,
  raised_by uuid,
  promised_at timestamp with time zone not null,
  doctor_id uuid,
  supervisor_told_at timestamp with time zone,
  manager_told_at timestamp with time zone,
  state text not null default 'open'::text,
  ended_at timestamp with time zone,
  answered_by uuid,
  verdict text,
  words text,
  advice text,
  told_customer boolean,
  version integer not null default 1,
  constraint red_flags_org_id_call_id_key UNIQUE (org_id, call_id),
  constraint red_flags_pkey PRIMARY KEY (org_id, id),
  constraint red_flags_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES staff(org_id, id),
  constraint red_flags_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint red_flags_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint red_flags_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint red_flags_org_id_followup_id_fkey FOREIGN KEY (org_id, followup_id) REFERENCES followups(org_id, id),
  constraint red_flags_org_id_raised_by_fkey FOREIGN KEY (org_id, raised_by) REFERENCES staff(org_id, id),
  constraint a_word_has_a_doctor CHECK (((verdict IS NULL) OR ((answered_by IS NOT NULL) AND (words IS NOT NULL) AND (told_customer IS NOT NULL)))),
  constraint answered_has_words CHECK (((state = 'answered'::text) = (verdict IS NOT NULL))),
  constraint ended_has_a_time CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  constraint promised_after_raised CHECK ((promised_at > raised_at)),
  constraint red_flags_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text]))),
  constraint red_flags_urgency_check CHECK ((urgency = ANY (ARRAY['urgent'::text, 'soon'::text]))),
  constraint red_flags_verdict_check CHECK ((verdict = ANY (ARRAY['fine'::text, 'watch'::text, 'come_in'::text])))
);
CREATE INDEX red_flags_of_customer ON public.red_flags USING btree (org_id, customer_id, raised_at DESC);
CREATE INDEX red_flags_open ON public.red_flags USING btree (org_id, promised_at) WHERE (state = 'open'::text);
create policy only_own_organization on red_flags using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on red_flags to carecurve_app;

-- tenant
create table release_proposals (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  owner_id uuid not null,
  clock text not null,
  decided_in text not null,
  since date not null,
  releases_on date not null,
  stopped_by text not null,
  evidence jsonb not null,
  rules_version integer not null,
  proposed_at timestamp with time zone not null,
  state text not null default 'open'::text,
  decided_at timestamp with time zone,
  decided_by uuid,
  given_to uuid,
  kept_until date,
  reason text,
  decided_evidence jsonb,
  withdrawn_because text,
  constraint release_proposals_pkey PRIMARY KEY (org_id, id),
  constraint release_proposals_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint release_proposals_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint release_proposals_org_id_decided_by_fkey FOREIGN KEY (org_id, decided_by) REFERENCES staff(org_id, id),
  constraint release_proposals_org_id_given_to_fkey FOREIGN KEY (org_id, given_to) REFERENCES staff(org_id, id),
  constraint release_proposals_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint decided_by_a_person CHECK ((((state = ANY (ARRAY['released'::text, 'given'::text, 'kept'::text])) = (decided_by IS NOT NULL)) AND ((state = ANY (ARRAY['released'::text, 'given'::text, 'kept'::text])) = (decided_evidence IS NOT NULL)) AND ((state = 'open'::text) = (decided_at IS NULL)))),
  constraint given_to_somebody CHECK (((state = 'given'::text) = (given_to IS NOT NULL))),
  constraint kept_until_a_day_for_a_reason CHECK ((((state = 'kept'::text) = (kept_until IS NOT NULL)) AND ((state <> 'kept'::text) OR (reason IS NOT NULL)))),
  constraint release_proposals_clock_check CHECK ((clock = ANY (ARRAY['lead-unplanned'::text, 'visited-unplanned'::text, 'no-visit'::text]))),
  constraint release_proposals_decided_in_check CHECK ((decided_in = ANY (ARRAY['department_head'::text, 'manager'::text]))),
  constraint release_proposals_kind_check CHECK ((kind = ANY (ARRAY['web_consultant'::text, 'consultant'::text]))),
  constraint release_proposals_state_check CHECK ((state = ANY (ARRAY['open'::text, 'released'::text, 'given'::text, 'kept'::text, 'withdrawn'::text]))),
  constraint release_proposals_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['plan-followup'::text, 'visit-or-appointment'::text]))),
  constraint withdrawn_says_why CHECK (((state = 'withdrawn'::text) = (withdrawn_because IS NOT NULL)))
);
CREATE INDEX release_proposals_decided ON public.release_proposals USING btree (org_id, decided_at DESC) WHERE (state <> 'open'::text);
CREATE INDEX release_proposals_of_customer ON public.release_proposals USING btree (org_id, customer_id);
CREATE INDEX release_proposals_open ON public.release_proposals USING btree (org_id, decided_in, releases_on, id) WHERE (state = 'open'::text);
create policy only_own_organization on release_proposals using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on release_proposals to carecurve_app;

-- tenant
create table release_rule_sets (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint release_rule_sets_org_id_version_key UNIQUE (org_id, version),
  constraint release_rule_sets_pkey PRIMARY KEY (org_id, id),
  constraint release_rule_sets_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on release_rule_sets using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on release_rule_sets to carecurve_app;

-- tenant
create table release_runs (
  org_id uuid not null,
  clinic_id uuid not null,
  day date not null,
  after_id uuid,
  finished_at timestamp with time zone,
  constraint release_runs_pkey PRIMARY KEY (org_id, clinic_id, day),
  constraint release_runs_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id)
);
create policy only_own_organization on release_runs using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on release_runs to carecurve_app;

-- tenant
create table release_warnings (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  kind text not null,
  owner_id uuid not null,
  clock text not null,
  since date not null,
  releases_on date not null,
  days_left integer not null,
  stopped_by text not null,
  evidence jsonb not null,
  warned_at timestamp with time zone not null,
  constraint release_warnings_pkey PRIMARY KEY (org_id, id),
  constraint release_warnings_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint release_warnings_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id) ON DELETE CASCADE,
  constraint release_warnings_org_id_owner_id_fkey FOREIGN KEY (org_id, owner_id) REFERENCES staff(org_id, id),
  constraint release_warnings_clock_check CHECK ((clock = ANY (ARRAY['lead-unplanned'::text, 'visited-unplanned'::text, 'no-visit'::text]))),
  constraint release_warnings_kind_check CHECK ((kind = ANY (ARRAY['web_consultant'::text, 'consultant'::text]))),
  constraint release_warnings_stopped_by_check CHECK ((stopped_by = ANY (ARRAY['plan-followup'::text, 'visit-or-appointment'::text])))
);
CREATE INDEX release_warnings_of_customer ON public.release_warnings USING btree (org_id, customer_id);
CREATE INDEX release_warnings_of_owner ON public.release_warnings USING btree (org_id, owner_id, releases_on);
create policy only_own_organization on release_warnings using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on release_warnings to carecurve_app;

-- tenant
create table retry_policies (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  rules jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint retry_policies_org_id_version_key UNIQUE (org_id, version),
  constraint retry_policies_pkey PRIMARY KEY (org_id, id),
  constraint retry_policies_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on retry_policies using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on retry_policies to carecurve_app;

-- local
create table schema_migrations (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
grant select on schema_migrations to carecurve_app;

-- tenant
create table scorecards (
  org_id uuid not null,
  card jsonb not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint scorecards_pkey PRIMARY KEY (org_id),
  constraint scorecards_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on scorecards using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on scorecards to carecurve_app;

-- tenant
create table script_drafts (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  definition jsonb not null,
  based_on integer not null,
  author_ids uuid[] not null,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  approved_by uuid,
  approved_at timestamp with time zone,
  version integer not null default 1,
  constraint script_drafts_org_id_code_key UNIQUE (org_id, code),
  constraint script_drafts_pkey PRIMARY KEY (org_id, id),
  constraint script_drafts_org_id_approved_by_fkey FOREIGN KEY (org_id, approved_by) REFERENCES staff(org_id, id),
  constraint script_drafts_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id),
  constraint approved_by_somebody CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint nobody_approves_their_own CHECK ((approved_by <> ALL (author_ids)))
);
create policy only_own_organization on script_drafts using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on script_drafts to carecurve_app;

-- tenant
create table script_versions (
  org_id uuid not null,
  id uuid not null,
  code text not null,
  version integer not null,
  definition jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  approved_by uuid,
  approved_at timestamp with time zone,
  note text,
  constraint script_versions_org_id_code_version_key UNIQUE (org_id, code, version),
  constraint script_versions_pkey PRIMARY KEY (org_id, id),
  constraint script_versions_org_id_approved_by_fkey FOREIGN KEY (org_id, approved_by) REFERENCES staff(org_id, id),
  constraint script_versions_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id),
  constraint approved_by_somebody CHECK (((approved_by IS NULL) = (approved_at IS NULL)))
);
create policy only_own_organization on script_versions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on script_versions to carecurve_app;

-- local
create table sending_marks (
  only_one boolean not null default true,
  mark bigint not null,
  marked_at timestamp with time zone not null,
  constraint sending_marks_pkey PRIMARY KEY (only_one),
  constraint sending_marks_only_one_check CHECK (only_one)
);
grant insert, select, update on sending_marks to carecurve_app;

-- tenant
create table sessions (
  org_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ip text,
  constraint sessions_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint sessions_pkey PRIMARY KEY (org_id, id),
  constraint sessions_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
CREATE INDEX sessions_of_staff ON public.sessions USING btree (org_id, staff_id) WHERE (ended_at IS NULL);
create policy only_own_organization on sessions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on sessions to carecurve_app;

-- global
create table sign_in_failures (
  bucket text not null,
  failures integer not null,
  first_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failures_pkey PRIMARY KEY (bucket)
);
grant delete, insert, select, update on sign_in_failures to carecurve_app;

-- tenant
create table slots (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  doctor_id uuid,
  lane integer not null,
  chair_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  appointment_id uuid,
  held_until timestamp with time zone,
  block_id uuid,
  constraint one_at_a_time EXCLUDE USING gist (org_id WITH =, doctor_id WITH =, lane WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((doctor_id IS NOT NULL)),
  constraint one_in_a_chair EXCLUDE USING gist (org_id WITH =, chair_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((chair_id IS NOT NULL)),
  constraint slots_pkey PRIMARY KEY (org_id, id),
  constraint slots_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id) ON DELETE CASCADE,
  constraint slots_org_id_block_id_fkey FOREIGN KEY (org_id, block_id) REFERENCES time_blocks(org_id, id) ON DELETE CASCADE,
  constraint slots_org_id_chair_id_fkey FOREIGN KEY (org_id, chair_id) REFERENCES chairs(org_id, id),
  constraint slots_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint slots_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint slots_check CHECK ((ends_at > starts_at)),
  constraint taken_or_held CHECK ((num_nonnulls(appointment_id, block_id, held_until) = 1))
);
CREATE INDEX slots_held ON public.slots USING btree (org_id, held_until) WHERE (held_until IS NOT NULL);
CREATE INDEX slots_of_block ON public.slots USING btree (org_id, block_id) WHERE (block_id IS NOT NULL);
CREATE UNIQUE INDEX slots_of_appointment ON public.slots USING btree (org_id, appointment_id) WHERE (appointment_id IS NOT NULL);
create policy only_own_organization on slots using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on slots to carecurve_app;

-- tenant
create table staff (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  role text not null,
  all_clinics boolean not null default false,
  state text not null,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  treats boolean not null default false,
  constraint staff_pkey PRIMARY KEY (org_id, id),
  constraint staff_doctors_treat CHECK ((treats OR (role <> 'doctor'::text))),
  constraint staff_name_check CHECK ((name <> ''::text)),
  constraint staff_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'disabled'::text])))
);
create policy only_own_organization on staff using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on staff to carecurve_app;

-- tenant
create table staff_clinics (
  org_id uuid not null,
  staff_id uuid not null,
  clinic_id uuid not null,
  constraint staff_clinics_pkey PRIMARY KEY (org_id, staff_id, clinic_id),
  constraint staff_clinics_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint staff_clinics_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
create policy only_own_organization on staff_clinics using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on staff_clinics to carecurve_app;

-- tenant
create table staff_teams (
  org_id uuid not null,
  staff_id uuid not null,
  team_id uuid not null,
  constraint staff_teams_pkey PRIMARY KEY (org_id, staff_id, team_id),
  constraint staff_teams_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint staff_teams_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id)
);
create policy only_own_organization on staff_teams using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on staff_teams to carecurve_app;

-- tenant
create table suppressions (
  org_id uuid not null,
  address_hash text not null,
  since timestamp with time zone not null,
  source text not null,
  lifted_at timestamp with time zone,
  lifted_by_consent uuid,
  constraint suppressions_pkey PRIMARY KEY (org_id, address_hash),
  constraint suppressions_org_id_lifted_by_consent_fkey FOREIGN KEY (org_id, lifted_by_consent) REFERENCES consents(org_id, id),
  constraint lifted_by_a_consent CHECK (((lifted_at IS NULL) = (lifted_by_consent IS NULL))),
  constraint suppressions_source_check CHECK ((source = ANY (ARRAY['reply'::text, 'page'::text, 'staff'::text])))
);
create policy only_own_organization on suppressions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant insert, select, update on suppressions to carecurve_app;

-- tenant
create table teams (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  clinic_id uuid,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  constraint teams_org_id_name_key UNIQUE (org_id, name),
  constraint teams_pkey PRIMARY KEY (org_id, id),
  constraint teams_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint teams_name_check CHECK ((name <> ''::text))
);
create policy only_own_organization on teams using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on teams to carecurve_app;

-- tenant
create table telephone_extensions (
  org_id uuid not null,
  id uuid not null,
  person text not null,
  staff_id uuid not null,
  set_at timestamp with time zone not null,
  set_by uuid,
  constraint telephone_extensions_org_id_person_key UNIQUE (org_id, person),
  constraint telephone_extensions_pkey PRIMARY KEY (org_id, id),
  constraint telephone_extensions_org_id_set_by_fkey FOREIGN KEY (org_id, set_by) REFERENCES staff(org_id, id),
  constraint telephone_extensions_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id)
);
create policy only_own_organization on telephone_extensions using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on telephone_extensions to carecurve_app;

-- tenant
create table telephone_systems (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  address_hash text not null,
  sealed_secret text not null,
  former_secret text,
  former_until timestamp with time zone,
  is_enabled boolean not null default true,
  minute timestamp with time zone,
  requests integer not null default 0,
  heard_at timestamp with time zone,
  refused_at timestamp with time zone,
  refusal text,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  constraint telephone_systems_org_id_address_hash_key UNIQUE (org_id, address_hash),
  constraint telephone_systems_pkey PRIMARY KEY (org_id, id),
  constraint telephone_systems_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint telephone_systems_check CHECK (((former_secret IS NULL) = (former_until IS NULL)))
);
create policy only_own_organization on telephone_systems using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on telephone_systems to carecurve_app;

-- tenant
create table time_blocks (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  doctor_id uuid,
  chair_id uuid,
  kind text not null,
  reason text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  series_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint time_blocks_pkey PRIMARY KEY (org_id, id),
  constraint time_blocks_org_id_chair_id_fkey FOREIGN KEY (org_id, chair_id) REFERENCES chairs(org_id, id),
  constraint time_blocks_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint time_blocks_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint time_blocks_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint of_one_place CHECK (((doctor_id IS NULL) <> (chair_id IS NULL))),
  constraint time_blocks_check CHECK ((ends_at > starts_at)),
  constraint time_blocks_kind_check CHECK ((kind = ANY (ARRAY['break'::text, 'meeting'::text, 'closed'::text, 'other'::text])))
);
CREATE INDEX time_blocks_by_start ON public.time_blocks USING btree (org_id, clinic_id, starts_at);
CREATE INDEX time_blocks_of_series ON public.time_blocks USING btree (org_id, series_id) WHERE (series_id IS NOT NULL);
create policy only_own_organization on time_blocks using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on time_blocks to carecurve_app;

-- tenant
create table treatments (
  org_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  customer_id uuid not null,
  category text not null,
  name text not null,
  team_id uuid,
  doctor_id uuid,
  finishes_course boolean not null default false,
  position integer not null,
  constraint treatments_pkey PRIMARY KEY (org_id, id),
  constraint treatments_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint treatments_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint treatments_org_id_team_id_fkey FOREIGN KEY (org_id, team_id) REFERENCES teams(org_id, id),
  constraint treatments_org_id_visit_id_fkey FOREIGN KEY (org_id, visit_id) REFERENCES visits(org_id, id)
);
CREATE INDEX treatments_of_customer ON public.treatments USING btree (org_id, customer_id);
CREATE INDEX treatments_of_visit ON public.treatments USING btree (org_id, visit_id);
create policy only_own_organization on treatments using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on treatments to carecurve_app;

-- tenant
create table visits (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  appointment_id uuid,
  kind text not null,
  state text not null,
  visited_on date not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  chief_complaint text,
  import_batch_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  is_discharge boolean not null default false,
  constraint visits_pkey PRIMARY KEY (org_id, id),
  constraint visits_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id),
  constraint visits_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint visits_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint closed_has_a_time CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint visits_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'return'::text]))),
  constraint visits_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX visits_by_day ON public.visits USING btree (org_id, clinic_id, visited_on);
CREATE INDEX visits_by_import ON public.visits USING btree (org_id, import_batch_id) WHERE (import_batch_id IS NOT NULL);
CREATE INDEX visits_of_customer ON public.visits USING btree (org_id, customer_id, visited_on DESC);
CREATE UNIQUE INDEX visits_of_appointment ON public.visits USING btree (org_id, appointment_id) WHERE (appointment_id IS NOT NULL);
create policy only_own_organization on visits using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on visits to carecurve_app;

-- tenant
create table waiting_screens (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  name text not null,
  shows text not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  revoked_at timestamp with time zone,
  constraint waiting_screens_org_id_token_hash_key UNIQUE (org_id, token_hash),
  constraint waiting_screens_pkey PRIMARY KEY (org_id, id),
  constraint waiting_screens_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint waiting_screens_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint waiting_screens_shows_check CHECK ((shows = ANY (ARRAY['numbers'::text, 'surnames'::text])))
);
create policy only_own_organization on waiting_screens using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on waiting_screens to carecurve_app;

-- tenant
create table waitlist_offers (
  org_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  freed_by uuid not null,
  doctor_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  slot_id uuid,
  until_at timestamp with time zone not null,
  state text not null default 'open'::text,
  fit jsonb not null,
  created_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  freed_until timestamp with time zone,
  chair_id uuid,
  constraint waitlist_offers_org_id_freed_by_starts_at_wish_id_key UNIQUE (org_id, freed_by, starts_at, wish_id),
  constraint waitlist_offers_pkey PRIMARY KEY (org_id, id),
  constraint waitlist_offers_org_id_answered_by_fkey FOREIGN KEY (org_id, answered_by) REFERENCES staff(org_id, id),
  constraint waitlist_offers_org_id_chair_id_fkey FOREIGN KEY (org_id, chair_id) REFERENCES chairs(org_id, id),
  constraint waitlist_offers_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint waitlist_offers_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint waitlist_offers_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint waitlist_offers_org_id_freed_by_fkey FOREIGN KEY (org_id, freed_by) REFERENCES appointments(org_id, id),
  constraint waitlist_offers_org_id_wish_id_fkey FOREIGN KEY (org_id, wish_id) REFERENCES waitlist_wishes(org_id, id),
  constraint waitlist_offers_check CHECK ((ends_at > starts_at)),
  constraint waitlist_offers_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'expired'::text])))
);
CREATE UNIQUE INDEX waitlist_offers_of_wish ON public.waitlist_offers USING btree (org_id, wish_id) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX waitlist_offers_open ON public.waitlist_offers USING btree (org_id, freed_by, starts_at) WHERE (state = 'open'::text);
create policy only_own_organization on waitlist_offers using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on waitlist_offers to carecurve_app;

-- tenant
create table waitlist_wishes (
  org_id uuid not null,
  id uuid not null,
  clinic_id uuid not null,
  customer_id uuid not null,
  doctor_id uuid,
  kind_id uuid,
  minutes integer not null,
  weekdays jsonb not null,
  from_time text not null,
  to_time text not null,
  until_day date not null,
  note text,
  state text not null default 'waiting'::text,
  ended_reason text,
  appointment_id uuid,
  created_at timestamp with time zone not null,
  created_by uuid,
  version integer not null default 1,
  constraint waitlist_wishes_pkey PRIMARY KEY (org_id, id),
  constraint waitlist_wishes_org_id_appointment_id_fkey FOREIGN KEY (org_id, appointment_id) REFERENCES appointments(org_id, id),
  constraint waitlist_wishes_org_id_clinic_id_fkey FOREIGN KEY (org_id, clinic_id) REFERENCES clinics(org_id, id),
  constraint waitlist_wishes_org_id_created_by_fkey FOREIGN KEY (org_id, created_by) REFERENCES staff(org_id, id),
  constraint waitlist_wishes_org_id_customer_id_fkey FOREIGN KEY (org_id, customer_id) REFERENCES customers(org_id, id),
  constraint waitlist_wishes_org_id_doctor_id_fkey FOREIGN KEY (org_id, doctor_id) REFERENCES staff(org_id, id),
  constraint waitlist_wishes_org_id_kind_id_fkey FOREIGN KEY (org_id, kind_id) REFERENCES appointment_kinds(org_id, id),
  constraint booked_has_an_appointment CHECK (((state = 'booked'::text) = (appointment_id IS NOT NULL))),
  constraint waitlist_wishes_minutes_check CHECK (((minutes >= 5) AND (minutes <= 600))),
  constraint waitlist_wishes_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'booked'::text, 'withdrawn'::text, 'expired'::text])))
);
CREATE INDEX waitlist_of_customer ON public.waitlist_wishes USING btree (org_id, customer_id);
CREATE INDEX waitlist_waiting ON public.waitlist_wishes USING btree (org_id, clinic_id, created_at) WHERE (state = 'waiting'::text);
create policy only_own_organization on waitlist_wishes using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on waitlist_wishes to carecurve_app;

-- tenant
create table why_not_lists (
  org_id uuid not null,
  id uuid not null,
  version integer not null,
  reasons jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint why_not_lists_org_id_version_key UNIQUE (org_id, version),
  constraint why_not_lists_pkey PRIMARY KEY (org_id, id),
  constraint why_not_lists_org_id_published_by_fkey FOREIGN KEY (org_id, published_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on why_not_lists using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on why_not_lists to carecurve_app;

-- tenant
create table work_hours (
  org_id uuid not null,
  staff_id uuid not null,
  hours jsonb,
  updated_at timestamp with time zone not null,
  updated_by uuid,
  version integer not null default 1,
  constraint work_hours_pkey PRIMARY KEY (org_id, staff_id),
  constraint work_hours_org_id_staff_id_fkey FOREIGN KEY (org_id, staff_id) REFERENCES staff(org_id, id),
  constraint work_hours_org_id_updated_by_fkey FOREIGN KEY (org_id, updated_by) REFERENCES staff(org_id, id)
);
create policy only_own_organization on work_hours using ((org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on work_hours to carecurve_app;
