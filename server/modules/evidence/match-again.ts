import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { insertRematch, lockLook, saveLook, takeRematches } from './looks-store.ts';
import { matchCustomers } from './match-customers.ts';
import { releaseCall, selectLastLogAt } from './store.ts';

/** A call that was being written down while the last look was taken has its moment before it, and came after. */
const overlapMinutes = 10;

/** How far back calls and logs are held against each other anew. */
export function monthAgo(now: Instant): Instant {
  return addHours(now, -31 * 24);
}

/**
 * Calls that were recorded since the last look, and those of customers whose number changed, are held against the logs
 * that came before. Nothing is done where no telephone ever told of a call.
 */
export async function matchAgain(ctx: Context, keys: Keys): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if ((await selectLastLogAt(ctx)) === null) return;
    const lookedUntil = await lockLook(ctx);
    const earliest = monthAgo(ctx.now);
    const since = lookedUntil === null ? earliest : addMinutes(lookedUntil, -overlapMinutes);
    const recent = await listContacts(ctx, { from: since, to: ctx.now, clinicIds: null, staffId: null });
    const called = recent.filter(({ channel }) => channel === 'phone').map(({ customerId }) => customerId);
    const customerIds = [...new Set([...called, ...(await takeRematches(ctx))])];
    const matched = await matchCustomers(ctx, { customerIds, from: earliest, keys });
    await saveLook(ctx, ctx.now);
    if (matched > 0) await recordAudit(ctx, { action: 'call-logs.matched', after: { matched } });
  });
}

/** Another number may be the one that the logs tell of. */
export async function noteNumberChange(
  ctx: TransactionContext,
  event: { customerId: string },
): Promise<void> {
  await insertRematch(ctx, event.customerId);
}

/** A call that was taken back is shown by nothing: its log is free for the one that is recorded instead. */
export async function releaseEvidence(ctx: TransactionContext, event: EventOf<'call.undone'>): Promise<void> {
  if (await releaseCall(ctx, event.callId)) await insertRematch(ctx, event.customerId);
}
