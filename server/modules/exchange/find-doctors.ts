import { system } from '#server/platform/context.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { listStaff } from '#server/modules/staff/edit-staff.ts';

/** The doctors a sheet can name; two of one name are told apart by nobody. */
export async function doctorsByName(ctx: TransactionContext): Promise<Map<string, string>> {
  const { items } = await listStaff({ ...ctx, actor: system });
  const doctors = items.filter((person) => person.treats && person.state !== 'disabled');
  const names = Map.groupBy(doctors, (doctor) => doctor.name);
  return new Map(
    [...names].filter(([, sharing]) => sharing.length === 1).map(([name, [only]]) => [name, only!.id]),
  );
}
