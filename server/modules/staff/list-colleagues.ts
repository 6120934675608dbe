import type { TransactionContext } from '#server/platform/context.ts';
import { selectActiveOf, selectTreating } from './roles-store.ts';

interface Colleague {
  id: string;
  name: string;
}

// For verbs that have asked for their own permission.

/** Who is at the desk of a clinic, in the order they joined. */
export function listDesk(ctx: TransactionContext, clinicId: string): Promise<Colleague[]> {
  return selectActiveOf(ctx, { clinicId, role: 'front_desk' });
}

/** Who treats in a clinic, by name. */
export function listDoctors(ctx: TransactionContext, clinicId: string): Promise<Colleague[]> {
  return selectTreating(ctx, clinicId);
}
