import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import {
  refuseOffers,
  showChoices,
  showReach,
  withdrawByLink,
} from '#server/modules/consents/withdraw-by-link.ts';
import { getConsents } from '#server/modules/consents/get-consents.ts';
import { giveConsent } from '#server/modules/consents/give-consent.ts';
import { withdrawConsent } from '#server/modules/consents/withdraw-consent.ts';
import { answerByLink } from '#server/modules/forms/answer-by-link.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { customerPageRoutes } from '#server/customer-page.ts';
import { createLink } from '#server/modules/links/create-link.ts';
import { followLink } from '#server/modules/links/follow-link.ts';
import { useLink } from '#server/modules/links/use-link.ts';
import { setDiscreet } from '#server/modules/records/set-discreet.ts';
import { clockAt } from '#server/platform/clock.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later, settled } from '#tests/support/clinic.ts';
import { addAccount } from './add-account.ts';
import type { Clients, Outgoing } from './channels/channel.ts';
import { listMessages } from './list-messages.ts';
import { publishTemplate } from './publish-template.ts';
import { queueMessage } from './queue-message.ts';
import { sendConsentLink } from './send-consent-link.ts';
import { sendDue } from './send-due.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'carecurve-consent-'));
const keys = keysOf(dataDir);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const offers = {
  ...{ purpose: 'marketing' as const, channel: 'sms' as const, way: 'paper' as const, evidence: '纸' },
  ...{ guardianName: null, guardianRelation: null },
};
const pressed = { purpose: 'marketing', channel: 'sms' } as const;
const aPhone = (ctx: Context): PublicContext => ({
  ...{ database: ctx.database, clock: clockAt(ctx.now), dataDir },
  exchange: { ip: `2001:db8::${newId().slice(0, 4)}` } as PublicContext['exchange'],
});
const tokenOf = (path: string) => path.slice('/c/'.length);
const open = (ctx: Context, token: string) =>
  followLink(aPhone(ctx), { token, purposes: ['consent'] }, (ctx, link) => showChoices(ctx, link, keys));

const openCustomerPage = customerPageRoutes[0]!.does as (
  house: PublicContext,
  input: { token: string },
) => Promise<object>;

async function anOffer(ctx: Context): Promise<void> {
  const account = { id: newId(), kind: 'aliyun-sms' as const, clinicId: null, name: '短信', settings: {} };
  const limits = { secret: 's', perMinute: 5_000, fenPerThousand: 0, isEnabled: true };
  await inTransaction(ctx, (ctx) => addAccount(ctx, { ...account, ...limits }, keys));
  const definition = MessageTemplate.parse({
    ...{ key: 'spring', kind: 'marketing', name: { zh: '春', en: 'Spring' }, channels: ['sms'] },
    ...{ text: '{clinic}春季优惠，拒收请回复R', approvalNumber: '医广2026', approvalUntil: '2027-01-01' },
    providerCodes: { 'aliyun-sms': 'SMS_1' },
  });
  await publishTemplate(ctx, { key: 'spring', definition, version: 0 });
}

/** What the provider is given of all that is due. */
async function sentBy(ctx: Context): Promise<Outgoing[]> {
  const sent: Outgoing[] = [];
  const client = {
    send: (_: unknown, message: Outgoing) => {
      sent.push(message);
      return Promise.resolve({ outcome: 'accepted', code: null });
    },
  };
  const clients = new Proxy({} as Clients, { get: () => client });
  const outbox = { clients, keys, dataDir: null, monotonicMs: () => 0, at: () => {} };
  await sendDue({ ...ctx, actor: system }, outbox);
  return sent;
}

/** Who agreed to offers, with one that waits to go. */
async function anAgreed(ctx: Context): Promise<{ id: string }> {
  const { id } = await aCustomer(ctx);
  await giveConsent(ctx, { ...offers, id }, keys);
  const cause = { kind: 'campaign', id: '1' };
  await queueMessage(ctx, { customerId: id, templateKey: 'spring', variables: {}, cause });
  return { id };
}

describe('a customer’s own page of consents', () => {
  it('shows the words agreed to, and takes a yes back by one press, for what is queued as well', () =>
    inClinic(async (ctx) => {
      await anOffer(ctx);
      const { id } = await anAgreed(ctx);
      const { path, message } = await sendConsentLink(ctx, { id, isSent: false });
      expect(message).toBeNull();

      const seen = [await open(ctx, tokenOf(path)), await open(ctx, tokenOf(path))];
      expect(seen[0]).toMatchObject({ kind: 'consent', isForChild: false, clinicName: 'Riverside' });
      expect(seen[0]).toEqual(seen[1]);
      expect(seen[0]!.choices).toContainEqual({
        ...{ ...pressed, stands: 'given', since: ctx.now },
        text: expect.stringContaining('通过短信向我发送优惠') as string,
      });

      const soon = later(ctx, addMinutes(ctx.now, 0.5));
      const token = tokenOf(path);
      for (let presses = 0; presses < 2; presses += 1) {
        const after = await withdrawByLink(aPhone(soon), { token, ...pressed });
        expect(after.choices).toContainEqual(
          expect.objectContaining({ ...pressed, stands: 'withdrawn', since: soon.now }),
        );
      }
      const minute = later(ctx, addMinutes(ctx.now, 1.5));
      const sent = await sentBy(minute);
      await settled(minute);

      expect(sent).toEqual([]);
      const { history } = await getConsents(ctx, { id }, keys);
      expect(history.map(({ decision, way }) => [decision, way])).toEqual([
        ['withdrawn', 'page'],
        ['given', 'paper'],
      ]);
      expect((await auditTrail(ctx)).filter(({ action }) => action === 'consent.withdrawn')).toHaveLength(1);
    }));

  it('is the guardian’s where the customer is a child, and goes out as a message where that is asked', () =>
    inClinic(async (ctx) => {
      const child = await aCustomer(ctx, { birthday: '2012-03-13' });
      const { path, message } = await sendConsentLink(ctx, { id: child.id, isSent: true });

      expect((await open(ctx, tokenOf(path))).isForChild).toBe(true);
      expect(message).toMatchObject({ state: 'by_hand' });
      const { items } = await listMessages(ctx, { list: 'by-hand', page: 1, pageSize: 20 });
      expect(items[0]!.text).toContain(ctx.publicUrl + path);
    }));

  it('opens on its token alone: it tells nothing of health, no number, and no name where others may read along', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx, { name: '欧阳晓雯', taboos: '青霉素过敏', birthday: '1990-05-23' });
      await giveConsent(ctx, { ...offers, id }, keys);
      const token = tokenOf((await sendConsentLink(ctx, { id, isSent: false })).path);

      const told = JSON.stringify(await open(ctx, token));
      for (const kept of ['欧阳', '晓雯', '13800001234', '1234', '青霉素', '1990', '纸', 'Owner'])
        expect(told).not.toContain(kept);
      const profile = DiscreetProfile.parse({ callerAlias: '林小姐' });
      await setDiscreet(ctx, { id, version: 0, profile });
      const page = await open(ctx, token);
      expect(page.clinicName).toBe('林小姐');
      expect(JSON.stringify(page)).not.toContain('Riverside');
    }));

  it('opens for nobody by a link of another kind, or one that is over', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const { path } = await sendConsentLink(ctx, { id, isSent: false });
      const late = later(ctx, addMinutes(ctx.now, 31 * 24 * 60));

      await expect(withdrawByLink(aPhone(late), { token: tokenOf(path), ...pressed })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await getConsents(ctx, { id }, keys)).history).toEqual([]);
    }));
});

describe('the line on a customer’s other pages', () => {
  const aPage = async (ctx: Context, customerId: string) => {
    const about = { customerId, purpose: 'rating' as const, subjectId: newId() };
    const { id, path } = await inTransaction(ctx, (ctx) => createLink(ctx, about));
    return { id, token: tokenOf(path) };
  };

  it('ends offers on every way, for what is queued as well; to look changes nothing, and the page stays open', () =>
    inClinic(async (ctx) => {
      await anOffer(ctx);
      const { id } = await anAgreed(ctx);
      const { token } = await aPage(ctx, id);

      for (let looks = 0; looks < 2; looks += 1)
        expect(await showReach(aPhone(ctx), { token })).toEqual({ offers: 'given', hasCare: true });
      const soon = later(ctx, addMinutes(ctx.now, 0.5));
      for (let presses = 0; presses < 2; presses += 1)
        expect(await refuseOffers(aPhone(soon), { token })).toEqual({ offers: 'withdrawn', hasCare: true });

      expect(await sentBy(later(ctx, addMinutes(ctx.now, 1.5)))).toEqual([]);
      const { standing, history, isSuppressed } = await getConsents(ctx, { id }, keys);
      expect(standing.filter(({ stands }) => stands === 'withdrawn').map(({ purpose }) => purpose)).toEqual(
        Array.from({ length: 4 }, () => 'marketing'),
      );
      expect(history.map(({ decision, way }) => [decision, way])).toEqual([
        ['withdrawn', 'page'],
        ['given', 'paper'],
      ]);
      expect(isSuppressed).toBe(true);
      expect((await auditTrail(ctx)).filter(({ action }) => action === 'consent.withdrawn')).toHaveLength(1);
    }));

  it('says when no care comes either', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await withdrawConsent(ctx, { id, purpose: 'care', channel: null, way: 'phone', note: null }, keys);
      const { token } = await aPage(ctx, id);

      expect(await showReach(aPhone(ctx), { token })).toEqual({ offers: 'never', hasCare: false });
    }));

  it('is good below the thanks as well, for half an hour and for nothing else', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const asked = await askForm(ctx, {
        ...{ id, code: 'satisfaction', source: 'link', visitId: null, followupId: null, send: true },
      });
      const token = tokenOf(asked.link!.path);
      const answer = { token, values: { overall: 9 }, sendId: newId() };
      await answerByLink(aPhone(ctx), answer);
      const { items } = await listMessages(ctx, { list: 'by-hand', page: 1, pageSize: 20 });
      expect(items).toEqual([]);

      const soon = later(ctx, addMinutes(ctx.now, 29));
      expect(await showReach(aPhone(soon), { token })).toMatchObject({ offers: 'never' });
      for (let presses = 0; presses < 2; presses += 1)
        expect(await refuseOffers(aPhone(soon), { token })).toMatchObject({ offers: 'withdrawn' });
      expect((await getConsents(soon, { id }, keys)).history).toHaveLength(1);
      const shut = { code: 'not-found', subject: 'link', id: null };
      await expect(openCustomerPage(aPhone(soon), { token })).rejects.toMatchObject(shut);
      await expect(answerByLink(aPhone(soon), { ...answer, sendId: newId() })).rejects.toMatchObject(shut);
      const other = { token, purpose: 'care', channel: null } as const;
      await expect(withdrawByLink(aPhone(soon), other)).rejects.toMatchObject(shut);
      const late = aPhone(later(ctx, addMinutes(ctx.now, 30)));
      await expect(refuseOffers(late, { token })).rejects.toMatchObject(shut);
    }));

  it('answers alike where the link is unknown, over, used, or the page of consents, and takes back nothing else', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const [over, used, open] = [await aPage(ctx, id), await aPage(ctx, id), await aPage(ctx, id)];
      await inTransaction(ctx, (ctx) => useLink(ctx, used.id));
      const consents = tokenOf((await sendConsentLink(ctx, { id, isSent: false })).path);
      const late = later(ctx, addMinutes(ctx.now, 8 * 24 * 60));
      const anHour = later(ctx, addMinutes(ctx.now, 60));
      const gone = { code: 'not-found', subject: 'link', id: null };

      const followed = [
        { house: aPhone(late), token: over.token },
        { house: aPhone(anHour), token: used.token },
        ...[consents, 'nobody’s'].map((token) => ({ house: aPhone(ctx), token })),
      ];
      for (const { house, token } of followed) {
        await expect(showReach(house, { token })).rejects.toMatchObject(gone);
        await expect(refuseOffers(house, { token })).rejects.toMatchObject(gone);
      }
      const other = { token: open.token, purpose: 'care', channel: null } as const;
      await expect(withdrawByLink(aPhone(ctx), other)).rejects.toMatchObject(gone);
      expect((await getConsents(ctx, { id }, keys)).history).toEqual([]);
    }));
});
