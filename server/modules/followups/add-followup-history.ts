import type { Instant } from '#domain/base/time.ts';
import type { Channel, Purpose } from '#domain/contacts/contact.ts';
import { callCounts, weightiest } from '#domain/contacts/contact-budget.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { noteContacts } from '../contacts/note-contacts.ts';
import { insertPastAttempts, insertPastFollowups, insertPastPlans } from './history-store.ts';
import type { PastFollowup, PastPlan } from './history-store.ts';
import { claimClosedMonths } from './planning-store.ts';
import type { AttemptRow } from './attempts-store.ts';
import type { FollowupChange } from './store.ts';

export type { AttemptRow, FollowupChange, PastFollowup, PastPlan };

/** A followup that somebody ended by hand; who did so stands in the audit trail only. */
export interface PastEnding {
  followupId: string;
  at: Instant;
  by: { staffId: string; role: Role };
  reason: string;
}

export interface FollowupHistory {
  plans: PastPlan[];
  followups: PastFollowup[];
  attempts: AttemptRow[];
  endings: PastEnding[];
}

/** Adds what was planned, tried and ended earlier, for a demo that writes its own audit row of the whole. */
export async function addFollowupHistory(ctx: TransactionContext, history: FollowupHistory): Promise<void> {
  await insertPastPlans(ctx, history.plans);
  await insertPastFollowups(ctx, history.followups);
  await insertPastAttempts(ctx, history.attempts);
  await noteContacts(ctx, contactsOf(history), ctx.zone);
  for (const ending of history.endings) {
    const { staffId, role } = ending.by;
    const actor = {
      ...ctx.actor,
      kind: 'staff',
      id: staffId,
      role,
      treats: role === 'doctor',
      permissions: permissionsOf[role],
    } as const;
    await recordAudit(
      { ...ctx, actor, now: ending.at },
      {
        action: 'followup.ended',
        subject: { type: 'followup', id: ending.followupId },
        reason: ending.reason,
      },
    );
  }
}

/** The calls that were answered, each once, as their weightiest matter. */
function contactsOf({ followups, attempts }: FollowupHistory) {
  const purposeOf = new Map(followups.map(({ id, purpose }) => [id, purpose]));
  const answered = attempts.filter(({ result }) => callCounts(result));
  return [...Map.groupBy(answered, ({ call_id }) => call_id)].map(([id, [first, ...others]]) => ({
    customerId: first!.customer_id,
    at: first!.at,
    channel: first!.channel as Channel,
    purpose: weightiest(
      [first!, ...others].map(({ followup_id }) => (purposeOf.get(followup_id) ?? 'service') as Purpose),
    ),
    staffId: first!.staff_id,
    cause: { kind: 'call' as const, id },
  }));
}

/** Says of months whose rounds a history holds that they were announced, so that the clock does not do it again. */
export async function markMonthsAnnounced(
  ctx: TransactionContext,
  clinicId: string,
  months: readonly string[],
): Promise<void> {
  await claimClosedMonths(
    ctx,
    months.map((month) => ({ clinicId, month })),
  );
}
