import { sql } from 'kysely';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Escalation, Followup, FollowupState, Repeat } from '#domain/followups/contract.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import type { Step, TriggerEvent } from '#domain/followups/protocol.ts';
import type { RetryChannel } from '#domain/followups/ways-to-try.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';
import { often } from '#server/platform/database/prepared.ts';
import { askedOf, updateVersioned } from '#server/platform/database/put-together-once.ts';
import type { Asking } from '#server/platform/database/put-together-once.ts';
import { selectPublishedVersions } from './versions-store.ts';

/** A followup with the step it came from: its script and channels are the published version's. */
export type FollowupWithStep = Followup & { step: Step };

export interface HeldFollowup extends FollowupWithStep {
  /** The clinic's. */
  timezone: TimeZone;
}

interface Which {
  ids?: readonly string[];
  customerId?: string;
  customerIds?: readonly string[];
  state?: FollowupState;
}

/** Followups with their plan, protocol and holder, in the order their windows break. */
export async function selectFollowups(ctx: TransactionContext, which: Which): Promise<FollowupWithStep[]> {
  return withSteps(ctx, await selectRows(ctx, which));
}

/** The same, held until the transaction ends, in one order, so that two calls cannot both record them. */
export async function holdFollowups(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<HeldFollowup[]> {
  const { rows } = await selectHeld(ctx, ids, {});
  const followups = await withSteps(ctx, rows);
  return followups.map((followup, place) => ({ ...followup, timezone: rows[place]!.timezone }));
}

const selectHeld = askedOf((ctx, isOneOfThem) =>
  rowsOf(ctx)
    .innerJoin('clinics as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.id', '=', 'f.clinic_id'),
    )
    .select('k.timezone')
    .where(isOneOfThem('f.id'))
    .orderBy('f.id')
    .forUpdate(['f'])
    .modifyEnd(often),
);

type Row = Awaited<ReturnType<typeof selectRows>>[number];

async function withSteps(ctx: TransactionContext, rows: readonly Row[]): Promise<FollowupWithStep[]> {
  const published = await selectPublishedVersions(ctx, new Set(rows.map(({ versionId }) => versionId)));
  return rows.map(({ versionId, eventKey, scriptCode, occurrence, ...row }) => {
    const { version, definition: protocol } = published.get(versionId)!;
    const step = protocol.steps.find((each) => each.key === row.stepKey)!;
    const matter = row.event === 'manual' ? eventKey.slice(eventKey.indexOf(' ') + 1) : null;
    return {
      ...row,
      protocolCode: protocol.code,
      protocolName: protocol.name,
      protocolVersion: version,
      repeat: repeatOf(step, occurrence),
      stepName: matter === null ? step.name : { zh: matter, en: matter },
      purpose: row.purpose as Step['purpose'],
      role: row.role as FollowupRole,
      event: row.event as TriggerEvent,
      state: row.state as FollowupState,
      escalation: row.escalation as Escalation | null,
      nextChannel: row.nextChannel as RetryChannel | null,
      step: scriptCode === null ? step : { ...step, scriptCode },
    };
  });
}

function repeatOf({ window }: Step, occurrence: number): Repeat | null {
  if (window.kind !== 'repeat') return null;
  const { times, every, unit } = window;
  return { occurrence, times, every, unit };
}

function selectRows(ctx: TransactionContext, which: Which) {
  return rowsOf(ctx)
    .$if(which.ids !== undefined, (query) => query.where(isOneOf('f.id', which.ids!)))
    .$if(which.customerId !== undefined, (query) => query.where('f.customer_id', '=', which.customerId!))
    .$if(which.customerIds !== undefined, (query) =>
      query.where(isOneOf('f.customer_id', which.customerIds!)),
    )
    .$if(which.state !== undefined, (query) => query.where('f.state', '=', which.state!))
    .orderBy('f.closes_at')
    .orderBy('f.id')
    .modifyEnd(often)
    .execute();
}

function rowsOf(ctx: Asking) {
  return ctx.db
    .selectFrom('followups as f')
    .innerJoin('plans as p', (join) => join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'f.plan_id'))
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'f.assignee_id'))
    .select([
      'f.id',
      'f.customer_id as customerId',
      'f.clinic_id as clinicId',
      'p.protocol_version_id as versionId',
      'f.step_key as stepKey',
      'f.occurrence',
      'f.purpose',
      'f.role',
      'f.assignee_id as assigneeId',
      's.name as assigneeName',
      'p.event',
      'p.event_at as eventAt',
      'p.event_key as eventKey',
      'p.script_code as scriptCode',
      'f.opens_at as opensAt',
      'f.due_at as dueAt',
      'f.closes_at as closesAt',
      'f.state',
      'f.escalation',
      'f.tries',
      'f.next_try_at as nextTryAt',
      'f.next_channel as nextChannel',
      'f.last_attempt_at as lastAttemptAt',
      'f.ended_at as endedAt',
      'f.end_reason as endReason',
      'f.version',
    ])
    .where('f.org_id', '=', ctx.orgId);
}

export interface LockedFollowup {
  id: string;
  customerId: string;
  clinicId: string;
  /** The clinic's. */
  timezone: TimeZone;
  purpose: Step['purpose'];
  assigneeId: string | null;
  state: FollowupState;
  version: number;
  tries: number;
  /** All that an attempt changes, as it was. */
  before: FollowupChange;
}

export interface FollowupChange {
  state: FollowupState;
  escalation: Escalation | null;
  tries: number;
  next_try_at: Instant | null;
  next_channel: RetryChannel | null;
  last_attempt_at: Instant | null;
  ended_at: Instant | null;
  end_reason: string | null;
}

/** Holds the followups until the transaction ends, in one order, so that two calls cannot both record them. */
export async function lockFollowups(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<LockedFollowup[]> {
  const { rows } = await sql<FollowupChange & Omit<LockedFollowup, keyof FollowupChange | 'before'>>`
    select f.id, f.customer_id as "customerId", f.clinic_id as "clinicId", f.purpose,
      f.assignee_id as "assigneeId", f.version, f.state, f.escalation, f.tries, f.next_try_at, f.next_channel,
      f.last_attempt_at, f.ended_at, f.end_reason, k.timezone
    from followups f join clinics k on k.org_id = ${ctx.orgId} and k.id = f.clinic_id
    where f.org_id = ${ctx.orgId} and ${isOneOf('f.id', ids)}
    order by f.id
    for update of f ${often}`.execute(ctx.db);
  return rows.map(({ id, customerId, clinicId, purpose, assigneeId, version, timezone, ...before }) => ({
    ...{ id, customerId, clinicId, timezone, purpose, assigneeId, version },
    ...{ state: before.state, tries: before.tries, before },
  }));
}

export async function updateFollowup(
  ctx: TransactionContext,
  id: string,
  change: Partial<FollowupChange> & { assignee_id?: string | null },
): Promise<void> {
  ctx.alongside(updateVersioned(ctx, 'followups', id, change));
}

/** Ends by a fact what is still owed of these; gives whose each of them was. */
export async function endOpenFollowups(
  ctx: TransactionContext,
  which: { planIds?: readonly string[]; ids?: readonly string[] },
  reason: EndReason,
): Promise<string[]> {
  const { planIds = [], ids = [] } = which;
  if (planIds.length + ids.length === 0) return [];
  const ended = await ctx.db
    .updateTable('followups')
    .set((eb) => ({
      state: 'ended',
      ended_at: ctx.now,
      end_reason: reason,
      next_try_at: null,
      next_channel: null,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`(plan_id = any(${[...planIds]}::uuid[]) or id = any(${[...ids]}::uuid[]))`)
    .where('state', '=', 'open')
    .returning('customer_id as customerId')
    .execute();
  return ended.map(({ customerId }) => customerId);
}

export function selectClinicOf(ctx: TransactionContext, clinicId: string) {
  return ctx.db
    .selectFrom('clinics')
    .select(['id', 'name', 'timezone'])
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', clinicId)
    .modifyEnd(often)
    .executeTakeFirstOrThrow();
}

export async function staffIsActive(ctx: TransactionContext, staffId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', staffId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}
