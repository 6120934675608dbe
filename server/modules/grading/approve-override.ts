import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CustomerGrade } from '#domain/grading/contract.ts';
import { mayOverride } from '#domain/grading/grade.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden, NotFound } from '#server/platform/errors.ts';
import { gradeOnRecord } from './get-customer-grade.ts';
import { rulesInForce } from './get-rules.ts';
import { lockOverride, selectOverridesOf, updateApproved, updateRevoked } from './override-store.ts';
import type { StoredOverride } from './override-store.ts';
import { regradeCustomers } from './regrade-customers.ts';

type Shown = z.input<typeof CustomerGrade>;

/** Puts a grade asked for by another person in force (`own-override`), in place of the one before. */
export async function approveOverride(ctx: Context, input: { id: string }): Promise<Shown> {
  requirePermission(ctx, 'grading.override');
  const approvedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (approvedBy === null) throw new Forbidden('a person');
  return inTransaction(ctx, async (ctx) => {
    const override = await lockLive(ctx, input.id);
    if (override.approvedAt !== null) throw new Conflict('override-decided');
    const { grade, reason, until, proposedById: proposedBy, customerId } = override;
    const { ruleSet } = await rulesInForce(ctx);
    const decision = mayOverride(
      { grade, reason, until, proposedBy, approvedBy },
      ruleSet,
      dayAt(ctx.now, ctx.zone),
    );
    if (!decision.allowed) throw new Conflict(decision.reason);
    const others = (await selectOverridesOf(ctx, customerId)).filter((each) => each.id !== override.id);
    await updateRevoked(
      ctx,
      others.map((each) => each.id),
      'replaced',
    );
    await updateApproved(ctx, override.id, approvedBy);
    await recordAudit(ctx, {
      action: 'grade-override.approved',
      subject: { type: 'customer', id: customerId },
      after: { grade, until },
      reason,
    });
    await regradeCustomers(ctx, [customerId]);
    return gradeOnRecord(ctx, customerId);
  });
}

/** Takes a grade by hand back, or says no to one that was asked for. */
export async function revokeOverride(ctx: Context, input: { id: string; reason: string }): Promise<Shown> {
  requirePermission(ctx, 'grading.override');
  return inTransaction(ctx, async (ctx) => {
    const override = await lockLive(ctx, input.id);
    await updateRevoked(ctx, [override.id], input.reason);
    await recordAudit(ctx, {
      action: override.approvedAt === null ? 'grade-override.declined' : 'grade-override.revoked',
      subject: { type: 'customer', id: override.customerId },
      reason: input.reason,
    });
    await regradeCustomers(ctx, [override.customerId]);
    return gradeOnRecord(ctx, override.customerId);
  });
}

async function lockLive(ctx: TransactionContext, id: string): Promise<StoredOverride> {
  const override = await lockOverride(ctx, id);
  if (!override) throw new NotFound('grade-override', id);
  requireClinic(ctx, override.clinicId, 'grade-override', id);
  if (override.revokedAt !== null) throw new Conflict('override-decided');
  return override;
}
