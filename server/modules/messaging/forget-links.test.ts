import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { createLink } from '../links/create-link.ts';
import { aProvider, asSystem, codes, open, publish } from './an-outbox.fixture.ts';
import { forgetLinks } from './forget-links.ts';
import { listMessages } from './list-messages.ts';
import { queueMessage } from './queue-message.ts';
import { sendDue } from './send-due.ts';
import { settleMessage } from './settle-message.ts';

/** A message with a link, and the token in it. */
async function aLinkFor(ctx: Context, customerId: string) {
  return inTransaction(ctx, async (ctx) => {
    const about = { customerId, purpose: 'rating' as const, subjectId: newId() };
    const { id, path, url } = await createLink(ctx, about);
    const message = await queueMessage(ctx, {
      ...{ customerId, templateKey: 'rating-link', variables: { link: url } },
      cause: { kind: 'link', id },
    });
    return { id: message.id, token: path.slice('/c/'.length) };
  });
}

/** All that the database holds of a message, as a copy of it would be read. */
const keptOf = async (ctx: Context, id: string): Promise<string> =>
  JSON.stringify(
    await inTransaction(ctx, (ctx) =>
      ctx.db
        .selectFrom('messages')
        .selectAll()
        .where('org_id', '=', ctx.orgId)
        .where('id', '=', id)
        .execute(),
    ),
  );

describe('the link in a message', () => {
  it('is there for the hand that sends it, and gone from what is kept once it was sent', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const { id, token } = await aLinkFor(ctx, customerId);
      await forgetLinks(asSystem(ctx));
      const [waiting] = (await listMessages(ctx, { list: 'by-hand', page: 1, pageSize: 10 })).items;
      expect(waiting).toMatchObject({ id, text: expect.stringContaining(token) as string });

      await settleMessage(ctx, { id, settlement: 'sent', reason: null });
      await forgetLinks(asSystem(ctx));
      const kept = await keptOf(ctx, id);
      expect(kept).not.toContain(token);
      expect(kept).toContain('/c/…');
    }));

  it('goes whole to the provider, and stays three days, while it may still have to be sent by hand', () =>
    inClinic(async (ctx) => {
      await open(ctx);
      const shipped = standardTemplates.find(({ key }) => key === 'rating-link')!;
      await publish(ctx, { ...shipped, providerCodes: codes });
      const { id: customerId } = await aCustomer(ctx);
      const { id, token } = await aLinkFor(ctx, customerId);
      const provider = aProvider();
      await forgetLinks(asSystem(ctx));
      await sendDue(asSystem(ctx), provider.outbox);
      expect(provider.sent).toMatchObject([{ text: expect.stringContaining(token) as string }]);

      await forgetLinks(asSystem(later(ctx, addHours(ctx.now, 72))));
      expect(await keptOf(ctx, id)).toContain(token);
      await forgetLinks(asSystem(later(ctx, addHours(ctx.now, 72.1))));
      expect(await keptOf(ctx, id)).not.toContain(token);
    }));

  it('of another organization is nobody else’s to touch', () =>
    inClinic(async (ctx) => {
      const { id: customerId } = await aCustomer(ctx);
      const { id, token } = await aLinkFor(ctx, customerId);
      await settleMessage(ctx, { id, settlement: 'sent', reason: null });
      await inClinic((other) => forgetLinks(asSystem(other)));
      expect(await keptOf(ctx, id)).toContain(token);
    }));
});
