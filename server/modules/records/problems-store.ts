import type { LatentProblem } from '#domain/records/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';

function problems(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('latent_problems as p')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'p.found_by'))
    .select([
      'p.id',
      'p.area',
      'p.places',
      'p.finding',
      'p.state',
      'p.found_on as foundOn',
      'p.visit_id as visitId',
      'p.found_by as foundById',
      's.name as foundByName',
      'p.treated_on as treatedOn',
      'p.version',
    ])
    .where('p.org_id', '=', ctx.orgId);
}

/** The open ones first, of each the newest. */
export async function selectProblems(
  ctx: TransactionContext,
  customerId: string,
  state?: LatentProblem['state'],
): Promise<LatentProblem[]> {
  const rows = await problems(ctx)
    .where('p.customer_id', '=', customerId)
    .$if(state !== undefined, (query) => query.where('p.state', '=', state!))
    .orderBy('p.state')
    .orderBy('p.found_on', 'desc')
    .orderBy('p.id', 'desc')
    .execute();
  return rows as LatentProblem[];
}

/** Held until the transaction ends, so that two editors come one after the other. */
export async function lockProblem(
  ctx: TransactionContext,
  customerId: string,
  id: string,
): Promise<LatentProblem | undefined> {
  const row = await problems(ctx)
    .where('p.customer_id', '=', customerId)
    .where('p.id', '=', id)
    .forNoKeyUpdate(['p'])
    .executeTakeFirst();
  return row as LatentProblem | undefined;
}

export interface NewProblem extends Pick<
  LatentProblem,
  'id' | 'area' | 'places' | 'finding' | 'foundOn' | 'visitId' | 'foundById'
> {
  customerId: string;
}

export async function insertProblem(ctx: TransactionContext, problem: NewProblem): Promise<void> {
  await ctx.db
    .insertInto('latent_problems')
    .values({
      org_id: ctx.orgId,
      id: problem.id,
      customer_id: problem.customerId,
      area: problem.area,
      places: problem.places,
      finding: problem.finding,
      found_on: problem.foundOn,
      visit_id: problem.visitId,
      found_by: problem.foundById,
      created_at: ctx.now,
    })
    .execute();
}

export async function updateProblem(
  ctx: TransactionContext,
  id: string,
  problem: Pick<LatentProblem, 'places' | 'finding' | 'state' | 'treatedOn'>,
): Promise<void> {
  await ctx.db
    .updateTable('latent_problems')
    .set((eb) => ({
      places: problem.places,
      finding: problem.finding,
      state: problem.state,
      treated_on: problem.treatedOn,
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

// Visits and staff are other modules': read here to know that they are there, as the foreign keys do.

export async function isVisitOf(
  ctx: TransactionContext,
  customerId: string,
  visitId: string,
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('visits')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', visitId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isStaff(ctx: TransactionContext, id: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
