import { describe, expect, it } from 'vitest';
import { addHours, dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { published, standard } from './a-protocol.fixture.ts';
import { noteDeparture, withdrawDeparture } from './note-departure.ts';
import { planBirthdays } from './plan-birthdays.ts';
import { takeBackPlans } from './take-back-plans.ts';

const zone = 'Asia/Shanghai';
const tomorrow = (ctx: Context) => later(ctx, addHours(ctx.now, 24));

async function dueOf(ctx: Context, customerId: string): Promise<string[]> {
  return (await followupsOf(ctx, customerId))
    .filter(({ protocolCode }) => protocolCode === 'birthday')
    .map(({ dueAt }) => dayAt(dueAt, zone));
}

async function keepsLunar(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    ctx.db
      .updateTable('customers')
      .set({ birthday_calendar: 'lunar' })
      .where('org_id', '=', ctx.orgId)
      .where('id', '=', id)
      .execute(),
  );
}

describe('birthdays', () => {
  it('of the coming week are planned once, each on its day', () =>
    inClinic(async (ctx) => {
      const born = ['1990-03-12', '1988-03-19', '1988-03-20', '1988-03-11', '2000-02-29'];
      const people = [];
      for (const birthday of born) people.push(await aCustomer(ctx, { birthday }));
      for (let times = 0; times < 2; times += 1) await planBirthdays(ctx);
      const due = await Promise.all(people.map(({ id }) => dueOf(ctx, id)));
      expect(due).toEqual([['2026-03-12'], ['2026-03-19'], [], [], []]);

      await planBirthdays(tomorrow(ctx));
      const next = await Promise.all(people.map(({ id }) => dueOf(ctx, id)));
      expect(next).toEqual([['2026-03-12'], ['2026-03-19'], ['2026-03-20'], [], []]);
      const [greeting] = await followupsOf(ctx, people[1]!.id);
      expect(greeting).toMatchObject({
        opensAt: startOfDay('2026-03-19', zone),
        closesAt: endOfDay('2026-03-19', zone),
      });
    }));

  it('of 29 February come on the 28th of a common year', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { birthday: '2000-02-29' });
      await planBirthdays(later(ctx, startOfDay('2027-02-21', zone)));
      expect(await dueOf(ctx, id)).toEqual(['2027-02-28']);
    }));

  it('by the lunar calendar come on the lunar day', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { birthday: '1988-07-01' });
      await keepsLunar(ctx, id);
      await planBirthdays(later(ctx, startOfDay('2026-06-26', zone)));
      expect(await dueOf(ctx, id)).toEqual(['2026-07-02']);
      await planBirthdays(later(ctx, startOfDay('2026-06-27', zone)));
      expect(await dueOf(ctx, id)).toEqual(['2026-07-02']);
    }));

  it('that are planned stay one when another version is published, which asks for more ahead', () =>
    inClinic(async (ctx) => {
      const base = standard('birthday');
      const { id } = await aCustomer(ctx, { birthday: '1990-03-15' });
      const later15 = await aCustomer(ctx, { birthday: '1990-03-27' });
      await planBirthdays(ctx);
      const gift = {
        ...base.steps[0]!,
        key: 'gift',
        window: { kind: 'days' as const, opensDay: -14, dueDay: -7 },
      };
      await published(ctx, { ...base, steps: [gift, ...base.steps] });
      await planBirthdays(tomorrow(ctx));
      expect(await dueOf(ctx, id)).toEqual(['2026-03-15']);
      expect(await dueOf(ctx, later15.id)).toEqual(['2026-03-20', '2026-03-27']);
    }));

  it('of whom an import brought go with it when it is taken back', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { birthday: '1990-03-14' });
      const own = await aCustomer(ctx, { birthday: '1990-03-14' });
      const batchId = newId();
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('customers')
          .set({ import_batch_id: batchId })
          .where('org_id', '=', ctx.orgId)
          .where('id', '=', id)
          .execute(),
      );
      await planBirthdays(ctx);
      await inTransaction(ctx, (ctx) => takeBackPlans(ctx, batchId));
      expect([await dueOf(ctx, id), await dueOf(ctx, own.id)]).toEqual([[], ['2026-03-14']]);
    }));

  it('of who died are kept by nobody', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { birthday: '1930-03-14' });
      await noteDeparture(ctx, { id, kind: 'deceased', on: '2026-03-10' });
      await planBirthdays(ctx);
      expect(await dueOf(ctx, id)).toEqual([]);
    }));
});

describe('somebody who died or moved away', () => {
  it.each(['deceased', 'moved-away'] as const)(
    '(%s) is owed nothing any more, until it proves wrong',
    (kind) =>
      inClinic(async (ctx) => {
        const { id } = await aCustomer(ctx, { birthday: '1930-03-14' });
        await planBirthdays(ctx);
        const agent = await as(ctx, 'cs_agent');
        expect(await noteDeparture(agent, { id, kind, on: '2026-03-12' })).toEqual({
          kind,
          on: '2026-03-12',
          endedFollowups: 1,
        });
        expect(await followupsOf(ctx, id)).toMatchObject([{ state: 'ended', endReason: `fact:${kind}` }]);
        await withdrawDeparture(agent, { id });
        expect(await followupsOf(ctx, id)).toMatchObject([{ state: 'open', endReason: null }]);
        expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
          expect.arrayContaining([`customer.${kind}`, 'followups.ended-by-fact', 'customer.is-here']),
        );
      }),
  );

  it('cannot have done so tomorrow, and is nobody of another organization', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const kind = 'deceased';
      await expect(noteDeparture(ctx, { id, kind, on: '2026-03-13' })).rejects.toMatchObject({
        details: [{ path: 'on', code: 'in-the-future' }],
      });
      await inClinic(async (other) => {
        await expect(noteDeparture(other, { id, kind, on: '2026-03-01' })).rejects.toMatchObject({
          code: 'not-found',
        });
      });
    }));
});
