import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { influenceFields, maySeeInfluence } from '#domain/customers/influence.ts';
import { below } from '#domain/customers/timeline.ts';
import type { TimelineKind, TimelinePlace } from '#domain/customers/timeline.ts';
import type { TimelineEntry } from '#domain/customers/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

// A timeline is everything that ever happened to one customer (A3), so this file reads what other modules keep:
// appointments, visits, treatments, consultations, plans, followups, attempts and what shows them, warning signs, messages,
// imports. It only reads, and only by customer; asking each module in turn would make customers know them all.

export interface TimelineRow {
  rowId: string;
  at: string;
  byName: string | null;
  facts: TimelineEntry['facts'];
}

export interface TimelinePage {
  customerId: string;
  /** Only what stands below it. */
  before: TimelinePlace | null;
  limit: number;
}

type Query = (ctx: TransactionContext, page: TimelinePage) => RawBuilder<TimelineRow>;

/** One kind's newest entries below a place. */
export async function selectTimeline(
  ctx: TransactionContext,
  kind: TimelineKind,
  page: TimelinePage,
): Promise<TimelineRow[]> {
  const { rows } = await queries[kind](ctx, page).execute(ctx.db);
  return rows;
}

const queries: Record<TimelineKind, Query> = {
  created: (ctx, page) => sql`
    select c.id as "rowId", c.created_at as at, s.name as "byName", json_build_object('number', c.number) as facts
    from customers c left join staff s on s.org_id = ${ctx.orgId} and s.id = c.created_by
    where c.org_id = ${ctx.orgId} and ${isRecordOf(page)} and c.import_batch_id is null
      ${newestBelow(page, 'created', 'c.created_at', 'c.id')}`,

  imported: (ctx, page) => sql`
    select c.id as "rowId", c.created_at as at, s.name as "byName", json_build_object('fileName', b.file_name) as facts
    from customers c
      left join import_batches b on b.org_id = ${ctx.orgId} and b.id = c.import_batch_id
      left join staff s on s.org_id = ${ctx.orgId} and s.id = c.created_by
    where c.org_id = ${ctx.orgId} and ${isRecordOf(page)} and c.import_batch_id is not null
      ${newestBelow(page, 'imported', 'c.created_at', 'c.id')}`,

  appointment: (ctx, page) => sql`
    select a.id as "rowId", a.starts_at as at, null as "byName", json_build_object(
      'state', a.state, 'startsAt', ${instant('a.starts_at')}, 'bookedAt', ${instant('a.booked_at')},
      'clinicName', k.name) as facts
    from appointments a join clinics k on k.org_id = ${ctx.orgId} and k.id = a.clinic_id
    where a.org_id = ${ctx.orgId} and a.customer_id = ${page.customerId}
      ${newestBelow(page, 'appointment', 'a.starts_at', 'a.id')}`,

  visit: (ctx, page) => sql`
    select v.id as "rowId", v.opened_at as at, s.name as "byName", json_build_object(
      'kind', v.kind, 'visitedOn', v.visited_on, 'state', v.state, 'chiefComplaint', v.chief_complaint,
      'treatments', array(select t.name from treatments t
        where t.org_id = ${ctx.orgId} and t.visit_id = v.id order by t.position),
      'clinicName', k.name) as facts
    from visits v join clinics k on k.org_id = ${ctx.orgId} and k.id = v.clinic_id
      left join staff s on s.org_id = ${ctx.orgId} and s.id = v.created_by
    where v.org_id = ${ctx.orgId} and v.customer_id = ${page.customerId}
      ${newestBelow(page, 'visit', 'v.opened_at', 'v.id')}`,

  'consultation-opened': (ctx, page) => sql`
    select c.id as "rowId", c.opened_at as at, s.name as "byName", json_build_object(
      'place', c.place, 'asked', c.asked, 'categories', c.asked_categories, 'consultantName', h.name) as facts
    from consultations c left join staff s on s.org_id = ${ctx.orgId} and s.id = c.opened_by
      left join staff h on h.org_id = ${ctx.orgId} and h.id = c.consultant_id
    where c.org_id = ${ctx.orgId} and c.customer_id = ${page.customerId}
      ${newestBelow(page, 'consultation-opened', 'c.opened_at', 'c.id')}`,

  'consultation-closed': (ctx, page) => sql`
    select c.id as "rowId", c.closed_at as at, s.name as "byName", json_build_object(
      'outcome', c.outcome, 'dealFen', c.deal_fen, 'depositFen', c.deposit_fen,
      'agreed', array(select i->>'name' from jsonb_array_elements(c.items) i where (i->>'isAgreed')::boolean),
      'whyNotZh', array(select w->>'zh' from jsonb_array_elements(c.why_not) w),
      'whyNotEn', array(select w->>'en' from jsonb_array_elements(c.why_not) w),
      'whyNotWords', c.why_not_words, 'nextStep', c.next_step, 'nextStepOn', c.next_step_on,
      'nextStepWords', c.next_step_words, 'nextStaffName', n.name, 'nextStartsAt', ${instant('a.starts_at')}) as facts
    from consultations c left join staff s on s.org_id = ${ctx.orgId} and s.id = c.closed_by
      left join staff n on n.org_id = ${ctx.orgId} and n.id = c.next_step_staff_id
      left join appointments a on a.org_id = ${ctx.orgId} and a.id = c.next_step_appointment_id
    where c.org_id = ${ctx.orgId} and c.customer_id = ${page.customerId} and c.closed_at is not null
      ${newestBelow(page, 'consultation-closed', 'c.closed_at', 'c.id')}`,

  'followup-planned': (ctx, page) => sql`
    select f.id as "rowId", f.created_at as at, null as "byName", json_build_object(
      'protocolZh', r.definition->'name'->>'zh', 'protocolEn', r.definition->'name'->>'en', ${stepNames},
      'dueAt', ${instant('f.due_at')}, 'assigneeName', s.name,
      'event', p.event, 'eventAt', ${instant('p.event_at')}) as facts
    from followups f ${withStep(ctx)}
      left join staff s on s.org_id = ${ctx.orgId} and s.id = f.assignee_id
    where f.org_id = ${ctx.orgId} and f.customer_id = ${page.customerId}
      ${newestBelow(page, 'followup-planned', 'f.created_at', 'f.id')}`,

  // When the next try comes, and whether the supervisor has it, is true of a followup's last try only. What shows a call
  // is said of people's calls: a form that the customer filled in shows itself.
  attempt: (ctx, page) => sql`
    select a.id as "rowId", a.at, s.name as "byName", json_build_object(
      'callId', a.call_id, 'result', a.result, 'channel', a.channel, 'score', a.score, 'notes', a.notes,
      'problem', a.problem, 'actionPlan', a.action_plan, 'nextAppointmentOn', a.next_appointment_on,
      'callBackAt', ${instant('a.call_back_at')}, 'reason', a.reason, ${stepNames},
      'nextTryAt', case when ${isLastTry} then ${instant('f.next_try_at')} end,
      'escalation', case when ${isLastTry} then f.escalation end,
      'tries', (a.followup_before->>'tries')::int + (a.result in ('no_answer', 'wrong_number'))::int,
      'answersZh', ${answersIn('zh')}, 'answersEn', ${answersIn('en')},
      'happenedAt', ${instant('a.happened_at')}, 'undone', a.undone_at is not null,
      'grade', case when a.staff_id is not null and a.undone_at is null then coalesce(e.grade, 'E0') end,
      'isLate', coalesce(e.is_late, false)) as facts
    from attempts a
      join followups f on f.org_id = ${ctx.orgId} and f.id = a.followup_id ${withStep(ctx)}
      left join call_evidence e on e.org_id = ${ctx.orgId} and e.call_id = a.call_id
      left join staff s on s.org_id = ${ctx.orgId} and s.id = a.staff_id
    where a.org_id = ${ctx.orgId} and a.customer_id = ${page.customerId}
      ${newestBelow(page, 'attempt', 'a.at', 'a.id')}`,

  'red-flag-raised': (ctx, page) => sql`
    select r.id as "rowId", r.raised_at as at, s.name as "byName", json_build_object(
      'signsZh', ${signsIn('zh')}, 'signsEn', ${signsIn('en')}, 'urgency', r.urgency, 'state', r.state,
      'promisedAt', ${instant('r.promised_at')}, 'doctorName', d.name) as facts
    from red_flags r left join staff s on s.org_id = ${ctx.orgId} and s.id = r.raised_by
      left join staff d on d.org_id = ${ctx.orgId} and d.id = r.doctor_id
    where r.org_id = ${ctx.orgId} and r.customer_id = ${page.customerId}
      ${newestBelow(page, 'red-flag-raised', 'r.raised_at', 'r.id')}`,

  'red-flag-answered': (ctx, page) => sql`
    select r.id as "rowId", r.ended_at as at, s.name as "byName", json_build_object(
      'signsZh', ${signsIn('zh')}, 'signsEn', ${signsIn('en')}, 'verdict', r.verdict, 'words', r.words,
      'advice', r.advice, 'toldCustomer', r.told_customer, 'isKept', r.ended_at <= r.promised_at) as facts
    from red_flags r left join staff s on s.org_id = ${ctx.orgId} and s.id = r.answered_by
    where r.org_id = ${ctx.orgId} and r.customer_id = ${page.customerId} and r.state = 'answered'
      ${newestBelow(page, 'red-flag-answered', 'r.ended_at', 'r.id')}`,

  // An answer or a refusal is told by its attempt; here is what ended without one, and by whom.
  'followup-ended': (ctx, page) => sql`
    select f.id as "rowId", f.ended_at as at, s.name as "byName",
      json_build_object('state', f.state, 'reason', f.end_reason, ${stepNames}) as facts
    from followups f ${withStep(ctx)}
      left join lateral (
        select e.actor_id from audit_entries e
        where e.org_id = ${ctx.orgId} and e.subject_id = f.id and e.action = 'followup.ended'
        order by e.at desc limit 1) e on true
      left join staff s on s.org_id = ${ctx.orgId} and s.id = e.actor_id
    where f.org_id = ${ctx.orgId} and f.customer_id = ${page.customerId}
      and f.ended_at is not null and (f.state = 'ended' or f.ended_at is distinct from f.last_attempt_at)
      ${newestBelow(page, 'followup-ended', 'f.ended_at', 'f.id')}`,

  // One edit, whatever the number of its fields; it names them, and the history has what they held.
  edited: (ctx, page) => sql`
    select e.id as "rowId", e.at, s.name as "byName", json_build_object('fields', e.fields) as facts
    from (
      select h.edit_id as id, h.changed_at as at, h.changed_by, array_agg(h.field order by h.field) as fields
      from customer_changes h
      where h.org_id = ${ctx.orgId} and h.customer_id = ${page.customerId}
        and h.field <> all(${hiddenFields(ctx)}::text[])
      group by h.edit_id, h.changed_at, h.changed_by) e
      left join staff s on s.org_id = ${ctx.orgId} and s.id = e.changed_by
    where true ${newestBelow(page, 'edited', 'e.at', 'e.id')}`,

  // What never left is no part of what happened; the page of messages has it.
  message: (ctx, page) => sql`
    select m.id as "rowId", m.sent_at as at, s.name as "byName", json_build_object(
      'kind', m.kind, 'channel', m.channel, 'state', m.state, 'text', m.text,
      'toGuardian', m.to_guardian) as facts
    from messages m left join staff s on s.org_id = ${ctx.orgId} and s.id = coalesce(m.settled_by, m.queued_by)
    where m.org_id = ${ctx.orgId} and m.customer_id = ${page.customerId} and m.sent_at is not null
      ${newestBelow(page, 'message', 'm.sent_at', 'm.id')}`,

  'message-answered': (ctx, page) => sql`
    select r.id as "rowId", r.at, null as "byName", json_build_object(
      'text', r.text, 'isOptOut', r.is_opt_out) as facts
    from message_replies r
    where r.org_id = ${ctx.orgId} and r.customer_id = ${page.customerId}
      ${newestBelow(page, 'message-answered', 'r.at', 'r.id')}`,
};

function hiddenFields(ctx: TransactionContext): string[] {
  return maySeeInfluence(ctx.actor.role) ? [] : [...influenceFields];
}

/** A record that became part of this one tells where it came from as well. */
function isRecordOf({ customerId }: TimelinePage): RawBuilder<unknown> {
  return sql`(c.id = ${customerId} or c.merged_into = ${customerId})`;
}

function withStep(ctx: TransactionContext): RawBuilder<unknown> {
  return sql`join plans p on p.org_id = ${ctx.orgId} and p.id = f.plan_id
      join protocol_versions r on r.org_id = ${ctx.orgId} and r.id = p.protocol_version_id
      left join lateral (
        select step->'name' as name from json_array_elements((r.definition->'steps')::json) step
        where step->>'key' = f.step_key) step on true`;
}

/** A reminder is in the words of the person who set it, which stand after the id in its plan's key. */
const stepNames = sql`
  'stepZh', case when p.event = 'manual' then substr(p.event_key, strpos(p.event_key, ' ') + 1) else step.name->>'zh' end,
  'stepEn', case when p.event = 'manual' then substr(p.event_key, strpos(p.event_key, ' ') + 1) else step.name->>'en' end`;

/** "是否使用：用了", one line for each question of the script that was answered. */
function answersIn(language: 'zh' | 'en'): RawBuilder<unknown> {
  const colon = language === 'zh' ? '：' : ': ';
  return sql`array(
    select concat(h->'question'->>${language}::text, ${colon}::text, h->'answer'->>${language}::text)
    from jsonb_array_elements(a.script_answers->'answers') h)`;
}

/** What the customer named, one by one. */
function signsIn(language: 'zh' | 'en'): RawBuilder<unknown> {
  return sql`array(select sign->>${language}::text from jsonb_array_elements(r.signs) sign)`;
}

const isLastTry = sql`a.undone_at is null and a.at = f.last_attempt_at`;

/** An instant as all of the house writes it: within JSON the database would choose its own form. */
function instant(column: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The end of a query: what stands below the page before, the newest of it first, and no more than fits. */
function newestBelow(page: TimelinePage, kind: TimelineKind, at: string, id: string): RawBuilder<unknown> {
  const order = sql`order by ${sql.ref(at)} desc, ${sql.ref(id)} desc limit ${page.limit}`;
  if (!page.before) return order;
  const { at: moment, rowId } = page.before;
  switch (below(kind, page.before)) {
    case 'with-moment':
      return sql`and ${sql.ref(at)} <= ${moment} ${order}`;
    case 'before-moment':
      return sql`and ${sql.ref(at)} < ${moment} ${order}`;
    case 'before-row':
      return sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${moment}::timestamptz, ${rowId}::uuid) ${order}`;
  }
}
