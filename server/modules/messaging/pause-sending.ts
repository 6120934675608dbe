import type { Brakes, PauseSending, ReleaseMessages } from '#domain/messaging/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { countQuarantined, releaseQuarantined, savePause, selectPause } from './brakes-store.ts';

/** Whether anything is stopped, by whom, and what waits since a restore. */
export async function getBrakes(ctx: Context): Promise<Brakes> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, brakesNow);
}

async function brakesNow(ctx: TransactionContext): Promise<Brakes> {
  const { kinds, channels, ...pause } = await selectPause(ctx);
  return { ...pause, kinds: [...kinds], channels: [...channels], quarantined: await countQuarantined(ctx) };
}

/** Stops these kinds of messages and these channels, and no others. */
export async function pauseSending(ctx: Context, input: PauseSending & { version: number }): Promise<Brakes> {
  requirePermission(ctx, 'messages.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await selectPause(ctx);
    const isFirst = before.version === input.version && (await savePause(ctx, input));
    if (!isFirst) throw new Conflict('stale-version', { current: await brakesNow(ctx) });
    await recordAudit(ctx, {
      action: 'messages.paused',
      before: { kinds: before.kinds, channels: before.channels },
      after: { kinds: input.kinds, channels: input.channels },
      reason: input.reason,
    });
    return brakesNow(ctx);
  });
}

/** Somebody has looked at what was kept back after a restore: these may go, or all of them. */
export async function releaseMessages(
  ctx: Context,
  { ids }: ReleaseMessages = { ids: null },
): Promise<Brakes> {
  requirePermission(ctx, 'messages.manage');
  return inTransaction(ctx, async (ctx) => {
    const count = await releaseQuarantined(ctx, ids);
    await recordAudit(ctx, { action: 'messages.released', reason: String(count) });
    return brakesNow(ctx);
  });
}
