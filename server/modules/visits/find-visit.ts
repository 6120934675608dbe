import type { Visit } from '#domain/visits/contract.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectVisit } from './store.ts';

/** The visit, of a clinic the actor may see; for a verb that has asked for its own permission. */
export async function findVisit(ctx: TransactionContext, id: string): Promise<Visit> {
  const visit = await selectVisit(ctx, id);
  if (!visit || !maySeeClinic(ctx, visit.clinicId)) throw new NotFound('visit', id);
  return visit;
}
