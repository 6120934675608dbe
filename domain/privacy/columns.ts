/**
 * How private a column is. `public` says nothing about a person; `sensitive_minor` tells who is a child;
 * `secret` opens a door. Text somebody types freely counts as what it may hold.
 */
export const privacyClasses = [
  'public',
  'personal',
  'sensitive_health',
  'sensitive_minor',
  'secret',
] as const;
export type PrivacyClass = (typeof privacyClasses)[number];

type Classified = Readonly<Partial<Record<PrivacyClass, readonly string[]>>>;

/** Every column of every table. One that is not listed, or is listed twice, fails the check. */
export const columns: Readonly<Record<string, Classified>> = {
  account_codes: {
    public: ['org_id', 'clinic_id', 'picture', 'updated_at', 'updated_by'],
  },
  accounts: {
    public: ['org_id', 'staff_id', 'password_changed_at'],
    personal: ['login'],
    secret: ['password_hash'],
  },
  api_keys: {
    public: ['org_id', 'id', 'name', 'permissions', 'created_at', 'created_by', 'last_used_at', 'revoked_at'],
    secret: ['token_hash'],
  },
  appointment_kinds: {
    public: [
      'org_id',
      'id',
      'name',
      'category',
      'minutes',
      'colour',
      'position',
      'is_online',
      'archived_at',
      'created_at',
      'version',
    ],
  },
  appointment_kind_doctors: { public: ['org_id', 'kind_id', 'doctor_id'] },
  appointments: {
    public: ['org_id', 'id', 'clinic_id', 'customer_id', 'import_batch_id', 'created_at', 'version'],
    // That somebody comes to a clinic, when, to whom and for what, is about their health.
    sensitive_health: [
      'number',
      'starts_at',
      'ends_at',
      'day',
      'booked_at',
      'booked_by',
      'origin',
      'state',
      'was_reminded',
      'doctor_id',
      'chair_id',
      'kind_id',
      'complaint',
      'note',
      'moved_times',
      'confirmation',
      'confirmed_at',
      'confirmed_by',
      'confirmation_entered_at',
      'cancelled_at',
      'cancelled_for',
      'cancelled_by',
      'cancel_reason',
    ],
  },
  attempts: {
    public: ['org_id', 'id', 'call_id', 'customer_id', 'followup_id', 'staff_id', 'undone_at'],
    personal: [
      'at',
      'happened_at',
      'opened_at',
      'channel',
      'result',
      'duration_seconds',
      'call_back_at',
      'next_appointment_on',
      'customer_before',
    ],
    sensitive_health: [
      'score',
      'notes',
      'problem',
      'action_plan',
      'reason',
      'followup_before',
      'script_answers',
    ],
  },
  audit_entries: {
    public: ['org_id', 'id', 'at', 'recorded_at', 'actor_kind', 'actor_id', 'action'],
    personal: ['subject_type', 'subject_id', 'fields', 'ip'],
    sensitive_health: ['reason'],
  },
  board_changes: {
    public: ['org_id', 'id', 'clinic_id', 'position', 'day', 'subject_id', 'at'],
  },
  boards: {
    public: ['org_id', 'clinic_id', 'last_position'],
  },
  call_evidence: {
    public: ['org_id', 'call_id', 'grade', 'call_log_id', 'is_late', 'answer_id', 'raised_at'],
  },
  call_log_layouts: { public: ['org_id', 'id', 'headers', 'columns', 'set_at', 'set_by'] },
  call_log_looks: { public: ['org_id', 'looked_until'] },
  call_log_rematches: { public: ['org_id', 'customer_id', 'asked_at'] },
  call_logs: {
    public: ['org_id', 'id', 'direction', 'staff_id', 'received_at', 'received_by'],
    personal: ['source_key', 'phone_hash', 'phone_last4', 'person', 'started_at', 'seconds'],
  },
  call_reviews: {
    public: [
      ...[
        'org_id',
        'call_id',
        'clinic_id',
        'customer_id',
        'staff_id',
        'day',
        'reviewed_at',
        'reviewed_by',
        'version',
      ],
      ...['signs', 'verdict'],
    ],
    personal: ['note'],
  },
  calendar_feeds: {
    public: ['org_id', 'id', 'doctor_id', 'created_at', 'created_by', 'last_read_at', 'revoked_at'],
    secret: ['token_hash'],
  },
  chairs: {
    public: ['org_id', 'id', 'clinic_id', 'name', 'kind', 'position', 'archived_at', 'created_at', 'version'],
  },
  capacity_decisions: {
    public: [
      ...[
        'org_id',
        'id',
        'kind',
        'staff_id',
        'day',
        'to_id',
        'decided_at',
        'decided_by',
        'undone_at',
        'undone_by',
      ],
    ],
  },
  capacity_rules: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  capacity_runs: { public: ['org_id', 'day', 'finished_at'] },
  chart_counts: {
    public: ['org_id', 'clinic_id', 'day', 'part', 'expected', 'counted', 'at', 'by'],
    personal: ['note'],
  },
  chart_moves: {
    public: ['org_id', 'id', 'chart_id', 'at', 'by'],
    sensitive_health: ['place', 'kept_as'],
  },
  charts: {
    public: ['org_id', 'id', 'clinic_id', 'customer_id', 'created_at', 'version'],
    sensitive_health: ['place', 'kept_as', 'since'],
  },
  checkout_offers: {
    public: ['org_id', 'id', 'checkout_id', 'position', 'kind', 'name'],
    personal: ['answer'],
  },
  checkout_rules: {
    public: ['org_id', 'clinic_id', 'rules', 'updated_at', 'updated_by', 'version'],
  },
  checkouts: {
    public: ['org_id', 'id', 'visit_id', 'clinic_id', 'customer_id', 'finished_by'],
    personal: ['paid', 'paid_note', 'owed_fen', 'offer', 'rating', 'account'],
    // Whether and when somebody comes again, and why not, is about their health.
    sensitive_health: [
      'day',
      'next',
      'next_appointment_id',
      'no_next_reason',
      'no_next_note',
      'followup',
      'followup_id',
      'finished_at',
    ],
  },
  class_changes: {
    public: ['org_id', 'id', 'contact_id', 'customer_id', 'changed_at', 'changed_by'],
    sensitive_health: ['source', 'code', 'code_before'],
  },
  class_reviews: {
    public: ['org_id', 'contact_id', 'week', 'coded_by', 'coded_at'],
    sensitive_health: ['code'],
  },
  class_sample_weeks: { public: ['org_id', 'week', 'drawn_at'] },
  class_tables: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  birthday_looks: { public: ['org_id', 'day'] },
  clinic_calendars: { public: ['org_id', 'clinic_id', 'calendar', 'updated_at', 'updated_by', 'version'] },
  clinics: {
    public: ['org_id', 'id', 'name', 'timezone', 'address', 'phone', 'created_at', 'version'],
  },
  closed_months: { public: ['org_id', 'clinic_id', 'month', 'announced_at'] },
  consents: {
    public: [
      'org_id',
      'id',
      'customer_id',
      'text_shown',
      'text_version',
      'text_hash',
      'recorded_at',
      'recorded_by',
    ],
    personal: ['purpose', 'channel', 'decision', 'way', 'evidence', 'at'],
    sensitive_minor: ['guardian_name', 'guardian_relation'],
  },
  evidence_rules: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  paper_lines: {
    public: [
      ...['org_id', 'id', 'sheet_id', 'customer_id', 'position', 'code', 'appointment_id', 'followup_ids'],
      ...['staff_id', 'role', 'added_at', 'printed_at', 'entered_at', 'entered_by'],
    ],
    personal: ['at', 'result', 'happened_at'],
  },
  paper_sheets: {
    public: ['org_id', 'id', 'clinic_id', 'day', 'kind', 'made_at', 'printed_at', 'printed_by'],
  },
  reception_moves: {
    public: [
      'org_id',
      'id',
      'reception_id',
      'from_stage',
      'to_stage',
      'entered_before',
      'at',
      'by',
      'undone_at',
      'undone_by',
    ],
  },
  reception_words: {
    public: ['org_id', 'id', 'reception_id', 'at', 'by', 'told_minutes', 'predicted_minutes'],
  },
  confirmation_asks: {
    public: ['org_id', 'id', 'clinic_id', 'customer_id', 'appointment_id', 'message_id', 'asked_at'],
    personal: ['starts_at', 'answer', 'answered_at', 'reply'],
  },
  confirmation_lists: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'day', 'half', 'total', 'confirmed', 'was_sent', 'shared_at'],
      'shared_by',
    ],
  },
  cancellation_reviews: { public: ['org_id', 'id', 'seen_at', 'seen_by'], personal: ['note'] },
  late_calls: {
    public: ['org_id', 'id', 'appointment_id', 'customer_id', 'called_at', 'called_by'],
    personal: ['result', 'arrives_at', 'note'],
  },
  late_decisions: {
    public: ['org_id', 'id', 'choice', 'suggested', 'options', 'decided_at', 'decided_by'],
    personal: ['reason'],
  },
  confirmers: { public: ['org_id', 'id', 'staff_id', 'named_at', 'named_by'] },
  receptions: {
    public: [
      'is_self',
      'read_at',
      'read_by',
      'org_id',
      'id',
      'clinic_id',
      'customer_id',
      'day',
      'number',
      'stage',
      'arrived_at',
      'entered_at',
      'waiting_at',
      'in_treatment_at',
      'checkout_at',
      'gone_at',
      'doctor_id',
      'received_by',
      'version',
    ],
    sensitive_health: ['class_code', 'doctor_reason', 'gone_reason', 'wishes'],
  },
  suppressions: {
    public: ['org_id', 'lifted_by_consent'],
    personal: ['address_hash', 'since', 'source', 'lifted_at'],
  },
  complaint_corrections: {
    public: ['org_id', 'id', 'sign_id', 'customer_id', 'at', 'by_id'],
    sensitive_health: ['text', 'is_complaint'],
  },
  consultations: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'consultant_id', 'visit_id', 'deposit_entry_id'],
      ...['next_step_staff_id', 'next_step_appointment_id', 'opened_by', 'closed_by', 'closings', 'version'],
    ],
    personal: ['place', 'channel_source', 'opened_at', 'closed_at'],
    // What somebody wants done, and what they think of it and can pay.
    sensitive_health: [
      ...['asked_categories', 'asked', 'items', 'agreed_fen', 'deposit_fen', 'deal_fen', 'why_not'],
      ...['why_not_words', 'needs', 'next_step', 'next_step_on', 'next_step_words', 'state', 'outcome'],
    ],
  },
  contact_budgets: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  contact_uses: {
    public: ['org_id', 'id', 'customer_id', 'staff_id', 'channel', 'cause_kind', 'cause_id'],
    // That somebody was asked about a treatment, or had a complaint.
    sensitive_health: ['at', 'purpose'],
  },
  contact_waits: {
    public: ['org_id', 'customer_id'],
    personal: ['service_until', 'satisfaction_until', 'marketing_until'],
  },
  coverage_days: { public: ['org_id', 'clinic_id', 'day', 'counts', 'checked_at'] },
  courses: {
    public: ['org_id', 'id', 'clinic_id', 'customer_id', 'created_at', 'created_by'],
    sensitive_health: ['name', 'sessions_total'],
  },
  customer_numbers: { public: ['org_id', 'last_number'] },
  customers: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'owner_id', 'web_consultant_id', 'doctor_id', 'referrer_id'],
      ...['import_batch_id', 'merged_into'],
    ],
    personal: [
      ...['likes', 'has_influence', 'influence_note', 'wechat'],
      ...[
        'number',
        'name',
        'name_pinyin',
        'name_initials',
        'name_from_second',
        'name_from_third',
        'gender',
        'phone',
        'phone_last4',
        'address',
      ],
      ...[
        'occupation',
        'channel_source',
        'refuses_contact',
        'deceased_on',
        'moved_away_on',
        'created_at',
        'created_by',
        'updated_at',
        'version',
      ],
    ],
    // A grade tells of complaints, of what is found and not treated, and of money; a class of what is wished for.
    sensitive_health: ['notes', 'taboos', 'last_visit_on', 'grade', 'is_frozen', 'class_code'],
    sensitive_minor: ['birthday', 'birth_year', 'birthday_calendar'],
  },
  customer_changes: {
    public: ['org_id', 'id', 'customer_id', 'edit_id', 'field', 'changed_at', 'changed_by'],
    // Whatever any field held.
    sensitive_health: ['old_value', 'new_value'],
  },
  customer_phones: {
    public: ['org_id', 'id', 'customer_id', 'created_at', 'created_by'],
    personal: ['phone', 'phone_last4', 'label'],
  },
  customer_relations: {
    public: ['org_id', 'id', 'customer_id', 'relative_id', 'created_at', 'created_by'],
    personal: ['relative_name', 'relative_phone', 'kind'],
    sensitive_minor: ['is_guardian'],
  },
  desk_contacts: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'taken_by', 'preclassed_by', 'preclassed_at'],
      ...['confirmed_by', 'confirmed_at', 'withdrawn_at'],
    ],
    personal: ['channel', 'at', 'day', 'stage'],
    // What somebody turned to a clinic for.
    sensitive_health: ['matter', 'preclass', 'code', 'confirmed'],
  },
  desk_day_corrections: {
    public: ['org_id', 'id', 'clinic_id', 'day', 'figure', 'counted', 'corrected', 'at', 'by'],
    personal: ['reason'],
  },
  desk_days: {
    public: ['org_id', 'clinic_id', 'day', 'figures', 'confirmed_at', 'confirmed_by', 'version'],
  },
  desk_scores: {
    public: ['org_id', 'id', 'clinic_id', 'staff_id', 'day', 'floor', 'at', 'by'],
    // What somebody's work was thought of.
    personal: ['marks', 'score', 'note'],
  },
  desk_rules: { public: ['org_id', 'clinic_id', 'rules', 'updated_at', 'updated_by', 'version'] },
  discreet_profiles: {
    public: ['org_id', 'customer_id', 'updated_at', 'updated_by', 'version'],
    // Who must not know, and of what.
    sensitive_health: ['profile'],
  },
  duplicate_looks: { public: ['org_id', 'looked_until', 'whole_at'] },
  duplicate_suggestions: {
    public: ['org_id', 'id', 'a_id', 'b_id', 'state', 'found_at', 'decided_at', 'decided_by'],
    // Who may be whom, and who shares whose phone.
    personal: ['score', 'is_likely', 'reasons', 'dismiss_reason'],
  },
  followup_transfers: {
    public: ['org_id', 'id', 'to_id', 'made_at', 'made_by', 'undone_at'],
    // Who could not be reached, and why somebody is called by another.
    personal: ['reason', 'moved'],
  },
  followups: {
    public: [
      ...[
        'org_id',
        'id',
        'plan_id',
        'customer_id',
        'clinic_id',
        'assignee_id',
        'created_at',
        'placed_at',
        'version',
        'form_unsent_at',
        'form_unsent_because',
      ],
    ],
    personal: [
      'held_because',
      'role',
      'state',
      'escalation',
      'tries',
      'next_try_at',
      'next_channel',
      'last_attempt_at',
      'ended_at',
    ],
    // What a person is called about, and when, tells what was done.
    sensitive_health: [
      ...['step_key', 'occurrence', 'purpose', 'opens_at', 'due_at', 'due_by_protocol', 'closes_at'],
      'end_reason',
    ],
  },
  followup_changes: {
    public: ['org_id', 'id', 'followup_id', 'at', 'by_id', 'cause_id', 'undone_at'],
    sensitive_health: ['kind', 'before', 'after'],
  },
  form_answers: {
    public: ['org_id', 'id', 'request_id', 'customer_id', 'answered_by', 'send_id'],
    personal: ['answered_at'],
    sensitive_health: ['values', 'score'],
  },
  form_corrections: {
    public: ['org_id', 'id', 'answer_id', 'question', 'corrected_at', 'corrected_by'],
    sensitive_health: ['value', 'reason'],
  },
  form_drafts: {
    public: ['org_id', 'id', 'code', 'definition', 'based_on', 'updated_at', 'updated_by', 'version'],
  },
  form_requests: {
    public: [
      ...['org_id', 'id', 'form_version_id', 'clinic_id', 'customer_id', 'visit_id', 'followup_id'],
      ...['doctor_id', 'team_id', 'asked_by', 'photo_ids'],
    ],
    personal: ['source', 'asked_at', 'expires_at', 'answered_at'],
    // What was done.
    sensitive_health: ['category'],
  },
  form_rule_sets: {
    public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'],
  },
  form_scores: {
    public: ['org_id', 'answer_id', 'clinic_id', 'dimension'],
    personal: ['at'],
    sensitive_health: ['score'],
  },
  form_versions: {
    public: [
      ...['org_id', 'id', 'code', 'version', 'definition', 'is_shipped', 'published_at', 'published_by'],
    ],
  },
  customer_grades: {
    public: ['org_id', 'customer_id', 'since', 'computed_at'],
    sensitive_health: [
      ...['grade', 'source', 'reasons', 'rule_grade', 'rule_reasons', 'is_big_spender', 'has_open_case'],
    ],
  },
  grade_history: {
    public: ['org_id', 'id', 'customer_id', 'changed_at'],
    sensitive_health: ['grade', 'grade_before', 'source', 'reasons'],
  },
  grade_overrides: {
    public: [
      ...['org_id', 'id', 'customer_id', 'proposed_by', 'proposed_at', 'approved_by', 'approved_at'],
      ...['revoked_by', 'revoked_at'],
    ],
    sensitive_health: ['grade', 'reason', 'ends_on', 'revoke_reason'],
  },
  forbidden_words: { public: ['org_id', 'word', 'added_at', 'added_by'] },
  recovery_answers: {
    public: [
      ...['org_id', 'id', 'call_id', 'customer_id', 'visit_id', 'staff_id', 'undone_at'],
      ...['code', 'version'],
    ],
    personal: ['at'],
    sensitive_health: ['day', 'heard', 'finding'],
  },
  recovery_card_versions: {
    public: [
      ...['org_id', 'id', 'code', 'version', 'definition', 'author_ids', 'written_at', 'written_by'],
      ...['edits', 'approved_at', 'approved_by'],
    ],
  },
  red_flag_rules: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  red_flags: {
    public: [
      ...['org_id', 'id', 'customer_id', 'clinic_id', 'followup_id', 'call_id', 'raised_by', 'doctor_id'],
      ...['supervisor_told_at', 'manager_told_at', 'state', 'ended_at', 'answered_by', 'version'],
    ],
    personal: ['raised_at', 'promised_at', 'told_customer'],
    sensitive_health: ['signs', 'urgency', 'notes', 'verdict', 'words', 'advice'],
  },
  recovery_acts: {
    public: ['org_id', 'id', 'case_id', 'kind', 'at', 'by_id', 'level'],
    sensitive_health: ['words', 'score', 'is_settled'],
  },
  recovery_cases: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'visit_id', 'team_id', 'state', 'step', 'level'],
      ...['owner_id', 'doctor_id', 'answered_by', 'started_at', 'step_since', 'formal_due_at', 'breaks_at'],
      ...['resolve_by', 'tries', 'end_asked_by', 'opened_at', 'opened_by', 'closed_at', 'closed_by'],
      ...['closing', 'reopened', 'version'],
    ],
    personal: ['about_ids'],
    sensitive_health: [
      ...['kind', 'gravity', 'special', 'cause', 'answer', 'first_score', 'second_score', 'end_reason'],
    ],
  },
  recovery_lessons: {
    public: ['org_id', 'id', 'clinic_id', 'week', 'cause', 'at', 'by_id'],
    personal: ['changed'],
  },
  recovery_remedies: {
    public: [
      ...['org_id', 'id', 'case_id', 'kind', 'state', 'asked_at', 'asked_by', 'decided_at', 'decided_by'],
      'given_at',
    ],
    personal: ['cost_fen'],
    sensitive_health: ['what'],
  },
  recovery_rule_sets: {
    public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'],
  },
  recovery_signs: {
    public: ['org_id', 'id', 'case_id', 'customer_id', 'source_id', 'at', 'by_id', 'withdrawn_at'],
    sensitive_health: ['kind', 'score', 'words', 'decided_by'],
  },
  scorecards: {
    public: ['org_id', 'card', 'updated_at', 'updated_by', 'version'],
  },
  script_drafts: {
    public: [
      ...['org_id', 'id', 'code', 'definition', 'based_on', 'author_ids', 'updated_at', 'updated_by'],
      ...['approved_by', 'approved_at', 'version'],
    ],
  },
  script_versions: {
    public: [
      ...['org_id', 'id', 'code', 'version', 'definition', 'published_at', 'published_by'],
      ...['approved_by', 'approved_at', 'note'],
    ],
  },
  grade_rule_sets: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  grade_runs: { public: ['org_id', 'day', 'after_id', 'finished_at'] },
  check_in_posters: { public: ['org_id', 'clinic_id', 'token', 'renewed_at', 'renewed_by'] },
  door_calls: {
    public: ['org_id', 'id', 'clinic_id', 'at', 'seen_at', 'seen_by'],
    personal: ['said_name', 'said_digits'],
    secret: ['address_hash'],
  },
  health_warnings: {
    public: ['org_id', 'id', 'customer_id', 'answer_id', 'question', 'noted_by', 'ended_by'],
    personal: ['noted_at', 'ended_at'],
    sensitive_health: ['kind', 'words', 'end_reason'],
  },
  huddle_items: {
    public: ['org_id', 'id', 'huddle_id', 'line_id', 'is_carried'],
  },
  huddle_lines: {
    public: ['org_id', 'id', 'clinic_id', 'subject_id', 'customer_id', 'owner_id', 'followup_id', 'version'],
    personal: ['due_at', 'closed_at', 'closed_by', 'closed_how'],
    // What is talked about is who comes, who does not, and how content they are.
    sensitive_health: ['kind', 'facts', 'first_on', 'outcome'],
  },
  huddles: {
    public: ['org_id', 'id', 'clinic_id', 'day', 'kind', 'made_at', 'held_at', 'held_by'],
  },
  idempotency_keys: {
    public: ['org_id', 'id', 'actor_id', 'request_hash', 'status', 'created_at'],
    sensitive_health: ['response'],
  },
  import_batches: {
    public: [
      ...[
        'org_id',
        'id',
        'clinic_id',
        'state',
        'file_sha256',
        'preset',
        'mapping',
        'timezone',
        'columns',
        'counts',
      ],
      ...['progress', 'beat_at', 'created_at', 'created_by', 'finished_at', 'version'],
    ],
    personal: ['file_name'],
    sensitive_health: ['sample', 'problem'],
  },
  import_notes: {
    public: ['org_id', 'batch_id', 'line', 'position', 'level', 'column_name', 'code'],
    sensitive_health: ['given'],
  },
  installation: { public: ['only_one', 'is_trial', 'trial_wall_time', 'trial_set_at', 'created_at'] },
  invitations: {
    public: ['org_id', 'id', 'staff_id', 'expires_at', 'used_at', 'created_at'],
    secret: ['token_hash'],
  },
  ledger_checks: { public: ['org_id', 'clinic_id', 'day', 'checked_at'] },
  leaves: {
    public: ['org_id', 'id', 'staff_id', 'stand_in_id', 'entered_at', 'entered_by'],
    personal: ['first_on', 'last_on', 'withdrawn_at', 'withdrawn_by'],
    sensitive_health: ['kind'],
  },
  ledger_entries: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'visit_id', 'reverses_id', 'import_batch_id'],
      ...['created_at', 'created_by'],
    ],
    personal: ['kind', 'booked_on'],
    // What was paid for is what was treated.
    sensitive_health: ['memo'],
  },
  ledger_mismatches: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'visit_id', 'entry_id', 'appointment_id'],
      ...['found_at', 'resolved_at', 'resolved_by', 'version'],
    ],
    personal: ['kind', 'day'],
    sensitive_health: ['note'],
  },
  ledger_postings: {
    public: ['org_id', 'entry_id', 'position', 'customer_id', 'course_id'],
    personal: ['booked_on', 'account', 'fen', 'sessions'],
  },
  latent_problems: {
    public: ['org_id', 'id', 'customer_id', 'visit_id', 'found_by', 'created_at', 'version'],
    sensitive_health: ['area', 'places', 'finding', 'state', 'found_on', 'treated_on'],
  },
  channel_accounts: {
    public: [
      ...[
        'org_id',
        'id',
        'clinic_id',
        'kind',
        'name',
        'settings',
        'is_enabled',
        'per_minute',
        'fen_per_thousand',
        'position',
      ],
      ...['tested_at', 'test_result', 'created_at', 'created_by', 'version'],
      ...[
        'balance_left',
        'balance_at',
        'balance_asked_at',
        'balance_fault',
        'balance_floor',
        'balance_told_at',
      ],
    ],
    secret: ['sealed_secret', 'sealed_settings', 'callback_hash'],
  },
  customer_addresses: {
    public: ['org_id', 'id', 'customer_id', 'created_at', 'created_by', 'account_id', 'bound_by', 'told_at'],
    personal: ['channel', 'address', 'left_at'],
  },
  address_invitations: {
    public: [
      ...[
        'org_id',
        'id',
        'customer_id',
        'account_id',
        'provider_ref',
        'created_at',
        'created_by',
        'expires_at',
      ],
      ...['bound_at', 'closed_at'],
    ],
    secret: ['scene_hash', 'code_hash'],
  },
  message_receipts: {
    public: [
      ...['org_id', 'id', 'account_id', 'attempt_id', 'provider_id', 'arrived', 'code', 'received_at'],
      'applied_at',
    ],
  },
  message_replies: {
    public: [
      ...['org_id', 'id', 'account_id', 'customer_id', 'message_id', 'received_at', 'read_at', 'read_by'],
      'settled_by_way',
    ],
    personal: ['address_hash', 'is_opt_out', 'at'],
    sensitive_health: ['text'],
  },
  message_rule_sets: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  message_pauses: {
    public: ['org_id', 'kinds', 'channels', 'reason', 'changed_at', 'changed_by', 'version'],
  },
  sending_marks: { public: ['only_one', 'mark', 'marked_at'] },
  message_attempts: {
    public: [
      ...['org_id', 'id', 'message_id', 'number', 'fence', 'account_id', 'channel', 'started_at', 'ended_at'],
      ...['outcome', 'code', 'provider_id', 'units'],
    ],
  },
  message_templates: {
    public: ['org_id', 'id', 'key', 'version', 'kind', 'definition', 'published_at', 'published_by'],
  },
  messages: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'template_key', 'template_version', 'kind', 'priority'],
      ...['channel', 'channel_asked', 'cause_kind', 'cause_id', 'state', 'reason', 'queued_at', 'queued_by'],
      ...['due_at', 'stale_at', 'account_id', 'provider_id', 'tries', 'fence', 'leased_until'],
      ...['quarantined_at', 'sent_at', 'settled_at', 'settled_by', 'is_urgent', 'ask_at', 'maybe_taken_at'],
      'unknown_since',
    ],
    personal: ['address_hash', 'to_guardian'],
    secret: ['sealed_to'],
    // What is written to somebody by a clinic is about their health.
    sensitive_health: ['text', 'subject', 'variables'],
  },
  merges: {
    public: ['org_id', 'id', 'keep_id', 'gone_id', 'merged_at', 'merged_by', 'undone_at', 'undone_by'],
    personal: ['moved', 'gone_before'],
    // Whatever the record said.
    sensitive_health: ['keep_before', 'keep_after'],
  },
  online_booking: {
    public: ['org_id', 'clinic_id', 'token', 'rules', 'updated_at', 'updated_by', 'version'],
  },
  online_holds: {
    public: [...['org_id', 'id', 'clinic_id', 'slot_id', 'wrong_codes', 'held_until', 'state', 'created_at']],
    personal: ['phone_hash', 'address_hash'],
    sensitive_health: ['kind_id', 'doctor_id', 'starts_at', 'minutes'],
    secret: ['sealed_phone', 'code_hash'],
  },
  number_repairs: {
    public: [
      ...['org_id', 'id', 'customer_id', 'taken_by', 'taken_at', 'repaired_at', 'repaired_by'],
      ...['resumed', 'undone_at'],
    ],
    personal: ['phone_before', 'phone_after'],
  },
  organizations: { public: ['id', 'name', 'timezone', 'is_demo', 'created_at'] },
  ownerships: {
    public: [
      ...['org_id', 'id', 'customer_id', 'kind', 'owner_id', 'since', 'began_by', 'begin_decided_by'],
      ...['until', 'ended_by', 'end_decided_by', 'returns_on', 'read_at'],
    ],
    // Why somebody changes hands may tell of anything.
    sensitive_health: ['begin_reason', 'end_reason'],
  },
  release_proposals: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'kind', 'owner_id', 'clock', 'decided_in', 'since'],
      ...['releases_on', 'stopped_by', 'rules_version', 'proposed_at', 'state', 'decided_at', 'decided_by'],
      ...['given_to', 'kept_until', 'withdrawn_because'],
    ],
    // When somebody came, and the grade.
    sensitive_health: ['evidence', 'decided_evidence', 'reason'],
  },
  retry_policies: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  release_rule_sets: { public: ['org_id', 'id', 'version', 'rules', 'published_at', 'published_by'] },
  release_runs: { public: ['org_id', 'clinic_id', 'day', 'after_id', 'finished_at'] },
  release_warnings: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'kind', 'owner_id', 'clock', 'since', 'releases_on'],
      ...['days_left', 'stopped_by', 'warned_at'],
    ],
    sensitive_health: ['evidence'],
  },
  link_codes: { public: ['code', 'org_id'] },
  link_guesses: { public: ['minute', 'tries'], personal: ['bucket'] },
  links: {
    public: ['org_id', 'id', 'customer_id', 'subject_id', 'created_at', 'created_by', 'expires_at'],
    personal: ['purpose', 'used_at', 'revoked_at'],
    secret: ['token_hash'],
  },
  lost_customers: {
    public: [
      ...[
        'org_id',
        'id',
        'clinic_id',
        'customer_id',
        'since',
        'found_at',
        'standing',
        'ended_at',
        'ended_by',
      ],
      'version',
    ],
    personal: ['reason'],
  },
  outbox_events: {
    public: ['org_id', 'id', 'type', 'occurred_at', 'dispatched_at', 'tries', 'next_try_at'],
    sensitive_health: ['payload', 'last_error'],
  },
  photos: {
    public: [
      ...['org_id', 'id', 'customer_id', 'width', 'height', 'bytes', 'sha256'],
      ...['created_at', 'created_by', 'version'],
    ],
    personal: ['internal_use_at', 'internal_use_by', 'publish_at', 'publish_by'],
    sensitive_health: ['moment', 'taken_on', 'caption'],
  },
  plans: {
    public: [
      ...['org_id', 'id', 'customer_id', 'clinic_id', 'visit_id', 'import_batch_id', 'created_at'],
      'script_code',
    ],
    sensitive_health: ['protocol_version_id', 'event', 'event_key', 'event_at'],
  },
  protocol_drafts: {
    public: [
      ...['org_id', 'id', 'code', 'adds_to', 'clinic_id', 'team_id', 'definition', 'based_on'],
      ...['updated_at', 'updated_by', 'version'],
    ],
  },
  protocol_replays: {
    public: [
      ...['org_id', 'id', 'draft_id', 'draft_version', 'state', 'parts_done', 'parts', 'answer'],
      ...['started_at', 'beat_at'],
    ],
  },
  protocol_versions: {
    public: [
      ...['org_id', 'id', 'code', 'version', 'definition', 'published_at', 'retired_at', 'effective_from'],
      ...['adds_to', 'clinic_id', 'team_id', 'published_by', 'note', 'moves_plans', 'plans_moved_at'],
    ],
  },
  schema_migrations: { public: ['number', 'name', 'sha256', 'applied_at'] },
  sessions: {
    public: ['org_id', 'id', 'staff_id'],
    personal: ['created_at', 'seen_at', 'ended_at', 'ip'],
    secret: ['token_hash'],
  },
  sign_in_failures: {
    public: ['failures', 'first_at', 'locked_until'],
    // Holds the login or the address it counts.
    personal: ['bucket'],
  },
  slots: {
    public: ['org_id', 'id', 'clinic_id', 'appointment_id', 'block_id', 'held_until'],
    sensitive_health: ['doctor_id', 'lane', 'chair_id', 'starts_at', 'ends_at'],
  },
  staff: {
    public: ['org_id', 'id', 'role', 'treats', 'all_clinics', 'state', 'created_at', 'version'],
    personal: ['name', 'last_sign_in_at'],
  },
  staff_clinics: { public: ['org_id', 'staff_id', 'clinic_id'] },
  staff_teams: { public: ['org_id', 'staff_id', 'team_id'] },
  teams: { public: ['org_id', 'id', 'name', 'kind', 'clinic_id', 'created_at', 'version'] },
  telephone_extensions: {
    public: ['org_id', 'id', 'staff_id', 'set_at', 'set_by'],
    personal: ['person'],
  },
  telephone_systems: {
    public: [
      ...['org_id', 'id', 'name', 'is_enabled', 'minute', 'requests', 'heard_at', 'refused_at', 'refusal'],
      ...['former_until', 'created_at', 'created_by', 'version'],
    ],
    secret: ['address_hash', 'sealed_secret', 'former_secret'],
  },
  time_blocks: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'doctor_id', 'chair_id', 'kind', 'starts_at', 'ends_at', 'series_id'],
      ...['created_at', 'created_by'],
    ],
    // What a colleague wrote beside it: a doctor's own appointment, for one.
    personal: ['reason'],
  },
  treatments: {
    public: ['org_id', 'id', 'visit_id', 'customer_id', 'position'],
    sensitive_health: ['category', 'name', 'team_id', 'doctor_id', 'finishes_course'],
  },
  visits: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'appointment_id', 'import_batch_id'],
      ...['created_at', 'created_by', 'version'],
    ],
    sensitive_health: [
      ...['kind', 'state', 'visited_on', 'opened_at', 'closed_at', 'chief_complaint', 'is_discharge'],
    ],
  },
  why_not_lists: { public: ['org_id', 'id', 'version', 'reasons', 'published_at', 'published_by'] },
  waitlist_offers: {
    public: [
      ...['org_id', 'id', 'wish_id', 'clinic_id', 'customer_id', 'freed_by', 'slot_id', 'until_at', 'state'],
      ...['created_at', 'answered_at', 'answered_by'],
    ],
    sensitive_health: ['doctor_id', 'chair_id', 'starts_at', 'ends_at', 'freed_until', 'fit'],
  },
  waitlist_wishes: {
    public: [
      ...['org_id', 'id', 'clinic_id', 'customer_id', 'state', 'appointment_id', 'created_at', 'created_by'],
      'version',
    ],
    sensitive_health: [
      ...['doctor_id', 'kind_id', 'minutes', 'weekdays', 'from_time', 'to_time', 'until_day', 'note'],
      'ended_reason',
    ],
  },
  work_hours: {
    public: ['org_id', 'staff_id', 'updated_at', 'updated_by', 'version'],
    personal: ['hours'],
  },
  waiting_screens: {
    public: ['org_id', 'id', 'clinic_id', 'name', 'shows', 'created_at', 'created_by', 'revoked_at'],
    secret: ['token_hash'],
  },
};

export function classOf(table: string, column: string): PrivacyClass | undefined {
  return privacyClasses.find((privacyClass) => columns[table]?.[privacyClass]?.includes(column));
}
