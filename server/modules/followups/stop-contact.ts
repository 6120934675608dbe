import { dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { setContactRefusal } from '../customers/set-contact-refusal.ts';
import { setDeparture } from '../customers/set-departure.ts';
import type { StandingBefore } from './attempts-store.ts';
import { endForRefusal, reopenAfterRefusal } from './end-by-facts.ts';
import { endForDeparture } from './note-departure.ts';
import { reopenEnded } from './ending-store.ts';

/** What this call changes for all calls to come; null where it changes nothing. */
export function standingBefore(
  call: Pick<RecordCall, 'result' | 'refusesAllContact' | 'hasLeft'>,
  customer: { refusesContact: boolean; movedAwayOn: string | null; deceasedOn: string | null },
): StandingBefore | null {
  if (call.result !== 'refused') return null;
  const objects = call.refusesAllContact && !customer.refusesContact;
  const leaves = call.hasLeft && customer.movedAwayOn === null && customer.deceasedOn === null;
  if (!objects && !leaves) return null;
  return { ...(objects && { refusesContact: false }), ...(leaves && { movedAwayOn: null }) };
}

/** Who objected is owed no more than their health, who goes elsewhere nothing: from this call on, in its transaction. */
export async function stopContact(
  ctx: TransactionContext,
  customer: { id: string; zone: string },
  before: StandingBefore,
): Promise<void> {
  if ('refusesContact' in before) {
    await setContactRefusal(ctx, customer.id, true);
    await endForRefusal(ctx, customer.id);
  }
  if ('movedAwayOn' in before)
    await endForDeparture(ctx, customer.id, { kind: 'moved-away', on: dayAt(ctx.now, customer.zone) });
}

/** It was a slip: what it ended is owed again. */
export async function resumeContact(
  ctx: TransactionContext,
  customerId: string,
  before: StandingBefore,
  at: Instant,
): Promise<void> {
  if ('refusesContact' in before) {
    await setContactRefusal(ctx, customerId, false);
    await reopenAfterRefusal(ctx, customerId, at);
  }
  if ('movedAwayOn' in before) {
    await setDeparture(ctx, customerId, null);
    await reopenEnded(ctx, customerId, 'fact:moved-away', { endedAt: at });
  }
}
