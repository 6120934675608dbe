import type { TransactionContext } from '#server/platform/context.ts';
import { selectActiveOf } from './roles-store.ts';

/** Who is at the desk of a clinic, in the order they joined; for a verb that has asked for its own permission. */
export function listDesk(ctx: TransactionContext, clinicId: string): Promise<{ id: string; name: string }[]> {
  return selectActiveOf(ctx, { clinicId, role: 'front_desk' });
}
