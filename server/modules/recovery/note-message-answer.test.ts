import { describe, expect, it } from 'vitest';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, settled } from '#tests/support/clinic.ts';
import { getConsents } from '../consents/get-consents.ts';
import { aProvider, asSystem, keys, open, publish, reminder } from '../messaging/an-outbox.fixture.ts';
import { noteCallback } from '../messaging/note-callback.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { sendDue } from '../messaging/send-due.ts';
import { casesOf } from './a-case.fixture.ts';

/** The customer writes back, once or as often as the provider tells it. */
async function writes(ctx: Context, customerId: string, text: string, times = 1): Promise<void> {
  const messageId = newId();
  for (let time = 0; time < times; time += 1)
    await inTransaction(ctx, (ctx) =>
      announce(ctx, { type: 'message.answered', customerId, messageId, text, at: ctx.now }),
    );
  await settled(ctx);
}

describe('an answer to a message', () => {
  it('that complains is a case with the supervisor at once, however often it is told', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await writes(ctx, id, '前台态度很差，等了一个多小时没人管，我要投诉', 3);
      const [found] = await casesOf(ctx, id);
      expect(found).toMatchObject({ kind: 'complaint', gravity: 'likely-complaint', level: 'supervisor' });
      expect(found!.signs).toHaveLength(1);
      expect(found!.signs[0]!.decidedBy.length).toBeGreaterThan(0);
    }));

  it('that says no to offers and complains is both', () =>
    inClinic(async (ctx) => {
      const accountId = await open(ctx);
      await publish(ctx, reminder);
      const { id: customerId } = await aCustomer(ctx);
      await queueMessage(ctx, {
        ...{ customerId, templateKey: reminder.key, variables: { day: '周五' } },
        cause: { kind: 'appointment', id: '1' },
      });
      await sendDue(asSystem(ctx), aProvider().outbox);
      const reply = { from: '13800001234', text: '别再发了，前台态度那么差，我要投诉', at: null, key: 'r' };

      await noteCallback(asSystem(ctx), accountId, { receipts: [], replies: [reply] }, keys);
      await settled(ctx);

      expect(await casesOf(ctx, customerId)).toMatchObject([{ kind: 'complaint' }]);
      const { history } = await getConsents(ctx, { id: customerId }, keys);
      expect(history).toMatchObject([{ purpose: 'marketing', decision: 'withdrawn', way: 'message' }]);
    }));

  it.each(['1', '好的，谢谢', '取消', '改到周六可以吗', '恢复得很好，医生很耐心'])('"%s" is none', (text) =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await writes(ctx, id, text);
      expect(await casesOf(ctx, id)).toEqual([]);
    }),
  );
});
