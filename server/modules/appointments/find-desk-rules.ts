import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectDeskRules } from './places-store.ts';

/** A clinic's figures of its front desk; for a verb that has asked for its own permission. */
export async function findDeskRules(ctx: TransactionContext, clinicId: string): Promise<DeskRules> {
  return (await selectDeskRules(ctx, clinicId)).rules;
}
