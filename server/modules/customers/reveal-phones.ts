import { dayAt, startOfDay } from '#domain/base/time.ts';
import { mayReveal } from '#domain/customers/reveal.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { countReveals, holdReveals, selectCustomersByIds } from './store.ts';

/**
 * The whole numbers of several, for a verb that puts them where they are called from. Each counts and is on record as
 * if it had been asked for alone; where the day's are used up, who comes last in `ids` is left out.
 */
export async function revealPhones(
  ctx: TransactionContext,
  { ids, reason }: { ids: readonly string[]; reason: string },
): Promise<Map<string, string>> {
  requirePermission(ctx, 'customers.reveal-phone');
  const rows = new Map((await selectCustomersByIds(ctx, ids)).map((row) => [row.id, row]));
  await holdReveals(ctx);
  const before = await countReveals(ctx, startOfDay(dayAt(ctx.now, ctx.zone), ctx.zone));
  const revealed = new Map<string, string>();
  for (const id of ids) {
    const phone = rows.get(id)?.phone;
    if (phone && mayReveal(ctx.actor.role, before + revealed.size).allowed) revealed.set(id, phone);
  }
  if (revealed.size > 0)
    await recordAudits(
      ctx,
      [...revealed.keys()].map((id) => ({
        action: 'customer.phone-revealed',
        subject: { type: 'customer', id },
        reason,
      })),
    );
  return revealed;
}
