import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Channel, Purpose } from '#domain/contacts/contact.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { refreshWaits } from './refresh-waits.ts';
import type { WaitsGround } from './refresh-waits.ts';
import { deleteUse, insertUse } from './store.ts';

export interface MadeContact {
  customerId: string;
  at: Instant;
  channel: Channel;
  purpose: Purpose;
  staffId: string | null;
  /** The call or the message that it was; noted twice, it counts once. */
  cause: { kind: 'call' | 'message'; id: string };
  /** The clinic's: whose day it was. */
  zone: TimeZone;
}

/** Writes a contact to the customer's budget, whoever made it; for a verb that has asked for its own permission. */
export async function noteContact(
  ctx: TransactionContext,
  contact: MadeContact,
  ground?: WaitsGround,
): Promise<void> {
  const { customerId, at, channel, purpose, staffId, cause, zone } = contact;
  await insertUse(ctx, {
    id: idOfUse(ctx, cause),
    customer_id: customerId,
    at,
    channel,
    purpose,
    staff_id: staffId,
    cause_kind: cause.kind,
    cause_id: cause.id,
  });
  await refreshWaits(ctx, [customerId], zone, ground);
}

/** It was a slip: the budget is what it was before. */
export async function forgetContact(
  ctx: TransactionContext,
  cause: MadeContact['cause'],
  zone: TimeZone,
): Promise<void> {
  const customerId = await deleteUse(ctx, idOfUse(ctx, cause));
  if (customerId !== null) await refreshWaits(ctx, [customerId], zone);
}

export function idOfUse(ctx: TransactionContext, { kind, id }: MadeContact['cause']): string {
  return derivedId('contact-use', ctx.orgId, kind, id);
}
