import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { gradeNow, pays, scores } from './a-graded-customer.fixture.ts';
import { approveOverride, revokeOverride } from './approve-override.ts';
import { getCustomerGrade } from './get-customer-grade.ts';
import { listProposals } from './list-proposals.ts';
import { proposeOverride } from './propose-override.ts';
import { regradeNightly } from './regrade-everybody.ts';

const wish = { grade: 'A', reason: '院长的老客户', until: '2026-03-31' } as const;
const conflict = (code: string) => expect.objectContaining({ code });

describe('a grade set by hand', () => {
  it('counts once another person approved it, with who, why and until when', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const consultant = await as(ctx, 'consultant', { name: '周颖' });
      const { grade, proposal } = await proposeOverride(consultant, { id, ...wish });
      expect([grade, proposal]).toMatchObject([
        'C',
        { grade: 'A', proposedByName: '周颖', approvedAt: null },
      ]);
      expect(await listProposals(ctx, { page: 1, pageSize: 50 })).toMatchObject({
        total: 1,
        items: [{ customer: { id }, now: 'C', override: { grade: 'A' } }],
      });

      const after = await approveOverride(ctx, { id: proposal!.id });
      expect(after).toMatchObject({
        grade: 'A',
        source: 'override',
        byRule: { grade: 'C' },
        override: { approvedByName: 'Owner', until: '2026-03-31' },
        proposal: null,
        history: [{ before: 'C', grade: 'A', source: 'override' }],
      });
      expect((await listProposals(ctx, { page: 1, pageSize: 50 })).total).toBe(0);
      const actions = (await auditTrail(ctx)).map((entry) => entry.action);
      expect(actions).toEqual(expect.arrayContaining(['grade-override.proposed', 'grade-override.approved']));
    }));

  it('is never approved by who asked for it', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { proposal } = await proposeOverride(ctx, { id, ...wish });
      await expect(approveOverride(ctx, { id: proposal!.id })).rejects.toEqual(conflict('own-override'));
      expect(await gradeNow(ctx, id)).toBe('C');
    }));

  it('needs the right to approve', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { proposal } = await proposeOverride(ctx, { id, ...wish });
      const agent = await as(ctx, 'cs_agent');
      await expect(approveOverride(agent, { id: proposal!.id })).rejects.toEqual(conflict('forbidden'));
    }));

  it('wins over the rules until its last day, and not a day longer', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await scores(ctx, id, 2);
      const { proposal } = await proposeOverride(await as(ctx, 'consultant'), { id, ...wish, grade: 'B' });
      await approveOverride(ctx, { id: proposal!.id });
      const onLastDay = later(ctx, '2026-03-31T12:00:00.000Z');
      await pays(onLastDay, id, 3_000_000);
      await regradeNightly(onLastDay);
      expect(await gradeNow(onLastDay, id)).toBe('B');
      const dayAfter = later(ctx, addHours(onLastDay.now, 24));
      await regradeNightly(dayAfter);
      expect(await getCustomerGrade(dayAfter, { id })).toMatchObject({
        grade: 'D',
        source: 'rule',
        override: null,
      });
    }));

  it('does not thaw who still has an open case', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await scores(ctx, id, 2);
      const { proposal } = await proposeOverride(await as(ctx, 'consultant'), { id, ...wish });
      const { grade, frozen } = await approveOverride(ctx, { id: proposal!.id });
      expect(grade).toBe('A');
      expect(frozen).toContain('marketing');
    }));

  it('can be taken back with a reason, and declined before it counts', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const consultant = await as(ctx, 'consultant');
      const first = await proposeOverride(consultant, { id, ...wish });
      await approveOverride(ctx, { id: first.proposal!.id });
      expect(await revokeOverride(ctx, { id: first.proposal!.id, reason: '看错了人' })).toMatchObject({
        grade: 'C',
        source: 'rule',
        override: null,
      });
      const second = await proposeOverride(consultant, { id, ...wish });
      expect(await revokeOverride(ctx, { id: second.proposal!.id, reason: '没有理由' })).toMatchObject({
        grade: 'C',
        proposal: null,
      });
      await expect(approveOverride(ctx, { id: second.proposal!.id })).rejects.toEqual(
        conflict('override-decided'),
      );
    }));

  it.each([
    { until: '2026-03-11', reason: 'override-already-over' },
    { until: '2026-09-13', reason: 'override-too-long' },
  ])('until $until is refused: $reason', ({ until, reason }) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await expect(proposeOverride(ctx, { id, ...wish, until })).rejects.toEqual(conflict(reason));
    }),
  );
});
