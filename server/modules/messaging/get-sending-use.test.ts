import { describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { standardMessageRules } from '#domain/messaging/rule-set.ts';
import type { MessageRules } from '#domain/messaging/rule-set.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { keysFrom } from '#server/platform/keys.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { untilOneWaits } from '#tests/support/until-one-waits.ts';
import { listClinics } from '../staff/edit-clinics.ts';
import { giveConsent } from '../consents/give-consent.ts';
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
import { claimDue } from './claim-due.ts';
import { getSendingUse } from './get-sending-use.ts';
import { publishRules } from './publish-rules.ts';
import { queueCode } from './queue-code.ts';
import { queueMessage } from './queue-message.ts';
import { sendDue } from './send-due.ts';

/** An account at ten fen a message, limits, and so many people who said yes to offers. */
async function aCampaign(ctx: Context, some: Partial<MessageRules>, people: number) {
  const accountId = await open(ctx, 'aliyun-sms', 5_000, { fenPerThousand: 10_000 });
  await publishRules(ctx, { rules: { ...standardMessageRules, ...some }, version: 0 });
  await publish(ctx, { ...offer, staleAfterHours: 72 });
  await publish(ctx, reminder);
  const ids: string[] = [];
  for (let number = 0; number < people; number += 1) {
    const { id } = await aCustomer(ctx, { phone: `1380000000${number}` });
    await giveConsent(ctx, { ...yes, id }, keys);
    ids.push(id);
  }
  return { accountId, ids };
}
const offerTo = (ctx: Context, customerId: string) => {
  const cause = { kind: 'campaign', id: '1' };
  return queueMessage(ctx, { customerId, templateKey: 'spring', variables: {}, cause });
};
const remind = (ctx: Context, customerId: string) => {
  const cause = { kind: 'appointment', id: '1' };
  return queueMessage(ctx, {
    ...{ customerId, templateKey: 'appointment-reminder', variables: { day: '周五' }, cause },
  });
};

describe('the brake of the cost', () => {
  it.each([
    { name: 'of the day, a message below', limits: { dailyCostFen: 29 }, sent: 2, holds: 'day' },
    { name: 'of the day, at the last message', limits: { dailyCostFen: 30 }, sent: 3, holds: 'day' },
    { name: 'of the day, above all of them', limits: { dailyCostFen: 100 }, sent: 5, holds: null },
    { name: 'of the month', limits: { dailyCostFen: null, monthlyCostFen: 30 }, sent: 3, holds: 'month' },
    { name: 'that nobody set', limits: { dailyCostFen: null, monthlyCostFen: null }, sent: 5, holds: null },
  ])('$name lets $sent of five offers go that are claimed together', ({ limits, sent, holds }) =>
    inClinic(async (ctx) => {
      const { ids } = await aCampaign(ctx, limits, 5);
      for (const id of ids) await offerTo(ctx, id);
      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);
      expect(provider.sent).toHaveLength(sent);
      expect(await getSendingUse(ctx)).toMatchObject({
        ...{ spentTodayFen: sent * 10, spentMonthFen: sent * 10, heldByCost: 5 - sent, costHolds: holds },
      });
    }),
  );

  it('holds for two workers that claim at once', () =>
    inClinic(async (ctx) => {
      const { ids } = await aCampaign(ctx, { dailyCostFen: 30 }, 4);
      for (const id of ids) await offerTo(ctx, id);
      const worker = asSystem(ctx);
      const { second } = await inTransaction(worker, async (first) => {
        expect((await claimDue(first, keys, 2)).claimed).toHaveLength(2);
        const second = claimDue(worker, keys, 2);
        await untilOneWaits(first, second);
        return { second };
      });
      expect((await second).claimed).toHaveLength(1);
    }));

  it('holds codes to telephones nobody knows, and one that cannot be read keeps none of them back', () =>
    inClinic(async (ctx) => {
      await aCampaign(ctx, { dailyCostFen: 20 }, 0);
      const code = standardTemplates.find(({ key }) => key === 'one-time-code')!;
      await publish(ctx, { ...code, providerCodes: codes });
      const { items } = await listClinics(ctx);
      const ask = (phone: string, by = keys) =>
        inTransaction(ctx, (ctx) =>
          queueCode(ctx, { clinicId: items[0]!.id, phone, code: '123456', causeId: phone }, by),
        );
      await ask('+8613800000000', keysFrom(Buffer.alloc(32, 9)));
      for (const last of [1, 2, 3]) await ask(`+861380000000${last}`);

      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);

      expect(provider.sent).toHaveLength(2);
      expect(await getSendingUse(ctx)).toMatchObject({ spentTodayFen: 20 });
    }));

  it('lets care go, and offers again when the limit is raised or the day is over', () =>
    inClinic(async (ctx) => {
      const { ids } = await aCampaign(ctx, { dailyCostFen: 10 }, 3);
      for (const id of ids) await offerTo(ctx, id);
      await remind(ctx, ids[0]!);
      const provider = aProvider();
      await sendDue(asSystem(ctx), provider.outbox);
      // What care cost counts as well: nothing was left for offers.
      expect(provider.sent.map(({ text }) => text.slice(-3))).toEqual(['周五见']);

      const soon = later(ctx, addMinutes(ctx.now, 1));
      await publishRules(soon, { rules: { ...standardMessageRules, dailyCostFen: 20 }, version: 1 });
      await sendDue(asSystem(soon), provider.outbox);
      expect(provider.sent).toHaveLength(2);

      const tomorrow = later(ctx, addHours(ctx.now, 25));
      await sendDue(asSystem(tomorrow), provider.outbox);
      expect(provider.sent).toHaveLength(4);
      expect(await getSendingUse(tomorrow)).toMatchObject({ spentTodayFen: 20, spentMonthFen: 40 });
    }));

  it('counts a long message as what it is billed for', () =>
    inClinic(async (ctx) => {
      const { ids, accountId } = await aCampaign(ctx, {}, 1);
      const long = { ...reminder, text: `${'请按时到院复查，'.repeat(10)}{day}见` };
      await publish(ctx, { ...long, key: 'long-reminder' });
      const cause = { kind: 'appointment', id: '1' };
      await queueMessage(ctx, {
        ...{ customerId: ids[0]!, templateKey: 'long-reminder', variables: { day: '周五' }, cause },
      });
      await sendDue(asSystem(ctx), aProvider().outbox);
      const { accounts } = await getSendingUse(ctx);
      expect(accounts).toMatchObject([{ id: accountId, sentToday: 2, costTodayFen: 20, lastMinute: 1 }]);
    }));
});

describe('the brake of the rate', () => {
  it('is shown with what it holds', () =>
    inClinic(async (ctx) => {
      await open(ctx, 'aliyun-sms', 2);
      await publish(ctx, reminder);
      for (const phone of ['13800000001', '13800000002', '13800000003'])
        await remind(ctx, (await aCustomer(ctx, { phone })).id);
      await sendDue(asSystem(ctx), aProvider().outbox);
      expect(await getSendingUse(ctx)).toMatchObject({
        ...{ heldByRate: 1, heldByCost: 0, accounts: [{ perMinute: 2, lastMinute: 2 }] },
      });
    }));
});
