import type pg from 'pg';

export interface FollowupRow {
  id: string;
  planId: string;
  customerId: string;
  stepKey: string;
  occurrence: number;
  purpose: string;
  role: string;
  assigneeId: string | null;
  closesAt: string;
  state: string;
  createdAt: string;
  endedAt: string | null;
  endReason: string | null;
  version: number;
}

export interface PlanRow {
  id: string;
  customerId: string;
  clinicId: string;
  versionId: string;
  event: string;
  eventKey: string;
  eventAt: string;
  createdAt: string;
}

export interface AttemptRow {
  callId: string;
  customerId: string;
  followupId: string;
  staffId: string | null;
  at: string;
  result: string;
  score: number | null;
  callBackAt: string | null;
  triedNextAt: string | null;
  refusedAll: boolean;
  undoneAt: string | null;
}

interface CustomerRow {
  id: string;
  name: string;
  birthday: string | null;
  birthdayCalendar: string;
  isImported: boolean;
  createdAt: string;
}

interface VisitRow {
  id: string;
  customerId: string;
  openedAt: string;
  closedAt: string | null;
  visitedOn: string;
  isImported: boolean;
  categories: string[];
  finished: string[];
}

interface ConsultationRow {
  id: string;
  customerId: string;
  openedAt: string;
  closedAt: string | null;
  nextStep: string | null;
  words: string | null;
  closings: number;
}

interface SafeHours {
  days: number[];
  from: string;
  to: string;
}

/** Everything the clinics' database remembers of a year, as plain rows; times are UTC text. */
export interface History {
  until: string;
  zone: string;
  customers: CustomerRow[];
  visits: VisitRow[];
  consultations: ConsultationRow[];
  contacts: { customerId: string; at: string }[];
  appointments: {
    id: string;
    customerId: string;
    bookedAt: string;
    startsAt: string;
    state: string;
    cancelledAt: string | null;
  }[];
  messages: {
    id: string;
    customerId: string;
    template: string;
    cause: string;
    causeId: string;
    queuedAt: string;
  }[];
  plans: PlanRow[];
  followups: FollowupRow[];
  attempts: AttemptRow[];
  versions: {
    id: string;
    code: string;
    steps: string[];
    effectiveFrom: string | null;
    retiredAt: string | null;
    publishedAt: string;
  }[];
  staff: { id: string; role: string }[];
  audit: {
    at: string;
    action: string;
    actorId: string | null;
    subjectId: string | null;
    reason: string | null;
  }[];
  lost: {
    customerId: string;
    foundAt: string;
    endedAt: string | null;
    reason: string | null;
    by: string | null;
  }[];
  /** `workedAt`: when somebody last did something in it, or it was opened. */
  cases: { id: string; customerId: string; state: string; workedAt: string }[];
  /** Customers whose grade is D at the end. */
  unhappy: string[];
  deposits: { id: string; customerId: string }[];
  closedMonths: { clinicId: string; month: string }[];
  discreet: { customerId: string; since: string; safeHours: SafeHours[] }[];
  unheardEvents: { id: string; type: string }[];
}

const at = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Reads one organization's history as the database's owner, past the program and its rules. */
export async function readHistory(
  db: pg.ClientBase,
  orgId: string,
  until: string,
  zone: string,
): Promise<History> {
  const rows = async <T>(sql: string): Promise<T[]> => (await db.query(sql, [orgId])).rows as T[];
  const treatments = (what: string) =>
    `array(select distinct t.category from treatments t where t.org_id = v.org_id and t.visit_id = v.id ${what})`;
  return {
    until,
    zone,
    customers: await rows(`
      select id, name, to_char(birthday, 'YYYY-MM-DD') as birthday,
        birthday_calendar as "birthdayCalendar", import_batch_id is not null as "isImported",
        ${at('created_at')} as "createdAt" from customers where org_id = $1 and merged_into is null`),
    visits: await rows(`
      select id, customer_id as "customerId", ${at('opened_at')} as "openedAt", ${at('closed_at')} as "closedAt",
        to_char(visited_on, 'YYYY-MM-DD') as "visitedOn", import_batch_id is not null as "isImported",
        ${treatments('')} as categories, ${treatments('and t.finishes_course')} as finished
      from visits v where org_id = $1`),
    consultations: await rows(`
      select id, customer_id as "customerId", ${at('opened_at')} as "openedAt", ${at('closed_at')} as "closedAt",
        next_step as "nextStep", next_step_words as words, closings from consultations where org_id = $1`),
    contacts: await rows(`
      select customer_id as "customerId", ${at('at')} as at from desk_contacts
      where org_id = $1 and withdrawn_at is null`),
    appointments: await rows(`
      select id, customer_id as "customerId", ${at('created_at')} as "bookedAt", ${at('starts_at')} as "startsAt",
        state, ${at('cancelled_at')} as "cancelledAt" from appointments where org_id = $1`),
    messages: await rows(`
      select id, customer_id as "customerId", template_key as template, cause_kind as cause, cause_id as "causeId",
        ${at('queued_at')} as "queuedAt" from messages where org_id = $1`),
    plans: await rows(`
      select id, customer_id as "customerId", clinic_id as "clinicId", protocol_version_id as "versionId", event,
        event_key as "eventKey", ${at('event_at')} as "eventAt", ${at('created_at')} as "createdAt" from plans where org_id = $1`),
    followups: await rows(`
      select id, plan_id as "planId", customer_id as "customerId", step_key as "stepKey", occurrence, purpose, role,
        assignee_id as "assigneeId", ${at('closes_at')} as "closesAt", state, ${at('created_at')} as "createdAt",
        ${at('ended_at')} as "endedAt", end_reason as "endReason", version from followups where org_id = $1`),
    attempts: await rows(`
      select call_id as "callId", customer_id as "customerId", followup_id as "followupId", staff_id as "staffId",
        ${at('at')} as at, result, score, ${at('call_back_at')} as "callBackAt",
        followup_before ->> 'next_try_at' as "triedNextAt", coalesce(customer_before ? 'refusesContact', false) as "refusedAll",
        ${at('undone_at')} as "undoneAt" from attempts where org_id = $1`),
    versions: await rows(`
      select id, code, array(select s ->> 'key' from jsonb_array_elements(definition -> 'steps') s) as steps,
        ${at('effective_from')} as "effectiveFrom", ${at('retired_at')} as "retiredAt",
        ${at('published_at')} as "publishedAt" from protocol_versions where org_id = $1`),
    staff: await rows(`select id, role from staff where org_id = $1`),
    audit: await rows(`
      select ${at('at')} as at, action, actor_id as "actorId", subject_id as "subjectId", reason
      from audit_entries where org_id = $1`),
    lost: await rows(`
      select customer_id as "customerId", ${at('found_at')} as "foundAt", ${at('ended_at')} as "endedAt", reason,
        ended_by as by from lost_customers where org_id = $1`),
    cases: await rows(`
      select c.id, c.customer_id as "customerId", c.state, greatest(${at('c.opened_at')}, (
        select max(${at('a.at')}) from recovery_acts a
        where a.org_id = c.org_id and a.case_id = c.id and a.by_id is not null)) as "workedAt"
      from recovery_cases c where c.org_id = $1`),
    unhappy: (
      await rows<{ id: string }>(
        `select customer_id as id from customer_grades where org_id = $1 and grade = 'D'`,
      )
    ).map(({ id }) => id),
    deposits: await rows(`
      select id, customer_id as "customerId" from ledger_entries where org_id = $1 and kind = 'deposit'`),
    closedMonths: await rows(`select clinic_id as "clinicId", month from closed_months where org_id = $1`),
    discreet: await rows(`
      select customer_id as "customerId", ${at('updated_at')} as since, profile -> 'safeHours' as "safeHours"
      from discreet_profiles where org_id = $1`),
    unheardEvents: await rows(`
      select id, type from outbox_events where org_id = $1 and dispatched_at is null`),
  };
}

/** A promise that was broken, in words a person can look into. */
export interface Violation {
  kind:
    | 'lost'
    | 'forgotten'
    | 'out-of-hours'
    | 'not-to-be-called'
    | 'over-budget'
    | 'unexplained'
    | 'doubled'
    | 'unheard';
  words: string;
}
