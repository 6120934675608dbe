import type { Grade } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { updateGrades } from './grading-store.ts';

/** Keeps the grade on the customers' list; told by the module of the grades, in its transaction. */
export async function setGrades(
  ctx: TransactionContext,
  grades: readonly { customerId: string; grade: Grade; isFrozen: boolean }[],
): Promise<void> {
  if (grades.length > 0) await updateGrades(ctx, grades);
}
