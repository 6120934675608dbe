import { describe, expect, it } from 'vitest';
import type { AccountKind } from '#domain/messaging/account.ts';
import { AddAccount } from '#domain/messaging/contract.ts';
import { system } from '#server/platform/context.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { inClinic } from '#tests/support/clinic.ts';
import { selectAccounts } from './accounts-store.ts';
import type { Client, Clients } from './channels/channel.ts';
import { createAccount, editAccount, listAccounts, testAccount } from './edit-accounts.ts';
import { openAccount } from './open-account.ts';
import { sealOldSettings } from './seal-old-settings.ts';

const keys = keysFrom(Buffer.alloc(32, 3));
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const start: Partial<Record<AccountKind, object>> = {
  'wechat-official': { appId: 'wx1', callbackToken: 'a-word-agreed', encodingAesKey: aesKey },
  'dingtalk-robot': { accessToken: 'a-robots-own-address' },
  'feishu-robot': { hookId: 'a-hooks-own-address' },
  smtp: { host: 'mail.example.com', user: 'clinic', from: 'clinic@example.com' },
};

const add = (ctx: Context, kind: AccountKind) =>
  createAccount(ctx, AddAccount.parse({ kind, name: kind, secret: 'a-secret', settings: start[kind] }), keys);

/** A provider whose test comes out well, after something happened meanwhile. */
const passing = (meanwhile: () => Promise<unknown> = () => Promise.resolve()): Clients => {
  const client = { test: () => meanwhile().then(() => ({ ok: true, code: null })) } as unknown as Client;
  return new Proxy({} as Clients, { get: () => client });
};
const opened = async (ctx: Context, id: string) => {
  const [account] = await inTransaction(ctx, (ctx) => selectAccounts(ctx, { id }));
  return { account: account!, open: openAccount(ctx, account!, keys) };
};
/** All that stands in the row. */
const stored = async (ctx: Context, id: string): Promise<string> =>
  JSON.stringify(
    await inTransaction(ctx, (ctx) =>
      ctx.db
        .selectFrom('channel_accounts')
        .selectAll()
        .where('org_id', '=', ctx.orgId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    ),
  );

/** What the audit says was edited, the last first. */
const lastChanged = (ctx: Context): Promise<string[][]> =>
  inTransaction(ctx, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('audit_entries')
      .select('fields')
      .where('org_id', '=', ctx.orgId)
      .where('action', '=', 'channel-account.edited')
      .orderBy('recorded_at', 'desc')
      .execute();
    return rows.map(({ fields }) => fields);
  });

describe('the secrets of an account', () => {
  it.each(['wechat-official', 'dingtalk-robot', 'feishu-robot'] as const)(
    'of %s go in, open for a call, and are read by nobody',
    (kind) =>
      inClinic(async (ctx) => {
        const { account } = await add(ctx, kind);
        const secrets = Object.entries(start[kind]!).filter(([field]) => field !== 'appId') as [
          string,
          string,
        ][];
        expect(account.sealed).toEqual(secrets.map(([field]) => field));
        const seen = JSON.stringify([account, await listAccounts(ctx)]);
        for (const [field, secret] of secrets) {
          expect((await opened(ctx, account.id)).open.settings[field]).toBe(secret);
          expect(await stored(ctx, account.id)).not.toContain(secret);
          expect(seen).not.toContain(secret);
        }
      }),
  );

  it('stay where a change does not name them, and are sealed each for its own place', () =>
    inClinic(async (ctx) => {
      const { account } = await add(ctx, 'wechat-official');
      const change = { id: account.id, version: account.version, settings: { appId: 'wx2' } };
      const changed = await editAccount(ctx, change, keys);
      expect((await opened(ctx, account.id)).open.settings).toEqual({
        ...start['wechat-official'],
        appId: 'wx2',
      });
      const cleared = { ...change, version: changed.version, settings: { appId: 'wx2', encodingAesKey: '' } };
      expect((await editAccount(ctx, cleared, keys)).sealed).toEqual(['callbackToken']);

      const { account: row } = await opened(ctx, account.id);
      const swapped = { ...row, sealedSettings: { encodingAesKey: row.sealedSettings.callbackToken! } };
      expect(() => openAccount(ctx, swapped, keys)).toThrow();
    }));

  it('that stood there readable from before are not shown, and sealed by the clock', () =>
    inClinic(async (ctx) => {
      const { account } = await add(ctx, 'dingtalk-robot');
      await inTransaction(ctx, (ctx) =>
        ctx.db
          .updateTable('channel_accounts')
          .set({ settings: JSON.stringify(start['dingtalk-robot']), sealed_settings: '{}' })
          .where('org_id', '=', ctx.orgId)
          .where('id', '=', account.id)
          .execute(),
      );
      expect(JSON.stringify(await listAccounts(ctx))).not.toContain('a-robots-own-address');
      for (let time = 0; time < 2; time += 1) await sealOldSettings({ ...ctx, actor: system }, keys);
      expect(await stored(ctx, account.id)).not.toContain('a-robots-own-address');
      expect((await opened(ctx, account.id)).open.settings).toEqual(start['dingtalk-robot']);
      expect((await listAccounts(ctx)).items).toMatchObject([
        { sealed: ['accessToken'], version: account.version },
      ]);
    }));

  it('go nowhere else unless they are given again', () =>
    inClinic(async (ctx) => {
      const { account } = await add(ctx, 'smtp');
      const { id, version, settings } = account;
      for (const place of [
        { host: 'mail.elsewhere.example' },
        { port: 587 },
        { user: 'other' },
        { isTls: false },
      ])
        await expect(
          editAccount(ctx, { id, version, settings: { ...settings, ...place } }, keys),
        ).rejects.toMatchObject({ code: 'secret-again' });
      const moved = {
        id,
        version,
        settings: { ...settings, host: 'mail.elsewhere.example' },
        secret: 'another',
      };
      expect((await editAccount(ctx, moved, keys)).settings['host']).toBe('mail.elsewhere.example');
    }));
});

describe('an account that was tested', () => {
  const tested = async (ctx: Context) => {
    const { account } = await add(ctx, 'wechat-official');
    return testAccount(ctx, account, { keys, clients: passing() });
  };

  it('is on until what was tested changes, and is to be tested again', () =>
    inClinic(async (ctx) => {
      const { id, version, settings } = await tested(ctx);
      const on = await editAccount(ctx, { id, version, isEnabled: true }, keys);
      expect(on).toMatchObject({ isEnabled: true, testResult: 'ok' });
      const same = { id, version: on.version, name: '另一个名字', perMinute: 5, settings };
      const renamed = await editAccount(ctx, same, keys);
      expect(renamed).toMatchObject({ isEnabled: true, testResult: 'ok' });
      // The price is what the brake of the cost reckons by: nobody changes it unseen.
      const dearer = await editAccount(ctx, { id, version: renamed.version, fenPerThousand: 45 }, keys);
      expect(await lastChanged(ctx)).toEqual([['fenPerThousand'], ['name', 'perMinute'], ['isEnabled']]);

      const changed = await editAccount(ctx, { id, version: dearer.version, secret: 'another' }, keys);
      expect(changed).toMatchObject({ isEnabled: false, testResult: null, testedAt: null });
      await expect(
        editAccount(ctx, { id, version: changed.version, isEnabled: true }, keys),
      ).rejects.toMatchObject({ code: 'not-tested' });
      const again = await testAccount(ctx, { id }, { keys, clients: passing() });
      await expect(
        editAccount(ctx, { id, version: again.version, isEnabled: true, settings: { appId: 'wx9' } }, keys),
      ).rejects.toMatchObject({ code: 'not-tested' });
    }));

  it('has not passed with what was changed while it was tried', () =>
    inClinic(async (ctx) => {
      const { account } = await add(ctx, 'wechat-official');
      const { id, version } = account;
      const meanwhile = () => editAccount(ctx, { id, version, secret: 'another' }, keys);
      await expect(testAccount(ctx, account, { keys, clients: passing(meanwhile) })).rejects.toMatchObject({
        code: 'stale-version',
      });
      expect((await listAccounts(ctx)).items).toMatchObject([{ testResult: null }]);
    }));
});
