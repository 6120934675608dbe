import { dayAt, startOfDay } from '#domain/base/time.ts';
import { mayReveal, revealsPerDay } from '#domain/customers/reveal.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { requireCustomer } from './get-customer.ts';
import { countReveals, holdReveals } from './store.ts';

/** The whole number, once, for a said reason. Throws Conflict `reveal-quota` when the day's are used up, `no-phone` when there is none. */
export async function revealPhone(
  ctx: Context,
  input: { id: string; reason: string },
): Promise<{ phone: string }> {
  requirePermission(ctx, 'customers.reveal-phone');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    if (customer.phone === null) throw new Conflict('no-phone');

    await holdReveals(ctx);
    const today = dayAt(ctx.now, ctx.zone);
    const decision = mayReveal(ctx.actor.role, await countReveals(ctx, startOfDay(today, ctx.zone)));
    if (!decision.allowed) throw new Conflict(decision.reason, { perDay: revealsPerDay(ctx.actor.role) });

    await recordAudit(ctx, {
      action: 'customer.phone-revealed',
      subject: { type: 'customer', id: customer.id },
      reason: input.reason,
    });
    return { phone: customer.phone };
  });
}
