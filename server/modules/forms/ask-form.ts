import type { AskedForm, FormSource } from '#domain/forms/contract.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { aboutVisit } from '#domain/forms/about.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { createLink } from '../links/create-link.ts';
import { listVisits } from '../visits/list-visits.ts';
import { holdFormInForce } from './find-form.ts';
import { insertRequest, selectOpenRequest, selectRequests, updateExpiry } from './requests-store.ts';
import type { About } from './requests-store.ts';

/**
 * Asks a customer: gives a link to send or to open on the tablet, or the form for a colleague to fill in. The same form
 * about the same visit sent again is the same request with a new link, so that nobody counts twice as asked.
 */
export async function askForm(
  ctx: Context,
  input: {
    id: string;
    code: string;
    source: FormSource;
    visitId: string | null;
    followupId: string | null;
  },
): Promise<AskedForm> {
  requirePermission(ctx, 'forms.ask');
  return inTransaction(ctx, async (ctx) => {
    const customer = await requireCustomer(ctx, input.id);
    const form = await holdFormInForce(ctx, input.code);
    const about = await aboutWhat(ctx, customer.id, input.visitId, form.definition);
    const { source, followupId } = input;
    const of = { formVersionId: form.id, customerId: customer.id, source };
    const again = await selectOpenRequest(ctx, { ...of, visitId: about.visitId });
    const id = again ?? newId();
    if (!again) {
      await insertRequest(ctx, { ...of, ...about, id, clinicId: customer.clinicId, followupId });
      await recordAudit(ctx, {
        action: 'form.asked',
        subject: { type: 'customer', id: customer.id },
        reason: form.code,
      });
    }
    const link = source === 'staff' ? null : await linkTo(ctx, customer.id, id, form.definition);
    const [request] = await selectRequests(ctx, { id });
    return { request: request!, definition: form.definition, link };
  });
}

async function linkTo(ctx: TransactionContext, customerId: string, requestId: string, form: FormDefinition) {
  const purpose = form.kind === 'satisfaction' ? 'rating' : 'form';
  const { path, expiresAt } = await createLink(ctx, { customerId, purpose, subjectId: requestId });
  await updateExpiry(ctx, requestId, expiresAt);
  return { path, expiresAt };
}

async function aboutWhat(
  ctx: TransactionContext,
  customerId: string,
  visitId: string | null,
  { categories }: FormDefinition,
): Promise<About> {
  const { items } = await listVisits(ctx, { customerId });
  if (visitId !== null && !items.some(({ id }) => id === visitId))
    throw new Invalid({ path: 'visitId', code: 'unknown' });
  return aboutVisit(items, visitId, categories);
}
