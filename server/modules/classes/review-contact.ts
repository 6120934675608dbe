import { mayCodeAgain } from '#domain/classes/desk-contact.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { holdContact, requirePerson, stateOf } from './find-contact.ts';
import { classesInForce } from './get-classes.ts';
import { lockReview, updateReview } from './review-store.ts';

/** Codes a contact of the sample again, blind; the answer says nothing of how it was classed either. */
export async function reviewContact(
  ctx: Context,
  input: { id: string; code: string },
): Promise<{ id: string; coded: string }> {
  requirePermission(ctx, 'classes.review');
  const by = requirePerson(ctx);
  return inTransaction(ctx, async (ctx) => {
    const contact = await holdContact(ctx, input.id);
    const review = await lockReview(ctx, input.id);
    if (!review) throw new NotFound('class-review', input.id);
    const { classes } = (await classesInForce(ctx)).rules;
    const decision = mayCodeAgain(stateOf(contact), review, input.code, classes, { id: by, now: ctx.now });
    if (!decision.allowed) throw new Conflict(decision.reason);
    await updateReview(ctx, input.id, input.code, by);
    await recordAudit(ctx, {
      action: 'class-review.coded',
      subject: { type: 'customer', id: contact.customerId },
      before: { code: review.code },
      after: { code: input.code },
    });
    return { id: input.id, coded: input.code };
  });
}
