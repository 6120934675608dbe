import { addDays, dayAt, startOfDay } from '#domain/base/time.ts';
import { isInForceAt } from '#domain/followups/additions.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import { reachBefore } from '#domain/followups/protocol.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findBirthdays } from '../customers/find-birthdays.ts';
import { planEvents } from './plan-events.ts';
import { selectZones } from './planning-store.ts';
import { claimBirthdayLook, selectPlannedBirthdays } from './birthdays-store.ts';
import { selectProtocols } from './versions-store.ts';

/** Far enough ahead for somebody to see what the week brings. */
const atLeastDays = 7;

/**
 * Plans the birthdays of the coming days, once a day: as far ahead as a protocol asks for something before the day,
 * and a week at least. Somebody whose birthday is planned keeps that plan, whatever was published since.
 */
export async function planBirthdays(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const today = dayAt(ctx.now, ctx.zone);
    const protocols = (await selectProtocols(ctx)).filter(
      (each) => each.definition.trigger.event === 'birthday' && isInForceAt(each, ctx.now),
    );
    if (protocols.length === 0 || !(await claimBirthdayLook(ctx, today))) return;
    const ahead = Math.max(
      atLeastDays,
      ...protocols.map(({ definition }) => reachBefore(definition.steps) + 1),
    );
    const coming = await findBirthdays(ctx, today, addDays(today, ahead));
    const planned = await selectPlannedBirthdays(ctx, coming);
    const zones = await selectZones(ctx);
    const events = coming
      .filter(({ customerId, key }) => !planned.has(`${customerId} ${key}`))
      .map(({ customerId, clinicId, on, key }): PlanningEvent => ({
        event: 'birthday',
        key,
        at: startOfDay(on, zones.get(clinicId) ?? ctx.zone),
        customerId,
        clinicId,
        visitId: null,
        visitKind: null,
        categories: [],
      }));
    await planEvents(ctx, events, { openAt: ctx.now });
  });
}
