import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysOf } from '#server/platform/keys.ts';
import { inClinic } from '#tests/support/clinic.ts';
import { addAccount } from './add-account.ts';
import { sealCallback } from './channels/sealed-callback.fixture.ts';
import { receiveCallback } from './receive-callback.ts';

let dataDir: string;
beforeAll(() => (dataDir = mkdtempSync(join(tmpdir(), 'carecurve-callbacks-'))));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const word = 'a-word-agreed';
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const settings = {
  ...{ callbackToken: word, encodingAesKey: aesKey, appId: 'wx1', corpId: 'ww1' },
  ...{ accessKeyId: 'key', signName: '晴天口腔', secretId: 'id' },
};
interface Said {
  body: unknown;
  query: Record<string, string>;
}
const replied = (from: string, text: string) =>
  `<xml><FromUserName>${from}</FromUserName><MsgType>text</MsgType><Content>${text}</Content><MsgId>7</MsgId></xml>`;
const left =
  '<xml><Event>change_external_contact</Event><ChangeType>del_follow_user</ChangeType><ExternalUserID>wm-1</ExternalUserID><CreateTime>5</CreateTime></xml>';

/** What each provider says when somebody answers, signed at that moment where it signs. */
const says = {
  'aliyun-sms': () => ({
    body: [{ phone_number: '13800001234', content: '好的', send_time: 't', sequence_id: 7 }],
    query: {},
  }),
  'tencent-sms': () => ({ body: { mobile: '+8613800001234', text: '好的', time: 7 }, query: {} }),
  'wechat-official': (at: Instant, key = word) =>
    sealCallback(replied('o-1', '好的'), { token: key, key: aesKey, receiver: 'wx1', at }),
  'wecom-app': (at: Instant, key = word) =>
    sealCallback(left, { token: key, key: aesKey, receiver: 'ww1', at }),
  'wecom-customer': (at: Instant, key = word) =>
    sealCallback(left, { token: key, key: aesKey, receiver: 'ww1', at }),
} satisfies Record<string, (at: Instant, key?: string) => Said>;
type Kind = keyof typeof says;
const kinds = Object.keys(says) as Kind[];
const signing = ['wechat-official', 'wecom-app', 'wecom-customer'] as const;

async function anAccount(ctx: Context, kind: Kind): Promise<string> {
  const account = { id: newId(), kind, clinicId: null, name: kind, settings, secret: 's' };
  const limits = { perMinute: 60, fenPerThousand: 0, isEnabled: true };
  return inTransaction(ctx, (ctx) => addAccount(ctx, { ...account, ...limits }, keysOf(dataDir)));
}
function tell(ctx: Context, token: string, { body, query }: Said, at = ctx.now): Promise<string> {
  const exchange = { ip: '203.0.113.9', raw: () => ({ body, query, headers: {} }) };
  const house = { database: ctx.database, clock: clockAt(at), dataDir, exchange } as never;
  return receiveCallback(house, { token });
}
const heard = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db.selectFrom('message_replies').select('text').where('org_id', '=', ctx.orgId).execute(),
  );
const stranger = { code: 'not-found' };

describe.each(kinds.map((kind) => ({ kind })))('$kind', ({ kind }) => {
  it('is heard at its own address, once however often it tells it, and nowhere else', () =>
    inClinic(async (ctx) => {
      const token = await anAccount(ctx, kind);
      const said = says[kind](ctx.now);
      const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
      await inClinic(async (other) => {
        const foreign = await anAccount(other, kind);
        const parts = (text: string) => [text.slice(0, -20), text.slice(-20)] as const;
        for (const forged of [changed, `${token}A`, '', 'x', parts(foreign)[0] + parts(token)[1]])
          await expect(tell(ctx, forged, said)).rejects.toMatchObject(stranger);
        expect(await heard(other)).toEqual([]);
      });
      expect(await heard(ctx)).toEqual([]);
      for (let time = 0; time < 3; time += 1) await tell(ctx, token, said);
      expect(await heard(ctx)).toHaveLength(1);
    }));

  it.each([
    { name: 'nothing', body: undefined },
    { name: 'words', body: 'hello' },
    { name: 'another shape', body: { hello: 1 } },
    { name: 'its own shape with other types', body: [{ phone_number: 1, content: {}, success: 'yes' }] },
    {
      name: 'a document that names files',
      body: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>&a;</xml>',
    },
  ])('is not heard where it says $name', ({ body }) =>
    inClinic(async (ctx) => {
      const token = await anAccount(ctx, kind);
      await expect(tell(ctx, token, { body, query: {} })).rejects.toMatchObject(stranger);
      expect(await heard(ctx)).toEqual([]);
    }),
  );
});

describe.each(signing.map((kind) => ({ kind })))('the signature of $kind', ({ kind }) => {
  it.each([
    { minutes: -10, isHeard: true },
    { minutes: 10, isHeard: true },
    { minutes: 10 + 1 / 60, isHeard: false },
    { minutes: -10 - 1 / 60, isHeard: false },
    { minutes: 1440, isHeard: false },
  ])('of $minutes minutes ago is good: $isHeard', ({ minutes, isHeard }) =>
    inClinic(async (ctx) => {
      const token = await anAccount(ctx, kind);
      const said = says[kind](ctx.now);
      const told = tell(ctx, token, said, addMinutes(ctx.now, minutes));
      if (isHeard) await told;
      else await expect(told).rejects.toMatchObject(stranger);
    }),
  );

  it('under another word, over another text, or in the clear is none', () =>
    inClinic(async (ctx) => {
      const token = await anAccount(ctx, kind);
      const good = says[kind](ctx.now);
      const { query } = good;
      const seconds = query.timestamp;
      const clear = createHash('sha1').update([word, seconds, 'n'].sort().join('')).digest('hex');
      const forged: Said[] = [
        says[kind](ctx.now, 'another-word'),
        { ...good, query: { ...query, nonce: 'm' } },
        { ...good, query: { ...query, timestamp: String(Number(seconds) + 1) } },
        { ...good, query: { ...query, msg_signature: query.msg_signature.replace(/^./, 'x') } },
        { ...good, query: {} },
        { body: replied('o-1', '退订'), query: { signature: clear, timestamp: seconds, nonce: 'n' } },
      ];
      for (const said of forged) await expect(tell(ctx, token, said)).rejects.toMatchObject(stranger);
      expect(await heard(ctx)).toEqual([]);
    }));
});
