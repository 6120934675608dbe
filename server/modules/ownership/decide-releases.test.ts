import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { listOwners } from '#server/modules/customers/list-owners.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { followupsOf } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, settled } from '#tests/support/clinic.ts';
import { aLead, leadReleasedOn, night, on, openReleases, opened } from './an-owner.fixture.ts';
import { claimCustomer } from './claim-customer.ts';
import { decideReleases, previewReleases } from './decide-releases.ts';
import { getRules } from './get-rules.ts';
import { listPool } from './list-pool.ts';
import { listReleases } from './list-releases.ts';
import { publishRules } from './publish-rules.ts';

/** Two leads of one web consultant whose week is over, and who decides. */
async function twoReleases(ctx: Context) {
  const web = await as(ctx, 'web_consultant', { name: '网电小周' });
  const colleague = await as(ctx, 'web_consultant', { name: '网电小吴' });
  const leads = [await aLead(ctx, web, { name: '张三' }), await aLead(ctx, web, { name: '李四' })];
  for (const day of [opened, leadReleasedOn]) await night(ctx, day);
  const supervisor = on(await as(ctx, 'cs_supervisor', { name: '客服主管' }), leadReleasedOn);
  const releases = await openReleases(supervisor, leadReleasedOn);
  const of = (index: number) => releases.find(({ customer }) => customer.id === leads[index]!.id)!.id;
  return { web, colleague, leads, supervisor, ids: [of(0), of(1)] as const };
}

const decided = (ctx: Context) => listReleases(ctx, { page: 1, pageSize: 20, state: 'decided' });
const pool = (ctx: Context) => listPool(ctx, { page: 1, pageSize: 20 });

describe('deciding on a release', () => {
  it('tries it out first, then releases to the pool with its evidence, and the owner waits', () =>
    inClinic(async (ctx) => {
      const { web, colleague, leads, supervisor, ids } = await twoReleases(ctx);
      expect(await previewReleases(supervisor, { ids: [...ids] })).toEqual({
        customers: 2,
        followups: 0,
        refused: [],
      });
      expect(await decideReleases(supervisor, { decision: 'pool', ids: [ids[0]], reason: null })).toEqual({
        decided: 1,
        refused: [],
      });
      await settled(supervisor);

      expect(await getCustomer(ctx, leads[0]!)).toMatchObject({ webConsultantId: null });
      expect((await decided(supervisor)).items).toMatchObject([
        { id: ids[0], state: 'released', decidedByName: '客服主管', ownerName: '网电小周' },
      ]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['release.decided-pool', 'customer.owner-released']),
      );
      const again = await decideReleases(supervisor, { decision: 'pool', ids: [ids[0]], reason: null });
      expect(again.refused).toEqual([{ id: ids[0], reason: 'already-decided' }]);

      expect((await pool(on(web, leadReleasedOn))).items).toMatchObject([
        { customer: { id: leads[0]!.id }, formerOwnerName: '网电小周', refusal: 'cooldown' },
      ]);
      const claim = { customerId: leads[0]!.id };
      await expect(claimCustomer(on(web, leadReleasedOn), claim)).rejects.toMatchObject({ code: 'cooldown' });
      await expect(claimCustomer(supervisor, claim)).rejects.toMatchObject({ code: 'forbidden' });
      expect(await claimCustomer(on(colleague, leadReleasedOn), claim)).toEqual({
        ...claim,
        kind: 'web_consultant',
      });
      await expect(claimCustomer(on(colleague, leadReleasedOn), claim)).rejects.toMatchObject({
        code: 'has-owner',
      });
      expect((await listOwners(colleague, leads[0]!)).items).toMatchObject([
        { ownerName: '网电小吴', beganBy: 'claimed' },
        { ownerName: '网电小周', endedBy: 'released', returnsOn: addDays(leadReleasedOn, 30) },
      ]);
      expect(await pool(on(colleague, leadReleasedOn))).toMatchObject({ items: [], claimsToday: 1 });
    }));

  it('gives to a colleague, and what was still owed goes along', () =>
    inClinic(async (ctx) => {
      const { web, colleague, leads, supervisor, ids } = await twoReleases(ctx);
      await createReminder(on(web, leadReleasedOn), {
        customerId: leads[1]!.id,
        assigneeId: web.actor.id!,
        dueOn: addDays(leadReleasedOn, 1),
        matter: '报价',
      });
      const given = await decideReleases(supervisor, {
        decision: 'give',
        ids: [...ids],
        toId: colleague.actor.id!,
        reason: '换人跟进',
      });
      await settled(supervisor);
      // Planned meanwhile: stopped.
      expect(given).toEqual({ decided: 1, refused: [{ id: ids[1], reason: 'stopped' }] });
      expect(await getCustomer(ctx, leads[0]!)).toMatchObject({ webConsultantId: colleague.actor.id });
      expect(
        (await decided(supervisor)).items.map(({ state, fallsBecause }) => [state, fallsBecause]),
      ).toEqual(
        expect.arrayContaining([
          ['given', null],
          ['withdrawn', 'stopped'],
        ]),
      );
    }));

  it('keeps for a reason until a day, and asks again after it', () =>
    inClinic(async (ctx) => {
      const { leads, supervisor, ids } = await twoReleases(ctx);
      const until = addDays(leadReleasedOn, 10);
      await expect(
        decideReleases(supervisor, {
          decision: 'keep',
          ids: [...ids],
          until: leadReleasedOn,
          reason: '出国',
        }),
      ).rejects.toMatchObject({ code: 'invalid' });
      await decideReleases(supervisor, { decision: 'keep', ids: [...ids], until, reason: '出国，月底回来' });
      await night(ctx, addDays(until, -1));
      expect(await openReleases(supervisor, addDays(until, -1))).toEqual([]);
      await night(ctx, until);
      expect(await openReleases(supervisor, until)).toHaveLength(2);
      expect((await getCustomer(ctx, leads[0]!)).webConsultantId).not.toBeNull();
    }));

  it('lets nobody decide on what lies with another, and sees nothing of another organization', () =>
    inClinic(async (ctx) => {
      const { ids } = await twoReleases(ctx);
      await inClinic(async (elsewhere) => {
        const there = on(elsewhere, leadReleasedOn);
        await expect(
          decideReleases(there, { decision: 'pool', ids: [...ids], reason: null }),
        ).rejects.toMatchObject({ code: 'not-found' });
        await expect(previewReleases(there, { ids: [...ids] })).rejects.toMatchObject({ code: 'not-found' });
      });
    }));
});

describe('claiming from the pool', () => {
  it('stops at the limit of a day, and for who has too much left to do', () =>
    inClinic(async (ctx) => {
      const { colleague, leads, supervisor, ids } = await twoReleases(ctx);
      await decideReleases(supervisor, { decision: 'pool', ids: [...ids], reason: null });
      const consultant = on(await as(ctx, 'consultant', { name: '顾问' }), leadReleasedOn);
      const { ruleSet } = await getRules(ctx);
      await publishRules(ctx, { version: 0, ruleSet: { ...ruleSet, claimsPerDay: 1, overdueCap: 1 } });
      await claimCustomer(consultant, { customerId: leads[0]!.id });
      await expect(claimCustomer(consultant, { customerId: leads[1]!.id })).rejects.toMatchObject({
        code: 'claims-of-today',
      });
      await createReminder(on(ctx, leadReleasedOn), {
        customerId: leads[0]!.id,
        assigneeId: colleague.actor.id!,
        dueOn: leadReleasedOn,
        matter: '回电',
      });
      const tomorrow = on(colleague, addDays(leadReleasedOn, 1));
      expect((await followupsOf(ctx, leads[0]!.id)).length).toBeGreaterThan(0);
      await expect(claimCustomer(tomorrow, { customerId: leads[1]!.id })).rejects.toMatchObject({
        code: 'overdue-work',
      });
    }));
});
