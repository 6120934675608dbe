import { describe, expect, it } from 'vitest';
import { agreedAmount, canClose, consultantFor, isStuck, mayBookDeposit, outcomeOf } from './consultation.ts';
import type { NextStep, OfferedItem, Surroundings, Talk } from './consultation.ts';

const item = (isAgreed: boolean, fen = 100_00): OfferedItem => ({
  category: 'implant',
  name: '种植',
  fen,
  isAgreed,
});
const followup: NextStep = { kind: 'followup', on: '2026-03-12', staffId: 'zhou', matter: '问考虑得如何' };
const talk: Talk = {
  state: 'open',
  place: 'clinic',
  items: [item(false)],
  agreedFen: null,
  depositFen: null,
  isDepositBooked: false,
  whyNot: ['price'],
  whyNotWords: '',
  nextStep: followup,
};
const deal: Partial<Talk> = { items: [item(true), item(false)], whyNot: [] };
const around: Surroundings = { today: '2026-03-12', isVisitOpen: true, isAppointmentAhead: false };

describe('closing a consultation', () => {
  it.each([
    { name: 'no deal, with a reason and a followup today', talk: {} },
    { name: 'no deal, with a reason in words', talk: { whyNot: [], whyNotWords: '要问老公' } },
    { name: 'a deal, with the treatment right away', talk: { ...deal, nextStep: { kind: 'treatment' } } },
    { name: 'with why nothing comes next', talk: { nextStep: { kind: 'none', reason: '搬走了' } } },
    {
      name: 'with an appointment to come',
      talk: { nextStep: { kind: 'appointment', appointmentId: 'a' } },
      around: { isAppointmentAhead: true },
    },
    { name: 'a deposit of all that was agreed', talk: { ...deal, depositFen: 100_00 } },
    { name: 'a deposit of a price agreed for all', talk: { ...deal, agreedFen: 90_00, depositFen: 90_00 } },
    {
      name: 'closed already',
      talk: { state: 'closed' },
      reason: 'consultation-closed',
    },
    { name: 'no deal without a reason', talk: { whyNot: [] }, reason: 'why-not-missing' },
    { name: 'an amount without a deal', talk: { agreedFen: 1 }, reason: 'amount-without-a-deal' },
    { name: 'a deposit without a deal', talk: { depositFen: 1 }, reason: 'amount-without-a-deal' },
    {
      name: 'a deposit a fen over the deal',
      talk: { ...deal, depositFen: 100_01 },
      reason: 'deposit-over-the-deal',
    },
    { name: 'without a next step', talk: { nextStep: null }, reason: 'next-step-missing' },
    {
      name: 'a followup yesterday',
      talk: { nextStep: { ...followup, on: '2026-03-11' } },
      reason: 'next-step-in-the-past',
    },
    { name: 'a followup tomorrow', talk: { nextStep: { ...followup, on: '2026-03-13' } } },
    {
      name: 'an appointment that is over or cancelled',
      talk: { nextStep: { kind: 'appointment', appointmentId: 'a' } },
      reason: 'appointment-not-ahead',
    },
    {
      name: 'treating what was not agreed on',
      talk: { nextStep: { kind: 'treatment' } },
      reason: 'treatment-without-a-deal',
    },
    {
      name: 'treating somebody who is not here',
      talk: { ...deal, nextStep: { kind: 'treatment' } },
      around: { isVisitOpen: false },
      reason: 'treatment-without-a-visit',
    },
  ] satisfies { name: string; talk: Partial<Talk>; around?: Partial<Surroundings>; reason?: string }[])(
    '$name',
    (row) => {
      const decision = canClose({ ...talk, ...row.talk }, { ...around, ...row.around });
      expect(decision).toEqual(
        row.reason === undefined ? { allowed: true } : { allowed: false, reason: row.reason },
      );
    },
  );
});

describe('a deal', () => {
  it('is what somebody said yes to, at the price of it or the one agreed for all', () => {
    const items = [item(true), item(true, 50_00), item(false)];
    expect(outcomeOf({ items })).toBe('deal');
    expect(outcomeOf({ items: [item(false)] })).toBe('no_deal');
    expect(outcomeOf({ items: [] })).toBe('no_deal');
    expect(agreedAmount({ items, agreedFen: null })).toBe(150_00);
    expect(agreedAmount({ items, agreedFen: 140_00 })).toBe(140_00);
  });

  it('has its deposit booked once, where one was agreed on', () => {
    const paid = { ...talk, ...deal, depositFen: 50_00 };
    expect(mayBookDeposit(paid)).toEqual({ allowed: true });
    expect(mayBookDeposit({ ...paid, isDepositBooked: true })).toMatchObject({ reason: 'deposit-booked' });
    expect(mayBookDeposit({ ...talk, ...deal })).toMatchObject({ reason: 'no-deposit-agreed' });
  });
});

describe('an open consultation', () => {
  const opened = { state: 'open', openedOn: '2026-03-12', nextStep: null } as const;
  it.each([
    { name: 'two days without a next step', on: '2026-03-14', stuck: false },
    { name: 'three days without a next step', on: '2026-03-15', stuck: true },
    { name: 'four days without a next step', on: '2026-03-16', stuck: true },
    { name: 'on the day of its followup', on: '2026-03-20', step: '2026-03-20', stuck: false },
    { name: 'the day after its followup', on: '2026-03-21', step: '2026-03-20', stuck: true },
    { name: 'closed', on: '2026-04-21', state: 'closed', stuck: false },
  ] satisfies { name: string; on: string; step?: string; state?: 'closed'; stuck: boolean }[])(
    '$name: stuck $stuck',
    ({ on, step, state, stuck }) => {
      const nextStep = step === undefined ? null : { ...followup, on: step };
      expect(isStuck({ ...opened, state: state ?? 'open', nextStep }, on)).toBe(stuck);
    },
  );
});

describe('who has it in hand', () => {
  const customer = { ownerId: 'zhou', webConsultantId: 'wei' };
  it.each([
    { name: 'a consultant who writes it', place: 'phone', role: 'consultant', who: 'me' },
    { name: 'in the clinic the customer’s own consultant', place: 'clinic', role: 'front_desk', who: 'zhou' },
    { name: 'from afar their web consultant', place: 'online', role: 'front_desk', who: 'wei' },
  ] as const)('$name', ({ place, role, who }) => {
    expect(consultantFor(place, { staffId: 'me', role }, customer)).toBe(who);
  });

  it('is who wrote it down where nobody looks after the customer', () => {
    const nobody = { ownerId: null, webConsultantId: null };
    expect(consultantFor('phone', { staffId: 'me', role: 'front_desk' }, nobody)).toBe('me');
  });
});
