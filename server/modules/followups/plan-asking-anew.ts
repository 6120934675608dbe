import { addDays, addMonths, dayAt } from '#domain/base/time.ts';
import { decidesAnewOn, guardianBelow, ofAgeAt } from '#domain/consents/lapse.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findToAskAnew } from '../consents/find-standing.ts';
import { findBornBetween } from '../customers/find-birthdays.ts';
import { planReminder } from './create-reminder.ts';
import { selectFollowups, staffIsActive } from './store.ts';

/** Seen a week ahead by whoever will ask, and caught up with where the server stood still. */
const days = { ahead: 7, back: 7 };

const matters: Record<number, string> = {
  [guardianBelow]: '满14岁：监护人原来的同意从今天起不再算数，请征求客户本人的意思，再记到“联系意愿”里',
  [ofAgeAt]: '满18岁：未成年时对优惠信息的同意不再算数，请问客户本人还愿不愿意收，再记到“联系意愿”里',
};

/**
 * Whoever owns a customer, else customer service, asks anew on the birthday on which a yes lapses: not before, for a yes
 * of the day before would lapse as well. Once for each of the two birthdays; who wants no contact is not asked.
 */
export async function planAskingAnew(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const today = dayAt(ctx.now, ctx.zone);
    const [from, to] = [addDays(today, -days.back), addDays(today, days.ahead)];
    const born = (age: number) => ({
      // A day more on either side for who was born on a leap day; which day it is, is said below.
      from: addDays(addMonths(from, -12 * age), -1),
      to: addDays(addMonths(to, -12 * age), 1),
    });
    const found = await findBornBetween(ctx, [born(guardianBelow), born(ofAgeAt)]);
    const turning = found.flatMap((customer) => {
      const turn = decidesAnewOn(customer.birthday, { from, to });
      const id = turn && derivedId('consent anew', customer.id, String(turn.age));
      return turn && id ? [{ ...turn, id, customer }] : [];
    });
    const planned = await selectFollowups(ctx, { ids: turning.map(({ id }) => id) });
    const isPlanned = new Set(planned.map(({ id }) => id));
    const fresh = turning.filter(({ id }) => !isPlanned.has(id));
    const birthdays = new Map(fresh.map(({ customer, on }) => [customer.id, on]));
    const toAsk = await findToAskAnew(ctx, [...birthdays.keys()], birthdays);
    for (const { id, on, age, customer } of fresh) {
      if (!toAsk.has(customer.id)) continue;
      const { ownerId, clinicId } = customer;
      const isSet = await planReminder(ctx, {
        ...{ id, customerId: customer.id, clinicId, matter: matters[age]!, dueOn: on },
        assigneeId: ownerId !== null && (await staffIsActive(ctx, ownerId)) ? ownerId : null,
      });
      if (isSet)
        await recordAudit(ctx, { action: 'followup.reminder-set', subject: { type: 'followup', id } });
    }
  });
}
