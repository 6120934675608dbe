import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { giveConsent } from '../consents/give-consent.ts';
import { withdrawConsent } from '../consents/withdraw-consent.ts';
import { setContactRefusal } from '../customers/set-contact-refusal.ts';
import { addRelation } from '../records/add-relation.ts';
import { setDiscreet } from '../records/set-discreet.ts';
import { aProvider, asSystem, codes, keys, offer, open, publish, yes } from './an-outbox.fixture.ts';
import { listMessages } from './list-messages.ts';
import { queueMessage, queueMessages } from './queue-message.ts';
import { sendDue } from './send-due.ts';
import { sendMessage } from './send-message.ts';
import { settleMessage } from './settle-message.ts';

const list = (ctx: Context, which: 'by-hand' | 'in-doubt' | 'waiting' | 'over') =>
  listMessages(ctx, { list: which, page: 1, pageSize: 50 });
const cause = { kind: 'appointment', id: 'a1' };
const aDiscreetProfile = {
  ...{ mayPickUp: [], safeHours: [], callerAlias: '小林', neverSay: ['鼻综合'] },
  ...{ mayNameTreatments: false, mayJoinGroups: false },
};
const tomorrow = { day: '3月13日', time: '10:00' };

describe('queueing a message', () => {
  it('puts the text, with its places filled, before a colleague with the work phone', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { name: '王小敏', gender: 'female' });

      const wish = {
        customerId: customer.id,
        templateKey: 'appointment-reminder',
        variables: tomorrow,
        cause,
      };
      const queued = await queueMessage(ctx, wish);

      expect(queued.state).toBe('by_hand');
      const { items } = await list(ctx, 'by-hand');
      expect(items).toMatchObject([
        {
          text: '王女士您好，您约好3月13日10:00到Riverside，到时见。如需改时间，请回复或来电。',
          phone: '138****1234',
          channel: 'by_hand',
        },
      ]);
    }));

  it('is done once for one cause, however often it is asked for (G6)', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const wish = {
        customerId: customer.id,
        templateKey: 'appointment-reminder',
        variables: tomorrow,
        cause,
      };

      const all = await Promise.all([1, 2, 3, 4].map(() => queueMessage(ctx, wish)));

      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect((await list(ctx, 'by-hand')).total).toBe(1);
      await queueMessage(ctx, { ...wish, cause: { ...cause, id: 'a2' } });
      expect((await list(ctx, 'by-hand')).total).toBe(2);
    }));

  it('is the same for many at once as one by one, whoever they are', () =>
    inClinic(async (ctx) => {
      const customers = [
        await aCustomer(ctx, { name: '王小敏', gender: 'female' }),
        await aCustomer(ctx, { phone: null }),
        await aCustomer(ctx),
        await aCustomer(ctx),
      ];
      const profile = { ...aDiscreetProfile, neverSay: ['约好'] };
      await setDiscreet(ctx, { id: customers[2]!.id, version: 0, profile: aDiscreetProfile });
      await setDiscreet(ctx, { id: customers[3]!.id, version: 0, profile });
      const wishOf = (customerId: string, id: string, more: object = {}) => ({
        ...{ customerId, templateKey: 'appointment-reminder', variables: tomorrow, cause: { kind: 'x', id } },
        ...more,
      });
      const wishes = (id: string) => [
        ...customers.map((customer) => wishOf(customer.id, id)),
        wishOf(customers[0]!.id, `${id} later`, { notBefore: addHours(ctx.now, 3), isUrgent: true }),
        // Twice in one breath.
        wishOf(customers[0]!.id, id),
      ];
      const written = async (id: string) =>
        (
          await inTransaction(ctx, (ctx) =>
            ctx.db
              .selectFrom('messages')
              .select(['customer_id', 'template_version', 'kind', 'priority', 'channel', 'text', 'subject'])
              .select(['variables', 'state', 'reason', 'due_at', 'stale_at', 'is_urgent', 'queued_by'])
              .where('org_id', '=', ctx.orgId)
              .where('cause_id', 'like', `${id}%`)
              .orderBy('customer_id')
              .orderBy('due_at')
              .execute(),
          )
        ).map((row) => JSON.stringify(row));

      const one: string[] = [];
      for (const wish of wishes('one')) one.push((await queueMessage(ctx, wish)).state);
      const many = await queueMessages(ctx, wishes('many'));

      expect(many.map(({ state }) => state)).toEqual(one);
      expect(many[0]!.id).toBe(many[5]!.id);
      expect(await written('many')).toEqual(await written('one'));
      expect(await written('many')).toHaveLength(5);
      expect(await queueMessages(ctx, wishes('many'))).toEqual(many);
      expect(await queueMessages(ctx, [])).toEqual([]);
    }));

  it('is all or nothing for many at once', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const wish = {
        customerId: customer.id,
        templateKey: 'appointment-reminder',
        variables: tomorrow,
        cause,
      };
      const holed = { ...wish, variables: { day: '3月13日' }, cause: { ...cause, id: 'a2' } };
      await expect(queueMessages(ctx, [wish, holed])).rejects.toMatchObject({ code: 'invalid' });
      const nobody = { ...wish, customerId: newId() };
      await expect(queueMessages(ctx, [wish, nobody])).rejects.toMatchObject({ code: 'not-found' });
      expect((await list(ctx, 'by-hand')).total).toBe(0);
    }));

  it('belongs to the transaction of its cause: without the cause there is no message', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const failing = inTransaction(ctx, async (ctx) => {
        await queueMessage(ctx, {
          ...{ customerId: customer.id, templateKey: 'appointment-reminder', variables: tomorrow, cause },
        });
        throw new Error('the appointment could not be booked');
      });

      await expect(failing).rejects.toThrow('could not be booked');
      expect((await list(ctx, 'by-hand')).total).toBe(0);
    }));

  it('is nobody’s task before its time', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const notBefore = addHours(ctx.now, 5);
      await queueMessage(ctx, {
        ...{
          customerId: customer.id,
          templateKey: 'appointment-reminder',
          variables: tomorrow,
          cause,
          notBefore,
        },
      });

      expect((await list(ctx, 'by-hand')).total).toBe(0);
      expect((await list(later(ctx, notBefore), 'by-hand')).total).toBe(1);
    }));

  it('refuses a text with a hole in it, and a template nobody wrote', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);

      await expect(
        queueMessage(ctx, {
          customerId,
          templateKey: 'appointment-reminder',
          variables: { day: '今天' },
          cause,
        }),
      ).rejects.toMatchObject({ details: [{ path: 'variables.time', code: 'variable-missing' }] });
      await expect(
        queueMessage(ctx, { customerId, templateKey: 'no-such', variables: {}, cause }),
      ).rejects.toMatchObject({ code: 'not-found' });
    }));

  it('writes under the name a discreet customer knows, and leaves telling words to a person', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await setDiscreet(ctx, { id: customer.id, version: 0, profile: aDiscreetProfile });

      await queueMessage(ctx, {
        ...{ customerId: customer.id, templateKey: 'visit-summary', cause },
        variables: { text: '周五复查鼻综合', address: '河边路1号' },
      });

      const { items } = await list(ctx, 'by-hand');
      expect(items[0]).toMatchObject({ reason: 'not-to-say' });
      expect(items[0]!.text).toContain('小林地址');
      expect(items[0]!.text).not.toContain('Riverside');
    }));
});

describe('on a telephone that a family shares', () => {
  const phone = '13912345678';
  const templateKey = 'visit-summary';

  it.each([
    { name: 'what was done', who: 'one of two', text: '周五复查鼻综合', state: 'by_hand' },
    { name: 'nothing telling', who: 'one of two', text: '周五上午见', state: 'queued' },
    { name: 'what was done', who: 'the only one', text: '周五复查鼻综合', state: 'queued' },
  ])('a text to $who that says $name is $state', ({ who, text, state }) =>
    inClinic(async (ctx) => {
      await open(ctx);
      const summary = standardTemplates.find(({ key }) => key === templateKey)!;
      await publish(ctx, { ...summary, channels: ['sms'], providerCodes: codes });
      const { id: customerId } = await aCustomer(ctx, { phone });
      if (who === 'one of two') await aCustomer(ctx, { phone });

      const queued = await queueMessage(ctx, {
        ...{ customerId, templateKey, cause },
        variables: { text, address: '河边路1号' },
      });

      expect(queued.state).toBe(state);
      const held = (await list(ctx, 'by-hand')).items;
      expect(held.map(({ reason }) => reason)).toEqual(state === 'by_hand' ? ['not-to-say'] : []);
    }),
  );
});

describe('what a colleague is asked to send', () => {
  const wishTo = (customerId: string, templateKey = 'appointment-reminder') => ({
    ...{ customerId, templateKey, variables: templateKey === 'spring' ? {} : tomorrow, cause },
  });

  it('is nothing that the customer has refused', () =>
    inClinic(async (ctx) => {
      const [refuses, noCare] = [await aCustomer(ctx), await aCustomer(ctx)];
      await inTransaction(ctx, (ctx) => setContactRefusal(ctx, refuses.id, true));
      const no = { purpose: 'care', channel: null, way: 'phone', note: null } as const;
      await withdrawConsent(ctx, { ...no, id: noCare.id }, keys);

      for (const { id } of [refuses, noCare])
        expect(await queueMessage(ctx, wishTo(id))).toMatchObject({ state: 'stopped' });
      expect((await list(ctx, 'over')).items.map(({ reason }) => reason).sort()).toEqual([
        ...['consent-withdrawn', 'refuses-contact'],
      ]);
      expect((await list(ctx, 'by-hand')).total).toBe(0);
    }));

  it('says of a child’s that it goes to a guardian, or that none is known', () =>
    inClinic(async (ctx) => {
      const [known, alone] = [
        await aCustomer(ctx, { birthday: '2016-03-13' }),
        await aCustomer(ctx, { birthday: '2012-03-13' }),
      ];
      const mother = { kind: 'parent' as const, relativeId: null, name: '李母', phone: '13900005678' };
      await addRelation(ctx, { id: known.id, ...mother, isGuardian: true });

      for (const { id } of [known, alone]) await queueMessage(ctx, wishTo(id));

      const { items } = await list(ctx, 'by-hand');
      const of = (id: string) => items.find(({ customerId }) => customerId === id);
      expect(of(known.id)).toMatchObject({ toGuardian: true, reason: null });
      expect(of(alone.id)).toMatchObject({ toGuardian: false, reason: 'no-guardian' });
    }));

  it('is an offer only where it was agreed to, and may go now', () =>
    inClinic(async (ctx) => {
      await publish(ctx, offer);
      const [agrees, silent] = [await aCustomer(ctx), await aCustomer(ctx, { phone: '13800000002' })];
      await giveConsent(ctx, { ...yes, channel: 'wechat', id: agrees.id }, keys);
      for (const { id } of [agrees, silent]) await queueMessage(ctx, wishTo(id, 'spring'));
      expect((await list(ctx, 'by-hand')).total).toBe(0);

      await sendDue(asSystem(ctx), aProvider().outbox);

      expect((await list(ctx, 'by-hand')).items).toMatchObject([{ customerId: agrees.id }]);
      expect((await list(ctx, 'over')).items).toMatchObject([
        { customerId: silent.id, state: 'stopped', reason: 'no-consent' },
      ]);
    }));
});

describe('a message that goes by hand', () => {
  const aMessage = async (ctx: Context) => {
    const customer = await aCustomer(ctx);
    return sendMessage(ctx, {
      ...{
        customerId: customer.id,
        templateKey: 'not-reached',
        channel: null,
        variables: {},
        notBefore: null,
      },
      causeId: '11111111-1111-4111-8111-111111111111',
    });
  };

  it('is sent by a colleague once, and who came second is told', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: 'Li' });
      const { id } = await aMessage(agent);

      await settleMessage(agent, { id, settlement: 'sent', reason: null });

      expect((await list(ctx, 'by-hand')).total).toBe(0);
      expect((await list(ctx, 'over')).items).toMatchObject([
        { state: 'sent_by_hand', settledByName: 'Li', queuedByName: 'Li', sentAt: ctx.now },
      ]);
      expect(await auditTrail(ctx)).toContainEqual({ action: 'message.sent', actorId: agent.actor.id });
      await expect(settleMessage(ctx, { id, settlement: 'not-sent', reason: null })).rejects.toMatchObject({
        code: 'message-not-waiting',
      });
    }));

  it('is not seen, and not settled, from another clinic', () =>
    inClinic(async (ctx) => {
      const { id } = await aMessage(ctx);
      const elsewhere = await as(ctx, 'cs_agent', { clinicIds: [] });

      expect((await list(elsewhere, 'by-hand')).total).toBe(0);
      await expect(settleMessage(elsewhere, { id, settlement: 'sent', reason: null })).rejects.toMatchObject({
        code: 'not-found',
      });
    }));
});
