import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { addProblem } from '#server/modules/records/add-problem.ts';
import { addRelation } from '#server/modules/records/add-relation.ts';
import { setDiscreet } from '#server/modules/records/set-discreet.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { getCallSheet } from './get-call-sheet.ts';

const profile = {
  mayPickUp: [],
  // Thursday noon; the clinic opens at nine.
  safeHours: [{ days: [4], from: '12:00', to: '13:00' }],
  callerAlias: '小林',
  neverSay: ['隆鼻'],
  mayNameTreatments: false,
  mayJoinGroups: false,
};

const mother = { kind: 'parent', isGuardian: true, relativeId: null, name: '王芳', phone: null } as const;

describe('a call sheet', () => {
  it.each([
    {
      name: 'a minute before the safe hour',
      at: '2026-03-12T03:59:00.000Z',
      may: false,
      next: '2026-03-12T04:00:00.000Z',
    },
    { name: 'as it begins', at: '2026-03-12T04:00:00.000Z', may: true, next: null },
    { name: 'in its last minute', at: '2026-03-12T04:59:59.000Z', may: true, next: null },
    { name: 'as it ends', at: '2026-03-12T05:00:00.000Z', may: false, next: '2026-03-19T04:00:00.000Z' },
  ])('warns of a discreet customer $name', ({ at, may, next }) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await setDiscreet(ctx, { id, version: 0, profile });
      const { discreet } = await getCallSheet(later(ctx, at), { customerId: id });
      expect(discreet).toEqual({ profile, maySpeakNow: may, nextSafeAt: next });
    }),
  );

  it('says what the customer still needs, and nothing of what was treated', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await addProblem(ctx, { id, area: 'tooth', places: ['46'], finding: '缺失', visitId: null });
      const sheet = await getCallSheet(ctx, { customerId: id });
      expect(sheet.discreet).toBeNull();
      expect(sheet.latentProblems).toMatchObject([{ area: 'tooth', places: ['46'], finding: '缺失' }]);
    }));

  it('brings the script of each followup that has one, and whom it speaks to', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { gender: 'female', birthday: '2015-06-01' });
      await addRelation(ctx, { ...mother, id: customer.id });
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      const nextDay = later(ctx, addHours(ctx.now, 24));
      const sheet = await getCallSheet(nextDay, { customerId: customer.id });
      expect(
        sheet.followups.map(({ protocolCode, guide }) => [protocolCode, guide?.definition.code]),
      ).toEqual(
        expect.arrayContaining([
          ['surgery', 'after-surgery'],
          ['first-visit', undefined],
        ]),
      );
      expect(sheet.inScript).toMatchObject({
        gender: 'female',
        age: 10,
        visitKind: 'first',
        treatmentCategories: ['surgery'],
        guardianName: '王芳',
        hasAppointment: false,
        appointmentAt: null,
      });
    }));
});
