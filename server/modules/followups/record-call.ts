import { mayEnterLate } from '#domain/base/late-entry.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { callCounts, weightiest } from '#domain/contacts/contact-budget.ts';
import { afterAttempt, byPhone } from '#domain/followups/attempts.ts';
import type { NextStep } from '#domain/followups/attempts.ts';
import type { Followup, RecordCall, RecordedCall } from '#domain/followups/contract.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import { answersInWords, signsIn } from '#domain/scripts/answers.ts';
import type { SaidScript } from '#domain/scripts/contract.ts';
import { openedAt } from '#domain/followups/opening.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import type { z } from 'zod';
import { noteContact } from '../contacts/note-contact.ts';
import type { MadeContact } from '../contacts/note-contact.ts';
import { findWaitsGround } from '../contacts/refresh-waits.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { findScriptVersion } from '../scripts/find-scripts.ts';
import { insertAttempt, selectLastAttempt } from './attempts-store.ts';
import type { ScriptAnswers } from './attempts-store.ts';
import { hearRecovery } from './hear-recovery.ts';
import { retryInForce } from './get-retry-policy.ts';
import { readReach } from './read-reach.ts';
import { standingBefore, stopContact } from './stop-contact.ts';
import { holdFollowups, updateFollowup } from './store.ts';
import type { FollowupChange, HeldFollowup, LockedFollowup } from './store.ts';
import { writeAfterCall } from './write-after-call.ts';

/** How long the one who recorded a call may take it back, in minutes. */
export const undoMinutes = 5;

/**
 * Records one try to reach a customer, for all the followups it was made for (C5, C6): each gets its result and
 * what comes next, together or not at all. Throws Conflict `already-ended` with who and when, or `stale-version`
 * with the followup as it is now. A call that was made before, and written on paper, keeps both times (C6).
 */
export async function recordCall(
  ctx: Context,
  { happenedAt = null, ...input }: RecordCall & { happenedAt?: Instant | null },
): Promise<z.infer<typeof RecordedCall>> {
  requirePermission(ctx, 'followups.work');
  if (happenedAt !== null) {
    const decision = mayEnterLate(happenedAt, ctx.now);
    if (!decision.allowed) throw new Conflict(decision.reason);
  }
  const madeAt = happenedAt !== null && happenedAt < ctx.now ? happenedAt : ctx.now;
  if (input.callBackAt !== null && input.callBackAt <= ctx.now)
    throw new Invalid({ path: 'callBackAt', code: 'in-the-past' });
  return inTransaction(ctx, async (ctx) => {
    const isTriedAgain = input.result === 'no_answer' || input.result === 'call_back';
    const [followups, customer, retry, waitsGround] = await Promise.all([
      holdForCall(ctx, input),
      holdCustomer(ctx, input.customerId),
      isTriedAgain ? retryInForce(ctx) : undefined,
      callCounts(input.result) ? findWaitsGround(ctx, [input.customerId]) : undefined,
    ]);
    const { refusesContact } = customer;
    const { timezone } = followups[0]!;
    const reachOf = isTriedAgain
      ? await readReach(ctx, { ...customer, hasPhone: customer.phone !== null })
      : () => byPhone(timezone);
    let message = false;
    const callId = newId();
    const standing = standingBefore(input, customer);
    const signs: HeardSign[] = [];
    const after: Followup[] = [];
    for (const followup of followups) {
      const heard = input.followups.find((each) => each.followupId === followup.id)!;
      const said = heard.script ? await inWords(ctx, heard.script) : null;
      signs.push(...(said?.signs ?? []));
      await insertAttempt(ctx, {
        id: newId(),
        call_id: callId,
        customer_id: input.customerId,
        followup_id: followup.id,
        staff_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
        at: ctx.now,
        happened_at: madeAt < ctx.now ? madeAt : null,
        channel: input.channel,
        result: input.result,
        opened_at: openedAt(input.sheetOpenedAt, ctx.now),
        duration_seconds: input.durationSeconds,
        score: heard.score,
        notes: heard.notes,
        problem: input.problem,
        action_plan: input.actionPlan,
        next_appointment_on: input.nextAppointmentOn,
        call_back_at: input.callBackAt,
        reason: input.reason,
        followup_before: standingOf(followup),
        customer_before: standing,
        script_answers: said?.answers ?? null,
      });
      const next = afterAttempt(
        {
          ...{ result: input.result, at: madeAt, enteredAt: ctx.now },
          ...{ triesBefore: followup.tries, callBackAt: input.callBackAt },
        },
        reachOf(followup),
        retry?.policy,
      );
      message ||= next.kind === 'retry' && next.message;
      const change = changeBy(next, followup, ctx.now, input.reason);
      await updateFollowup(ctx, followup.id, change);
      after.push(changed(followup, change));
      if (next.kind === 'done') {
        await announce(ctx, {
          type: 'followup.answered',
          followupId: followup.id,
          customerId: input.customerId,
          callId,
          score: heard.score,
          at: ctx.now,
        });
      }
      if (next.kind === 'refused')
        await announce(ctx, {
          type: 'followup.ended',
          followupId: followup.id,
          customerId: input.customerId,
        });
    }
    if (message && !refusesContact) {
      await queueMessage(ctx, {
        ...{ customerId: input.customerId, templateKey: 'not-reached', variables: {} },
        cause: { kind: 'call', id: callId },
      });
    }
    if (waitsGround) {
      const contact: MadeContact = {
        customerId: input.customerId,
        at: madeAt,
        channel: input.channel,
        purpose: weightiest(followups.map(({ purpose }) => purpose)),
        staffId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
        cause: { kind: 'call', id: callId },
        zone: timezone,
      };
      await noteContact(ctx, contact, waitsGround);
    }
    if (standing) await stopContact(ctx, { id: input.customerId, zone: timezone }, standing);
    const undoUntil = addMinutes(ctx.now, undoMinutes);
    await writeAfterCall(ctx, input, { id: callId, customer, notBefore: undoUntil });
    const doctorCallsBy = await hearRecovery(ctx, { call: input, callId, followups, signs, zone: timezone });
    await recordAudit(ctx, {
      action: `call.${input.result.replace('_', '-')}`,
      subject: { type: 'customer', id: input.customerId },
      reason: callId,
    });
    return { callId, followups: after, undoUntil, doctorCallsBy };
  });
}

/** What was answered on the way through a script, in the words of the version that was read from. */
async function inWords(
  ctx: TransactionContext,
  said: SaidScript,
): Promise<{ answers: ScriptAnswers | null; signs: HeardSign[] }> {
  const { code, version } = said;
  const script = await findScriptVersion(ctx, code, version);
  const answers = script && answersInWords(script.definition, said.answers);
  if (!answers) throw new Invalid({ path: 'followups.script', code: 'not-this-script' });
  return {
    answers: answers.length === 0 ? null : { code, version, answers },
    signs: signsIn(script.definition, said.answers),
  };
}

async function holdForCall(ctx: TransactionContext, input: RecordCall): Promise<HeldFollowup[]> {
  const ids = input.followups.map((each) => each.followupId);
  if (new Set(ids).size < ids.length) throw new Invalid({ path: 'followups', code: 'doubled' });
  const followups = await holdFollowups(ctx, ids);
  for (const heard of input.followups) {
    const followup = followups.find((each) => each.id === heard.followupId);
    if (!followup || followup.customerId !== input.customerId)
      throw new NotFound('followup', heard.followupId);
    requireClinic(ctx, followup.clinicId, 'followup', heard.followupId);
    if (followup.state !== 'open') {
      throw new Conflict('already-ended', {
        followupId: followup.id,
        last: await selectLastAttempt(ctx, followup.id),
      });
    }
    if (followup.version !== heard.version) {
      throw new Conflict('stale-version', {
        current: asShown(followup),
        last: await selectLastAttempt(ctx, followup.id),
      });
    }
  }
  return followups;
}

const noNextTry = { next_try_at: null, next_channel: null } as const;

/** What a try makes of its followup. */
export function changeBy(
  next: NextStep,
  followup: Pick<LockedFollowup, 'tries'>,
  now: string,
  reason: string | null,
): Partial<FollowupChange> {
  const tried = { last_attempt_at: now };
  switch (next.kind) {
    case 'done':
      return { ...tried, state: 'done', ended_at: now, escalation: null, ...noNextTry };
    case 'refused':
      return {
        ...tried,
        state: 'refused',
        ended_at: now,
        end_reason: reason,
        escalation: null,
        ...noNextTry,
      };
    case 'retry':
      return {
        ...tried,
        next_try_at: next.at,
        next_channel: next.channel,
        tries: followup.tries + (next.countsAsTry ? 1 : 0),
        escalation: null,
      };
    case 'escalate':
      return { ...tried, ...noNextTry, tries: followup.tries + 1, escalation: next.why };
  }
}

/** All that an attempt changes, as it stands. */
function standingOf(followup: Followup): FollowupChange {
  return {
    state: followup.state,
    escalation: followup.escalation,
    tries: followup.tries,
    next_try_at: followup.nextTryAt,
    next_channel: followup.nextChannel,
    last_attempt_at: followup.lastAttemptAt,
    ended_at: followup.endedAt,
    end_reason: followup.endReason,
  };
}

/** The followup as it is read once the change is written. */
function changed(followup: HeldFollowup, change: Partial<FollowupChange>): Followup {
  const standing = { ...standingOf(followup), ...change };
  return {
    ...asShown(followup),
    state: standing.state,
    escalation: standing.escalation,
    tries: standing.tries,
    nextTryAt: standing.next_try_at,
    nextChannel: standing.next_channel,
    lastAttemptAt: standing.last_attempt_at,
    endedAt: standing.ended_at,
    endReason: standing.end_reason,
    version: followup.version + 1,
  };
}

function asShown({ timezone: _timezone, ...followup }: HeldFollowup): Followup {
  return withoutStep(followup);
}

export function withoutStep<T extends { step: unknown }>({
  step: _step,
  ...followup
}: T): Omit<T, 'step'> & Followup {
  return followup as unknown as Omit<T, 'step'> & Followup;
}
