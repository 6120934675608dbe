import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addHours, addMinutes, dayAt, endOfDay } from '#domain/base/time.ts';
import { purposes } from '#domain/contacts/contact.ts';
import type { Purpose } from '#domain/contacts/contact.ts';
import { standardBudget, waitsOf, waitsUntil } from '#domain/contacts/contact-budget.ts';
import { compareStandings, standingOf } from '#domain/followups/worklist-order.ts';
import { grades } from '#domain/grading/rule-set.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { noteContact } from '#server/modules/contacts/note-contact.ts';
import { publishContactBudget } from '#server/modules/contacts/publish-contact-budget.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { aFollowup } from './a-followup.fixture.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { listHeldBack } from './list-held-back.ts';
import { listToday } from './list-today.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

const mine = { scope: 'mine' } as const;
const page = { ...mine, page: 1, pageSize: 50 } as const;

function contacted(ctx: Context, customerId: string, at: string, purpose: Purpose = 'medical') {
  return inTransaction(ctx, (ctx) =>
    noteContact(ctx, {
      ...{ customerId, at, purpose, channel: 'phone', staffId: ctx.actor.id, zone: ctx.zone },
      cause: { kind: 'call', id: newId() },
    }),
  );
}

/** Somebody owed a medical call, a survey and an offer, each for days. */
async function aBusyCustomer(ctx: Context, facts: { phone?: string } = {}) {
  const customer = await aCustomer(ctx, { name: '张三', ...facts });
  const window = { opensAt: addHours(ctx.now, -1), closesAt: addHours(ctx.now, 60) };
  const owed: Record<string, string> = {};
  for (const purpose of ['medical', 'satisfaction', 'marketing'] as const)
    owed[purpose] = await aFollowup(ctx, customer, { ...window, purpose });
  return { customer, owed };
}

describe('the contact budget on today’s list', () => {
  it('keeps a second call of the day off it, says who called and until when, and undo brings it back', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小王' });
      const { customer, owed } = await aBusyCustomer(ctx);
      const about = [{ followupId: owed['medical']!, version: 1, score: null, notes: null }];
      const call = {
        customerId: customer.id,
        result: 'reached',
        channel: 'phone',
        followups: about,
      } as never;
      const { callId } = await recordCall(agent, call);

      expect((await listToday(agent, page)).items).toEqual([]);
      const held = await listHeldBack(agent, mine);
      expect(held).toMatchObject({ customers: 1, followups: 2 });
      const usedBy = [{ byName: '小王', purpose: 'medical', channel: 'phone', at: agent.now }];
      expect(held.items.map(({ purpose, until, usedBy }) => ({ purpose, until, usedBy }))).toEqual(
        expect.arrayContaining([
          { purpose: 'satisfaction', until: '2026-03-12T16:00:00.000Z', usedBy: expect.any(Array) },
          { purpose: 'marketing', until: '2026-03-18T16:00:00.000Z', usedBy: expect.any(Array) },
        ]),
      );
      expect(held.items[0]).toMatchObject({ customer: { name: '张三' }, usedBy });
      const sheet = await getCallSheet(agent, { customerId: customer.id });
      expect(sheet.spent).toMatchObject(usedBy);
      expect(sheet.followups.map(({ waitsUntil }) => waitsUntil !== null)).toEqual([true, true]);

      await undoCall(agent, { id: callId });
      expect((await listToday(agent, page)).items[0]!.followups).toHaveLength(3);
      expect(await listHeldBack(agent, mine)).toMatchObject({ followups: 0, items: [] });
    }));

  it('is one for a family on one number: who spoke for one child is not asked about the other today', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小王' });
      const phone = '13912345678';
      const { customer } = await aBusyCustomer(ctx, { phone });
      const sister = await aCustomer(ctx, { name: '张小妹', phone });
      const neighbour = await aBusyCustomer(ctx);
      await contacted(agent, sister.id, ctx.now);

      const { items } = await listToday(agent, page);
      const listed = new Map(
        items.map((row) => [row.customer.id, row.followups.map(({ purpose }) => purpose)]),
      );
      expect(listed.get(customer.id)).toEqual(['medical']);
      expect(listed.get(neighbour.customer.id)).toHaveLength(3);
      const held = await listHeldBack(agent, mine);
      expect(held.items.map(({ usedBy }) => usedBy[0]?.isFamily)).toEqual([true, true]);
      const sheet = await getCallSheet(agent, { customerId: customer.id });
      expect(sheet.spent).toMatchObject([{ isFamily: true, byName: '小王' }]);

      await editCustomer(ctx, { id: customer.id, version: customer.version, phone: '13700000001' });
      await settled(ctx);
      expect(await listHeldBack(agent, mine)).toMatchObject({ followups: 0 });
    }));

  it('counts nobody who was only rung, and lets what is due for its last day through', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const { customer, owed } = await aBusyCustomer(ctx);
      const about = [{ followupId: owed['medical']!, version: 1, score: null, notes: null }];
      await recordCall(agent, {
        ...{ customerId: customer.id, result: 'no_answer', channel: 'phone', followups: about },
      } as never);
      expect((await listToday(agent, page)).items[0]!.followups).toHaveLength(3);

      await contacted(agent, customer.id, ctx.now);
      await contacted(agent, customer.id, addMinutes(ctx.now, -2_000));
      const lastDay = later(agent, addHours(ctx.now, 50));
      const [row] = (await listToday(lastDay, page)).items;
      expect(row!.followups.map(({ purpose }) => purpose).sort()).toEqual(['medical', 'satisfaction']);
    }));

  it('is the organization’s to change: what waits is looked at anew, and another one’s budget is its own', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const { customer } = await aBusyCustomer(ctx);
      await contacted(agent, customer.id, ctx.now);
      const { followups } = await listHeldBack(agent, mine);
      expect(followups).toBe(2);

      const free = { perDay: null, limits: { service: null, satisfaction: null, marketing: null } };
      expect(await publishContactBudget(ctx, { budget: free, version: 0 })).toMatchObject({ version: 1 });
      await settled(ctx);
      expect((await listHeldBack(agent, mine)).followups).toBe(0);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('contact-budget.published');
      await expect(publishContactBudget(ctx, { budget: free, version: 0 })).rejects.toMatchObject({
        code: 'stale-version',
      });
      const { ctx: elsewhere } = await aClinic();
      expect(await listHeldBack(elsewhere, mine)).toMatchObject({ followups: 0 });
    }));

  it('holds back what the rule holds back, and stands in the order of the rule', async () => {
    const { ctx } = await aClinic();
    const agent = await as(ctx, 'cs_agent');
    const rows = fc.array(
      fc.record({
        purpose: fc.constantFrom(...purposes),
        grade: fc.constantFrom(...grades),
        opens: fc.integer({ min: -40, max: 10 }),
        lasts: fc.integer({ min: 0, max: 70 }),
        uses: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
      }),
      { minLength: 30, maxLength: 30 },
    );
    const [facts] = fc.sample(rows, { numRuns: 1, seed: 20260312 });
    const expected: { id: string; isHeld: boolean }[] = [];
    for (const { purpose, grade, opens, lasts, uses } of facts!) {
      const customer = await aCustomer(ctx);
      const opensAt = addHours(ctx.now, opens);
      const closesAt = addHours(opensAt, lasts);
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('customers')
          .set({ grade })
          .where('org_id', '=', ctx.orgId)
          .where('id', '=', customer.id)
          .execute(),
      );
      const id = await aFollowup(ctx, customer, { opensAt, closesAt, purpose });
      const made = uses.map((hours) => ({ at: addHours(ctx.now, -hours), purpose: 'medical' as const }));
      for (const { at } of made) await contacted(ctx, customer.id, at);
      const waits = waitsOf(made, standardBudget, ctx.zone);
      const isHeld = waitsUntil({ purpose, closesAt }, waits, ctx.now, ctx.zone) !== null;
      if (opensAt <= endOfDay(dayAt(ctx.now, ctx.zone), ctx.zone)) expected.push({ id, isHeld });
    }

    const list = await listToday(agent, page);
    const listed = list.items.map(({ followups }) => followups[0]!.id);
    const ids = (held: boolean) => expected.filter(({ isHeld }) => isHeld === held).map(({ id }) => id);
    expect([...listed].sort()).toEqual(ids(false).sort());
    const held = await listHeldBack(agent, mine);
    expect(held.items.map(({ followupId }) => followupId).sort()).toEqual(ids(true).sort());
    expect([listed.length > 5, held.items.length > 3]).toEqual([true, true]);

    const standings = list.items.map(({ customer, followups, ...row }) =>
      standingOf(
        { ...row, grade: customer.grade, purposes: followups.map(({ purpose }) => purpose) },
        ctx.now,
        ctx.zone,
      ),
    );
    for (const [index, standing] of standings.slice(1).entries())
      expect(compareStandings(standings[index]!, standing)).toBeLessThanOrEqual(0);
  });

  it('is asked for by owner, grade, class and kind', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent');
      const consultant = await as(ctx, 'consultant');
      const window = { opensAt: ctx.now, closesAt: addHours(ctx.now, 5) };
      const owned = await aCustomer(ctx, { name: '李四', ownerId: consultant.actor.id! });
      await aFollowup(ctx, owned, { ...window, purpose: 'marketing' });
      await aFollowup(ctx, await aCustomer(ctx, { name: '王五' }), { ...window, purpose: 'medical' });
      const names = async (filter: object) =>
        (await listToday(agent, { ...page, ...filter })).items.map(({ customer }) => customer.name);

      expect(await names({})).toEqual(['王五', '李四']);
      expect(await names({ ownerId: consultant.actor.id })).toEqual(['李四']);
      expect(await names({ purpose: 'medical' })).toEqual(['王五']);
      expect(await names({ grade: 'A' })).toEqual([]);
      expect(await names({ classCode: 'C-A' })).toEqual([]);
    }));
});
