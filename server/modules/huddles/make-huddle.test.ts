import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { ReceiveCustomer } from '#domain/reception/contract.ts';
import type { FinishCheckout } from '#domain/checkout/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { confirmAppointment } from '#server/modules/appointments/cancel-appointment.ts';
import { finishCheckout } from '#server/modules/checkout/finish-checkout.ts';
import { answerForm } from '#server/modules/forms/answer-form.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { moveStage } from '#server/modules/reception/move-stage.ts';
import { receiveCustomer } from '#server/modules/reception/receive-customer.ts';
import { findVisit } from '#server/modules/visits/find-visit.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { assignLine, closeLine, finishHuddle } from './assign-line.ts';
import { makeHuddle, prepareHuddles } from './make-huddle.ts';
import { showHuddle } from './show-huddle.ts';

const notAsked = { answer: 'not_asked' } as const;

async function comesAndGoes(
  ctx: Context,
  name: string,
  facts: { waits: number; next: FinishCheckout['next']; leavesIntake?: boolean },
): Promise<string> {
  const { waits, next, leavesIntake = true } = facts;
  const { id: customerId, clinicId } = await aCustomer(ctx, { name });
  const { visitId } = await receiveCustomer(ctx, ReceiveCustomer.parse({ customerId, clinicId }));
  if (leavesIntake) await fillsIntakeIn(ctx, customerId);
  const seen = later(ctx, addMinutes(ctx.now, waits));
  await moveStage(seen, { visitId, to: 'in-treatment' });
  const { version } = await inTransaction(seen, (ctx) => findVisit(ctx, visitId));
  await finishCheckout(seen, {
    ...{ id: visitId, version, paid: notAsked, offer: notAsked, followup: notAsked, rating: notAsked },
    ...{ account: notAsked, next },
  });
  return customerId;
}

async function fillsIntakeIn(ctx: Context, id: string): Promise<void> {
  const of = { id, code: 'intake-dental', source: 'staff', visitId: null, followupId: null } as const;
  const { request } = await askForm(ctx, { ...of, send: false });
  const nothing = { allergies: ['none'], medicines: ['none'], conditions: ['none'], bleeding: ['none'] };
  const values = {
    ...{ ...nothing, complaint: '牙疼', 'who-fills': 'self', pregnancy: 'none' },
    ...{ anaesthesia: ['never'], consent: 'yes' },
  };
  await answerForm(ctx, { id: request.id, values, sendId: newId() });
}

const none = { answer: 'none', reason: '费用有顾虑', note: null } as const;
const booksFor = (startsAt: string): FinishCheckout['next'] => ({
  ...{ answer: 'booked', appointmentId: null },
  booking: { startsAt, minutes: 30, doctorId: null, kindId: null },
});

describe('a meeting of the day', () => {
  it('talks in the evening about what happened, and about nothing else', () =>
    inClinic(async (ctx, { clinicId }) => {
      const tomorrow = addHours(ctx.now, 25);
      await comesAndGoes(ctx, '没约', { waits: 5, next: none, leavesIntake: false });
      const waited = await comesAndGoes(ctx, '等久', { waits: 16, next: booksFor(tomorrow) });
      const sure = await aCustomer(ctx, { name: '确认' });
      const booking = BookAppointment.parse({
        ...{ customerId: sure.id, clinicId, startsAt: addMinutes(tomorrow, 60), minutes: 30 },
      });
      const { id, version } = await bookAppointment(ctx, booking);
      await confirmAppointment(ctx, { id, version, answer: 'confirmed' });
      await createReminder(ctx, {
        ...{ customerId: sure.id, assigneeId: ctx.actor.id!, dueOn: '2026-03-13', matter: '寄发票' },
      });

      const evening = later(ctx, addHours(ctx.now, 10));
      await prepareHuddles({ ...evening, actor: system });
      await prepareHuddles({ ...evening, actor: system });
      const pack = await showHuddle(evening, { clinicId, kind: 'evening' });
      expect(pack.lines.map(({ kind, customerName, isCarried }) => [kind, customerName, isCarried])).toEqual([
        ['no-next', '没约', false],
        ['no-intake', '没约', false],
        ['unconfirmed', '等久', false],
        ['wait-over', '等久', false],
        ['promise', '确认', false],
      ]);
      expect(pack.lines[0]!.facts).toEqual({ reason: '费用有顾虑', isSilent: false });
      expect(pack.lines[1]!.facts).toEqual({ byName: expect.any(String) });
      expect(pack.lines[3]).toMatchObject({ customerId: waited, facts: { minutes: 16, target: 15 } });
      await fillsIntakeIn(evening, pack.lines[1]!.customerId);
      const { lines } = await makeHuddle(evening, { clinicId, kind: 'evening' });
      expect(lines.find(({ kind }) => kind === 'no-intake')).toMatchObject({ closedHow: 'fact' });
      const other = await aClinic(evening.now);
      await expect(showHuddle(other.ctx, { clinicId, kind: 'evening' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));

  it('ends when every line has somebody and a time; what is open comes back tomorrow', () =>
    inClinic(async (ctx, { clinicId }) => {
      const nurse = await as(ctx, 'nurse', { name: '小林' });
      const customerId = await comesAndGoes(ctx, '没约', { waits: 5, next: none });
      await comesAndGoes(ctx, '也没约', { waits: 16, next: none });
      const evening = later(ctx, addHours(ctx.now, 10));
      const pack = await makeHuddle(evening, { clinicId, kind: 'evening' });
      const of = (kind: string, name: string) =>
        pack.lines.find((line) => line.kind === kind && line.customerName === name)!;
      await expect(finishHuddle(evening, { id: pack.id! })).rejects.toMatchObject({
        ...{ code: 'lines-without-owner', details: { count: 3 } },
      });

      const dueAt = addHours(evening.now, 16);
      const first = of('no-next', '没约');
      const assigned = await assignLine(evening, {
        ...{ id: first.id, version: first.version, ownerId: nurse.actor.id!, dueAt },
      });
      expect(assigned).toMatchObject({ ownerName: '小林', dueAt });
      expect(await followupsOf(evening, customerId)).toMatchObject([
        { id: assigned.followupId, assigneeId: nurse.actor.id, closesAt: dueAt },
      ]);
      await expect(assignLine(evening, { ...assigned, ownerId: ctx.actor.id!, dueAt })).rejects.toMatchObject(
        {
          code: 'line-assigned',
        },
      );
      for (const line of [of('no-next', '也没约'), of('wait-over', '也没约')])
        await closeLine(evening, { id: line.id, version: line.version, outcome: '当场道歉，周五再联系' });
      expect(await finishHuddle(evening, { id: pack.id! })).toMatchObject({ heldAt: evening.now });
      await expect(makeHuddle(evening, { clinicId, kind: 'evening' })).rejects.toMatchObject({
        code: 'huddle-held',
      });

      const morning = later(ctx, addHours(ctx.now, 24));
      const next = await makeHuddle(morning, { clinicId, kind: 'morning' });
      expect(next.lines).toMatchObject([{ id: first.id, isCarried: true, ownerName: '小林' }]);
      // Booked meanwhile: the record closes the line, and nobody has to.
      await bookAppointment(
        morning,
        BookAppointment.parse({ customerId, clinicId, startsAt: addHours(morning.now, 48), minutes: 30 }),
      );
      expect((await makeHuddle(morning, { clinicId, kind: 'morning' })).lines).toMatchObject([
        { id: first.id, closedHow: 'fact', outcome: null },
      ]);
      expect(await auditTrail(ctx)).toContainEqual({
        ...{ action: 'huddle-line.assigned', actorId: ctx.actor.id },
      });
    }));
});
