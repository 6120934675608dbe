import { createHash } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accountKinds } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { aProvider } from './a-provider.fixture.ts';
import type { Behaviour } from './a-provider.fixture.ts';
import { sealCallback } from './sealed-callback.fixture.ts';
import { isPublic } from './is-public.ts';
import { makeClients } from './make-clients.ts';
import { signAliyun } from './sign-aliyun.ts';
import { signTencent } from './sign-tencent.ts';
import type { Clients, OpenAccount, Outgoing } from './channel.ts';

let provider: Awaited<ReturnType<typeof aProvider>>;
let clients: Clients;
beforeAll(async () => {
  provider = await aProvider();
  clients = makeClients(provider.hosts);
});
afterAll(() => provider.close());

const message: Outgoing = {
  ...{ attemptId: '11111111-1111-4111-8111-111111111111', messageId: '22222222-2222-4222-8222-222222222222' },
  ...{
    to: '+8613800001234',
    text: '王女士您好',
    subject: null,
    code: 'SMS_1',
    values: { name: '王女士', day: '周五' },
  },
};
const settings: Record<AccountKind, OpenAccount['settings']> = {
  'aliyun-sms': { accessKeyId: 'key', signName: '晴天口腔' },
  'tencent-sms': { secretId: 'id', appId: '1400', signName: '晴天口腔', region: 'ap-guangzhou' },
  'wechat-official': { appId: 'wx1', callbackToken: 'word' },
  'wecom-customer': { corpId: 'ww1', sender: 'li' },
  smtp: {},
  'wecom-app': { corpId: 'ww1', agentId: 7, toUser: '@all' },
  'wecom-robot': {},
  'dingtalk-robot': { accessToken: 'ding' },
  'feishu-robot': { hookId: 'hook' },
};
const account = (kind: AccountKind): OpenAccount => ({
  id: kind,
  kind,
  settings: settings[kind],
  secret: 'secret',
});
const overHttp = accountKinds.filter((kind) => kind !== 'smtp');

/** What each says when it has taken a message, and when it refuses one with status 200. */
const taken: Record<string, unknown> = {
  'aliyun-sms': { Code: 'OK', BizId: 'biz-1' },
  'tencent-sms': { Response: { SendStatusSet: [{ Code: 'Ok', SerialNo: 'serial-1', Fee: 2 }] } },
  'wechat-official': { errcode: 0, msgid: 99 },
  'wecom-customer': { errcode: 0, msgid: 'm-1' },
  'wecom-app': { errcode: 0, msgid: 'm-2' },
  'wecom-robot': { errcode: 0 },
  'dingtalk-robot': { errcode: 0 },
  'feishu-robot': { code: 0 },
};
const refused: Record<string, unknown> = {
  'aliyun-sms': { Code: 'isv.MOBILE_NUMBER_ILLEGAL' },
  'tencent-sms': { Response: { SendStatusSet: [{ Code: 'InvalidParameterValue.IncorrectPhoneNumber' }] } },
  'wechat-official': { errcode: 43004, errmsg: 'require subscribe' },
  'wecom-customer': { errcode: 40096 },
  'wecom-app': { errcode: 81013 },
  'wecom-robot': { errcode: 93000 },
  'dingtalk-robot': { errcode: 310000 },
  'feishu-robot': { code: 19021 },
};
const tooMany: Record<string, unknown> = {
  'aliyun-sms': { Code: 'isv.BUSINESS_LIMIT_CONTROL' },
  'tencent-sms': { Response: { SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }] } },
  'wechat-official': { errcode: 45009 },
  'wecom-customer': { errcode: 45033 },
  'wecom-app': { errcode: 45009 },
  'wecom-robot': { errcode: 45009 },
  'dingtalk-robot': { errcode: 130101 },
  'feishu-robot': { code: 9499 },
};

/** Whoever needs a token first gets one. */
const behaving =
  (behaviour: Behaviour) =>
  (path: string): Behaviour =>
    path === '/cgi-bin/token' || path === '/cgi-bin/gettoken'
      ? { kind: 'says', body: { access_token: 'token', expires_in: 7200 } }
      : behaviour;

describe.each(overHttp.map((kind) => ({ kind })))('$kind', ({ kind }) => {
  it.each([
    { name: 'takes it', does: { kind: 'says', body: taken[kind] }, outcome: 'accepted' },
    { name: 'refuses it with status 200', does: { kind: 'says', body: refused[kind] }, outcome: 'refused' },
    { name: 'is over its limit', does: { kind: 'says', body: tooMany[kind] }, outcome: 'throttled' },
    {
      name: 'answers 429',
      does: { kind: 'says', status: 429, body: {}, headers: { 'retry-after': '30' } },
      outcome: 'throttled',
    },
    { name: 'answers 502', does: { kind: 'says', status: 502, body: {} }, outcome: 'unknown' },
    {
      name: 'answers 500 with words of success',
      does: { kind: 'says', status: 500, body: taken[kind] },
      outcome: 'unknown',
    },
    { name: 'breaks off after it has the request', does: { kind: 'resets' }, outcome: 'unknown' },
    { name: 'answers what nobody can read', does: { kind: 'garbage' }, outcome: 'unknown' },
    { name: 'answers nothing of use', does: { kind: 'says', body: {} }, outcome: 'unknown' },
  ] as { name: string; does: Behaviour; outcome: string }[])('$name: $outcome', async ({ does, outcome }) => {
    provider.willDo(behaving(does));
    expect((await clients[kind].send(account(kind), message)).outcome).toBe(outcome);
  });

  it('that does not answer in time leaves it unknown', async () => {
    // A token, where it takes one, is fetched before, with all the time it needs.
    provider.willDo(behaving({ kind: 'says', body: taken[kind] }));
    await clients[kind].send(account(kind), message);
    provider.willDo(behaving({ kind: 'hangs' }));
    // The patience alone is shortened; the time-out is the platform's own.
    const real = AbortSignal.timeout.bind(AbortSignal);
    const soon = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => real(50));
    try {
      expect((await clients[kind].send(account(kind), message)).outcome).toBe('unknown');
    } finally {
      soon.mockRestore();
    }
  });

  it('that cannot be reached has surely taken nothing', async () => {
    const gone = await aProvider();
    const closed = gone.hosts.aliyun;
    await gone.close();
    const nowhere = Object.fromEntries(
      Object.entries(provider.hosts).map(([name, value]) => [
        name,
        typeof value === 'string' ? closed : value,
      ]),
    ) as unknown as typeof provider.hosts;
    const { outcome } = await makeClients(nowhere)[kind].send(account(kind), message);
    // A token that cannot be fetched sends no message either.
    expect(outcome).toBe('not-reached');
  });
});

describe('what goes over the wire', () => {
  const sent = async (kind: AccountKind, some: Partial<Outgoing> = {}) => {
    provider.willDo(behaving({ kind: 'says', body: taken[kind] }));
    const answer = await clients[kind].send(account(kind), { ...message, ...some });
    return { answer, heard: provider.heard.at(-1)! };
  };

  it('to Aliyun names the attempt, so that a receipt can be told from another', async () => {
    const { answer, heard } = await sent('aliyun-sms');
    expect(heard.query).toMatchObject({
      PhoneNumbers: '13800001234',
      TemplateCode: 'SMS_1',
      OutId: message.attemptId,
    });
    expect(JSON.parse(heard.query['TemplateParam']!)).toEqual(message.values);
    expect(heard.headers['authorization']).toMatch(
      /^ACS3-HMAC-SHA256 Credential=key,SignedHeaders=host;x-acs-/,
    );
    expect(answer.providerId).toBe('biz-1');
  });

  it('to Tencent is billed as it says', async () => {
    const { answer, heard } = await sent('tencent-sms');
    expect(JSON.parse(heard.body)).toMatchObject({
      PhoneNumberSet: ['+8613800001234'],
      TemplateParamSet: ['王女士', '周五'],
    });
    expect(answer).toMatchObject({ providerId: 'serial-1', units: 2 });
  });

  it('to WeChat carries the message’s own id, the same at every try', async () => {
    const one = await sent('wechat-official');
    const two = await sent('wechat-official', { attemptId: '33333333-3333-4333-8333-333333333333' });
    expect(JSON.parse(one.heard.body)).toMatchObject({ client_msg_id: message.messageId });
    expect(two.heard.body).toBe(one.heard.body);
  });

  it('to WeCom is the same at every try, and asks for twins to be told apart', async () => {
    const one = await sent('wecom-app');
    const two = await sent('wecom-app', { attemptId: '33333333-3333-4333-8333-333333333333' });
    expect(JSON.parse(one.heard.body)).toMatchObject({ enable_duplicate_check: 1 });
    expect(two.heard.body).toBe(one.heard.body);
  });

  it('to the groups is signed as each asks', async () => {
    expect((await sent('dingtalk-robot')).heard.query).toMatchObject({
      access_token: 'ding',
      timestamp: '1773277200000',
    });
    expect(JSON.parse((await sent('feishu-robot')).heard.body)).toMatchObject({ timestamp: '1773277200' });
  });

  it('asks for a token once, and anew when it is over', async () => {
    const own = makeClients(provider.hosts);
    const asked = () => provider.heard.filter(({ path }) => path === '/cgi-bin/token').length;
    const before = asked();
    provider.willDo(behaving({ kind: 'says', body: taken['wechat-official'] }));
    await own['wechat-official'].send(account('wechat-official'), message);
    await own['wechat-official'].send(account('wechat-official'), message);
    expect(asked()).toBe(before + 1);
    provider.willDo(behaving({ kind: 'says', body: { errcode: 42001 } }));
    expect((await own['wechat-official'].send(account('wechat-official'), message)).outcome).toBe(
      'not-reached',
    );
    await own['wechat-official'].send(account('wechat-official'), message);
    expect(asked()).toBe(before + 2);
  });
});

describe('a code for one customer', () => {
  const wish = { scene: 'a-scene', forSeconds: 1800 };
  const invite = (kind: 'wechat-official' | 'wecom-customer') => clients[kind].invite!(account(kind), wish);
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]);
  const drawn = (picture: Behaviour, address = `${provider.hosts.wecom}/picture`) =>
    provider.willDo((path) =>
      path === '/picture'
        ? picture
        : behaving({ kind: 'says', body: { errcode: 0, config_id: 'c-1', qr_code: address } })(path),
    );

  it('is drawn from what WeChat says, and over by itself', async () => {
    provider.willDo(behaving({ kind: 'says', body: { ticket: 't', url: 'http://weixin.qq.com/q/1' } }));
    expect(await invite('wechat-official')).toEqual({
      ...{ text: 'http://weixin.qq.com/q/1', picture: null, ref: null },
    });
    expect(JSON.parse(provider.heard.at(-1)!.body)).toEqual({
      ...{ expire_seconds: 1800, action_name: 'QR_STR_SCENE' },
      action_info: { scene: { scene_str: 'a-scene' } },
    });
    provider.willDo(behaving({ kind: 'says', body: { errcode: 48001 } }));
    expect(await invite('wechat-official')).toEqual({ code: '48001' });
  });

  it('is fetched where WeCom has drawn it, and taken back', async () => {
    drawn({ kind: 'shows', bytes: png });
    const picture = `data:image/png;base64,${png.toString('base64')}`;
    expect(await invite('wecom-customer')).toEqual({ text: null, picture, ref: 'c-1' });
    const asked = provider.heard.find(({ path }) => path.endsWith('add_contact_way'))!;
    expect(JSON.parse(asked.body)).toMatchObject({ scene: 2, state: 'a-scene', user: ['li'] });
    expect(await clients['wecom-customer'].uninvite!(account('wecom-customer'), 'c-1')).toBe(true);
    expect(JSON.parse(provider.heard.at(-1)!.body)).toEqual({ config_id: 'c-1' });
    provider.willDo(behaving({ kind: 'resets' }));
    expect(await clients['wecom-customer'].uninvite!(account('wecom-customer'), 'c-1')).toBe(false);
  });

  it.each([
    { name: 'is no picture', shows: { kind: 'says', body: {} } as Behaviour, address: undefined },
    {
      name: 'lies elsewhere',
      shows: { kind: 'shows', bytes: png } as Behaviour,
      address: 'http://169.254.169.254/latest',
    },
    {
      name: 'is a file here',
      shows: { kind: 'shows', bytes: png } as Behaviour,
      address: 'file:///etc/passwd',
    },
  ])('is given back where what WeCom names $name', async ({ shows, address }) => {
    drawn(shows, address);
    expect(await invite('wecom-customer')).toEqual({ code: 'no-picture' });
    expect(provider.heard.at(-1)!.path).toBe('/cgi-bin/externalcontact/del_contact_way');
  });
});

describe('signatures', () => {
  it('cover what is sent: another word is another signature', () => {
    const call = { host: 'h', action: 'SendSms', version: '2017-05-25' };
    const sign = (word: string) =>
      signAliyun(
        { ...call, query: { B: word, A: "it's (1)*" } },
        { accessKeyId: 'k', secret: 's' },
        { at: '2026-03-12T01:00:00.000Z', nonce: 'n' },
      );
    expect(sign('x').queryText).toBe('A=it%27s%20%281%29%2A&B=x');
    expect(sign('x').headers['authorization']).not.toBe(sign('y').headers['authorization']);
    const body = { host: 'h', service: 'sms', action: 'SendSms', version: '2021-01-11', region: 'r' };
    const tencent = (text: string) =>
      signTencent({ ...body, body: text }, { secretId: 'i', secret: 's' }, '2026-03-12T01:00:00.000Z');
    expect(tencent('a')['authorization']).toContain('Credential=i/2026-03-12/sms/tc3_request');
    expect(tencent('a')['authorization']).not.toBe(tencent('b')['authorization']);
  });
});

describe('callbacks', () => {
  const now = '2026-03-12T01:00:00.000Z';
  const read = (kind: AccountKind, body: unknown, query: Record<string, string> = {}) =>
    clients[kind].readCallback?.(account(kind), { body, query, now }) ?? null;

  it('of Aliyun are read, and give our id back', () => {
    const report = {
      phone_number: '138',
      success: true,
      report_time: 't',
      err_code: 'DELIVERED',
      biz_id: 'b',
      out_id: message.attemptId,
    };
    expect(read('aliyun-sms', [report])?.receipts).toMatchObject([
      { attemptId: message.attemptId, arrived: true },
    ]);
    const up = { phone_number: '13800001234', content: 'TD', send_time: 't', sequence_id: '7' };
    expect(read('aliyun-sms', [up])?.replies).toMatchObject([{ from: '13800001234', text: 'TD' }]);
    expect(read('aliyun-sms', { hello: 1 })).toBeNull();
  });

  it('of Tencent are read', () => {
    const report = { sid: 's', mobile: '138', report_status: 'FAIL', errmsg: 'UNDELIV' };
    expect(read('tencent-sms', [report])?.receipts).toMatchObject([
      { providerId: 's', arrived: false, code: 'UNDELIV' },
    ]);
    expect(read('tencent-sms', { mobile: '138', text: '退订', time: 1 })?.replies).toMatchObject([
      { text: '退订' },
    ]);
  });

  it('of WeChat are taken with its signature of these minutes, and not without', () => {
    const xml =
      '<xml><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>99</MsgID><Status><![CDATA[success]]></Status></xml>';
    const timestamp = String(Date.parse(now) / 1000);
    const signature = createHash('sha1').update(['word', timestamp, 'n'].sort().join('')).digest('hex');
    const good = { signature, timestamp, nonce: 'n' };
    expect(read('wechat-official', xml, good)?.receipts).toMatchObject([{ providerId: '99', arrived: true }]);
    expect(read('wechat-official', undefined, { ...good, echostr: 'hi' })?.answer).toBe('hi');
    expect(read('wechat-official', xml, { ...good, nonce: 'm' })).toBeNull();
    expect(read('wechat-official', xml, { ...good, timestamp: String(Number(timestamp) - 601) })).toBeNull();
    expect(read('wechat-official', xml)).toBeNull();
  });
});

describe('sealed callbacks', () => {
  const now = '2026-03-12T01:00:00.000Z';
  const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
  const seal = (text: string, receiver: string, other: object = {}) =>
    sealCallback(text, { token: 'word', key: aesKey, receiver, at: now, ...other });
  const receiverOf = { 'wechat-official': 'wx1', 'wecom-app': 'ww1', 'wecom-customer': 'ww1' } as const;
  type Sealing = keyof typeof receiverOf;
  const read = (kind: Sealing, body: unknown, query: Record<string, string>, at = now) =>
    clients[kind].readCallback!(
      { ...account(kind), settings: { ...settings[kind], callbackToken: 'word', encodingAesKey: aesKey } },
      { body, query, now: at },
    );
  const said =
    '<xml><FromUserName><![CDATA[o-1]]></FromUserName><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[好的，准时到]]></Content><MsgId>7</MsgId></xml>';

  it('of WeChat are opened, and nothing else is', () => {
    const good = seal(said, 'wx1');
    expect(read('wechat-official', good.body, good.query)?.replies).toMatchObject([
      { from: 'o-1', text: '好的，准时到', key: '7' },
    ]);
    const refused = {
      'of another receiver': seal(said, 'wx2'),
      'under another key': seal(said, 'wx1', { key: aesKey.replace('a', 'b') }),
      'under another word': seal(said, 'wx1', { token: 'other' }),
      'of another text': { ...good, body: seal(`${said} `, 'wx1').body },
      'in the clear': { body: said, query: good.query },
    };
    for (const { body, query } of Object.values(refused))
      expect(read('wechat-official', body, query)).toBeNull();
    expect(read('wechat-official', good.body, good.query, '2026-03-12T01:10:01.000Z')).toBeNull();
    expect(read('wechat-official', good.body, { ...good.query, nonce: 'm' })).toBeNull();
  });

  it.each(['wecom-app', 'wecom-customer'] as const)('of %s begin with a sealed question', (kind) => {
    const { sealed, query } = seal('1616140317555161061', receiverOf[kind]);
    expect(read(kind, undefined, { ...query, echostr: sealed })?.answer).toBe('1616140317555161061');
    expect(read(kind, undefined, { ...query, echostr: `${sealed.slice(0, -4)}AAAA` })).toBeNull();
    expect(read(kind, undefined, {})).toBeNull();
  });

  it('take what somebody writes for text, whatever fields it names', () => {
    const forged = seal(
      `<xml><FromUserName><![CDATA[o-1]]></FromUserName><CreateTime>5</CreateTime><MsgType><![CDATA[text]]></MsgType>
      <Content><![CDATA[<MsgId>1</MsgId><MsgType>event</MsgType><Event>unsubscribe</Event><FromUserName>o-2</FromUserName>]]></Content>
      <MsgId>7</MsgId></xml>`,
      'wx1',
    );
    expect(read('wechat-official', forged.body, forged.query)).toMatchObject({
      replies: [{ from: 'o-1', text: expect.stringContaining('<MsgId>1') as string, key: '7' }],
    });
  });

  it.each([
    {
      name: 'somebody new by a code with a scene',
      kind: 'wechat-official' as const,
      xml: '<FromUserName>o-1</FromUserName><MsgType>event</MsgType><Event>subscribe</Event><EventKey>qrscene_abc</EventKey>',
      move: { does: 'came', channel: 'wechat', address: 'o-1', scene: 'abc' },
    },
    {
      name: 'a follower who scans a code',
      kind: 'wechat-official' as const,
      xml: '<FromUserName>o-1</FromUserName><MsgType>event</MsgType><Event>SCAN</Event><EventKey>abc</EventKey>',
      move: { does: 'came', scene: 'abc' },
    },
    {
      name: 'somebody new without a code',
      kind: 'wechat-official' as const,
      xml: '<FromUserName>o-1</FromUserName><MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>',
      move: { does: 'came', scene: null },
    },
    {
      name: 'who leaves',
      kind: 'wechat-official' as const,
      xml: '<FromUserName>o-1</FromUserName><MsgType>event</MsgType><Event>unsubscribe</Event>',
      move: { does: 'left', scene: null },
    },
    {
      name: 'a contact of a colleague by a code with a state',
      kind: 'wecom-customer' as const,
      xml: '<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><ExternalUserID>wm-1</ExternalUserID><State>abc</State>',
      move: { does: 'came', channel: 'wecom', address: 'wm-1', scene: 'abc' },
    },
    {
      name: 'a contact a colleague lets go',
      kind: 'wecom-customer' as const,
      xml: '<Event>change_external_contact</Event><ChangeType>del_external_contact</ChangeType><ExternalUserID>wm-1</ExternalUserID>',
      move: { does: 'left', address: 'wm-1' },
    },
  ])('tell of $name', ({ kind, xml, move }) => {
    const said = seal(`<xml>${xml}<CreateTime>1773277100</CreateTime></xml>`, receiverOf[kind]);
    expect(read(kind, said.body, said.query)?.moves).toMatchObject([
      { ...move, at: '2026-03-12T00:58:20.000Z' },
    ]);
  });

  it('tell who has left: that is a no', () => {
    const left = seal(
      '<xml><FromUserName>o-1</FromUserName><MsgType>event</MsgType><Event>unsubscribe</Event><CreateTime>5</CreateTime></xml>',
      'wx1',
    );
    expect(read('wechat-official', left.body, left.query)?.replies).toMatchObject([
      { from: 'o-1', text: '退订' },
    ]);
    const deleted = seal(
      '<xml><Event>change_external_contact</Event><ChangeType>del_follow_user</ChangeType><ExternalUserID>wm-1</ExternalUserID><CreateTime>5</CreateTime></xml>',
      'ww1',
    );
    expect(read('wecom-customer', deleted.body, deleted.query)?.replies).toMatchObject([
      { from: 'wm-1', text: '退订' },
    ]);
  });
});

describe('e-mail, to a real server', () => {
  const letters: string[] = [];
  const recipients: string[][] = [];
  let end: 'takes' | 'refuses' | 'later' | 'breaks' = 'takes';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => (address.startsWith('nobody') ? done(failure(550)) : done()),
    onData: (stream, session, done) => {
      recipients.push(session.envelope.rcptTo.map(({ address }) => address));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        letters.push(Buffer.concat(chunks).toString('utf8'));
        if (end === 'takes') done();
        else if (end === 'breaks') server.close();
        else done(failure(end === 'refuses' ? 554 : 451));
      });
    },
  });
  const failure = (responseCode: number) => Object.assign(new Error('no'), { responseCode });
  let port: number;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  const send = (to = 'wang@example.com', at = port) =>
    clients.smtp.send(
      {
        ...account('smtp'),
        settings: { host: '127.0.0.1', port: at, user: '', from: 'clinic@example.com', isTls: false },
      },
      { ...message, to, subject: '预约提醒' },
    );

  it.each([
    { does: 'takes', outcome: 'accepted' },
    { does: 'refuses', outcome: 'refused' },
    { does: 'later', outcome: 'throttled' },
  ] as const)('$does the letter: $outcome', async ({ does, outcome }) => {
    end = does;
    expect((await send()).outcome).toBe(outcome);
    expect(letters.at(-1)).toContain(`Message-ID: <${message.messageId}@carecurve>`);
  });

  it('refuses who is not there, and cannot be reached elsewhere', async () => {
    expect(await send('nobody@example.com')).toMatchObject({ outcome: 'refused', code: 'smtp-550' });
    expect((await send('wang@example.com', 1)).outcome).toBe('not-reached');
  });

  it('writes to one address under one heading, whatever stands in them', async () => {
    end = 'takes';
    const sly = 'wang@example.com, other@example.com';
    const letter = { ...message, to: sly, subject: '提醒\r\nBcc: other@example.com\r\n\r\n<b>' };
    const settings = { host: '127.0.0.1', port, user: '', from: 'clinic@example.com', isTls: false };
    await clients.smtp.send({ ...account('smtp'), settings }, letter);
    await clients.smtp.send({ ...account('smtp'), settings }, { ...letter, to: 'wang@example.com' });
    expect(recipients.flat()).not.toContain('other@example.com');
    expect(letters.at(-1)).not.toMatch(/^Bcc:/im);
  });

  it('goes to no server in the house, and no password in the clear', async () => {
    const settings = { host: 'localhost', port, user: '', from: 'clinic@example.com', isTls: false };
    const real = makeClients({ ...provider.hosts, mayMail: (address) => isPublic(address) });
    const sent = await real.smtp.send(
      { ...account('smtp'), settings },
      { ...message, to: 'wang@example.com' },
    );
    expect(sent).toEqual({ outcome: 'refused', code: 'server-not-allowed' });
    const before = letters.length;
    const named = { ...account('smtp'), settings: { ...settings, host: '127.0.0.1', user: 'clinic' } };
    expect((await clients.smtp.test(named)).ok).toBe(false);
    expect(letters).toHaveLength(before);
  });

  it('tells whether the account works', async () => {
    const settings = { host: '127.0.0.1', port, user: '', from: 'clinic@example.com', isTls: false };
    expect(await clients.smtp.test({ ...account('smtp'), settings })).toEqual({ ok: true, code: null });
  });
});
