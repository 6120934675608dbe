import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { RecordCall } from '#domain/followups/contract.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
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
  const nothing = { problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null };
  const refusal = { result: 'refused', channel: 'phone', durationSeconds: null, reason: '别再打了' } as const;

  it('is owed only what concerns their health, from that call on; a slip is taken back whole', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      await happens(ctx, 'deposit.untreated', customer);
      const before = await openSteps(ctx, customer.id);
      const [called] = await followupsOf(ctx, customer.id);
      const heard = { followupId: called!.id, version: called!.version, score: null, notes: null };
      const call: RecordCall = {
        ...nothing,
        ...refusal,
        customerId: customer.id,
        followups: [heard],
        refusesAllContact: true,
      };
      const { callId } = await recordCall(ctx, call);
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
