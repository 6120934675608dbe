import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { aClosedVisit, aCustomer } from '#tests/support/builders.ts';
import { as, inClinic, settled } from '#tests/support/clinic.ts';
import { aLead, leadReleasedOn, night, on, openReleases, opened } from './an-owner.fixture.ts';
import { listMine, listWarnings } from './list-mine.ts';
import { publishRules } from './publish-rules.ts';
import { getRules } from './get-rules.ts';

const warned = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('release_warnings')
      .select(['days_left as daysLeft', 'releases_on as releasesOn', 'stopped_by as stoppedBy'])
      .where('org_id', '=', ctx.orgId)
      .orderBy('warned_at')
      .execute(),
  );

describe('the nightly look at who owns whom', () => {
  it('warns the owner ahead and says what would stop it, then puts it before the head of the department', () =>
    inClinic(async (ctx) => {
      const web = await as(ctx, 'web_consultant', { name: '网电小周' });
      const lead = await aLead(ctx, web);
      for (const day of [opened, opened, addDays(opened, 6)]) await night(ctx, day);

      expect(await warned(ctx)).toEqual([
        { daysLeft: 7, releasesOn: leadReleasedOn, stoppedBy: 'plan-followup' },
        { daysLeft: 1, releasesOn: leadReleasedOn, stoppedBy: 'plan-followup' },
      ]);
      const mine = await listMine(on(web, addDays(opened, 6)), { page: 1, pageSize: 20 });
      expect(mine).toMatchObject({
        warnings: [{ customer: { id: lead.id }, daysLeft: 1, isProposed: false, stoppedBy: 'plan-followup' }],
        items: [{ customer: { id: lead.id }, kind: 'web_consultant' }],
        total: 1,
      });
      const supervisor = await as(ctx, 'cs_supervisor');
      expect(await openReleases(supervisor, addDays(opened, 6))).toEqual([]);

      await night(ctx, leadReleasedOn);
      await night(ctx, leadReleasedOn);
      expect(await openReleases(supervisor, leadReleasedOn)).toMatchObject([
        {
          customer: { id: lead.id },
          ownerName: '网电小周',
          clock: 'lead-unplanned',
          since: opened,
          decidedIn: 'department_head',
          fallsBecause: null,
          evidence: { lastVisitOn: null, lastFollowupOn: null, ownedSince: opened, grade: 'C' },
        },
      ]);
      await inClinic(async (elsewhere) => {
        expect(await openReleases(elsewhere, leadReleasedOn)).toEqual([]);
      });
    }));

  it('proposes nothing that the owner was not told of before', () =>
    inClinic(async (ctx) => {
      const web = await as(ctx, 'web_consultant');
      await aLead(ctx, web);
      const late = addDays(leadReleasedOn, 20);
      await night(ctx, late);
      expect(await openReleases(ctx, late)).toEqual([]);
      expect((await listWarnings(on(web, late))).items).toMatchObject([{ isProposed: false, daysLeft: 1 }]);
      await night(ctx, addDays(late, 1));
      expect(await openReleases(ctx, addDays(late, 1))).toHaveLength(1);
    }));

  it('lets fall what a planned followup stopped, and tells the owner no more', () =>
    inClinic(async (ctx) => {
      const web = await as(ctx, 'web_consultant');
      const lead = await aLead(ctx, web);
      for (const day of [opened, leadReleasedOn]) await night(ctx, day);
      const late = on(web, leadReleasedOn);
      expect((await listWarnings(late)).items).toMatchObject([{ isProposed: true }]);

      await createReminder(late, {
        customerId: lead.id,
        assigneeId: web.actor.id!,
        dueOn: addDays(leadReleasedOn, 3),
        matter: '约时间',
      });
      expect((await listWarnings(late)).items).toEqual([]);
      expect(await openReleases(ctx, leadReleasedOn)).toMatchObject([{ fallsBecause: 'stopped' }]);
      await night(ctx, addDays(leadReleasedOn, 1));
      expect(await openReleases(ctx, addDays(leadReleasedOn, 1))).toEqual([]);
      // Never done: a week after its day it comes up again.
      for (const days of [9, 10]) await night(ctx, addDays(leadReleasedOn, days));
      expect(await openReleases(ctx, addDays(leadReleasedOn, 10))).toMatchObject([
        { since: addDays(leadReleasedOn, 3) },
      ]);
    }));

  it('puts who has not come for half a year before the manager on the first of a month, also one that was missed', () =>
    inClinic(async (ctx) => {
      const consultant = await as(ctx, 'consultant');
      const customer = await aCustomer(ctx, { ownerId: consultant.actor.id });
      await aClosedVisit(ctx, { customer });
      const { ruleSet, version } = await getRules(ctx);
      await publishRules(ctx, {
        version,
        ruleSet: { ...ruleSet, rules: ruleSet.rules.filter(({ clock }) => clock === 'no-visit') },
      });
      await night(ctx, '2026-09-17');
      expect(await openReleases(ctx, '2026-09-17')).toEqual([]);
      await night(ctx, '2026-10-02');
      const [release] = await openReleases(ctx, '2026-10-02');
      expect(release).toMatchObject({
        clock: 'no-visit',
        decidedIn: 'manager',
        since: opened,
        evidence: { lastVisitOn: opened },
      });
      await night(ctx, '2026-10-03');
      expect(await openReleases(ctx, '2026-10-03')).toMatchObject([{ id: release!.id, fallsBecause: null }]);
      expect(await openReleases(await as(ctx, 'cs_supervisor'), '2026-10-03')).toEqual([]);
    }));

  it('never takes a protected customer, in a year of nights', () =>
    inClinic(async (ctx) => {
      const web = await as(ctx, 'web_consultant');
      const consultant = await as(ctx, 'consultant');
      const owned = { webConsultantId: web.actor.id, ownerId: consultant.actor.id };
      const free = await aCustomer(ctx, { ...owned, name: '无人问津' });
      const inTreatment = await aCustomer(ctx, owned);
      await openVisit(ctx, {
        customerId: inTreatment.id,
        clinicId: inTreatment.clinicId,
        chiefComplaint: null,
      });
      const withCourse = await aCustomer(ctx, owned);
      await bookEntry(ctx, {
        id: withCourse.id,
        booking: { kind: 'course-sold', fen: 90_000, courseName: '光子嫩肤', sessions: 3 },
        isPaid: true,
        bookedOn: null,
        clinicId: null,
        visitId: null,
      } as never);
      const booked = await aCustomer(ctx, owned);
      const unhappy = await aCustomer(ctx, owned);
      await inTransaction(ctx, async (ctx) => {
        await ctx.db
          .insertInto('appointments')
          .values({
            org_id: ctx.orgId,
            id: crypto.randomUUID(),
            clinic_id: booked.clinicId,
            customer_id: booked.id,
            starts_at: '2027-03-30T02:00:00.000Z',
            day: '2027-03-30',
            state: 'booked',
            created_at: ctx.now,
          })
          .execute();
        await ctx.db
          .updateTable('customers')
          .set({ grade: 'D', is_frozen: true })
          .where('org_id', '=', ctx.orgId)
          .where('id', '=', unhappy.id)
          .execute();
      });
      await settled(ctx);

      const proposed = new Set<string>();
      for (let days = 0; days <= 365; days += 7) {
        const day = addDays(opened, days);
        await night(ctx, day);
        for (const { customer } of await openReleases(ctx, day)) proposed.add(customer.id);
      }
      expect([...proposed]).toEqual([free.id]);
    }));
});

describe('the rules of release', () => {
  it('are published as a version, over no later one, and keep those before', () =>
    inClinic(async (ctx) => {
      const { ruleSet } = await getRules(ctx);
      const stricter = { ...ruleSet, overdueCap: 5 };
      await publishRules(ctx, { version: 0, ruleSet: stricter });
      await expect(publishRules(ctx, { version: 0, ruleSet })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect(await getRules(ctx)).toMatchObject({
        version: 1,
        ruleSet: { overdueCap: 5 },
        earlier: [{ version: 0, ruleSet: { overdueCap: 10 } }],
      });
      await expect(
        publishRules(await as(ctx, 'cs_supervisor'), { version: 1, ruleSet }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    }));
});
