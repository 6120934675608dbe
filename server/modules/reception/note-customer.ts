import { dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { holdSurvivor } from '../customers/hold-survivor.ts';
import { noteChange } from './note-change.ts';
import { lockReception, selectReceptions, updateNotice } from './store.ts';

/**
 * What is known of somebody changed: the screens that show them look again. With `isToRead` the doctor who read before it
 * reads again.
 */
export async function noteCustomer(
  ctx: TransactionContext,
  { customerId, at, isToRead }: { customerId: string; at: Instant; isToRead: boolean },
): Promise<void> {
  const customer = await holdSurvivor(ctx, customerId);
  if (!customer) return;
  const days = { customerId: customer.id, day: dayAt(ctx.now, ctx.zone) };
  for (const { visitId, clinicId, day, stage, readAt } of await selectReceptions(ctx, days)) {
    if (stage === 'gone') continue;
    if (isToRead && readAt !== null && readAt <= at && (await lockReception(ctx, visitId)))
      await updateNotice(ctx, visitId, { read_at: null, read_by: null });
    await noteChange(ctx, { clinicId, day, subjectId: visitId });
  }
}
