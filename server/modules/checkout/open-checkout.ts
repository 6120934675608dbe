import type { CheckoutSheet } from '#domain/checkout/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { listAppointmentsOf } from '../appointments/open-book.ts';
import { getCustomer } from '../customers/get-customer.ts';
import { isAskedAbout } from '../forms/find-visit-request.ts';
import { listLedger } from '../ledger/list-ledger.ts';
import { findEntered } from '../reception/find-arrivals.ts';
import { findVisit } from '../visits/find-visit.ts';
import { selectCheckoutRules } from './rules-store.ts';
import { selectAccountCode, selectCheckout, selectFollows } from './store.ts';

/** All that the desk needs to let a customer go: what was done and paid, what is booked, and what is still to ask. */
export async function openCheckout(ctx: Context, input: { id: string }): Promise<CheckoutSheet> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const visit = await findVisit(ctx, input.id);
    const { id, number, name, phone, grade, isFrozen, refusesContact } = await getCustomer(ctx, {
      id: visit.customerId,
    });
    const ledger = await listLedger(ctx, { id, page: 1, pageSize: 100 });
    const booked = (await listAppointmentsOf(ctx, { id })).items;
    return {
      visit,
      enteredAt: await findEntered(ctx, visit.id),
      customer: { id, number, name, phone, grade, isFrozen, refusesContact },
      balance: ledger.balance,
      entries: ledger.items.filter(
        (entry) => entry.bookedOn === visit.visitedOn || entry.visitId === visit.id,
      ),
      appointments: booked
        .filter(({ state, startsAt }) => state === 'booked' && startsAt > ctx.now)
        .toReversed(),
      isRatingAsked: await isAskedAbout(ctx, visit.id),
      follows: await selectFollows(ctx, id),
      hasAccountCode: (await selectAccountCode(ctx, visit.clinicId)) !== undefined,
      rules: (await selectCheckoutRules(ctx, visit.clinicId)).rules,
      checkout: (await selectCheckout(ctx, visit.id)) ?? null,
    };
  });
}
