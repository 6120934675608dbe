import type { TransactionContext } from '#server/platform/context.ts';
import { selectStaff } from './store.ts';

/** Who is called what, by name and by login, for a sheet that names people; two of one name are nobody. */
export async function findStaffByName(ctx: TransactionContext): Promise<Map<string, string>> {
  const people = await selectStaff(ctx, {});
  const named = people.flatMap(({ id, name, login }) =>
    [name, ...(login ? [login] : [])].map((word) => ({ id, word })),
  );
  const words = Map.groupBy(named, ({ word }) => word);
  return new Map(
    [...words].flatMap(([word, found]) =>
      new Set(found.map(({ id }) => id)).size === 1 ? [[word, found[0]!.id] as const] : [],
    ),
  );
}
