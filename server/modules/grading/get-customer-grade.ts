import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CustomerGrade, OverrideView } from '#domain/grading/contract.ts';
import { frozenFor } from '#domain/grading/freeze.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { selectOverridesOf } from './override-store.ts';
import type { StoredOverride } from './override-store.ts';
import { presentReasons } from './present.ts';
import { ungraded } from './regrade-customers.ts';
import { selectGrades, selectHistory } from './store.ts';

type Shown = z.input<typeof CustomerGrade>;

/** The grade with its reasons, what was set or asked for by hand, what it freezes, and how it came to be. */
export async function getCustomerGrade(ctx: Context, input: { id: string }): Promise<Shown> {
  requirePermission(ctx, 'grading.read');
  return inTransaction(ctx, async (ctx) => {
    await requireCustomer(ctx, input.id);
    return gradeOnRecord(ctx, input.id);
  });
}

export async function gradeOnRecord(ctx: TransactionContext, customerId: string): Promise<Shown> {
  const stored = (await selectGrades(ctx, [customerId])).get(customerId);
  const { grade, source, reasons, ruleGrade, ruleReasons, hasOpenCase } = stored ?? ungraded;
  const overrides = await selectOverridesOf(ctx, customerId);
  const today = dayAt(ctx.now, ctx.zone);
  const inForce = overrides.find((each) => each.approvedAt !== null && each.until >= today);
  const proposal = overrides.find((each) => each.approvedAt === null);
  return {
    grade,
    source,
    reasons: presentReasons(ctx, reasons),
    byRule: { grade: ruleGrade, reasons: presentReasons(ctx, ruleReasons) },
    since: stored?.since ?? null,
    frozen: [...frozenFor({ grade, hasOpenCase })],
    override: inForce ? overrideView(inForce) : null,
    proposal: proposal ? overrideView(proposal) : null,
    history: (await selectHistory(ctx, customerId)).map((change) => ({
      ...change,
      reasons: presentReasons(ctx, change.reasons),
    })),
  };
}

export function overrideView(override: StoredOverride): OverrideView {
  const { id, grade, reason, until, proposedById, proposedByName, proposedAt } = override;
  const { approvedByName, approvedAt } = override;
  return { id, grade, reason, until, proposedById, proposedByName, proposedAt, approvedByName, approvedAt };
}
