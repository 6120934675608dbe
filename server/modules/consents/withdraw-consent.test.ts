import { describe, expect, it } from 'vitest';
import type { GiveConsent } from '#domain/consents/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { addPhone } from '../records/add-phone.ts';
import { findStanding, findSuppressed, findToAskAnew } from './find-standing.ts';
import { getConsents } from './get-consents.ts';
import { giveConsent } from './give-consent.ts';
import { suppressPhone } from './suppress-phone.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const keys = keysFrom(Buffer.alloc(32, 1));
const offers: GiveConsent = {
  ...{ purpose: 'marketing', channel: 'sms', way: 'paper', evidence: '纸质同意书第3页' },
  ...{ guardianName: null, guardianRelation: null },
};
const no = { purpose: 'marketing', channel: null, way: 'phone', note: null } as const;
const standing = async (ctx: Context, id: string) =>
  (await getConsents(ctx, { id }, keys)).standing.find(
    (one) => one.purpose === 'marketing' && one.channel === 'sms',
  )?.stands;
const after = (ctx: Context, minutes: number) =>
  later(ctx, `2026-03-12T01:${String(minutes).padStart(2, '0')}:00.000Z`);

describe('a consent', () => {
  it('is kept with the words that were shown, how it was said, and who took it down', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);

      const { history } = await giveConsent(ctx, { ...offers, id }, keys);

      expect(history).toMatchObject([
        {
          decision: 'given',
          way: 'paper',
          evidence: '纸质同意书第3页',
          textVersion: 1,
          recordedByName: 'Owner',
        },
      ]);
      expect(history[0]!.textShown).toContain('Riverside通过短信向我发送优惠');
      expect(await auditTrail(ctx)).toContainEqual({ action: 'consent.given', actorId: ctx.actor.id });
    }));

  it('counts for what was asked and nothing else', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { standing } = await giveConsent(ctx, { ...offers, id }, keys);

      expect(standing.filter(({ stands }) => stands !== 'never')).toEqual([
        { purpose: 'marketing', channel: 'sms', stands: 'given' },
      ]);
    }));

  it('of a child is given by a guardian, and of nobody under age for offers', () =>
    inClinic(async (ctx) => {
      const child = await aCustomer(ctx, { birthday: '2012-03-13' });
      const youth = await aCustomer(ctx, { birthday: '2008-03-13' });
      const care = { ...offers, purpose: 'care' as const, channel: null };

      await expect(giveConsent(ctx, { ...care, id: child.id }, keys)).rejects.toMatchObject({
        code: 'needs-guardian',
      });
      const { history } = await giveConsent(
        ctx,
        { ...care, id: child.id, guardianName: '李母', guardianRelation: '母亲' },
        keys,
      );
      expect(history).toMatchObject([{ guardianName: '李母', guardianRelation: '母亲' }]);
      await expect(giveConsent(ctx, { ...offers, id: youth.id }, keys)).rejects.toMatchObject({
        code: 'minor-no-marketing',
      });
    }));
});

describe('a yes of an age at which another decided', () => {
  const on = (ctx: Context, day: string) => later(ctx, `${day}T01:00:00.000Z`);
  const asGuardian = { ...offers, guardianName: '李母', guardianRelation: '母亲' };
  const toAsk = (ctx: Context, id: string) =>
    inTransaction(ctx, async (ctx) => (await findToAskAnew(ctx, [id])).has(id));

  it('counts no more from the birthday on, is asked anew, and counts again when they say it themselves', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { birthday: '2012-03-13' });
      const care = { ...asGuardian, purpose: 'care' as const, channel: null, id };
      await giveConsent(ctx, care, keys);
      const careOf = async (ctx: Context) => (await getConsents(ctx, { id }, keys)).standing[0];
      expect([await careOf(ctx), await toAsk(ctx, id)]).toMatchObject([{ stands: 'given' }, false]);

      const birthday = on(ctx, '2026-03-13');
      expect([await careOf(birthday), await toAsk(birthday, id)]).toMatchObject([{ stands: 'lapsed' }, true]);
      expect((await getConsents(birthday, { id }, keys)).asksAnew).toBe(true);

      await giveConsent(birthday, { ...care, guardianName: null, guardianRelation: null }, keys);
      expect([await careOf(birthday), await toAsk(birthday, id)]).toMatchObject([{ stands: 'given' }, false]);
    }));

  it('to offers is none once they are of age, whenever the birthday came to be known', () =>
    inClinic(async (ctx) => {
      const { id, version } = await aCustomer(ctx);
      await giveConsent(ctx, { ...offers, id }, keys);
      await editCustomer(ctx, { id, version, birthday: '2008-03-13' });

      const stands = async (ctx: Context) =>
        (await inTransaction(ctx, (ctx) => findStanding(ctx, [id])))(id, 'marketing', 'sms');
      expect([await stands(on(ctx, '2026-03-12')), await stands(on(ctx, '2026-03-13'))]).toEqual([
        'given',
        'lapsed',
      ]);
      await withdrawConsent(ctx, { ...no, id }, keys);
      expect(await stands(on(ctx, '2026-03-13'))).toBe('withdrawn');
    }));
});

describe('taking it back', () => {
  it('holds at once, on all numbers, and is told', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await addPhone(ctx, { id, phone: '13900005678', label: null });
      await giveConsent(ctx, { ...offers, id }, keys);

      const { isSuppressed } = await withdrawConsent(after(ctx, 1), { ...no, id }, keys);

      expect(await standing(ctx, id)).toBe('withdrawn');
      expect(isSuppressed).toBe(true);
      const hashes = ['+8613800001234', '+8613900005678'].map((phone) => keys.hashOf(ctx.orgId, phone));
      const suppressed = await inTransaction(ctx, (ctx) => findSuppressed(ctx, hashes));
      expect([...suppressed].sort()).toEqual([...hashes].sort());
    }));

  it('outlives the record: the same number under a new name takes no offers', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await withdrawConsent(ctx, { ...no, id }, keys);

      const again = await aCustomer(ctx, { name: '张三三', phone: '138 0000 1234' });

      expect((await getConsents(ctx, { id: again.id }, keys)).isSuppressed).toBe(true);
      const other = await aClinic();
      const stranger = await aCustomer(other.ctx);
      expect((await getConsents(other.ctx, { id: stranger.id }, keys)).isSuppressed).toBe(false);
    }));

  it('is lifted by a new yes and by nothing else', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await withdrawConsent(ctx, { ...no, id }, keys);
      const care = { ...offers, purpose: 'care' as const, channel: null, id };

      expect((await giveConsent(after(ctx, 1), care, keys)).isSuppressed).toBe(true);
      const given = await giveConsent(after(ctx, 2), { ...offers, id }, keys);

      expect(given.isSuppressed).toBe(false);
      expect(await standing(ctx, id)).toBe('given');
    }));

  it('by a reply counts for everybody who has that number', () =>
    inClinic(async (ctx) => {
      const one = await aCustomer(ctx);
      const other = await aCustomer(ctx, { name: '张小三', phone: '13800001234' });
      await giveConsent(ctx, { ...offers, id: one.id }, keys);

      const told = await inTransaction(after(ctx, 1), (ctx) =>
        suppressPhone(ctx, '+8613800001234', { evidence: 'TD' }, keys),
      );

      expect(told.sort()).toEqual([one.id, other.id].sort());
      const stands = await inTransaction(ctx, (ctx) => findStanding(ctx, [one.id, other.id]));
      expect([one.id, other.id].map((id) => stands(id, 'marketing', 'sms'))).toEqual([
        'withdrawn',
        'withdrawn',
      ]);
    }));
});
