import { sql } from 'kysely';
import type { OverrideView } from '#domain/grading/contract.ts';
import type { GradeOverride, Grade } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export type StoredOverride = OverrideView & {
  customerId: string;
  clinicId: string;
  approvedById: string | null;
  revokedAt: string | null;
};

function overrides(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('grade_overrides as o')
    .innerJoin('customers as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'o.customer_id'),
    )
    .innerJoin('staff as p', (join) =>
      join.on('p.org_id', '=', ctx.orgId).onRef('p.id', '=', 'o.proposed_by'),
    )
    .leftJoin('staff as a', (join) => join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'o.approved_by'))
    .select([
      'o.id',
      'o.customer_id as customerId',
      'c.clinic_id as clinicId',
      'o.grade',
      'o.reason',
      'o.ends_on as until',
      'o.proposed_by as proposedById',
      'p.name as proposedByName',
      'o.proposed_at as proposedAt',
      'o.approved_by as approvedById',
      'a.name as approvedByName',
      'o.approved_at as approvedAt',
      'o.revoked_at as revokedAt',
    ])
    .where('o.org_id', '=', ctx.orgId);
}

/** What is asked for and what is in force, for one customer. */
export async function selectOverridesOf(
  ctx: TransactionContext,
  customerId: string,
): Promise<StoredOverride[]> {
  const rows = await overrides(ctx)
    .where('o.customer_id', '=', customerId)
    .where('o.revoked_at', 'is', null)
    .execute();
  return rows as StoredOverride[];
}

/** The override, held until the transaction ends: it is decided once. */
export async function lockOverride(ctx: TransactionContext, id: string): Promise<StoredOverride | undefined> {
  const row = await overrides(ctx).where('o.id', '=', id).forUpdate(['o']).executeTakeFirst();
  return row as StoredOverride | undefined;
}

/** Asked for and not decided, the oldest first; null is every clinic. */
export async function selectProposals(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  page: { limit: number; offset: number },
): Promise<{ rows: StoredOverride[]; total: number }> {
  const asked = overrides(ctx)
    .where('o.approved_at', 'is', null)
    .where('o.revoked_at', 'is', null)
    .$if(clinicIds !== null, (query) =>
      query.where(sql<boolean>`c.clinic_id = any(${[...clinicIds!]}::uuid[])`),
    );
  const rows = await asked
    .select((eb) => eb.fn.countAll<number>().over().as('total'))
    .orderBy('o.proposed_at')
    .orderBy('o.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { rows: rows as unknown as StoredOverride[], total: rows[0]?.total ?? 0 };
}

/** The overrides in force of these customers, as the rule reads them. */
export async function selectInForce(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, GradeOverride>> {
  const rows = await ctx.db
    .selectFrom('grade_overrides')
    .select([
      'customer_id as customerId',
      'grade',
      'reason',
      'ends_on as until',
      'proposed_by as proposedBy',
      'approved_by as approvedBy',
    ])
    .where('org_id', '=', ctx.orgId)
    .where('approved_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`customer_id = any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ customerId, approvedBy, grade, ...row }) => [
      customerId,
      { ...row, grade: grade as Grade, approvedBy: approvedBy! },
    ]),
  );
}

export async function insertProposal(
  ctx: TransactionContext,
  proposal: {
    id: string;
    customerId: string;
    grade: Grade;
    reason: string;
    until: string;
    proposedBy: string;
  },
): Promise<void> {
  await ctx.db
    .insertInto('grade_overrides')
    .values({
      org_id: ctx.orgId,
      id: proposal.id,
      customer_id: proposal.customerId,
      grade: proposal.grade,
      reason: proposal.reason,
      ends_on: proposal.until,
      proposed_by: proposal.proposedBy,
      proposed_at: ctx.now,
    })
    .execute();
}

export async function updateApproved(ctx: TransactionContext, id: string, by: string): Promise<void> {
  await ctx.db
    .updateTable('grade_overrides')
    .set({ approved_by: by, approved_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export async function updateRevoked(
  ctx: TransactionContext,
  ids: readonly string[],
  reason: string,
): Promise<void> {
  await ctx.db
    .updateTable('grade_overrides')
    .set({
      revoked_at: ctx.now,
      revoke_reason: reason,
      revoked_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}
