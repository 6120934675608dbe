import type { Visit } from '#domain/visits/contract.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { lockVisit } from './store.ts';

/** The visit, of a clinic the actor may see, held until the transaction ends. */
export async function holdVisit(ctx: TransactionContext, id: string): Promise<Visit> {
  const visit = await lockVisit(ctx, id);
  if (!visit || !maySeeClinic(ctx, visit.clinicId)) throw new NotFound('visit', id);
  return visit;
}
