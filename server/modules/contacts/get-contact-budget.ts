import { ContactBudget } from '#domain/contacts/contract.ts';
import { standardBudget } from '#domain/contacts/contact-budget.ts';
import type { ContactBudgetView } from '#domain/contacts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getContactBudget(ctx: Context): Promise<ContactBudgetView> {
  requirePermission(ctx, 'protocols.read');
  return inTransaction(ctx, budgetInForce);
}

/** The budget the organization published last, else as shipped. */
export async function budgetInForce(ctx: TransactionContext): Promise<ContactBudgetView> {
  const [published] = await selectPublished(ctx, 'contact_budgets', ContactBudget);
  if (!published) return { version: 0, budget: standardBudget, publishedAt: null, publishedByName: null };
  const { rules, ...rest } = published;
  return { ...rest, budget: rules };
}
