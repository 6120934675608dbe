import { describe, expect, it } from 'vitest';
import { addDays, addHours, addMinutes, dayAt } from '#domain/base/time.ts';
import type { FigureKey } from '#domain/deskdays/figures.ts';
import type { DeskDay } from '#domain/deskdays/contract.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { ReceiveCustomer } from '#domain/reception/contract.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { cancelAppointment } from '#server/modules/appointments/cancel-appointment.ts';
import { finishCheckout } from '#server/modules/checkout/finish-checkout.ts';
import { recordLateCall } from '#server/modules/lateness/record-late-call.ts';
import { aGroup, noticesOf } from '#server/modules/messaging/a-group.fixture.ts';
import { moveStage } from '#server/modules/reception/move-stage.ts';
import { receiveCustomer } from '#server/modules/reception/receive-customer.ts';
import { sayWord } from '#server/modules/reception/say-word.ts';
import { findVisit } from '#server/modules/visits/find-visit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { confirmDeskDay, correctFigure } from './confirm-day.ts';
import { listDeskDays, showDeskDay } from './show-day.ts';

const figure = (day: DeskDay, key: FigureKey) => day.figures.find((one) => one.key === key)!;
const notAsked = { answer: 'not_asked' } as const;

/** For another day, both: only when they cancelled is of this one. */
async function cancelAndBookAgain(
  desk: Context,
  { clinicId, customerId }: { clinicId: string; customerId: string },
): Promise<void> {
  const place = { customerId, clinicId, minutes: 30 };
  const book = (hours: number) =>
    bookAppointment(desk, BookAppointment.parse({ ...place, startsAt: addHours(desk.now, hours) }));
  const { id, version } = await book(48);
  await cancelAppointment(desk, { id, version, cancelledFor: 'customer', reason: '时间不合适' });
  await book(72);
}

describe('the day’s figures', () => {
  it('count themselves, are confirmed once with a report of counts alone, and corrected in the open', () =>
    inClinic(async (ctx, { clinicId }) => {
      await aGroup(ctx);
      const desk = await as(ctx, 'front_desk', { name: '小周' });
      const day = dayAt(ctx.now, ctx.zone);
      const customer = await aCustomer(desk, { name: '欧阳晓雯' });
      const booked = await bookAppointment(
        desk,
        BookAppointment.parse({ customerId: customer.id, clinicId, startsAt: ctx.now, minutes: 30 }),
      );
      await recordLateCall(later(desk, addMinutes(ctx.now, 11)), { id: booked.id, result: 'unreached' });
      const late = later(desk, addMinutes(ctx.now, 12));
      const { visitId } = await receiveCustomer(
        late,
        ReceiveCustomer.parse({ customerId: customer.id, clinicId, appointmentId: booked.id }),
      );
      await sayWord(later(desk, addMinutes(late.now, 3)), { visitId, toldMinutes: 10 });
      await cancelAndBookAgain(late, { clinicId, customerId: (await aCustomer(desk)).id });
      const treated = later(desk, addMinutes(late.now, 16));
      await moveStage(treated, { visitId, to: 'in-treatment' });
      const { version } = await inTransaction(treated, (ctx) => findVisit(ctx, visitId));
      await finishCheckout(treated, {
        ...{ id: visitId, version, paid: notAsked, offer: notAsked, followup: notAsked, rating: notAsked },
        ...{ account: { answer: 'added' }, next: { answer: 'none', reason: '费用有顾虑', note: null } },
      });

      const counted = await showDeskDay(treated, { clinicId });
      expect(figure(counted, 'booked').counted).toEqual({ count: 1, of: null });
      expect(figure(counted, 'late').counted).toEqual({ count: 1, of: 1 });
      expect(figure(counted, 'waitFirst').counted).toEqual({ count: 0, of: 1 });
      expect(figure(counted, 'lateCalled').counted).toEqual({ count: 1, of: 1 });
      expect(figure(counted, 'cancelContacted').counted).toEqual({ count: 1, of: 1 });
      expect(figure(counted, 'firstMet').counted).toEqual({ count: 1, of: 1 });
      expect(figure(counted, 'wordsKept').counted).toEqual({ count: 0, of: 1 });
      expect(counted.targets).toMatchObject({ lateRecordMinutes: 15, aloneMinutes: 3 });
      expect(figure(counted, 'nextBooked').counted).toEqual({ count: 0, of: 1 });
      expect(figure(counted, 'accountAdded').counted).toEqual({ count: 1, of: 1 });

      const wrong = {
        id: clinicId,
        day,
        figure: 'visits',
        corrected: 2,
        reason: '一位客户没有登记',
      } as const;
      const right = await correctFigure(treated, wrong);
      expect(figure(right, 'visits')).toMatchObject({
        counted: { count: 1 },
        corrections: [{ counted: 1, corrected: 2, reason: wrong.reason, byName: '小周' }],
      });
      const confirmed = await confirmDeskDay(treated, { id: clinicId, day });
      expect(confirmed).toMatchObject({ groups: 1, confirmedByName: '小周' });
      const [report] = await noticesOf(ctx);
      expect(report!.text).toContain('到店 2');
      expect(report!.text).toContain('人工更正 1 项');
      expect(report!.text).not.toContain('欧阳');
      await expect(confirmDeskDay(treated, { id: clinicId, day })).rejects.toMatchObject({
        code: 'already-confirmed',
      });
      await expect(confirmDeskDay(treated, { id: clinicId, day: addDays(day, 1) })).rejects.toMatchObject({
        code: 'invalid',
      });

      // What happens after the desk confirmed changes what is counted, and nothing of what was confirmed.
      await receiveCustomer(
        treated,
        ReceiveCustomer.parse({ customerId: (await aCustomer(desk, { name: '后来' })).id, clinicId }),
      );
      expect(figure(await showDeskDay(treated, { clinicId }), 'visits')).toMatchObject({
        ...{ counted: { count: 2 }, confirmed: { count: 1 } },
      });
      const { items, sum } = await listDeskDays(treated, { clinicId, month: day.slice(0, 7) });
      expect(items[0]).toMatchObject({
        ...{ day, isConfirmed: true, corrections: 1, figures: { visits: { count: 2 } } },
      });
      expect(sum.booked).toEqual({ count: 2, of: null });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'desk-day.confirmed', actorId: desk.actor.id });
      const other = await aClinic();
      await expect(showDeskDay(other.ctx, { clinicId })).rejects.toMatchObject({ code: 'not-found' });
    }));
});
