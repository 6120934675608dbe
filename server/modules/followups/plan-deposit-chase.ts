import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findDeposit } from '../ledger/find-deposit.ts';
import { recordEnding } from './end-by-facts.ts';
import { planEvents } from './plan-events.ts';
import { selectOpenPlans } from './facts-store.ts';
import { endOpenFollowups } from './store.ts';

/** A deposit is chased until something is treated (C2); one chase is enough for several deposits. */
export async function planDepositChase(
  ctx: TransactionContext,
  event: EventOf<'deposit.paid'>,
): Promise<void> {
  const { customerId, clinicId, entryId: key, at } = event;
  // Used or given back since.
  if ((await findDeposit(ctx, customerId)) === 0) return;
  if ((await selectOpenPlans(ctx, customerId, 'deposit.untreated')).length > 0) return;
  await planEvents(ctx, [
    {
      event: 'deposit.untreated',
      ...{ key, at, customerId, clinicId },
      // None, so that a treatment in the visit it was paid in ends the chase as well.
      visitId: null,
      visitKind: null,
      categories: [],
    },
  ]);
}

/** Nothing lies here any more: the deposit was used or given back, and there is nothing to chase. */
export async function endDepositChase(
  ctx: TransactionContext,
  event: EventOf<'ledger.booked'>,
): Promise<void> {
  const planIds = await selectOpenPlans(ctx, event.customerId, 'deposit.untreated');
  if (planIds.length === 0 || (await findDeposit(ctx, event.customerId)) > 0) return;
  const reason = 'fact:deposit-settled';
  await recordEnding(ctx, reason, await endOpenFollowups(ctx, { planIds }, reason));
}
