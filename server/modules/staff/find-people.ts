import type { StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectNames } from './store.ts';

export type Person = Pick<StaffMember, 'id' | 'name' | 'role' | 'state'>;

/** Who these colleagues are, whether they still work here or not; for a verb that has asked for its own permission. */
export async function findPeople(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const rows = ids.length === 0 ? [] : await selectNames(ctx, ids);
  return new Map(rows.map((row) => [row.id, row]));
}
