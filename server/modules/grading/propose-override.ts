import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CustomerGrade, ProposeOverride } from '#domain/grading/contract.ts';
import { mayOverride } from '#domain/grading/grade.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { gradeOnRecord } from './get-customer-grade.ts';
import { rulesInForce } from './get-rules.ts';
import { insertProposal, selectOverridesOf, updateRevoked } from './override-store.ts';

/** Asks for another grade than the rules give. It counts once another person approved it; a later wish replaces it. */
export async function proposeOverride(
  ctx: Context,
  input: ProposeOverride & { id: string },
): Promise<z.input<typeof CustomerGrade>> {
  requirePermission(ctx, 'customers.write');
  const proposedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (proposedBy === null) throw new Forbidden('a person');
  const { id: customerId, grade, reason, until } = input;
  return inTransaction(ctx, async (ctx) => {
    await holdCustomer(ctx, customerId);
    const { ruleSet } = await rulesInForce(ctx);
    // Who approves is not known yet; that it is somebody else is asked then.
    const wish = { grade, reason, until, proposedBy, approvedBy: '' };
    const decision = mayOverride(wish, ruleSet, dayAt(ctx.now, ctx.zone));
    if (!decision.allowed) throw new Conflict(decision.reason);
    const earlier = await selectOverridesOf(ctx, customerId);
    await updateRevoked(
      ctx,
      earlier.filter((each) => each.approvedAt === null).map((each) => each.id),
      'replaced',
    );
    const id = newId();
    await insertProposal(ctx, { id, customerId, grade, reason, until, proposedBy });
    await recordAudit(ctx, {
      action: 'grade-override.proposed',
      subject: { type: 'customer', id: customerId },
      after: { grade, until },
      reason,
    });
    return gradeOnRecord(ctx, customerId);
  });
}
