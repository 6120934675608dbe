import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { presentConsultation } from './present.ts';
import { lockConsultation, type StoredConsultation } from './store.ts';

/** The consultation, of a clinic the actor may see, held as the version the caller saw; Conflict `stale-version` else. */
export async function holdConsultation(
  ctx: TransactionContext,
  { id, version }: { id: string; version: number },
): Promise<StoredConsultation> {
  const held = await lockConsultation(ctx, id);
  if (!held || !maySeeClinic(ctx, held.clinicId)) throw new NotFound('consultation', id);
  if (held.version !== version)
    throw new Conflict('stale-version', { current: presentConsultation(ctx, held) });
  return held;
}
