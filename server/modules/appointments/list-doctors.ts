import type { TransactionContext } from '#server/platform/context.ts';
import { selectDoctors } from './places-store.ts';

/** Who treats in a clinic, by name; for a verb that has asked for its own permission. */
export function listDoctors(
  ctx: TransactionContext,
  clinicId: string,
): Promise<{ id: string; name: string }[]> {
  return selectDoctors(ctx, clinicId);
}
