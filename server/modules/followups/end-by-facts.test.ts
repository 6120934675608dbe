import { describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { addHours } from '#domain/base/time.ts';
import { OpenConsultation } from '#domain/consultations/contract.ts';
import type { Customer } from '#domain/customers/contract.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { recordContact } from '#server/modules/classes/record-contact.ts';
import { openConsultation } from '#server/modules/consultations/open-consultation.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { createReminder } from './create-reminder.ts';
import { noteDeparture, withdrawDeparture } from './note-departure.ts';
import { planEvents } from './plan-events.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

async function happens(
  ctx: Context,
  event: PlanningEvent['event'],
  customer: { id: string; clinicId: string },
) {
  const about = { key: event, at: ctx.now, customerId: customer.id, clinicId: customer.clinicId };
  const bare = { visitId: null, visitKind: null, categories: [] };
  await inTransaction(ctx, (ctx) => planEvents(ctx, [{ event, ...about, ...bare }]));
}

async function openSteps(ctx: Context, customerId: string): Promise<string[]> {
  const followups = await followupsOf(ctx, customerId);
  return followups
    .filter(({ state }) => state === 'open')
    .map(({ protocolCode, stepKey }) => `${protocolCode} ${stepKey}`);
}

/** An hour later. */
const hence = (ctx: Context) => later(ctx, addHours(ctx.now, 1));

const call = { problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null };
const refusal = { result: 'refused', channel: 'phone', durationSeconds: null, reason: '别再打了' } as const;

/** Refuses what they were called for first, and perhaps more. */
async function refuses(ctx: Context, customerId: string, more: Partial<RecordCall>): Promise<string> {
  const [called] = (await followupsOf(ctx, customerId)).filter(({ purpose }) => purpose !== 'medical');
  const heard = { followupId: called!.id, version: called!.version, score: null, notes: null };
  const { callId } = await recordCall(ctx, {
    ...{ ...call, ...refusal, customerId, followups: [heard], refusesAllContact: false },
    ...more,
  });
  return callId;
}

const owed = ['appointment-cancelled', 'deposit-untreated', 'surgery', 'web-consultation-no-deal'];

/** Somebody who was operated on, has paid a deposit for more, asked about something else, and gave up a time. */
async function aCustomerOwedMuch(ctx: Context) {
  const customer = await aCustomer(ctx);
  await aClosedVisit(ctx, { customer, categories: ['surgery'] });
  await happens(ctx, 'deposit.untreated', customer);
  await happens(ctx, 'appointment.cancelled', customer);
  await happens(ctx, 'consultation.no_deal', customer);
  const planned = (await followupsOf(ctx, customer.id)).filter((each) => owed.includes(each.protocolCode));
  const ids = new Set(planned.map(({ id }) => id));
  /** The protocols of which something is still owed. */
  const left = async () => {
    const open = (await followupsOf(ctx, customer.id)).filter(
      ({ id, state }) => ids.has(id) && state === 'open',
    );
    return [...new Set(open.map(({ protocolCode }) => protocolCode))].sort();
  };
  return { customer, left };
}

describe('what a customer is owed', () => {
  it.each([
    {
      name: 'is no invitation once they are booked',
      fact: (ctx: Context, { id: customerId, clinicId }: Customer) =>
        bookAppointment(
          ctx,
          BookAppointment.parse({ customerId, clinicId, startsAt: addHours(ctx.now, 48), minutes: 30 }),
        ),
      left: ['deposit-untreated', 'surgery'],
    },
    {
      name: 'is no reminder of a deposit once it is paid for',
      fact: (ctx: Context, { id }: Customer) =>
        bookEntry(ctx, { ...BookEntry.parse({ booking: { kind: 'charge', fen: 1_000, memo: '' } }), id }),
      left: ['appointment-cancelled', 'surgery', 'web-consultation-no-deal'],
    },
    {
      name: 'is none of these once they came and were treated',
      fact: (ctx: Context, customer: Customer) =>
        aClosedVisit(ctx, { customer, categories: ['implant'], isTold: false }),
      left: ['surgery'],
    },
    {
      name: 'is nothing once they died',
      fact: (ctx: Context, { id }: Customer) =>
        noteDeparture(ctx, { id, kind: 'deceased', on: '2026-03-12' }),
      left: [],
    },
    {
      name: 'is nothing once they moved away',
      fact: (ctx: Context, { id }: Customer) =>
        noteDeparture(ctx, { id, kind: 'moved-away', on: '2026-03-12' }),
      left: [],
    },
    {
      name: 'is nothing once they say in a call that they go elsewhere',
      fact: (ctx: Context, { id }: Customer) => refuses(ctx, id, { hasLeft: true }),
      left: [],
    },
    {
      name: 'is what concerns their health once they object in a call',
      fact: (ctx: Context, { id }: Customer) => refuses(ctx, id, { refusesAllContact: true }),
      left: ['surgery'],
    },
    {
      name: 'is the same once that stands on the record',
      fact: (ctx: Context, { id, version }: Customer) =>
        editCustomer(ctx, { id, version, refusesContact: true }),
      left: ['surgery'],
    },
  ])('$name', ({ fact, left }) =>
    inClinic(async (ctx) => {
      const customer = await aCustomerOwedMuch(ctx);
      expect(await customer.left()).toEqual(owed);
      await fact(hence(ctx), customer.customer);
      // In the transaction of the fact itself, and not before long; what is told after it changes nothing.
      expect(await customer.left()).toEqual(left);
      await settled(hence(ctx));
      expect(await customer.left()).toEqual(left);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('followups.ended-by-fact');
    }),
  );

  it('is owed again where going elsewhere was a slip of the agent', () =>
    inClinic(async (ctx) => {
      const { customer, left } = await aCustomerOwedMuch(ctx);
      const id = await refuses(ctx, customer.id, { hasLeft: true });
      expect(await left()).toEqual([]);
      await undoCall(ctx, { id });
      expect(await left()).toEqual(owed);
      expect(await getCustomer(ctx, { id: customer.id })).toMatchObject({ movedAwayOn: null });
    }));
});

describe('who died or moved away', () => {
  const left = { kind: 'deceased', on: '2026-03-12' } as const;

  it('is owed nothing either by what was being planned in that moment', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const visit = await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      await noteDeparture(ctx, { id: customer.id, ...left });
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('followups')
          .set({ state: 'open', ended_at: null, end_reason: null })
          .where('org_id', '=', ctx.orgId)
          .where('customer_id', '=', visit.customerId)
          .execute(),
      );
      await settled(ctx);
      expect(await openSteps(ctx, customer.id)).toEqual([]);
    }));

  it('is nobody to set a reminder for', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await noteDeparture(ctx, { id: customer.id, ...left });
      const reminder = {
        customerId: customer.id,
        assigneeId: ctx.actor.id!,
        matter: '问候',
        dueOn: '2026-03-13',
      };
      await expect(createReminder(ctx, reminder)).rejects.toMatchObject({ code: 'customer-gone' });
    }));

  it('and is back is owed again what was ended, but for offers where they objected since', () =>
    inClinic(async (ctx) => {
      const { customer, left: stillOwed } = await aCustomerOwedMuch(ctx);
      await noteDeparture(ctx, { id: customer.id, kind: 'moved-away', on: '2026-03-12' });
      const { version } = await getCustomer(ctx, { id: customer.id });
      await editCustomer(ctx, { id: customer.id, version, refusesContact: true });
      await withdrawDeparture(hence(ctx), { id: customer.id });
      expect(await stillOwed()).toEqual(['surgery']);
    }));
});

describe('who comes although they had moved away', () => {
  const tenDaysOn = (ctx: Context) => later(ctx, addHours(ctx.now, 10 * 24));

  it.each([
    {
      name: 'and is booked is here, and owed what is not over yet',
      comes: (ctx: Context, { id: customerId, clinicId }: Customer) =>
        bookAppointment(
          ctx,
          BookAppointment.parse({ customerId, clinicId, startsAt: addHours(ctx.now, 48), minutes: 30 }),
        ),
    },
    {
      name: 'and asks from afar is here, and owed the same',
      comes: (ctx: Context, { id }: Customer) =>
        openConsultation(ctx, { id, ...OpenConsultation.parse({ asked: '种植' }) }),
    },
    {
      name: 'and calls the desk is here, and owed the same',
      comes: (ctx: Context, { id: customerId }: Customer) =>
        recordContact(ctx, { customerId, channel: 'phone', code: null, matter: '问病历' }),
    },
    {
      name: 'and walks in is here, and followed up after it as well',
      comes: (ctx: Context, customer: Customer) => aClosedVisit(ctx, { customer, categories: ['surgery'] }),
      again: true,
    },
  ])('$name', ({ comes, again = false }) =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      const ofSurgery = async () =>
        (await openSteps(ctx, customer.id)).filter((step) => step.startsWith('surgery '));
      const planned = await ofSurgery();
      await noteDeparture(ctx, { id: customer.id, kind: 'moved-away', on: '2026-03-12' });
      expect(await openSteps(ctx, customer.id)).toEqual([]);
      await comes(tenDaysOn(ctx), customer);
      expect(planned).toEqual(['surgery within-3-days', 'surgery within-1-week', 'surgery at-1-month']);
      expect((await ofSurgery()).toSorted()).toEqual(
        ['surgery at-1-month', ...(again ? planned : [])].toSorted(),
      );
      expect(await getCustomer(ctx, { id: customer.id })).toMatchObject({ movedAwayOn: null });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('customer.is-here');
    }),
  );

  it('but nobody who died is booked, received or advised', () =>
    inClinic(async (ctx) => {
      const { id, clinicId } = await aCustomer(ctx);
      await noteDeparture(ctx, { id, kind: 'deceased', on: '2026-03-12' });
      const booking = { customerId: id, clinicId, startsAt: addHours(ctx.now, 48), minutes: 30 };
      const refused = { code: 'customer-deceased' };
      await expect(bookAppointment(ctx, BookAppointment.parse(booking))).rejects.toMatchObject(refused);
      await expect(openVisit(ctx, { customerId: id, clinicId, chiefComplaint: null })).rejects.toMatchObject(
        refused,
      );
      await expect(
        openConsultation(ctx, { id, ...OpenConsultation.parse({ asked: '种植' }) }),
      ).rejects.toMatchObject(refused);
      // Of the family the desk notes that it called.
      await recordContact(ctx, { customerId: id, channel: 'phone', code: null, matter: '家属来电' });
    }));
});

describe('what a visit ends', () => {
  it('is the chase after a deposit, when something was treated', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await happens(ctx, 'deposit.untreated', customer);
      expect(await openSteps(ctx, customer.id)).toHaveLength(15);
      await aClosedVisit(later(ctx, addHours(ctx.now, 1)), { customer, categories: ['consultation'] });
      expect((await openSteps(ctx, customer.id)).filter((each) => each.startsWith('deposit'))).toHaveLength(
        15,
      );
      await aClosedVisit(later(ctx, addHours(ctx.now, 2)), { customer, categories: ['implant'] });
      expect((await openSteps(ctx, customer.id)).filter((each) => each.startsWith('deposit'))).toEqual([]);
      const ended = (await followupsOf(ctx, customer.id)).filter(({ state }) => state === 'ended');
      expect(ended.every(({ endReason }) => endReason === 'fact:treated')).toBe(true);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('followups.ended-by-fact');
    }));

  it('is not the survey of braces that go on: each time is a followup of its own', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['orthodontics'] });
      await aClosedVisit(later(ctx, addHours(ctx.now, 24 * 30)), { customer, categories: ['orthodontics'] });
      const surveys = (await openSteps(ctx, customer.id)).filter((each) => each.startsWith('orthodontics'));
      expect(surveys).toHaveLength(16);
    }));

  it('is the survey of braces that come off, and the end of their course is asked about', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['orthodontics'] });
      const last = later(ctx, addHours(ctx.now, 24 * 30));
      await aClosedVisit(last, { customer, categories: ['orthodontics'], finishesCourse: true });
      const open = await openSteps(ctx, customer.id);
      expect(open.filter((each) => each.startsWith('orthodontics'))).toEqual([]);
      expect(open).toContain('course-finished within-1-week');
    }));
});

describe('a visit that ends a stay', () => {
  it('owes the call after a discharge, and no other visit does', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      expect(await openSteps(ctx, customer.id)).not.toContain('discharge within-3-days');
      await aClosedVisit(later(ctx, addHours(ctx.now, 48)), { customer, isDischarge: true });
      expect(await openSteps(ctx, customer.id)).toContain('discharge within-3-days');
    }));
});

describe('who wants no contact', () => {
  it('is owed only what concerns their health, from that call on; a slip is taken back whole', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      await happens(ctx, 'deposit.untreated', customer);
      const before = await openSteps(ctx, customer.id);
      const callId = await refuses(ctx, customer.id, { refusesAllContact: true });
      const left = await openSteps(ctx, customer.id);
      expect(left.some((each) => each.startsWith('deposit'))).toBe(false);
      expect(left.some((each) => each.startsWith('surgery'))).toBe(true);
      await undoCall(ctx, { id: callId });
      expect(await openSteps(ctx, customer.id)).toEqual(before);
    }));

  it('says so on the record as well', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await happens(ctx, 'deposit.untreated', customer);
      await editCustomer(ctx, { id: customer.id, version: customer.version, refusesContact: true });
      await settled(ctx);
      expect(await openSteps(ctx, customer.id)).toEqual([]);
    }));
});
