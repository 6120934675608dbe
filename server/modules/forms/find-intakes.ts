import type { KnownIntake } from '#domain/forms/intake.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectIntakes } from './requests-store.ts';

/** Where the intake forms of these customers are, of those who were ever asked; for a verb that has asked for its own permission. */
export async function findIntakes(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<Map<string, KnownIntake>> {
  const rows = await selectIntakes(ctx, customerIds);
  return new Map(rows.map(({ customerId, ...known }) => [customerId, known]));
}
