import type { TransactionContext } from '#server/platform/context.ts';
import { listPeople } from '../customers/list-people.ts';
import { selectGuardians } from './guardians-store.ts';
import { selectRelations } from './store.ts';

/** The name of who consents for a minor, for a verb that has asked for its own permission; null where nobody is known. */
export async function findGuardian(ctx: TransactionContext, customerId: string): Promise<string | null> {
  const relations = await selectRelations(ctx, customerId);
  const guardians = relations.filter((each) => each.isGuardian && each.customerId === customerId);
  const ids = guardians.flatMap(({ relativeId }) => relativeId ?? []);
  const people = ids.length === 0 ? [] : await listPeople(ctx, { ids });
  // Of another clinic: not even the name is told.
  const names = guardians.map(({ relativeId, relativeName }) =>
    relativeId === null ? relativeName : people.find(({ id, isSeen }) => id === relativeId && isSeen)?.name,
  );
  return names.find((name) => name !== null && name !== undefined) ?? null;
}

/** The name of a guardian of each of these, where one is known and may be seen. */
export async function findGuardianNames(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  const guardians = customerIds.length === 0 ? [] : await selectGuardians(ctx, customerIds);
  const ids = guardians.flatMap(({ relativeId }) => relativeId ?? []);
  const people = ids.length === 0 ? [] : await listPeople(ctx, { ids });
  const nameOf = new Map(people.filter(({ isSeen }) => isSeen).map(({ id, name }) => [id, name]));
  const names = new Map<string, string>();
  for (const { customerId, relativeId, relativeName } of guardians) {
    const name = relativeId === null ? relativeName : nameOf.get(relativeId);
    if (name && !names.has(customerId)) names.set(customerId, name);
  }
  return names;
}
