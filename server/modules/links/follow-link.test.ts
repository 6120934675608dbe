import { describe, expect, it } from 'vitest';
import { guessLimits } from '#domain/links/link.ts';
import { drawCharacters } from '#domain/links/token.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic, morning } from '#tests/support/clinic.ts';
import { createLink } from './create-link.ts';
import { followLink } from './follow-link.ts';
import { revokeLinks, useLink } from './use-link.ts';

const purposes = ['rating'] as const;
const gone = { code: 'not-found', subject: 'link', id: null };
let addresses = 0;

/** Somebody with a phone, at an address nobody else has. */
function aFollower(
  ctx: Context,
  now = ctx.now,
  ip = `2001:db8:${(addresses += 1)}:${newId().slice(0, 4)}::1`,
) {
  return { database: ctx.database, clock: clockAt(now), exchange: { ip } };
}

async function aLink(ctx: Context, facts: { expiresAt?: string } = {}) {
  const customer = await aCustomer(ctx);
  const subjectId = newId();
  const link = await inTransaction(ctx, (ctx) =>
    createLink(ctx, { customerId: customer.id, purpose: 'rating', subjectId, ...facts }),
  );
  return { ...link, token: link.path.slice('/c/'.length), customerId: customer.id, subjectId };
}

const look = (house: ReturnType<typeof aFollower>, token: string) =>
  followLink(house, { token, purposes }, async (_, link) => link);

describe('a customer’s link', () => {
  it('leads to its customer and subject as often as it is looked at, and keeps no token', () =>
    inClinic(async (ctx) => {
      const { token, id, customerId, subjectId, path } = await aLink(ctx);

      expect(path).toMatch(/^\/c\/[0-9A-Za-z]{20}$/);
      const seen = [await look(aFollower(ctx), token), await look(aFollower(ctx), token)];

      expect(seen).toEqual(
        [0, 1].map(() => ({ id, purpose: 'rating', customerId, subjectId, isOpen: true })),
      );
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('link.created');
      const kept = await inTransaction(ctx, (ctx) =>
        ctx.db.selectFrom('links').selectAll().where('org_id', '=', ctx.orgId).execute(),
      );
      expect(JSON.stringify(kept)).not.toContain(token.slice(4));
    }));

  it('answers alike when it is unknown, over, used, taken back, or meant for something else', () =>
    inClinic(async (ctx) => {
      const [over, used, revoked, other] = [
        await aLink(ctx, { expiresAt: ctx.now }),
        await aLink(ctx),
        await aLink(ctx),
        await aLink(ctx),
      ];
      await inTransaction(ctx, async (ctx) => {
        expect([await useLink(ctx, used.id), await useLink(ctx, used.id)]).toEqual([true, false]);
        expect(await revokeLinks(ctx, { subjectId: revoked.subjectId })).toEqual([revoked.id]);
      });
      const unknown = other.token.slice(0, 4) + drawCharacters(16, (n) => Buffer.alloc(n, 7));
      for (const token of [over.token, used.token, revoked.token, unknown, 'A'.repeat(20), 'x', '']) {
        await expect(look(aFollower(ctx), token)).rejects.toMatchObject(gone);
      }
      await expect(
        followLink(aFollower(ctx), { token: other.token, purposes: ['intake'] }, async () => 'in'),
      ).rejects.toMatchObject(gone);
    }));

  it('is not to be guessed: an address has twenty wrong tries a minute, and no other pays for it', () =>
    inClinic(async (ctx) => {
      const { token } = await aLink(ctx);
      // A minute of its own, so that no other test counts in it.
      const guesser = aFollower(ctx, '2031-01-01T00:00:30.000Z');
      for (let tries = 0; tries < guessLimits.ofAddress; tries += 1) {
        await expect(look(guesser, 'A'.repeat(20))).rejects.toMatchObject(gone);
      }
      await expect(look(guesser, token)).rejects.toMatchObject({ code: 'too-many' });
      const sameNetwork = { ...guesser, exchange: { ip: `${guesser.exchange.ip}234` } };
      await expect(look(sameNetwork, token)).rejects.toMatchObject({ code: 'too-many' });
      // The link is long over by then; that it is not the guesser's refusal is what counts.
      await expect(look(aFollower(ctx, '2031-01-01T00:00:30.000Z'), token)).rejects.toMatchObject(gone);
      await expect(
        look({ ...guesser, clock: clockAt('2031-01-01T00:01:00.000Z') }, token),
      ).rejects.toMatchObject(gone);
    }));

  it('of one organization is nothing in another, whatever its code', () =>
    inClinic(async (ctx) => {
      const { token } = await aLink(ctx);
      await inClinic(async (other) => {
        const { token: foreign } = await aLink(other);
        const mixed = foreign.slice(0, 4) + token.slice(4);
        await expect(look(aFollower(ctx, morning), mixed)).rejects.toMatchObject(gone);
      });
    }));
});
