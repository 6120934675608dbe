import { suggestedForms } from '#domain/forms/about.ts';
import type { CustomerForms } from '#domain/forms/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { listVisits } from '../visits/list-visits.ts';
import { findFormsInForce } from './find-form.ts';
import { selectRequests } from './requests-store.ts';

/** What a customer was asked and answered, and what to ask next. */
export async function listCustomerForms(ctx: Context, input: { id: string }): Promise<CustomerForms> {
  requirePermission(ctx, 'forms.read');
  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await requireCustomer(ctx, input.id);
    const { items: visits } = await listVisits(ctx, { customerId });
    const treated = (visits[0]?.treatments ?? []).map(({ category }) => category);
    const forms = (await findFormsInForce(ctx)).map(({ code, inForce }) => ({
      code,
      categories: inForce.definition.categories,
    }));
    return { items: await selectRequests(ctx, { customerId }), suggested: suggestedForms(forms, treated) };
  });
}
