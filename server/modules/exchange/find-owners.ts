import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import { ownerKinds } from '#domain/ownership/owner-kind.ts';
import { listStaff } from '#server/modules/staff/edit-staff.ts';

export interface Owner {
  id: string;
  kind: OwnerKind;
}
export type Owners = ReadonlyMap<string, Owner>;

/** The colleagues a sheet can name as owners, each in the capacity of their post; two of one name are nobody. */
export async function ownersByName(ctx: Context): Promise<Owners> {
  const { items } = await listStaff({ ...ctx, actor: system });
  const owners = items.flatMap(({ id, name, role, state }) => {
    const kind = ownerKinds.find((each) => each === role);
    return kind && state === 'active' ? [{ id, name, kind }] : [];
  });
  const names = Map.groupBy(owners, ({ name }) => name);
  return new Map(
    [...names]
      .filter(([, sharing]) => sharing.length === 1)
      .map(([name, [only]]) => [name, { id: only!.id, kind: only!.kind }]),
  );
}
