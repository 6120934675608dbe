import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { inClinic, later, settled } from '#tests/support/clinic.ts';
import { untilOneWaits } from '#tests/support/until-one-waits.ts';
import { announceClosedMonths } from '../followups/announce-closed-months.ts';
import { endFollowup } from '../followups/end-followup.ts';
import { getCallSheet } from '../followups/get-call-sheet.ts';
import { undoCall } from '../followups/undo-call.ts';
import { addAccount } from '../messaging/add-account.ts';
import { publishTemplate } from '../messaging/publish-template.ts';
import { listCases } from '../recovery/list-cases.ts';
import { answerByLink } from './answer-by-link.ts';
import { askForm } from './ask-form.ts';
import { sendDueForms } from './send-due-forms.ts';
import { showMonthRound } from './show-month-round.ts';
import { showSatisfaction } from './show-satisfaction.ts';

const survey = { code: 'satisfaction', source: 'link', visitId: null, followupId: null } as const;

const messagesOf = (ctx: Context, customerId: string) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('messages')
      .select(['template_key', 'state', 'text'])
      .where('org_id', '=', ctx.orgId)
      .where('customer_id', '=', customerId)
      .orderBy('id')
      .execute(),
  );

async function answered(ctx: Context, path: string, values: Record<string, number>): Promise<void> {
  const exchange = { ip: `2001:db8:d::${newId().slice(0, 4)}` };
  await answerByLink({ database: ctx.database, clock: clockAt(ctx.now), dataDir: '', exchange } as never, {
    ...{ token: path.slice('/c/'.length), values, sendId: newId() },
  });
  await settled(ctx);
}

/** Somebody seen in March whose round has begun in April. */
async function inTheRound(ctx: Context) {
  const customer = await aCustomer(ctx);
  await aClosedVisit(ctx, { customer, categories: ['cleaning'] });
  const april = later(ctx, '2026-04-02T02:00:00.000Z');
  await announceClosedMonths(april);
  await settled(april);
  return { april, customer };
}
const roundOf = async (ctx: Context, customerId: string) =>
  (await followupsOf(ctx, customerId)).find(({ event }) => event === 'month.closed')!;

async function aWayToSend(ctx: Context): Promise<void> {
  const account = { kind: 'aliyun-sms', clinicId: null, name: 'SMS', settings: {}, secret: 's' } as const;
  await inTransaction(ctx, (ctx) =>
    addAccount(
      ctx,
      { ...account, id: newId(), perMinute: 60, fenPerThousand: 0, isEnabled: true },
      keysFrom(Buffer.alloc(32, 3)),
    ),
  );
}

/** How they want to be reached, written as no version of ours writes it. */
async function unreadableWishes(ctx: Context, customerId: string) {
  const wishes = {
    org_id: ctx.orgId,
    customer_id: customerId,
    profile: '{}',
    updated_at: ctx.now,
    version: 1,
  };
  await inTransaction(ctx, (ctx) => ctx.db.insertInto('discreet_profiles').values(wishes).execute());
  const mended = () =>
    inTransaction(ctx, (ctx) =>
      ctx.db
        .deleteFrom('discreet_profiles')
        .where('org_id', '=', ctx.orgId)
        .where('customer_id', '=', customerId)
        .execute(),
    );
  return { mended };
}

describe('a form sent by a message', () => {
  it('carries its link under our own address, once for each time it is asked for', () =>
    inClinic(async (anywhere) => {
      const ctx = { ...anywhere, publicUrl: 'https://care.example.cn' };
      const { id } = await aCustomer(ctx);
      const first = await askForm(ctx, { ...survey, id, send: true });
      const again = await askForm(ctx, { ...survey, id, send: true });
      expect(again.request.id).toBe(first.request.id);
      const messages = await messagesOf(ctx, id);
      // Nobody has a way to send it: a colleague does, from the work phone.
      expect(messages).toMatchObject([
        { template_key: 'rating-link', state: 'by_hand' },
        { template_key: 'rating-link', state: 'by_hand' },
      ]);
      expect(messages.map(({ text }) => /https:[^ ]+/.exec(text)?.[0]).sort()).toEqual(
        [first, again].map(({ link }) => `https://care.example.cn${link!.path}`).sort(),
      );
      const aside = { ...survey, source: 'staff', id, send: true } as const;
      await expect(askForm(ctx, aside)).rejects.toMatchObject({ code: 'invalid' });
    }));

  it('goes out when its followup begins, where there is a way to send, and once', () =>
    inClinic(async (ctx) => {
      const { april, customer } = await inTheRound(ctx);
      expect(await sendDueForms(april)).toBe(0);
      await aWayToSend(april);
      const { opensAt } = await roundOf(april, customer.id);
      const before = later(april, addHours(opensAt, -1));
      expect(await sendDueForms(before)).toBe(0);
      expect([await sendDueForms(april), await sendDueForms(april)]).toEqual([1, 0]);
      expect(await messagesOf(april, customer.id)).toMatchObject([{ template_key: 'rating-link' }]);
      // A call that was first has the answer: what was to ask the same does not go out any more.
      await endFollowup(april, { id: (await roundOf(april, customer.id)).id, reason: '已在电话里问过' });
      await settled(april);
      expect(await messagesOf(april, customer.id)).toMatchObject([{ state: 'dropped' }]);
      // Later than that the call is on its way.
      const late = await inTheRound(later(ctx, addHours(ctx.now, 1)));
      expect(await sendDueForms(later(ctx, addHours(opensAt, 49)))).toBe(0);
      expect(await messagesOf(ctx, late.customer.id)).toEqual([]);
    }));
});

describe('forms that are due', () => {
  it('fail alone: the others go out, the call sheet says what did not, and it is tried again', () =>
    inClinic(async (ctx) => {
      const other = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer: other, categories: ['cleaning'] });
      const { april, customer } = await inTheRound(ctx);
      await aWayToSend(april);
      const { id } = await roundOf(april, customer.id);
      const unsentAt = async (then: Context) => {
        const { followups } = await getCallSheet(then, { customerId: customer.id });
        return followups.find((each) => each.id === id)!.formUnsent;
      };
      expect(await unsentAt(april)).toBeNull();

      // A record that cannot be read stands for any fault of one customer's.
      const discreet = await unreadableWishes(april, customer.id);
      await expect(sendDueForms(april)).rejects.toThrow(TypeError);
      await discreet.mended();
      expect(await messagesOf(april, other.id)).toHaveLength(1);
      expect(await messagesOf(april, customer.id)).toEqual([]);
      expect(await unsentAt(april)).toEqual({ at: april.now, because: 'fault' });

      // Left alone for an hour; then it goes, and nothing is said of it any more.
      const soon = later(ctx, addHours(april.now, 0.9));
      const afterAnHour = later(ctx, addHours(april.now, 1.1));
      expect([await sendDueForms(soon), await sendDueForms(afterAnHour)]).toEqual([0, 1]);
      expect(await unsentAt(afterAnHour)).toBeNull();
    }));

  it('whose text asks for what nobody fills in are the clinic’s to mend, which the call sheet says', () =>
    inClinic(async (ctx) => {
      const { april, customer } = await inTheRound(ctx);
      await aWayToSend(april);
      const shipped = standardTemplates.find(({ key }) => key === 'rating-link')!;
      const definition = { ...shipped, text: `{day}${shipped.text}` };
      await publishTemplate(april, { key: shipped.key, definition, version: 0 });
      expect(await sendDueForms(april)).toBe(0);
      const { id } = await roundOf(april, customer.id);
      const { followups } = await getCallSheet(april, { customerId: customer.id });
      expect(followups.find((each) => each.id === id)!.formUnsent).toMatchObject({
        because: 'text-incomplete',
      });
    }));

  it('are sent by one of two processes', () =>
    inClinic(async (ctx) => {
      const { april, customer } = await inTheRound(ctx);
      await aWayToSend(april);
      const { other } = await inTransaction(april, async (first) => {
        expect(await sendDueForms(first)).toBe(1);
        const other = sendDueForms(april);
        await untilOneWaits(first, other);
        return { other };
      });
      expect(await other).toBe(0);
      expect(await messagesOf(april, customer.id)).toHaveLength(1);
    }));
});

describe('a customer who answers by themselves', () => {
  it('is not called to be asked the same: the followup is done, with their score, and counted once', () =>
    inClinic(async (ctx) => {
      const { april, customer } = await inTheRound(ctx);
      const { link } = await askForm(april, { ...survey, id: customer.id, send: false });
      await answered(april, link!.path, { overall: 9, recommend: 10 });

      expect(await roundOf(april, customer.id)).toMatchObject({ state: 'done', endedAt: april.now });
      const { contacts } = await getCallSheet(april, { customerId: customer.id });
      expect(contacts[0]).toMatchObject({ channel: 'form', byName: null, result: 'reached', score: 9 });
      const { all } = await showMonthRound(april, {});
      expect(all).toMatchObject({ left: 0, answered: { count: 1, of: 1 } });
      const { dimensions } = (await showSatisfaction(april, { by: 'month' })).all;
      expect(dimensions.find(({ dimension }) => dimension === 'overall')).toMatchObject({ n: 1, mean: 9 });
      // It is the customer's: nobody takes it back.
      await expect(undoCall(april, { id: contacts[0]!.callId })).rejects.toMatchObject({ code: 'not-found' });
    }));

  it('and is unhappy has one case, and the supervisor’s call', () =>
    inClinic(async (ctx) => {
      const { april, customer } = await inTheRound(ctx);
      const { link } = await askForm(april, { ...survey, id: customer.id, send: false });
      await answered(april, link!.path, { overall: 5 });

      const { items } = await listCases(april, { scope: 'all', state: 'open', page: 1, pageSize: 10 });
      expect(items).toMatchObject([{ customer: { id: customer.id } }]);
      const events = (await followupsOf(april, customer.id)).map(({ event, state }) => [event, state]);
      expect(events).toContainEqual(['satisfaction.low', 'open']);
      expect(events.filter(([event]) => event === 'satisfaction.low')).toHaveLength(1);
    }));
});
