import { describe, expect, it } from 'vitest';
import { addHours, dayAt } from '#domain/base/time.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { aStep, drafted, standard, surgery } from './a-protocol.fixture.ts';
import { tryDraft } from './try-draft.ts';

const code = 'surgery';
const zone = 'Asia/Shanghai';
const sooner = { window: { kind: 'days' as const, opensDay: 1, dueDay: 2 } };
const day14 = aStep({ key: 'day-14', window: { kind: 'days', opensDay: 10, dueDay: 14 } });

describe('trying a draft on a customer', () => {
  it('shows what her last visit would owe by the draft, beside what it owes', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      await as(ctx, 'nurse', { name: '周护士' });
      await drafted(ctx, surgery(sooner, [day14]));
      const now = later(ctx, addHours(ctx.now, 1));
      const tried = await tryDraft(now, { code, customerId: customer.id });
      expect(tried).toMatchObject({
        customer: { name: '张三' },
        event: { event: 'visit.closed', at: ctx.now, isSupposed: false },
        hindrance: null,
      });
      const due = (window: { dueAt: string } | null) => window && dayAt(window.dueAt, zone);
      expect(
        tried.followups.map(({ stepKey, byDraft, byPublished }) => [stepKey, due(byDraft), due(byPublished)]),
      ).toEqual([
        ['within-3-days', '2026-03-14', '2026-03-15'],
        ['within-1-week', '2026-03-19', '2026-03-19'],
        ['day-14', '2026-03-26', null],
        ['at-1-month', '2026-04-12', '2026-04-12'],
      ]);
      expect(tried.followups[0]).toMatchObject({ assigneeName: '周护士', isForeseen: true });
    }));

  it('supposes the event where there was none, and says why she would get nothing', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const base = surgery({});
      await drafted(ctx, { ...base, trigger: { ...base.trigger, grades: ['A'] } });
      const tried = await tryDraft(ctx, { code, customerId: customer.id });
      expect(tried).toMatchObject({ event: { at: ctx.now, isSupposed: true }, hindrance: 'not-meant' });
      expect(tried.followups.every(({ byDraft, byPublished }) => !byDraft && byPublished)).toBe(true);
    }));

  it('says that somebody wants no contact, and takes a birthday as it comes', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { birthday: '1988-07-01' });
      await editCustomer(ctx, { id: customer.id, version: customer.version, refusesContact: true });
      await drafted(ctx, standard('birthday'));
      const tried = await tryDraft(ctx, { code: 'birthday', customerId: customer.id });
      expect(tried).toMatchObject({
        event: { at: '2026-06-30T16:00:00.000Z', isSupposed: false },
        hindrance: 'refuses-contact',
        followups: [],
      });
    }));

  it('sees no customer of another organization', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await inClinic(async (other) => {
        await drafted(other, surgery({}));
        await expect(tryDraft(other, { code, customerId: customer.id })).rejects.toMatchObject({
          code: 'not-found',
        });
      });
    }));
});
