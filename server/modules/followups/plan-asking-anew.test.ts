import { describe, expect, it } from 'vitest';
import { addDays, dayAt, startOfDay } from '#domain/base/time.ts';
import type { GiveConsent } from '#domain/consents/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, inClinic, later } from '#tests/support/clinic.ts';
import { giveConsent } from '../consents/give-consent.ts';
import { withdrawConsent } from '../consents/withdraw-consent.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { endFollowup } from './end-followup.ts';
import { planAskingAnew } from './plan-asking-anew.ts';

const keys = keysFrom(Buffer.alloc(32, 7));
const care: GiveConsent = {
  ...{ purpose: 'care', channel: null, way: 'paper', evidence: '纸' },
  ...{ guardianName: '王芳', guardianRelation: '母亲' },
};
const offers: GiveConsent = { ...care, purpose: 'marketing', channel: 'sms' };

/** Of 12 March 2026, the day of the tests. */
const bornYearsAgo = (years: number, days = 0) => addDays(`${2026 - years}-03-12`, days);

/** Said last summer; the birthday came to be known since. */
async function aYes(ctx: Context, birthday: string, yes: GiveConsent = care, ownerId: string | null = null) {
  const { id, version } = await aCustomer(ctx, { ownerId });
  await giveConsent(later(ctx, '2025-06-01T01:00:00.000Z'), { ...yes, id }, keys);
  return editCustomer(ctx, { id, version, birthday });
}
const askedOf = async (ctx: Context, customerId: string) =>
  (await followupsOf(ctx, customerId)).filter(({ event }) => event === 'manual');

describe('a yes that lapses with age', () => {
  it('is somebody’s to ask anew on the birthday: the owner’s, else customer service’s, and once', () =>
    inClinic(async (ctx) => {
      const consultant = await as(ctx, 'consultant');
      const owned = await aYes(ctx, bornYearsAgo(14, 7), care, consultant.actor.id);
      const free = await aYes(ctx, bornYearsAgo(18, -3), offers);
      for (let runs = 0; runs < 2; runs += 1) await planAskingAnew(ctx);

      const birthday = addDays(dayAt(ctx.now, ctx.zone), 7);
      expect(await askedOf(ctx, owned.id)).toMatchObject([
        { assigneeId: consultant.actor.id, opensAt: startOfDay(birthday, ctx.zone), state: 'open' },
      ]);
      const [asked, ...others] = await askedOf(ctx, free.id);
      expect(others).toEqual([]);
      // That birthday is over: it is for today.
      expect(asked).toMatchObject({ assigneeId: null, role: 'cs_agent', opensAt: ctx.now });
      expect(asked!.stepName.zh).toContain('满18岁');

      await endFollowup(ctx, { id: asked!.id, reason: '已当面问过' });
      await planAskingAnew(later(ctx, '2026-03-13T01:00:00.000Z'));
      expect(await askedOf(ctx, free.id)).toHaveLength(1);
    }));

  it('is asked of nobody who said no, who wants no contact, who has said yes since, or whose birthday is far', () =>
    inClinic(async (ctx) => {
      const no = await aYes(ctx, bornYearsAgo(14, 2));
      const taken = { id: no.id, purpose: 'care', channel: null, way: 'phone', note: null } as const;
      await withdrawConsent(ctx, taken, keys);
      const objecting = await aYes(ctx, bornYearsAgo(14, 2));
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('customers')
          .set({ refuses_contact: true })
          .where('org_id', '=', ctx.orgId)
          .where('id', '=', objecting.id)
          .execute(),
      );
      const renewed = await aYes(ctx, bornYearsAgo(14, -2));
      await giveConsent(ctx, { ...care, id: renewed.id }, keys);
      const far = await aYes(ctx, bornYearsAgo(14, 8));
      // To offers they are not asked before they are of age.
      const young = await aYes(ctx, bornYearsAgo(14, 2), offers);
      const silent = await aCustomer(ctx, { birthday: bornYearsAgo(14, 2) });
      await planAskingAnew(ctx);
      for (const { id } of [no, objecting, renewed, far, young, silent])
        expect(await askedOf(ctx, id)).toEqual([]);
    }));
});
