import type { CorrectedText } from '#domain/complaints/correction.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';

/** Enough to know what a clinic hears again and again. */
const remembered = 500;

/** What people said of texts, the last word first. */
export function selectCorrected(ctx: TransactionContext): Promise<CorrectedText[]> {
  return ctx.db
    .selectFrom('complaint_corrections')
    .select(['text', 'is_complaint as isComplaint'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(remembered)
    .execute();
}

export async function insertCorrection(
  ctx: TransactionContext,
  row: { id: string; signId: string; customerId: string; text: string; isComplaint: boolean },
): Promise<void> {
  await ctx.db
    .insertInto('complaint_corrections')
    .values({
      ...{ org_id: ctx.orgId, id: row.id, sign_id: row.signId, customer_id: row.customerId, text: row.text },
      ...{ is_complaint: row.isComplaint, at: ctx.now },
      by_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

/** How many texts were taken for complaints between two moments, and of how many people said that they are none. */
export async function countRecognized(
  ctx: TransactionContext,
  { from, to, clinicIds }: { from: Instant; to: Instant; clinicIds: readonly string[] | null },
): Promise<{ recognized: number; corrected: number }> {
  const row = await ctx.db
    .selectFrom('recovery_signs as g')
    .innerJoin('recovery_cases as c', (join) =>
      join.on('c.org_id', '=', ctx.orgId).onRef('c.id', '=', 'g.case_id'),
    )
    .leftJoin('complaint_corrections as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.sign_id', '=', 'g.id').on('k.is_complaint', '=', false),
    )
    .select((eb) => [
      eb.fn.count<number>('g.id').distinct().as('recognized'),
      eb.fn.count<number>('k.sign_id').distinct().as('corrected'),
    ])
    .where('g.org_id', '=', ctx.orgId)
    .where('g.kind', '=', 'complaint')
    .where('g.at', '>=', from)
    .where('g.at', '<', to)
    .$if(clinicIds !== null, (query) => query.where(isOneOf('c.clinic_id', clinicIds!)))
    .executeTakeFirstOrThrow();
  return { recognized: Number(row.recognized), corrected: Number(row.corrected) };
}
