import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { Context } from '#server/platform/context.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { aGroup, noticesOf } from './a-group.fixture.ts';
import { asSystem, keys, open } from './an-outbox.fixture.ts';
import { askBalances } from './ask-balances.ts';
import { aProvider } from './channels/a-provider.fixture.ts';
import type { Behaviour } from './channels/a-provider.fixture.ts';
import { makeClients } from './channels/make-clients.ts';
import { editAccount, listAccounts } from './edit-accounts.ts';

let provider: Awaited<ReturnType<typeof aProvider>>;
beforeAll(async () => (provider = await aProvider()));
afterAll(() => provider.close());

const yuan = (amount: string): Behaviour => ({
  ...{
    kind: 'says',
    body: { Code: '200', Success: true, Data: { AvailableAmount: amount, Currency: 'CNY' } },
  },
});
/** The clock comes by, and the provider does that. */
async function clockAt(ctx: Context, minutes: number, does: Behaviour, by = keys): Promise<number> {
  provider.willDo(() => does);
  const before = provider.heard.length;
  const at = asSystem(later(ctx, addMinutes(ctx.now, minutes)));
  await askBalances(at, { keys: by, clients: makeClients(provider.hosts) });
  return provider.heard.length - before;
}
const kept = async (ctx: Context, id: string) =>
  (await listAccounts(ctx)).items.find((account) => account.id === id)!;
const anAccount = (ctx: Context, kind: AccountKind = 'aliyun-sms') =>
  open(ctx, kind, 60, {
    settings: { accessKeyId: 'key', signName: '晴天口腔', secretId: 'id', appId: '1400' },
  });

describe('a balance', () => {
  it('is asked for once in an hour, and kept with its time', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx);
      expect(await clockAt(ctx, 0, yuan('123.45'))).toBe(1);
      expect(await clockAt(ctx, 59, yuan('1.00'))).toBe(0);
      expect(await kept(ctx, id)).toMatchObject({
        ...{ balanceLeft: 12_345, balanceAt: ctx.now, balanceUnit: 'fen', balanceFloor: 5_000, isLow: false },
      });
      expect(await clockAt(ctx, 60, yuan('99.00'))).toBe(1);
      expect(await kept(ctx, id)).toMatchObject({ balanceLeft: 9_900, balanceAt: addMinutes(ctx.now, 60) });
    }));

  it('is asked for by one of two clocks', () =>
    inClinic(async (ctx) => {
      await anAccount(ctx);
      const asked = provider.heard.length;
      await Promise.all([clockAt(ctx, 0, yuan('9.00')), clockAt(ctx, 0, yuan('9.00'))]);
      expect(provider.heard.length - asked).toBe(1);
    }));

  it.each([
    { name: 'does not answer with sense', does: { kind: 'garbage' }, fault: 'unreadable-answer' },
    { name: 'breaks off', does: { kind: 'resets' }, fault: 'econnreset' },
    { name: 'has a fault', does: { kind: 'says', status: 502, body: {} }, fault: 'http-502' },
    { name: 'is asked too often', does: { kind: 'says', status: 429, body: {} }, fault: 'http-429' },
    {
      name: 'gives the key no right to it',
      does: { kind: 'says', status: 400, body: { Code: 'NotAuthorized' } },
      fault: 'NotAuthorized',
    },
  ] as { name: string; does: Behaviour; fault: string }[])(
    'stays as it was where the provider $name, and that is said',
    ({ does, fault }) =>
      inClinic(async (ctx) => {
        const id = await anAccount(ctx);
        await aGroup(ctx);
        await clockAt(ctx, 0, yuan('80.00'));
        await clockAt(ctx, 60, does);
        expect(await kept(ctx, id)).toMatchObject({
          balanceLeft: 8_000,
          balanceAt: ctx.now,
          balanceFault: fault,
        });
        expect(await noticesOf(ctx)).toEqual([]);
        await clockAt(ctx, 120, yuan('70.00'));
        expect(await kept(ctx, id)).toMatchObject({ balanceLeft: 7_000, balanceFault: null });
      }),
  );

  it('is not asked for of who tells nobody, nor of an account that is off', () =>
    inClinic(async (ctx) => {
      for (const kind of ['wechat-official', 'smtp', 'wecom-robot'] as const) await anAccount(ctx, kind);
      const id = await anAccount(ctx);
      await editAccount(ctx, { id, version: 1, isEnabled: false }, keys);
      expect(await clockAt(ctx, 0, yuan('1.00'))).toBe(0);
    }));

  it('of an account sealed with a lost key keeps no other waiting', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx);
      expect(await clockAt(ctx, 0, yuan('1.00'), keysFrom(Buffer.alloc(32, 9)))).toBe(0);
      expect(await kept(ctx, id)).toMatchObject({ balanceLeft: null, balanceFault: 'sealed-otherwise' });
    }));

  it('is not that of an account changed while it was asked for', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx);
      const clients = makeClients(provider.hosts);
      const answers = clients['aliyun-sms'].balance!;
      clients['aliyun-sms'].balance = async (account) => {
        await editAccount(ctx, { id, version: 1, secret: 'another' }, keys);
        return answers(account);
      };
      provider.willDo(() => yuan('1.00'));
      await askBalances(asSystem(ctx), { keys, clients });
      expect(await kept(ctx, id)).toMatchObject({ balanceLeft: null, version: 2 });
    }));
});

describe('a low balance', () => {
  it('is told once when it has fallen below the figure, and again when it falls anew', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx);
      await aGroup(ctx);
      const told = async () => (await noticesOf(ctx)).map(({ text }) => /还剩 (\S+)/.exec(text)![1]);

      await clockAt(ctx, 0, yuan('50.00'));
      expect(await told()).toEqual([]);
      await clockAt(ctx, 60, yuan('49.99'));
      await clockAt(ctx, 120, yuan('20.00'));
      expect(await told()).toEqual(['49.99']);
      expect(await kept(ctx, id)).toMatchObject({ isLow: true });

      await clockAt(ctx, 180, yuan('1,050.00'));
      await clockAt(ctx, 240, yuan('-3.00'));
      expect(await told()).toEqual(['49.99', '-3.00']);
    }));

  it('is measured by the clinic’s own figure, and by none where it wants none', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx);
      await aGroup(ctx);
      await editAccount(ctx, { id, version: 1, balanceFloor: null }, keys);
      await clockAt(ctx, 0, yuan('0.00'));
      expect(await noticesOf(ctx)).toEqual([]);
      await editAccount(ctx, { id, version: 2, balanceFloor: 100_000 }, keys);
      expect(await kept(ctx, id)).toMatchObject({ isLow: true });
      await clockAt(ctx, 60, yuan('999.99'));
      expect(await noticesOf(ctx)).toHaveLength(1);
    }));

  it('is counted in messages where packages are bought, without those that are over', () =>
    inClinic(async (ctx) => {
      const id = await anAccount(ctx, 'tencent-sms');
      const until = (day: string) => Date.parse(day) / 1000;
      const packages = [
        { PackageAmount: 1_000, CurrentUsage: 600, PackageExpiredTime: until('2026-12-31') },
        { PackageAmount: 1_000, CurrentUsage: 0, PackageExpiredTime: until('2026-03-11') },
        { PackageAmount: 100, CurrentUsage: 130, PackageExpiredTime: until('2026-12-31') },
      ];
      const body = { Response: { SmsPackagesStatisticsSet: packages, RequestId: 'r' } };
      await clockAt(ctx, 0, { kind: 'says', body });
      expect(await kept(ctx, id)).toMatchObject({ balanceLeft: 400, balanceUnit: 'messages', isLow: true });
      const refused = { Response: { Error: { Code: 'UnauthorizedOperation' } } };
      await clockAt(ctx, 60, { kind: 'says', body: refused });
      expect(await kept(ctx, id)).toMatchObject({ balanceLeft: 400, balanceFault: 'UnauthorizedOperation' });
    }));
});
