// Written by scripts/write-schema.ts from the migrated schema.
import type { ColumnType, Generated } from 'kysely';

type Json = ColumnType<unknown, string, string>;

export interface AccountCodes {
  org_id: string;
  clinic_id: string;
  picture: string;
  updated_at: string;
  updated_by: string | null;
}

export interface Accounts {
  login: string;
  org_id: string;
  staff_id: string;
  password_hash: string;
  password_changed_at: string;
}

export interface AddressInvitations {
  org_id: string;
  id: string;
  customer_id: string;
  account_id: string;
  scene_hash: string;
  code_hash: string | null;
  provider_ref: string | null;
  created_at: string;
  created_by: string | null;
  expires_at: string;
  bound_at: string | null;
  closed_at: string | null;
}

export interface ApiKeys {
  org_id: string;
  id: string;
  name: string;
  token_hash: string;
  permissions: string[];
  created_at: string;
  created_by: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

export interface AppointmentKindDoctors {
  org_id: string;
  kind_id: string;
  doctor_id: string;
}

export interface AppointmentKinds {
  org_id: string;
  id: string;
  name: string;
  category: string;
  minutes: number;
  colour: string;
  position: number;
  archived_at: string | null;
  created_at: string;
  version: Generated<number>;
  is_online: Generated<boolean>;
}

export interface Appointments {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  number: string | null;
  starts_at: string;
  day: string;
  booked_at: string | null;
  state: string;
  was_reminded: Generated<boolean>;
  import_batch_id: string | null;
  created_at: string;
  version: Generated<number>;
  ends_at: string | null;
  doctor_id: string | null;
  chair_id: string | null;
  kind_id: string | null;
  complaint: string | null;
  note: string | null;
  origin: Generated<string>;
  booked_by: string | null;
  moved_times: Generated<number>;
  confirmation: string | null;
  confirmed_at: string | null;
  confirmed_by: string | null;
  cancelled_at: string | null;
  cancelled_for: string | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  confirmation_entered_at: string | null;
}

export interface Attempts {
  org_id: string;
  id: string;
  call_id: string;
  customer_id: string;
  followup_id: string;
  staff_id: string | null;
  at: string;
  channel: string;
  result: string;
  duration_seconds: number | null;
  score: number | null;
  notes: string | null;
  problem: string | null;
  action_plan: string | null;
  next_appointment_on: string | null;
  call_back_at: string | null;
  reason: string | null;
  followup_before: Json;
  customer_before: Json | null;
  undone_at: string | null;
  script_answers: Json | null;
  opened_at: string | null;
  happened_at: string | null;
}

export interface AuditEntries {
  org_id: string;
  id: string;
  at: string;
  recorded_at: Generated<string>;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  subject_type: string | null;
  subject_id: string | null;
  fields: Generated<string[]>;
  reason: string | null;
  ip: string | null;
}

export interface BirthdayLooks {
  org_id: string;
  day: string;
}

export interface BoardChanges {
  org_id: string;
  id: string;
  clinic_id: string;
  position: number;
  day: string;
  subject_id: string;
  at: string;
}

export interface Boards {
  org_id: string;
  clinic_id: string;
  last_position: number;
}

export interface CalendarFeeds {
  org_id: string;
  id: string;
  doctor_id: string;
  token_hash: string;
  created_at: string;
  created_by: string | null;
  last_read_at: string | null;
  revoked_at: string | null;
}

export interface CallEvidence {
  org_id: string;
  call_id: string;
  grade: string;
  call_log_id: string | null;
  is_late: Generated<boolean>;
  answer_id: string | null;
  raised_at: string;
}

export interface CallLogLayouts {
  org_id: string;
  id: string;
  headers: string;
  columns: Json;
  set_at: string;
  set_by: string | null;
}

export interface CallLogLooks {
  org_id: string;
  looked_until: string;
}

export interface CallLogRematches {
  org_id: string;
  customer_id: string;
  asked_at: string;
}

export interface CallLogs {
  org_id: string;
  id: string;
  source_key: string;
  phone_hash: string;
  phone_last4: string;
  direction: string;
  staff_id: string | null;
  person: string | null;
  started_at: string;
  seconds: number;
  received_at: string;
  received_by: string | null;
}

export interface CallReviews {
  org_id: string;
  call_id: string;
  clinic_id: string;
  customer_id: string;
  staff_id: string;
  day: string;
  signs: string[];
  verdict: string;
  note: string | null;
  reviewed_at: string;
  reviewed_by: string | null;
  version: Generated<number>;
}

export interface CancellationReviews {
  org_id: string;
  id: string;
  note: string | null;
  seen_at: string;
  seen_by: string | null;
}

export interface CapacityDecisions {
  org_id: string;
  id: string;
  kind: string;
  staff_id: string;
  day: string;
  to_id: string | null;
  decided_at: string;
  decided_by: string | null;
  undone_at: string | null;
  undone_by: string | null;
}

export interface CapacityRules {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface CapacityRuns {
  org_id: string;
  day: string;
  finished_at: string | null;
}

export interface Chairs {
  org_id: string;
  id: string;
  clinic_id: string;
  name: string;
  kind: string;
  position: number;
  archived_at: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface ChannelAccounts {
  org_id: string;
  id: string;
  clinic_id: string | null;
  kind: string;
  name: string;
  settings: Json;
  sealed_secret: string;
  callback_hash: string;
  is_enabled: Generated<boolean>;
  per_minute: number;
  fen_per_thousand: Generated<number>;
  tested_at: string | null;
  test_result: string | null;
  balance_at: string | null;
  created_at: string;
  created_by: string | null;
  version: Generated<number>;
  position: Generated<number>;
  sealed_settings: Json;
  balance_left: number | null;
  balance_asked_at: string | null;
  balance_fault: string | null;
  balance_floor: number | null;
  balance_told_at: string | null;
}

export interface ChartCounts {
  org_id: string;
  clinic_id: string;
  day: string;
  part: string;
  expected: number;
  counted: number;
  note: string | null;
  at: string;
  by: string | null;
}

export interface ChartMoves {
  org_id: string;
  id: string;
  chart_id: string;
  place: string;
  kept_as: string | null;
  at: string;
  by: string | null;
}

export interface Charts {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  place: string;
  kept_as: string | null;
  since: string;
  created_at: string;
  version: Generated<number>;
}

export interface CheckInPosters {
  org_id: string;
  clinic_id: string;
  token: string;
  renewed_at: string;
  renewed_by: string | null;
}

export interface CheckoutOffers {
  org_id: string;
  id: string;
  checkout_id: string;
  position: number;
  kind: string;
  name: string;
  answer: string;
}

export interface CheckoutRules {
  org_id: string;
  clinic_id: string;
  rules: Json;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface Checkouts {
  org_id: string;
  id: string;
  visit_id: string;
  clinic_id: string;
  customer_id: string;
  day: string;
  paid: string;
  paid_note: string | null;
  owed_fen: number;
  next: string;
  next_appointment_id: string | null;
  no_next_reason: string | null;
  no_next_note: string | null;
  offer: string;
  followup: string;
  followup_id: string | null;
  rating: string;
  account: string;
  finished_at: string;
  finished_by: string | null;
}

export interface ClassChanges {
  org_id: string;
  id: string;
  contact_id: string;
  customer_id: string;
  source: string;
  code: string;
  code_before: string | null;
  changed_at: string;
  changed_by: string;
}

export interface ClassReviews {
  org_id: string;
  contact_id: string;
  week: string;
  code: string | null;
  coded_by: string | null;
  coded_at: string | null;
}

export interface ClassSampleWeeks {
  org_id: string;
  week: string;
  drawn_at: string;
}

export interface ClassTables {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface ClinicCalendars {
  org_id: string;
  clinic_id: string;
  calendar: Json;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface Clinics {
  org_id: string;
  id: string;
  name: string;
  timezone: string;
  created_at: string;
  version: Generated<number>;
  address: string | null;
  phone: string | null;
}

export interface ClosedMonths {
  org_id: string;
  clinic_id: string;
  month: string;
  announced_at: string;
}

export interface ComplaintCorrections {
  org_id: string;
  id: string;
  sign_id: string;
  customer_id: string;
  text: string;
  is_complaint: boolean;
  at: string;
  by_id: string | null;
}

export interface ConfirmationAsks {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  appointment_id: string;
  starts_at: string;
  message_id: string;
  asked_at: string;
  answer: string | null;
  answered_at: string | null;
  reply: string | null;
}

export interface ConfirmationLists {
  org_id: string;
  id: string;
  clinic_id: string;
  day: string;
  half: string;
  total: number;
  confirmed: number;
  was_sent: boolean;
  shared_at: string;
  shared_by: string | null;
}

export interface Confirmers {
  org_id: string;
  id: string;
  staff_id: string;
  named_at: string;
  named_by: string | null;
}

export interface Consents {
  org_id: string;
  id: string;
  customer_id: string;
  purpose: string;
  channel: string | null;
  decision: string;
  way: string;
  text_shown: string | null;
  text_version: number | null;
  text_hash: string | null;
  evidence: string | null;
  guardian_name: string | null;
  guardian_relation: string | null;
  at: string;
  recorded_at: string;
  recorded_by: string | null;
}

export interface Consultations {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  consultant_id: string | null;
  place: string;
  visit_id: string | null;
  channel_source: string | null;
  asked_categories: string[];
  asked: string;
  items: Json;
  agreed_fen: number | null;
  deposit_fen: number | null;
  deposit_entry_id: string | null;
  why_not: Json;
  why_not_words: Generated<string>;
  needs: Generated<string>;
  next_step: string | null;
  next_step_on: string | null;
  next_step_staff_id: string | null;
  next_step_appointment_id: string | null;
  next_step_words: string | null;
  state: Generated<string>;
  outcome: string | null;
  deal_fen: number | null;
  opened_at: string;
  opened_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  closings: Generated<number>;
  version: Generated<number>;
}

export interface ContactBudgets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface ContactUses {
  org_id: string;
  id: string;
  customer_id: string;
  at: string;
  channel: string;
  purpose: string;
  staff_id: string | null;
  cause_kind: string;
  cause_id: string;
}

export interface ContactWaits {
  org_id: string;
  customer_id: string;
  service_until: string | null;
  satisfaction_until: string | null;
  marketing_until: string | null;
}

export interface Courses {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  name: string;
  sessions_total: number;
  created_at: string;
  created_by: string | null;
}

export interface CoverageDays {
  org_id: string;
  clinic_id: string;
  day: string;
  counts: Json;
  checked_at: string;
}

export interface CustomerAddresses {
  org_id: string;
  id: string;
  customer_id: string;
  channel: string;
  address: string;
  created_at: string;
  created_by: string | null;
  account_id: string | null;
  bound_by: Generated<string>;
  left_at: string | null;
  told_at: string | null;
}

export interface CustomerChanges {
  org_id: string;
  id: string;
  customer_id: string;
  edit_id: string;
  field: string;
  old_value: string | null;
  new_value: string | null;
  changed_at: string;
  changed_by: string | null;
}

export interface CustomerGrades {
  org_id: string;
  customer_id: string;
  grade: string;
  source: string;
  reasons: Json;
  rule_grade: string;
  rule_reasons: Json;
  is_big_spender: boolean;
  has_open_case: boolean;
  since: string;
  computed_at: string;
}

export interface CustomerNumbers {
  org_id: string;
  last_number: number;
}

export interface CustomerPhones {
  org_id: string;
  id: string;
  customer_id: string;
  phone: string;
  phone_last4: string;
  label: string | null;
  created_at: string;
  created_by: string | null;
}

export interface CustomerRelations {
  org_id: string;
  id: string;
  customer_id: string;
  relative_id: string | null;
  relative_name: string | null;
  relative_phone: string | null;
  kind: string;
  is_guardian: Generated<boolean>;
  created_at: string;
  created_by: string | null;
}

export interface Customers {
  org_id: string;
  id: string;
  clinic_id: string;
  number: string;
  name: string;
  name_pinyin: Generated<string>;
  name_initials: Generated<string>;
  gender: Generated<string>;
  birthday: string | null;
  birth_year: number | null;
  phone: string | null;
  phone_last4: string | null;
  address: string | null;
  occupation: string | null;
  channel_source: string | null;
  notes: string | null;
  owner_id: string | null;
  refuses_contact: Generated<boolean>;
  last_visit_on: string | null;
  import_batch_id: string | null;
  created_at: string;
  created_by: string | null;
  updated_at: string;
  version: Generated<number>;
  likes: string | null;
  taboos: string | null;
  has_influence: Generated<boolean>;
  influence_note: string | null;
  wechat: string | null;
  referrer_id: string | null;
  web_consultant_id: string | null;
  doctor_id: string | null;
  merged_into: string | null;
  grade: Generated<string>;
  is_frozen: Generated<boolean>;
  class_code: string | null;
  birthday_calendar: Generated<string>;
  deceased_on: string | null;
  moved_away_on: string | null;
  name_from_second: Generated<string>;
  name_from_third: Generated<string>;
}

export interface DeskContacts {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  channel: string;
  at: string;
  day: string;
  stage: string;
  taken_by: string;
  matter: string | null;
  preclass: string | null;
  preclassed_by: string | null;
  preclassed_at: string | null;
  code: string | null;
  confirmed: string | null;
  confirmed_by: string | null;
  confirmed_at: string | null;
  withdrawn_at: string | null;
}

export interface DeskDayCorrections {
  org_id: string;
  id: string;
  clinic_id: string;
  day: string;
  figure: string;
  counted: number;
  corrected: number;
  reason: string;
  at: string;
  by: string | null;
}

export interface DeskDays {
  org_id: string;
  clinic_id: string;
  day: string;
  figures: Json;
  confirmed_at: string;
  confirmed_by: string | null;
  version: Generated<number>;
}

export interface DeskRules {
  org_id: string;
  clinic_id: string;
  rules: Json;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface DeskScores {
  org_id: string;
  id: string;
  clinic_id: string;
  staff_id: string;
  day: string;
  marks: Json;
  score: number;
  floor: number;
  note: string | null;
  at: string;
  by: string | null;
}

export interface DiscreetProfiles {
  org_id: string;
  customer_id: string;
  profile: Json;
  updated_at: string;
  updated_by: string | null;
  version: number;
}

export interface DoorCalls {
  org_id: string;
  id: string;
  clinic_id: string;
  said_name: string;
  said_digits: string;
  address_hash: string;
  at: string;
  seen_at: string | null;
  seen_by: string | null;
}

export interface DuplicateLooks {
  org_id: string;
  looked_until: string;
  whole_at: string;
}

export interface DuplicateSuggestions {
  org_id: string;
  id: string;
  a_id: string;
  b_id: string;
  score: number;
  is_likely: boolean;
  reasons: Json;
  state: Generated<string>;
  found_at: string;
  decided_at: string | null;
  decided_by: string | null;
  dismiss_reason: string | null;
}

export interface EvidenceRules {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface FollowupChanges {
  org_id: string;
  id: string;
  followup_id: string;
  kind: string;
  at: string;
  by_id: string | null;
  cause_id: string | null;
  before: Json;
  after: Json;
  undone_at: string | null;
}

export interface FollowupTransfers {
  org_id: string;
  id: string;
  to_id: string | null;
  reason: string;
  made_at: string;
  made_by: string | null;
  moved: Json;
  undone_at: string | null;
}

export interface Followups {
  org_id: string;
  id: string;
  plan_id: string;
  customer_id: string;
  clinic_id: string;
  step_key: string;
  purpose: string;
  role: string;
  assignee_id: string | null;
  opens_at: string;
  due_at: string;
  closes_at: string;
  state: Generated<string>;
  escalation: string | null;
  tries: Generated<number>;
  next_try_at: string | null;
  last_attempt_at: string | null;
  ended_at: string | null;
  end_reason: string | null;
  created_at: string;
  version: Generated<number>;
  occurrence: Generated<number>;
  placed_at: string | null;
  due_by_protocol: string | null;
  held_because: Json | null;
  next_channel: string | null;
  form_unsent_at: string | null;
  form_unsent_because: string | null;
}

export interface ForbiddenWords {
  org_id: string;
  word: string;
  added_at: string;
  added_by: string | null;
}

export interface FormAnswers {
  org_id: string;
  id: string;
  request_id: string;
  customer_id: string;
  values: Json;
  score: number | null;
  answered_at: string;
  answered_by: string | null;
  send_id: string;
}

export interface FormCorrections {
  org_id: string;
  id: string;
  answer_id: string;
  question: string;
  value: Json;
  reason: string;
  corrected_at: string;
  corrected_by: string | null;
}

export interface FormDrafts {
  org_id: string;
  id: string;
  code: string;
  definition: Json;
  based_on: number;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface FormRequests {
  org_id: string;
  id: string;
  form_version_id: string;
  clinic_id: string;
  customer_id: string;
  visit_id: string | null;
  followup_id: string | null;
  source: string;
  doctor_id: string | null;
  team_id: string | null;
  category: string | null;
  asked_at: string;
  asked_by: string | null;
  expires_at: string | null;
  answered_at: string | null;
  photo_ids: Generated<string[]>;
}

export interface FormRuleSets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface FormScores {
  org_id: string;
  answer_id: string;
  dimension: string;
  score: number;
  clinic_id: string;
  at: string;
}

export interface FormVersions {
  org_id: string;
  id: string;
  code: string;
  version: number;
  definition: Json;
  is_shipped: boolean;
  published_at: string;
  published_by: string | null;
}

export interface GradeHistory {
  org_id: string;
  id: string;
  customer_id: string;
  grade: string;
  grade_before: string;
  source: string;
  reasons: Json;
  changed_at: string;
}

export interface GradeOverrides {
  org_id: string;
  id: string;
  customer_id: string;
  grade: string;
  reason: string;
  ends_on: string;
  proposed_by: string;
  proposed_at: string;
  approved_by: string | null;
  approved_at: string | null;
  revoked_by: string | null;
  revoked_at: string | null;
  revoke_reason: string | null;
}

export interface GradeRuleSets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface GradeRuns {
  org_id: string;
  day: string;
  after_id: string | null;
  finished_at: string | null;
}

export interface HealthWarnings {
  org_id: string;
  id: string;
  customer_id: string;
  kind: string;
  words: string;
  answer_id: string | null;
  question: string | null;
  noted_at: string;
  noted_by: string | null;
  ended_at: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

export interface HuddleItems {
  org_id: string;
  id: string;
  huddle_id: string;
  line_id: string;
  is_carried: boolean;
}

export interface HuddleLines {
  org_id: string;
  id: string;
  clinic_id: string;
  kind: string;
  subject_id: string;
  customer_id: string;
  facts: Json;
  first_on: string;
  owner_id: string | null;
  due_at: string | null;
  followup_id: string | null;
  closed_at: string | null;
  closed_by: string | null;
  closed_how: string | null;
  outcome: string | null;
  version: Generated<number>;
}

export interface Huddles {
  org_id: string;
  id: string;
  clinic_id: string;
  day: string;
  kind: string;
  made_at: string;
  held_at: string | null;
  held_by: string | null;
}

export interface IdempotencyKeys {
  org_id: string;
  id: string;
  actor_id: string;
  request_hash: string;
  status: number | null;
  response: Json | null;
  created_at: string;
}

export interface ImportBatches {
  org_id: string;
  id: string;
  clinic_id: string;
  state: string;
  file_name: string;
  file_sha256: string;
  preset: string | null;
  mapping: Json;
  timezone: string;
  columns: string[];
  sample: Json;
  counts: Json | null;
  progress: Generated<number>;
  problem: Json | null;
  beat_at: string | null;
  created_at: string;
  created_by: string | null;
  finished_at: string | null;
  version: Generated<number>;
}

export interface ImportNotes {
  org_id: string;
  batch_id: string;
  line: number;
  position: number;
  level: string;
  column_name: string | null;
  code: string;
  given: string | null;
}

export interface Installation {
  only_one: Generated<boolean>;
  is_trial: boolean;
  trial_wall_time: string | null;
  trial_set_at: string | null;
  created_at: string;
}

export interface Invitations {
  org_id: string;
  id: string;
  staff_id: string;
  token_hash: string;
  expires_at: string;
  used_at: string | null;
  created_at: string;
}

export interface LateCalls {
  org_id: string;
  id: string;
  appointment_id: string;
  customer_id: string;
  result: string;
  arrives_at: string | null;
  note: string | null;
  called_at: string;
  called_by: string | null;
}

export interface LateDecisions {
  org_id: string;
  id: string;
  choice: string;
  suggested: string | null;
  options: Json;
  reason: string | null;
  decided_at: string;
  decided_by: string | null;
}

export interface LatentProblems {
  org_id: string;
  id: string;
  customer_id: string;
  area: string;
  places: string[];
  finding: string;
  state: Generated<string>;
  found_on: string;
  visit_id: string | null;
  found_by: string | null;
  treated_on: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface Leaves {
  org_id: string;
  id: string;
  staff_id: string;
  first_on: string;
  last_on: string;
  kind: string;
  stand_in_id: string | null;
  entered_at: string;
  entered_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

export interface LedgerChecks {
  org_id: string;
  clinic_id: string;
  day: string;
  checked_at: string;
}

export interface LedgerEntries {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  kind: string;
  booked_on: string;
  visit_id: string | null;
  memo: Generated<string>;
  reverses_id: string | null;
  import_batch_id: string | null;
  created_at: string;
  created_by: string | null;
}

export interface LedgerMismatches {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  kind: string;
  day: string;
  visit_id: string | null;
  entry_id: string | null;
  appointment_id: string | null;
  found_at: string;
  resolved_at: string | null;
  resolved_by: string | null;
  note: string | null;
  version: Generated<number>;
}

export interface LedgerPostings {
  org_id: string;
  entry_id: string;
  position: number;
  customer_id: string;
  booked_on: string;
  account: string;
  fen: number;
  course_id: string | null;
  sessions: number | null;
}

export interface LinkCodes {
  code: string;
  org_id: string;
}

export interface LinkGuesses {
  bucket: string;
  minute: string;
  tries: number;
}

export interface Links {
  org_id: string;
  id: string;
  token_hash: string;
  purpose: string;
  customer_id: string;
  subject_id: string | null;
  created_at: string;
  created_by: string | null;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
}

export interface LostCustomers {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  since: string;
  found_at: string;
  standing: string | null;
  reason: string | null;
  ended_at: string | null;
  ended_by: string | null;
  version: Generated<number>;
}

export interface Merges {
  org_id: string;
  id: string;
  keep_id: string;
  gone_id: string;
  moved: Json;
  keep_before: Json;
  keep_after: Json;
  gone_before: Json;
  merged_at: string;
  merged_by: string | null;
  undone_at: string | null;
  undone_by: string | null;
}

export interface MessageAttempts {
  org_id: string;
  id: string;
  message_id: string;
  number: number;
  fence: number;
  account_id: string;
  channel: string;
  started_at: string;
  ended_at: string | null;
  outcome: string | null;
  code: string | null;
  provider_id: string | null;
  units: number | null;
}

export interface MessagePauses {
  org_id: string;
  reason: string | null;
  changed_at: string;
  changed_by: string | null;
  version: Generated<number>;
  kinds: Generated<string[]>;
  channels: Generated<string[]>;
}

export interface MessageReceipts {
  org_id: string;
  id: string;
  account_id: string;
  attempt_id: string | null;
  provider_id: string | null;
  arrived: boolean;
  code: string | null;
  received_at: string;
  applied_at: string | null;
}

export interface MessageReplies {
  org_id: string;
  id: string;
  account_id: string;
  address_hash: string;
  customer_id: string | null;
  message_id: string | null;
  text: string;
  is_opt_out: boolean;
  at: string;
  received_at: string;
  read_at: string | null;
  read_by: string | null;
  settled_by_way: string | null;
}

export interface MessageRuleSets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface MessageTemplates {
  org_id: string;
  id: string;
  key: string;
  version: number;
  kind: string;
  definition: Json;
  published_at: string;
  published_by: string | null;
}

export interface Messages {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string | null;
  template_key: string;
  template_version: number;
  kind: string;
  priority: number;
  channel: string;
  channel_asked: string | null;
  text: string;
  subject: string | null;
  variables: Json;
  cause_kind: string;
  cause_id: string;
  state: string;
  reason: string | null;
  queued_at: string;
  queued_by: string | null;
  due_at: string;
  stale_at: string;
  account_id: string | null;
  address_hash: string | null;
  to_guardian: Generated<boolean>;
  provider_id: string | null;
  tries: Generated<number>;
  fence: Generated<number>;
  leased_until: string | null;
  quarantined_at: string | null;
  sent_at: string | null;
  settled_at: string | null;
  settled_by: string | null;
  is_urgent: Generated<boolean>;
  ask_at: string | null;
  maybe_taken_at: string | null;
  unknown_since: string | null;
  sealed_to: string | null;
}

export interface NumberRepairs {
  org_id: string;
  id: string;
  customer_id: string;
  taken_by: string | null;
  taken_at: string;
  phone_before: string | null;
  phone_after: string | null;
  repaired_at: string | null;
  repaired_by: string | null;
  resumed: Json | null;
  undone_at: string | null;
}

export interface OnlineBooking {
  org_id: string;
  clinic_id: string;
  token: string;
  rules: Json;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface OnlineHolds {
  org_id: string;
  id: string;
  clinic_id: string;
  kind_id: string;
  doctor_id: string;
  slot_id: string;
  starts_at: string;
  minutes: number;
  phone_hash: string;
  sealed_phone: string;
  address_hash: string;
  code_hash: string;
  wrong_codes: Generated<number>;
  held_until: string;
  state: Generated<string>;
  created_at: string;
}

export interface Organizations {
  id: string;
  name: string;
  timezone: string;
  created_at: string;
  is_demo: Generated<boolean>;
}

export interface OutboxEvents {
  org_id: string;
  id: string;
  type: string;
  payload: Json;
  occurred_at: string;
  dispatched_at: string | null;
  tries: Generated<number>;
  next_try_at: string | null;
  last_error: string | null;
}

export interface Ownerships {
  org_id: string;
  id: string;
  customer_id: string;
  kind: string;
  owner_id: string;
  since: string;
  began_by: string;
  begin_reason: string | null;
  begin_decided_by: string | null;
  until: string | null;
  ended_by: string | null;
  end_reason: string | null;
  end_decided_by: string | null;
  returns_on: string | null;
  read_at: string | null;
}

export interface PaperLines {
  org_id: string;
  id: string;
  sheet_id: string;
  customer_id: string;
  position: number;
  code: string;
  appointment_id: string | null;
  followup_ids: string[] | null;
  staff_id: string | null;
  role: string | null;
  at: string;
  result: string | null;
  happened_at: string | null;
  entered_at: string | null;
  entered_by: string | null;
  added_at: string | null;
  printed_at: string | null;
}

export interface PaperSheets {
  org_id: string;
  id: string;
  clinic_id: string;
  day: string;
  kind: string;
  made_at: string;
  printed_at: string | null;
  printed_by: string | null;
}

export interface Photos {
  org_id: string;
  id: string;
  customer_id: string;
  moment: string;
  taken_on: string;
  caption: string | null;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  internal_use_at: string | null;
  internal_use_by: string | null;
  publish_at: string | null;
  publish_by: string | null;
  created_at: string;
  created_by: string | null;
  version: Generated<number>;
}

export interface Plans {
  org_id: string;
  id: string;
  customer_id: string;
  clinic_id: string;
  protocol_version_id: string;
  event: string;
  event_key: string;
  event_at: string;
  visit_id: string | null;
  import_batch_id: string | null;
  created_at: string;
  script_code: string | null;
}

export interface ProtocolDrafts {
  org_id: string;
  id: string;
  code: string;
  adds_to: string | null;
  clinic_id: string | null;
  team_id: string | null;
  definition: Json;
  based_on: number;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface ProtocolReplays {
  org_id: string;
  id: string;
  draft_id: string;
  draft_version: number;
  state: string;
  parts_done: Generated<number>;
  parts: number;
  answer: Json | null;
  started_at: string;
  beat_at: string;
}

export interface ProtocolVersions {
  org_id: string;
  id: string;
  code: string;
  version: number;
  definition: Json;
  published_at: string;
  retired_at: string | null;
  effective_from: string | null;
  adds_to: string | null;
  clinic_id: string | null;
  team_id: string | null;
  published_by: string | null;
  note: string | null;
  moves_plans: Generated<boolean>;
  plans_moved_at: string | null;
}

export interface ReceptionMoves {
  org_id: string;
  id: string;
  reception_id: string;
  from_stage: string;
  to_stage: string;
  entered_before: string | null;
  at: string;
  by: string | null;
  undone_at: string | null;
  undone_by: string | null;
}

export interface ReceptionWords {
  org_id: string;
  id: string;
  reception_id: string;
  at: string;
  by: string | null;
  told_minutes: number | null;
  predicted_minutes: number | null;
}

export interface Receptions {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  day: string;
  number: number;
  stage: string;
  arrived_at: string;
  waiting_at: string | null;
  in_treatment_at: string | null;
  checkout_at: string | null;
  gone_at: string | null;
  gone_reason: string | null;
  class_code: string | null;
  doctor_id: string | null;
  received_by: string | null;
  version: Generated<number>;
  doctor_reason: string | null;
  wishes: string | null;
  read_at: string | null;
  read_by: string | null;
  is_self: Generated<boolean>;
  entered_at: string | null;
}

export interface RecoveryActs {
  org_id: string;
  id: string;
  case_id: string;
  kind: string;
  at: string;
  by_id: string | null;
  words: string | null;
  level: string | null;
  score: number | null;
  is_settled: boolean | null;
}

export interface RecoveryAnswers {
  org_id: string;
  id: string;
  call_id: string;
  customer_id: string;
  visit_id: string;
  code: string;
  version: number;
  day: number;
  heard: Json;
  finding: string;
  at: string;
  staff_id: string | null;
  undone_at: string | null;
}

export interface RecoveryCardVersions {
  org_id: string;
  id: string;
  code: string;
  version: number;
  definition: Json;
  author_ids: string[];
  written_at: string;
  written_by: string | null;
  edits: Generated<number>;
  approved_at: string | null;
  approved_by: string | null;
}

export interface RecoveryCases {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  visit_id: string | null;
  team_id: string | null;
  kind: string;
  gravity: string;
  special: string | null;
  state: Generated<string>;
  step: Generated<string>;
  level: Generated<string>;
  about_ids: string[];
  owner_id: string | null;
  doctor_id: string | null;
  cause: string | null;
  answer: string | null;
  answered_by: string | null;
  first_score: number | null;
  second_score: number | null;
  started_at: string;
  step_since: string;
  formal_due_at: string | null;
  breaks_at: string;
  resolve_by: string;
  tries: Generated<number>;
  end_asked_by: string | null;
  end_reason: string | null;
  opened_at: string;
  opened_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  closing: string | null;
  reopened: Generated<number>;
  version: Generated<number>;
}

export interface RecoveryLessons {
  org_id: string;
  id: string;
  clinic_id: string | null;
  week: string;
  cause: string;
  changed: string;
  at: string;
  by_id: string | null;
}

export interface RecoveryRemedies {
  org_id: string;
  id: string;
  case_id: string;
  kind: string;
  what: string;
  cost_fen: number;
  state: string;
  asked_at: string;
  asked_by: string | null;
  decided_at: string | null;
  decided_by: string | null;
  given_at: string | null;
}

export interface RecoveryRuleSets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface RecoverySigns {
  org_id: string;
  id: string;
  case_id: string;
  customer_id: string;
  kind: string;
  source_id: string;
  at: string;
  by_id: string | null;
  score: number | null;
  words: string | null;
  decided_by: string[];
  withdrawn_at: string | null;
}

export interface RedFlagRules {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface RedFlags {
  org_id: string;
  id: string;
  customer_id: string;
  clinic_id: string;
  followup_id: string;
  call_id: string;
  signs: Json;
  urgency: string;
  notes: string | null;
  raised_at: string;
  raised_by: string | null;
  promised_at: string;
  doctor_id: string | null;
  supervisor_told_at: string | null;
  manager_told_at: string | null;
  state: Generated<string>;
  ended_at: string | null;
  answered_by: string | null;
  verdict: string | null;
  words: string | null;
  advice: string | null;
  told_customer: boolean | null;
  version: Generated<number>;
}

export interface ReleaseProposals {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  kind: string;
  owner_id: string;
  clock: string;
  decided_in: string;
  since: string;
  releases_on: string;
  stopped_by: string;
  evidence: Json;
  rules_version: number;
  proposed_at: string;
  state: Generated<string>;
  decided_at: string | null;
  decided_by: string | null;
  given_to: string | null;
  kept_until: string | null;
  reason: string | null;
  decided_evidence: Json | null;
  withdrawn_because: string | null;
}

export interface ReleaseRuleSets {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface ReleaseRuns {
  org_id: string;
  clinic_id: string;
  day: string;
  after_id: string | null;
  finished_at: string | null;
}

export interface ReleaseWarnings {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  kind: string;
  owner_id: string;
  clock: string;
  since: string;
  releases_on: string;
  days_left: number;
  stopped_by: string;
  evidence: Json;
  warned_at: string;
}

export interface RetryPolicies {
  org_id: string;
  id: string;
  version: number;
  rules: Json;
  published_at: string;
  published_by: string | null;
}

export interface SchemaMigrations {
  number: number;
  name: string;
  sha256: string;
  applied_at: Generated<string>;
}

export interface Scorecards {
  org_id: string;
  card: Json;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface ScriptDrafts {
  org_id: string;
  id: string;
  code: string;
  definition: Json;
  based_on: number;
  author_ids: string[];
  updated_at: string;
  updated_by: string | null;
  approved_by: string | null;
  approved_at: string | null;
  version: Generated<number>;
}

export interface ScriptVersions {
  org_id: string;
  id: string;
  code: string;
  version: number;
  definition: Json;
  published_at: string;
  published_by: string | null;
  approved_by: string | null;
  approved_at: string | null;
  note: string | null;
}

export interface SendingMarks {
  only_one: Generated<boolean>;
  mark: number;
  marked_at: string;
}

export interface Sessions {
  org_id: string;
  id: string;
  staff_id: string;
  token_hash: string;
  created_at: string;
  seen_at: string;
  ended_at: string | null;
  ip: string | null;
}

export interface SignInFailures {
  bucket: string;
  failures: number;
  first_at: string;
  locked_until: string | null;
}

export interface Slots {
  org_id: string;
  id: string;
  clinic_id: string;
  doctor_id: string | null;
  lane: number;
  chair_id: string | null;
  starts_at: string;
  ends_at: string;
  appointment_id: string | null;
  held_until: string | null;
  block_id: string | null;
}

export interface Staff {
  org_id: string;
  id: string;
  name: string;
  role: string;
  all_clinics: Generated<boolean>;
  state: string;
  last_sign_in_at: string | null;
  created_at: string;
  version: Generated<number>;
  treats: Generated<boolean>;
}

export interface StaffClinics {
  org_id: string;
  staff_id: string;
  clinic_id: string;
}

export interface StaffTeams {
  org_id: string;
  staff_id: string;
  team_id: string;
}

export interface Suppressions {
  org_id: string;
  address_hash: string;
  since: string;
  source: string;
  lifted_at: string | null;
  lifted_by_consent: string | null;
}

export interface Teams {
  org_id: string;
  id: string;
  name: string;
  kind: string;
  clinic_id: string | null;
  created_at: string;
  version: Generated<number>;
}

export interface TelephoneExtensions {
  org_id: string;
  id: string;
  person: string;
  staff_id: string;
  set_at: string;
  set_by: string | null;
}

export interface TelephoneSystems {
  org_id: string;
  id: string;
  name: string;
  address_hash: string;
  sealed_secret: string;
  former_secret: string | null;
  former_until: string | null;
  is_enabled: Generated<boolean>;
  minute: string | null;
  requests: Generated<number>;
  heard_at: string | null;
  refused_at: string | null;
  refusal: string | null;
  created_at: string;
  created_by: string | null;
  version: Generated<number>;
}

export interface TimeBlocks {
  org_id: string;
  id: string;
  clinic_id: string;
  doctor_id: string | null;
  chair_id: string | null;
  kind: string;
  reason: string | null;
  starts_at: string;
  ends_at: string;
  series_id: string | null;
  created_at: string;
  created_by: string | null;
}

export interface Treatments {
  org_id: string;
  id: string;
  visit_id: string;
  customer_id: string;
  category: string;
  name: string;
  team_id: string | null;
  doctor_id: string | null;
  finishes_course: Generated<boolean>;
  position: number;
}

export interface Visits {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  appointment_id: string | null;
  kind: string;
  state: string;
  visited_on: string;
  opened_at: string;
  closed_at: string | null;
  chief_complaint: string | null;
  import_batch_id: string | null;
  created_at: string;
  created_by: string | null;
  version: Generated<number>;
  is_discharge: Generated<boolean>;
}

export interface WaitingScreens {
  org_id: string;
  id: string;
  clinic_id: string;
  name: string;
  shows: string;
  token_hash: string;
  created_at: string;
  created_by: string | null;
  revoked_at: string | null;
}

export interface WaitlistOffers {
  org_id: string;
  id: string;
  wish_id: string;
  clinic_id: string;
  customer_id: string;
  freed_by: string;
  doctor_id: string | null;
  starts_at: string;
  ends_at: string;
  slot_id: string | null;
  until_at: string;
  state: Generated<string>;
  fit: Json;
  created_at: string;
  answered_at: string | null;
  answered_by: string | null;
  freed_until: string | null;
  chair_id: string | null;
}

export interface WaitlistWishes {
  org_id: string;
  id: string;
  clinic_id: string;
  customer_id: string;
  doctor_id: string | null;
  kind_id: string | null;
  minutes: number;
  weekdays: Json;
  from_time: string;
  to_time: string;
  until_day: string;
  note: string | null;
  state: Generated<string>;
  ended_reason: string | null;
  appointment_id: string | null;
  created_at: string;
  created_by: string | null;
  version: Generated<number>;
}

export interface WhyNotLists {
  org_id: string;
  id: string;
  version: number;
  reasons: Json;
  published_at: string;
  published_by: string | null;
}

export interface WorkHours {
  org_id: string;
  staff_id: string;
  hours: Json | null;
  updated_at: string;
  updated_by: string | null;
  version: Generated<number>;
}

export interface Tables {
  account_codes: AccountCodes;
  accounts: Accounts;
  address_invitations: AddressInvitations;
  api_keys: ApiKeys;
  appointment_kind_doctors: AppointmentKindDoctors;
  appointment_kinds: AppointmentKinds;
  appointments: Appointments;
  attempts: Attempts;
  audit_entries: AuditEntries;
  birthday_looks: BirthdayLooks;
  board_changes: BoardChanges;
  boards: Boards;
  calendar_feeds: CalendarFeeds;
  call_evidence: CallEvidence;
  call_log_layouts: CallLogLayouts;
  call_log_looks: CallLogLooks;
  call_log_rematches: CallLogRematches;
  call_logs: CallLogs;
  call_reviews: CallReviews;
  cancellation_reviews: CancellationReviews;
  capacity_decisions: CapacityDecisions;
  capacity_rules: CapacityRules;
  capacity_runs: CapacityRuns;
  chairs: Chairs;
  channel_accounts: ChannelAccounts;
  chart_counts: ChartCounts;
  chart_moves: ChartMoves;
  charts: Charts;
  check_in_posters: CheckInPosters;
  checkout_offers: CheckoutOffers;
  checkout_rules: CheckoutRules;
  checkouts: Checkouts;
  class_changes: ClassChanges;
  class_reviews: ClassReviews;
  class_sample_weeks: ClassSampleWeeks;
  class_tables: ClassTables;
  clinic_calendars: ClinicCalendars;
  clinics: Clinics;
  closed_months: ClosedMonths;
  complaint_corrections: ComplaintCorrections;
  confirmation_asks: ConfirmationAsks;
  confirmation_lists: ConfirmationLists;
  confirmers: Confirmers;
  consents: Consents;
  consultations: Consultations;
  contact_budgets: ContactBudgets;
  contact_uses: ContactUses;
  contact_waits: ContactWaits;
  courses: Courses;
  coverage_days: CoverageDays;
  customer_addresses: CustomerAddresses;
  customer_changes: CustomerChanges;
  customer_grades: CustomerGrades;
  customer_numbers: CustomerNumbers;
  customer_phones: CustomerPhones;
  customer_relations: CustomerRelations;
  customers: Customers;
  desk_contacts: DeskContacts;
  desk_day_corrections: DeskDayCorrections;
  desk_days: DeskDays;
  desk_rules: DeskRules;
  desk_scores: DeskScores;
  discreet_profiles: DiscreetProfiles;
  door_calls: DoorCalls;
  duplicate_looks: DuplicateLooks;
  duplicate_suggestions: DuplicateSuggestions;
  evidence_rules: EvidenceRules;
  followup_changes: FollowupChanges;
  followup_transfers: FollowupTransfers;
  followups: Followups;
  forbidden_words: ForbiddenWords;
  form_answers: FormAnswers;
  form_corrections: FormCorrections;
  form_drafts: FormDrafts;
  form_requests: FormRequests;
  form_rule_sets: FormRuleSets;
  form_scores: FormScores;
  form_versions: FormVersions;
  grade_history: GradeHistory;
  grade_overrides: GradeOverrides;
  grade_rule_sets: GradeRuleSets;
  grade_runs: GradeRuns;
  health_warnings: HealthWarnings;
  huddle_items: HuddleItems;
  huddle_lines: HuddleLines;
  huddles: Huddles;
  idempotency_keys: IdempotencyKeys;
  import_batches: ImportBatches;
  import_notes: ImportNotes;
  installation: Installation;
  invitations: Invitations;
  late_calls: LateCalls;
  late_decisions: LateDecisions;
  latent_problems: LatentProblems;
  leaves: Leaves;
  ledger_checks: LedgerChecks;
  ledger_entries: LedgerEntries;
  ledger_mismatches: LedgerMismatches;
  ledger_postings: LedgerPostings;
  link_codes: LinkCodes;
  link_guesses: LinkGuesses;
  links: Links;
  lost_customers: LostCustomers;
  merges: Merges;
  message_attempts: MessageAttempts;
  message_pauses: MessagePauses;
  message_receipts: MessageReceipts;
  message_replies: MessageReplies;
  message_rule_sets: MessageRuleSets;
  message_templates: MessageTemplates;
  messages: Messages;
  number_repairs: NumberRepairs;
  online_booking: OnlineBooking;
  online_holds: OnlineHolds;
  organizations: Organizations;
  outbox_events: OutboxEvents;
  ownerships: Ownerships;
  paper_lines: PaperLines;
  paper_sheets: PaperSheets;
  photos: Photos;
  plans: Plans;
  protocol_drafts: ProtocolDrafts;
  protocol_replays: ProtocolReplays;
  protocol_versions: ProtocolVersions;
  reception_moves: ReceptionMoves;
  reception_words: ReceptionWords;
  receptions: Receptions;
  recovery_acts: RecoveryActs;
  recovery_answers: RecoveryAnswers;
  recovery_card_versions: RecoveryCardVersions;
  recovery_cases: RecoveryCases;
  recovery_lessons: RecoveryLessons;
  recovery_remedies: RecoveryRemedies;
  recovery_rule_sets: RecoveryRuleSets;
  recovery_signs: RecoverySigns;
  red_flag_rules: RedFlagRules;
  red_flags: RedFlags;
  release_proposals: ReleaseProposals;
  release_rule_sets: ReleaseRuleSets;
  release_runs: ReleaseRuns;
  release_warnings: ReleaseWarnings;
  retry_policies: RetryPolicies;
  schema_migrations: SchemaMigrations;
  scorecards: Scorecards;
  script_drafts: ScriptDrafts;
  script_versions: ScriptVersions;
  sending_marks: SendingMarks;
  sessions: Sessions;
  sign_in_failures: SignInFailures;
  slots: Slots;
  staff: Staff;
  staff_clinics: StaffClinics;
  staff_teams: StaffTeams;
  suppressions: Suppressions;
  teams: Teams;
  telephone_extensions: TelephoneExtensions;
  telephone_systems: TelephoneSystems;
  time_blocks: TimeBlocks;
  treatments: Treatments;
  visits: Visits;
  waiting_screens: WaitingScreens;
  waitlist_offers: WaitlistOffers;
  waitlist_wishes: WaitlistWishes;
  why_not_lists: WhyNotLists;
  work_hours: WorkHours;
}
