import type { ContactBudget, ContactBudgetView } from '#domain/contacts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { budgetInForce } from './get-contact-budget.ts';

/** Puts another budget in force; what waits by the old one is looked at anew right after. */
export async function publishContactBudget(
  ctx: Context,
  input: { budget: ContactBudget; version: number },
): Promise<ContactBudgetView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await budgetInForce(ctx);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'contact_budgets', {
        id,
        version: input.version + 1,
        rules: input.budget,
      }));
    if (!isFirst) throw new Conflict('stale-version', { current: await budgetInForce(ctx) });
    await recordAudit(ctx, {
      action: 'contact-budget.published',
      subject: { type: 'contact-budget', id },
      before: before.budget,
      after: input.budget,
    });
    await announce(ctx, { type: 'contact-budget.published' });
    return budgetInForce(ctx);
  });
}
