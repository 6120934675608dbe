import { newWarnings } from '#domain/records/warning.ts';
import type { Told } from '#domain/records/warning.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { insertWarning, selectWarnings, updateEnded } from './warnings-store.ts';

/** What an answer told, and to which of its questions. */
type ToldByAnswer = Told & { question: string };

/**
 * Warns whoever treats of what a customer told, but for what stands already; for a verb that has asked for its own
 * permission.
 */
export async function keepWarnings(
  ctx: TransactionContext,
  of: { customerId: string; answerId: string; told: readonly ToldByAnswer[] },
): Promise<void> {
  const { customerId, answerId } = of;
  if (of.told.length === 0) return;
  const standing = await selectWarnings(ctx, { customerIds: [customerId], isStanding: true });
  const added = newWarnings(of.told, standing);
  for (const { kind, words, question } of added)
    await insertWarning(ctx, { id: newId(), customerId, answerId, question, kind, words });
  if (added.length > 0) await tellOfWarning(ctx, customerId, { after: added });
}

/** An answer was corrected: what it warned of ends, and what it says now is warned of. */
export async function replaceWarnings(
  ctx: TransactionContext,
  of: {
    customerId: string;
    answerId: string;
    question: string;
    told: readonly ToldByAnswer[];
    reason: string;
  },
): Promise<void> {
  const { customerId, answerId, question, reason } = of;
  const ended = await updateEnded(ctx, { answerId, question }, reason);
  if (ended.length > 0) await tellOfWarning(ctx, customerId, { before: ended, reason });
  await keepWarnings(ctx, of);
}

/** Its trace, and word to the screens that show it. */
export async function tellOfWarning(
  ctx: TransactionContext,
  customerId: string,
  change: { before?: object; after?: object; reason?: string },
): Promise<void> {
  const action = change.after === undefined ? 'health-warning.ended' : 'health-warning.noted';
  await recordAudit(ctx, { action, subject: { type: 'customer', id: customerId }, ...change });
  await announce(ctx, { type: 'customer.warnings-changed', customerId, at: ctx.now });
}
