import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { pausableKinds } from '#domain/messaging/pause.ts';
import type { MessageList } from '#domain/messaging/contract.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { MessageTemplate } from '#domain/messaging/template.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, later, settled } from '#tests/support/clinic.ts';
import { giveConsent } from '../consents/give-consent.ts';
import { findWaits } from '../contacts/find-waits.ts';
import { forgetContact, noteContact } from '../contacts/note-contact.ts';
import { withdrawConsent } from '../consents/withdraw-consent.ts';
import { upsertAddress } from './addresses-store.ts';
import {
  aProvider,
  asSystem,
  codes,
  keys,
  offer,
  open,
  publish,
  reminder,
  yes,
} from './an-outbox.fixture.ts';
import { selectPause } from './brakes-store.ts';
import { noteCallback } from './note-callback.ts';
import { listMessages } from './list-messages.ts';
import { pauseSending, releaseMessages } from './pause-sending.ts';
import { queueMessage, queueMessages } from './queue-message.ts';
import { sendDue, settleLost } from './send-due.ts';
import { settleMessage } from './settle-message.ts';
import { raiseSendingMark, watchRestore } from './watch-restore.ts';

const counted = async (ctx: Context, list: MessageList) =>
  (await listMessages(ctx, { list, page: 1, pageSize: 200 })).items;

describe('sending', () => {
  it(
    'of a thousand offers sends none to who takes the consent back meanwhile',
    () =>
      inClinic(async (ctx) => {
        await open(ctx);
        await publish(ctx, offer);
        const [stays, leaves] = [
          await aCustomer(ctx, { phone: '13800000001' }),
          await aCustomer(ctx, { phone: '13800000002' }),
        ];
        for (const { id } of [stays, leaves]) await giveConsent(ctx, { ...yes, id }, keys);
        const offers = Array.from({ length: 1_000 }, (_, number) => ({
          ...{ customerId: (number % 2 === 0 ? stays : leaves).id, templateKey: 'spring', variables: {} },
          cause: { kind: 'campaign', id: String(number) },
        }));
        await queueMessages(ctx, offers);
        const soon = later(ctx, addMinutes(ctx.now, 1));
        const no = { purpose: 'marketing', channel: null, way: 'page', note: null } as const;

        await withdrawConsent(soon, { ...no, id: leaves.id }, keys);
        const provider = aProvider();
        await sendDue(asSystem(soon), provider.outbox);
        await settled(soon);

        const phones = new Set(provider.sent.map(({ to }) => to));
        expect([...phones]).toEqual(['+8613800000001']);
        expect((await counted(soon, 'waiting')).filter(({ customerId }) => customerId === leaves.id)).toEqual(
          [],
        );
        // And of the other one a week's limit let a single one through.
        expect(provider.sent).toHaveLength(1);
      }),
    120_000,
  );

  describe('within a minute of a no, although nobody tells the house of it', () => {
    /** An offer to one person, who may say no to it. */
    const anOffer = async (ctx: Context, channel: 'sms' | 'wechat' = 'sms') => {
      await open(ctx, channel === 'sms' ? 'aliyun-sms' : 'wechat-official');
      const codes = { 'aliyun-sms': 'SMS_1', 'wechat-official': 'T1' };
      await publish(ctx, { ...offer, channels: [channel], providerCodes: codes });
      const { id } = await aCustomer(ctx);
      const address = { id: newId(), customerId: id, channel: 'wechat' as const, address: 'o-1' };
      await inTransaction(ctx, (ctx) => upsertAddress(ctx, address));
      await giveConsent(ctx, { ...yes, channel, id }, keys);
      const cause = { kind: 'campaign', id: '1' };
      await queueMessage(ctx, { customerId: id, templateKey: 'spring', variables: {}, cause });
      const no = { purpose: 'marketing', channel: null, way: 'page', note: null } as const;
      return { saysNo: (ctx: Context) => withdrawConsent(ctx, { ...no, id }, keys) };
    };

    it.each([
      { name: 'half a minute after it was asked about', ms: 30_000, calls: 1, becomes: 'accepted' },
      { name: 'later', ms: 30_001, calls: 0, becomes: 'stopped' },
    ])('$name a held-up worker makes $calls calls', ({ ms, calls, becomes }) =>
      inClinic(async (ctx) => {
        const { saysNo } = await anOffer(ctx);
        const soon = asSystem(later(ctx, addMinutes(ctx.now, 1)));
        const provider = aProvider();
        let clock = 0;
        const slow = {
          ...provider.outbox,
          monotonicMs: () => clock,
          at: async (point: string) => {
            if (point !== 'before-call') return;
            await saysNo({ ...soon, actor: ctx.actor });
            clock += ms;
          },
        };

        await sendDue(soon, slow);
        await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 3))), provider.outbox);

        expect(provider.sent).toHaveLength(calls);
        const all = [...(await counted(ctx, 'waiting')), ...(await counted(ctx, 'over'))];
        expect(all).toMatchObject([{ state: becomes }]);
      }),
    );

    it.each([
      { name: 'that the provider put off', channel: 'sms', outcome: 'throttled', becomes: 'stopped' },
      { name: 'that never reached it', channel: 'sms', outcome: 'not-reached', becomes: 'stopped' },
      // The window in which WeChat tells twins apart is longer than a minute.
      { name: 'that it may have', channel: 'wechat', outcome: 'unknown', becomes: 'unknown' },
    ] as const)('an offer $name is not sent again', ({ channel, outcome, becomes }) =>
      inClinic(async (ctx) => {
        const { saysNo } = await anOffer(ctx, channel);
        const provider = aProvider(() => ({ outcome, code: null }));
        await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 1))), provider.outbox);
        expect(await counted(ctx, 'waiting')).toMatchObject([{ state: 'queued', reason: outcome }]);

        await saysNo(later(ctx, addMinutes(ctx.now, 2)));
        await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 3))), provider.outbox);

        expect(provider.sent).toHaveLength(1);
        const all = [...(await counted(ctx, 'in-doubt')), ...(await counted(ctx, 'over'))];
        expect(all).toMatchObject([{ state: becomes }]);
      }),
    );
  });

  it('writes down that it sends before it calls, and a dead worker’s message is never called again', () =>
    inClinic(async (ctx) => {
      await open(ctx);
      await publish(ctx, reminder);
      const { id: customerId } = await aCustomer(ctx);
      const cause = { kind: 'appointment', id: '1' };
      await queueMessage(ctx, {
        customerId,
        templateKey: 'appointment-reminder',
        variables: { day: '周五' },
        cause,
      });
      const provider = aProvider();
      const dying = {
        ...provider.outbox,
        at: (point: string) => {
          if (point === 'called') throw new Error('killed');
        },
      };

      await expect(sendDue(asSystem(ctx), dying)).rejects.toThrow('killed');
      expect(await counted(ctx, 'waiting')).toMatchObject([{ state: 'sending' }]);
      const afterwards = asSystem(later(ctx, addMinutes(ctx.now, 2)));
      await settleLost(afterwards, provider.outbox);
      await sendDue(afterwards, provider.outbox);

      expect(provider.sent).toHaveLength(1);
      expect(await counted(ctx, 'in-doubt')).toMatchObject([{ state: 'unknown', reason: 'worker-lost' }]);
    }));

  it('lets care overtake offers, and stops what is paused', () =>
    inClinic(async (ctx) => {
      await open(ctx);
      await publish(ctx, offer);
      await publish(ctx, reminder);
      const { id: customerId } = await aCustomer(ctx);
      await giveConsent(ctx, { ...yes, id: customerId }, keys);
      const wish = { customerId, variables: { day: '周五' }, cause: { kind: 'x', id: '1' } };
      await queueMessage(ctx, { ...wish, templateKey: 'spring', variables: {} });
      await queueMessage(later(ctx, addMinutes(ctx.now, 1)), {
        ...wish,
        templateKey: 'appointment-reminder',
      });
      const soon = later(ctx, addMinutes(ctx.now, 2));
      const provider = aProvider();

      const { version } = await pauseSending(soon, {
        ...{ kinds: [...pausableKinds], channels: [], reason: '文案有误', version: 0 },
      });
      await sendDue(asSystem(soon), provider.outbox);
      expect(provider.sent).toEqual([]);
      expect(await inTransaction(ctx, selectPause)).toMatchObject({ reason: '文案有误' });

      const on = await pauseSending(soon, { kinds: ['marketing'], channels: [], reason: null, version });
      await sendDue(asSystem(soon), provider.outbox);
      expect(provider.sent.map(({ text }) => text.slice(-3))).toEqual(['周五见']);

      const sms = { kinds: [], channels: ['sms' as const], reason: null };
      const { version: last } = await pauseSending(soon, { ...sms, version: on.version });
      await sendDue(asSystem(soon), provider.outbox);
      expect(provider.sent).toHaveLength(1);

      await pauseSending(soon, { kinds: [], channels: ['email'], reason: null, version: last });
      await sendDue(asSystem(soon), provider.outbox);
      expect(provider.sent).toHaveLength(2);
    }));

  it.each([
    { withWhom: 'them', onTheirNumber: false },
    { withWhom: 'family on their number', onTheirNumber: true },
  ])('keeps an offer back while others were in touch with $withWhom, and counts it once it went', (call) =>
    inClinic(async (ctx) => {
      await open(ctx);
      await publish(ctx, { ...offer, staleAfterHours: 240 });
      const { id: customerId } = await aCustomer(ctx, { phone: '13912345678' });
      const mother = await aCustomer(ctx, { phone: '13912345678' });
      await giveConsent(ctx, { ...yes, id: customerId }, keys);
      const cause = { kind: 'campaign', id: '1' };
      await queueMessage(ctx, { customerId, templateKey: 'spring', variables: {}, cause });
      const called = call.onTheirNumber ? mother.id : customerId;
      const made = {
        channel: 'phone',
        purpose: 'medical',
        at: addHours(ctx.now, -24),
        staffId: null,
      } as const;
      const noted = { kind: 'call' as const, id: newId() };
      const { zone } = ctx;
      await inTransaction(ctx, (ctx) =>
        noteContact(ctx, { ...made, customerId: called, cause: noted, zone }),
      );

      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);
      expect(provider.sent).toEqual([]);
      const [waiting] = await counted(ctx, 'waiting');
      expect(waiting).toMatchObject({ reason: 'contact-budget' });
      expect(waiting!.dueAt > ctx.now).toBe(true);

      await inTransaction(ctx, (ctx) => forgetContact(ctx, noted, zone));
      // The wait ends at midnight; at ten offers may go.
      const next = later(ctx, addHours(waiting!.dueAt, 10));
      await sendDue(asSystem(next), provider.outbox);
      expect(provider.sent).toHaveLength(1);
      const { uses, waits } = await inTransaction(next, async (ctx) =>
        (await findWaits(ctx, [customerId], zone)).get(customerId)!,
      );
      expect(uses).toMatchObject([{ channel: 'sms', purpose: 'marketing' }]);
      expect(waits.marketing!.until > addHours(next.now, 6 * 24)).toBe(true);
    }),
  );

  it('asks nobody for a rating while two others were in touch this week', () =>
    inClinic(async (ctx) => {
      await open(ctx);
      const rating = standardTemplates.find(({ key }) => key === 'rating-link')!;
      await publish(ctx, MessageTemplate.parse({ ...rating, channels: ['sms'], providerCodes: codes }));
      const { id: customerId } = await aCustomer(ctx);
      const wish = { customerId, templateKey: 'rating-link', variables: { link: 'https://c.example/c/1' } };
      await queueMessage(ctx, { ...wish, cause: { kind: 'link', id: '1' } });
      const called = { customerId, channel: 'phone' as const, purpose: 'medical' as const, staffId: null };
      const { zone } = ctx;
      for (const hours of [20, 26])
        await inTransaction(ctx, (ctx) => {
          const call = { kind: 'call' as const, id: newId() };
          return noteContact(ctx, { ...called, at: addHours(ctx.now, -hours), cause: call, zone });
        });

      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);
      expect(provider.sent).toEqual([]);
      // There is no room before it is too late to ask, and nobody asks by hand either.
      expect(await counted(ctx, 'over')).toMatchObject([{ state: 'stopped', reason: 'contact-budget' }]);
    }));

  it('gives a provider the values in the order of the text, and no others', () =>
    inClinic(async (ctx) => {
      await open(ctx, 'tencent-sms');
      const text = '{time}{day}，{name}见';
      await publish(ctx, { ...reminder, text, providerCodes: { 'tencent-sms': '1' } });
      const { id: customerId } = await aCustomer(ctx, { name: '王敏', gender: 'female' });
      const variables = { day: '周五', link: 'https://c.example', time: '十点\n整' };
      const cause = { kind: 'appointment', id: '1' };
      await queueMessage(ctx, { customerId, templateKey: 'appointment-reminder', variables, cause });
      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);
      expect(Object.values(provider.sent[0]!.values)).toEqual(['十点 整', '周五', '王女士']);
    }));

  it('keeps to what an account may send in a minute', () =>
    inClinic(async (ctx) => {
      await open(ctx, 'aliyun-sms', 3);
      await publish(ctx, reminder);
      const { id: customerId } = await aCustomer(ctx);
      for (const id of ['1', '2', '3', '4', '5'])
        await queueMessage(ctx, {
          ...{ customerId, templateKey: 'appointment-reminder', variables: { day: '周五' } },
          cause: { kind: 'x', id },
        });
      const provider = aProvider();

      await sendDue(asSystem(ctx), provider.outbox);
      expect(provider.sent).toHaveLength(3);
      await sendDue(asSystem(later(ctx, addMinutes(ctx.now, 2))), provider.outbox);
      expect(provider.sent).toHaveLength(5);
    }));
});

describe('what a provider tells', () => {
  const aSentMessage = async (ctx: Context) => {
    const accountId = await open(ctx);
    await publish(ctx, reminder);
    const { id: customerId } = await aCustomer(ctx);
    const cause = { kind: 'appointment', id: '1' };
    await queueMessage(ctx, {
      customerId,
      templateKey: 'appointment-reminder',
      variables: { day: '周五' },
      cause,
    });
    const provider = aProvider(() => ({ outcome: 'unknown', code: 'timeout' }));
    await sendDue(asSystem(ctx), provider.outbox);
    return { accountId, customerId, attemptId: provider.sent[0]!.attemptId };
  };

  it('settles what nobody knew, and twice told is once heard', () =>
    inClinic(async (ctx) => {
      const { accountId, attemptId } = await aSentMessage(ctx);
      const receipt = { attemptId, providerId: 'p', arrived: true, code: null, key: 'k' };

      for (let time = 0; time < 3; time += 1)
        await noteCallback(asSystem(ctx), accountId, { receipts: [receipt], replies: [] }, keys);

      expect(await counted(ctx, 'over')).toMatchObject([{ state: 'delivered' }]);
      const { receipts } = await inTransaction(ctx, (ctx) =>
        ctx.db
          .selectFrom('message_receipts')
          .select((eb) => eb.fn.countAll<number>().as('receipts'))
          .where('org_id', '=', ctx.orgId)
          .executeTakeFirstOrThrow(),
      );
      expect(receipts).toBe(1);
    }));

  it.each([
    { name: 'waits for a hand', refuses: false, left: { state: 'by_hand', reason: 'not-arrived' } },
    { name: 'unless they said no', refuses: true, left: { state: 'stopped', reason: 'consent-withdrawn' } },
  ])('and nobody ever does: found not to have arrived, it $name', ({ refuses, left }) =>
    inClinic(async (ctx) => {
      const { customerId } = await aSentMessage(ctx);
      const id = (await counted(ctx, 'in-doubt'))[0]!.id;
      const no = { purpose: 'care', channel: null, way: 'phone', note: null } as const;
      if (refuses) await withdrawConsent(ctx, { ...no, id: customerId }, keys);

      expect(await settleMessage(ctx, { id, settlement: 'not-sent', reason: null })).toEqual({
        ...{ id, state: left.state },
      });
      expect(await counted(ctx, refuses ? 'over' : 'by-hand')).toMatchObject([left]);
      expect(await counted(ctx, 'in-doubt')).toEqual([]);
    }),
  );

  it('as an answer is told to the house, and as a no stops the offers', () =>
    inClinic(async (ctx) => {
      const { accountId, customerId } = await aSentMessage(ctx);
      await giveConsent(ctx, { ...yes, id: customerId }, keys);
      const soon = asSystem(later(ctx, addMinutes(ctx.now, 1)));
      const reply = (text: string) => ({ from: '13800001234', text, at: null, key: text });

      await noteCallback(
        soon,
        accountId,
        { receipts: [], replies: [reply('改到周六可以吗'), reply('Ｔ Ｄ')] },
        keys,
      );

      const events = await inTransaction(ctx, (ctx) =>
        ctx.db
          .selectFrom('outbox_events')
          .select(['type', 'payload'])
          .where('org_id', '=', ctx.orgId)
          .orderBy('id')
          .execute(),
      );
      expect(events.filter(({ type }) => type.startsWith('message.'))).toMatchObject([
        { payload: { customerId, text: '改到周六可以吗' } },
      ]);
      expect(events.filter(({ type }) => type === 'customer.consent-withdrawn')).toHaveLength(1);
    }));
});

describe('who leaves the official account', () => {
  it('takes no offers any more, on their telephone either', () =>
    inClinic(async (ctx) => {
      const accountId = await open(ctx, 'wechat-official');
      const { id: customerId } = await aCustomer(ctx);
      await giveConsent(ctx, { ...yes, id: customerId }, keys);
      const address = { id: newId(), customerId, channel: 'wechat' as const, address: 'o-1' };
      await inTransaction(ctx, (ctx) => upsertAddress(ctx, address));
      const left = { from: 'o-1', text: '退订', at: null, key: 'o-1 left 5' };
      const soon = asSystem(later(ctx, addMinutes(ctx.now, 1)));

      for (let time = 0; time < 2; time += 1)
        await noteCallback(soon, accountId, { receipts: [], replies: [left] }, keys);

      await open(ctx);
      await publish(ctx, offer);
      const cause = { kind: 'campaign', id: '1' };
      await queueMessage(soon, { customerId, templateKey: 'spring', variables: {}, cause });
      const provider = aProvider();
      await sendDue(soon, provider.outbox);
      expect(provider.sent).toEqual([]);
      expect(await counted(soon, 'over')).toMatchObject([{ state: 'stopped', reason: 'suppressed' }]);
    }));
});

describe('after a restore', () => {
  it('whatever is open waits until somebody has looked', () =>
    inClinic(async (ctx) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'carecurve-'));
      try {
        await open(ctx);
        await publish(ctx, reminder);
        const { id: customerId } = await aCustomer(ctx);
        const cause = { kind: 'appointment', id: '1' };
        await queueMessage(ctx, {
          customerId,
          templateKey: 'appointment-reminder',
          variables: { day: '周五' },
          cause,
        });
        await raiseSendingMark(ctx, dataDir);
        const house = { database: ctx.database, dataDir };
        const contexts = [asSystem(ctx)];

        expect(await watchRestore(house, contexts)).toBe(false);
        // The file remembers sendings that the database, being older, does not.
        writeFileSync(join(dataDir, 'sending-mark'), '999999999\n');
        expect(await watchRestore(house, contexts)).toBe(true);
        const provider = aProvider();
        await sendDue(asSystem(ctx), provider.outbox);
        expect(provider.sent).toEqual([]);
        expect(await counted(ctx, 'quarantined')).toMatchObject([{ isQuarantined: true }]);

        expect((await releaseMessages(ctx)).quarantined).toBe(0);
        await sendDue(asSystem(later(ctx, addHours(ctx.now, 1))), provider.outbox);
        expect(provider.sent).toHaveLength(1);
        expect(await watchRestore(house, contexts)).toBe(false);
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    }));
});
