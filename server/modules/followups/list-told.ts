import type { Followup, PastContact } from '#domain/followups/contract.ts';
import type { z } from 'zod';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { HeardBy } from '#domain/contacts/contact.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectContacts } from './attempts-store.ts';
import { countFollowing } from './following-store.ts';
import { withoutStep } from './record-call.ts';
import { selectFollowups } from './store.ts';

/** What was heard and promised in a call, for one of its followups. */
export interface Told extends Omit<z.infer<typeof PastContact>, 'recovery'> {
  problem: string | null;
  actionPlan: string | null;
  nextAppointmentOn: CalendarDate | null;
  callBackAt: Instant | null;
}

/** The last calls with a customer in full, the newest first; for a verb that has asked for its own permission. */
export async function listTold(ctx: TransactionContext, customerId: string): Promise<Told[]> {
  const contacts = await selectContacts(ctx, customerId, 100);
  return contacts.map((contact) => ({
    ...contact,
    channel: contact.channel as HeardBy,
    result: contact.result as AttemptResult,
  }));
}

/** All that a customer is still owed, the first window to break first. */
export async function listOwed(ctx: TransactionContext, customerId: string): Promise<Followup[]> {
  return (await selectFollowups(ctx, { customerId, state: 'open' })).map(withoutStep);
}

/** How many open followups would go along with these customers. */
export function countFollowupsGoingAlong(
  ctx: TransactionContext,
  moves: Parameters<typeof countFollowing>[1],
): Promise<number> {
  return countFollowing(ctx, moves);
}
