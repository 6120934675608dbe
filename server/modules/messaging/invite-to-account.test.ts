import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { AccountInvitation } from '#domain/messaging/contract.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { selectAddresses } from './accounts-store.ts';
import { addAccount } from './add-account.ts';
import { aProvider } from './channels/a-provider.fixture.ts';
import { makeClients } from './channels/make-clients.ts';
import { sealCallback } from './channels/sealed-callback.fixture.ts';
import { closeInvitations } from './close-invitations.ts';
import { inviteToAccount } from './invite-to-account.ts';
import { listReplies } from './list-replies.ts';
import { receiveCallback } from './receive-callback.ts';
import { listAddresses } from './set-address.ts';

const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const agreed = { callbackToken: 'word', encodingAesKey: aesKey };
const settingsOf = {
  'wechat-official': { appId: 'wx1', ...agreed },
  'wecom-customer': { corpId: 'ww1', sender: 'li', ...agreed },
};
type Kind = keyof typeof settingsOf & AccountKind;
const channelOf = { 'wechat-official': 'wechat', 'wecom-customer': 'wecom' } as const;

let dataDir: string;
let provider: Awaited<ReturnType<typeof aProvider>>;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'carecurve-'));
  provider = await aProvider();
  provider.willDo((path) =>
    path === '/picture'
      ? { kind: 'shows', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) }
      : {
          kind: 'says',
          body: {
            ...{ errcode: 0, access_token: 't', url: 'http://weixin.qq.com/q/1', config_id: 'c-1' },
            qr_code: `${provider.hosts.wecom}/picture`,
          },
        },
  );
});
afterAll(async () => {
  await provider.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** An account, its provider, and a customer who is shown its code. */
async function aDesk(ctx: Context, kind: Kind) {
  const by = { keys: keysOf(dataDir), clients: makeClients(provider.hosts) };
  const id = newId();
  const account = {
    ...{ id, kind, clinicId: null, name: '公众号', secret: 's' },
    settings: settingsOf[kind],
  };
  const limits = { perMinute: 60, fenPerThousand: 0, isEnabled: true };
  const token = await inTransaction(ctx, (ctx) => addAccount(ctx, { ...account, ...limits }, by.keys));
  const customer = await aCustomer(ctx);
  const invite = (at: Instant = ctx.now): Promise<AccountInvitation> =>
    inviteToAccount(later(ctx, at), { id: customer.id, channel: channelOf[kind] }, by);
  /** What the provider was asked to put into the code. */
  const sceneAsked = (): string => {
    const asked = provider.heard.findLast(({ path }) => /qrcode\/create|add_contact_way/.test(path))!;
    return /"(?:scene_str|state)":"(\w+)"/.exec(asked.body)![1]!;
  };
  const tell = (fields: Record<string, string>, at: Instant = ctx.now, nonce = newId()) => {
    const seconds = String(Date.parse(at) / 1000);
    const xml = Object.entries({ CreateTime: seconds, ...fields }).map(
      ([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`,
    );
    const receiver = kind === 'wechat-official' ? 'wx1' : 'ww1';
    const sealed = sealCallback(`<xml>${xml.join('')}</xml>`, {
      token: 'word',
      key: aesKey,
      receiver,
      at,
      nonce,
    });
    const exchange = { ip: '203.0.113.7', raw: () => ({ query: sealed.query, body: sealed.body }) };
    const house = { database: ctx.database, clock: clockAt(at), dataDir, exchange };
    return receiveCallback(house as unknown as PublicContext, { token }, by.clients);
  };
  const follow = (scene: string, from: string, at?: Instant) =>
    tell(
      { FromUserName: from, MsgType: 'event', Event: 'subscribe', EventKey: scene && `qrscene_${scene}` },
      at,
    );
  const unfollow = (from: string, at?: Instant) =>
    tell({ FromUserName: from, MsgType: 'event', Event: 'unsubscribe' }, at);
  const write = (text: string, from: string, at?: Instant) =>
    tell({ FromUserName: from, MsgType: 'text', Content: text, MsgId: newId() }, at);
  const addresses = async () =>
    (await inTransaction(ctx, (ctx) => selectAddresses(ctx, [customer.id]))).map(({ address }) => address);
  return { by, customer, invite, sceneAsked, tell, follow, unfollow, write, addresses };
}

const [amy, ben] = ['o-amy-0123456789abcdef', 'o-ben-0123456789abcdef'];
const minutes = (ctx: Context, count: number) => addMinutes(ctx.now, count);

describe('who follows the official account', () => {
  it('is known by the code they scanned, once and for half an hour', () =>
    inClinic(async (ctx) => {
      const desk = await aDesk(ctx, 'wechat-official');
      expect(await desk.invite()).toMatchObject({
        ...{ qrText: 'http://weixin.qq.com/q/1', whyNoQr: null, expiresAt: minutes(ctx, 30) },
      });
      const scene = desk.sceneAsked();

      expect(await desk.follow(scene, amy)).toBe('success');
      expect(await desk.addresses()).toEqual([amy]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('customer-address.bound');
      // The provider repeats what it was not answered in time; and somebody else scans the same code.
      await desk.follow(scene, amy);
      await desk.follow(scene, ben, minutes(ctx, 1));
      expect(await desk.addresses()).toEqual([amy]);
      expect(await listAddresses(ctx, desk.customer)).toMatchObject({
        items: [{ channel: 'wechat', boundBy: 'scan', leftAt: null }],
      });

      await desk.invite(minutes(ctx, 2));
      await desk.follow(desk.sceneAsked(), ben, minutes(ctx, 33));
      expect(await desk.addresses()).toEqual([amy]);
      await desk.invite(minutes(ctx, 40));
      await desk.follow(desk.sceneAsked(), ben, minutes(ctx, 70));
      expect(await desk.addresses()).toEqual([ben]);
    }));

  it('is written to no more once they left, until they are back; what comes late changes nothing', () =>
    inClinic(async (ctx) => {
      const desk = await aDesk(ctx, 'wechat-official');
      await desk.invite();
      await desk.follow(desk.sceneAsked(), amy);

      await desk.unfollow(amy, minutes(ctx, 10));
      expect(await desk.addresses()).toEqual([]);
      expect(await listAddresses(ctx, desk.customer)).toMatchObject({
        items: [{ boundBy: 'scan', leftAt: minutes(ctx, 10) }],
      });
      await desk.follow('', amy, minutes(ctx, 5));
      expect(await desk.addresses()).toEqual([]);
      await desk.follow('', amy, minutes(ctx, 20));
      await desk.unfollow(amy, minutes(ctx, 15));
      expect(await desk.addresses()).toEqual([amy]);
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['customer-address.left', 'customer-address.returned']),
      );
    }));

  it('may send the code instead, and has five tries an hour', () =>
    inClinic(async (ctx) => {
      const desk = await aDesk(ctx, 'wechat-official');
      const { code } = await desk.invite();
      expect(code).toMatch(/^\d{8}$/);
      const wrong = Array.from({ length: 5 }, (_, index) => String((Number(code) + index + 1) % 10 ** 8));
      for (const other of wrong) await desk.write(other.padStart(8, '0'), ben);
      await desk.write(code!, ben);
      expect(await desk.addresses()).toEqual([]);

      await desk.write(`绑定 ${code}`, amy);
      expect(await desk.addresses()).toEqual([amy]);
      // What was a code need not be read by anybody; what was none is a message like any other.
      const open = await listReplies(ctx, { list: 'open', page: 1, pageSize: 20 });
      expect(open.items).toHaveLength(6);
      await desk.write(code!, ben, minutes(ctx, 90));
      expect(await desk.addresses()).toEqual([amy]);
    }));

  it('is nobody’s business at another account, and at none', () =>
    inClinic(async (ctx) => {
      const desk = await aDesk(ctx, 'wechat-official');
      const other = await aDesk(later(ctx, minutes(ctx, 1)), 'wechat-official');
      await desk.invite();
      const scene = desk.sceneAsked();
      // The first of two accounts is the one that was asked.
      await other.follow(scene, amy);
      expect(await desk.addresses()).toEqual([]);
      await expect(
        inviteToAccount(ctx, { id: desk.customer.id, channel: 'wecom' }, desk.by),
      ).rejects.toMatchObject({ code: 'no-account' });
    }));
});

describe('who adds a colleague in WeCom', () => {
  it('is known by the state of the code, which the provider then takes back', () =>
    inClinic(async (ctx) => {
      const desk = await aDesk(ctx, 'wecom-customer');
      expect(await desk.invite()).toMatchObject({
        ...{ code: null, qrText: null, qrPicture: expect.stringMatching(/^data:image\/png/) as string },
      });
      const event = { Event: 'change_external_contact', ExternalUserID: 'wm-amy-0123456789' };
      await closeInvitations(ctx, desk.by);
      expect(provider.heard.at(-1)!.path).not.toContain('del_contact_way');

      await desk.tell({ ...event, ChangeType: 'add_external_contact', State: desk.sceneAsked() });
      expect(await desk.addresses()).toEqual(['wm-amy-0123456789']);
      await closeInvitations(ctx, desk.by);
      expect(provider.heard.at(-1)!.path).toContain('del_contact_way');
      const asked = provider.heard.length;
      await closeInvitations(ctx, desk.by);
      expect(provider.heard).toHaveLength(asked);

      await desk.tell({ ...event, ChangeType: 'del_external_contact' }, minutes(ctx, 5));
      expect(await desk.addresses()).toEqual([]);
    }));
});
