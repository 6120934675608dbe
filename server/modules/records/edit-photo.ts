import { dayAt } from '#domain/base/time.ts';
import type { EditPhoto, Photo } from '#domain/records/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { changedFields, recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { lockPhoto, updatePhoto } from './photos-store.ts';

/** Says what a photo shows, and keeps or takes back each of the customer's two consents by itself. */
export async function editPhoto(
  ctx: Context,
  input: EditPhoto & { id: string; photoId: string; version: number },
): Promise<Photo> {
  requirePermission(ctx, 'customers.write');
  const { id: customerId, photoId, version, internalUse, publish, ...facts } = input;
  if (facts.takenOn !== undefined && facts.takenOn > dayAt(ctx.now, ctx.zone))
    throw new Invalid({ path: 'takenOn', code: 'in-the-future' });
  return inTransaction(ctx, async (ctx) => {
    const before = await requirePhoto(ctx, customerId, photoId);
    if (before.version !== version) throw new Conflict('stale-version', { current: before });
    const change = {
      ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      // Given once and still given: the day it was given on stays.
      ...(internalUse !== undefined &&
        internalUse !== (before.internalUse !== null) && { internalUseAt: internalUse ? ctx.now : null }),
      ...(publish !== undefined &&
        publish !== (before.publish !== null) && { publishAt: publish ? ctx.now : null }),
    };
    if (
      changedFields(before, change).length === 0 &&
      !('internalUseAt' in change) &&
      !('publishAt' in change)
    )
      return before;
    await updatePhoto(ctx, photoId, change);
    const after = (await lockPhoto(ctx, customerId, photoId))!;
    await recordAudit(ctx, {
      action: 'photo.edited',
      subject: { type: 'customer', id: customerId },
      before,
      after,
    });
    return after;
  });
}

/** A photo of a customer the actor may see, held until the transaction ends. */
export async function requirePhoto(ctx: TransactionContext, customerId: string, id: string): Promise<Photo> {
  await requireCustomer(ctx, customerId);
  const photo = await lockPhoto(ctx, customerId, id);
  if (!photo) throw new NotFound('photo', id);
  return photo;
}
