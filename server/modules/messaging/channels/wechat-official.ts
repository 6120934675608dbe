import { askProvider, textOf } from './ask-provider.ts';
import type { Answer, Callback, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { isBusy, isOverLimit, keepTokens, tokenIsOver } from './keep-token.ts';
import { isSigned, openSealed, readFields, toldAt } from './open-wechat.ts';

/** Templates of a WeChat official account. Takes the same client_msg_id within ten minutes for one message. */
export function wechatOfficial(hosts: Hosts): Client {
  const tokens = keepTokens(() => hosts.now());
  const tokenOf = ({ settings, secret }: OpenAccount) => {
    const appId = textOf(settings['appId']);
    const query = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret });
    return tokens.get(appId, `${hosts.wechat}/cgi-bin/token?${query}`);
  };
  return {
    async send(account, message) {
      const got = await tokenOf(account);
      if ('answer' in got) return got.answer;
      const { link, ...values } = message.values;
      const asked = await askProvider(
        `${hosts.wechat}/cgi-bin/message/template/send?access_token=${got.token}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            touser: message.to,
            template_id: message.code,
            ...(link ? { url: link } : {}),
            client_msg_id: message.messageId,
            data: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
          }),
        },
      );
      if ('answer' in asked) return asked.answer;
      if (tokenIsOver.has(textOf(asked.json['errcode']))) tokens.forget(textOf(account.settings['appId']));
      return readSent(asked.json);
    },
    async test(account) {
      tokens.forget(textOf(account.settings['appId']));
      const got = await tokenOf(account);
      return 'answer' in got ? { ok: false, code: got.answer.code } : { ok: true, code: null };
    },
    async invite(account, { scene, forSeconds }) {
      const got = await tokenOf(account);
      if ('answer' in got) return { code: got.answer.code ?? 'unknown' };
      const asked = await askProvider(`${hosts.wechat}/cgi-bin/qrcode/create?access_token=${got.token}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({
          ...{ expire_seconds: forSeconds, action_name: 'QR_STR_SCENE' },
          action_info: { scene: { scene_str: scene } },
        }),
      });
      if ('answer' in asked) return { code: asked.answer.code ?? 'unknown' };
      const text = textOf(asked.json['url']);
      // It is over by itself when its time is.
      return text ? { text, picture: null, ref: null } : { code: textOf(asked.json['errcode']) };
    },
    readCallback({ settings }, request) {
      const { body, query } = request;
      const token = textOf(settings['callbackToken']);
      if (typeof body !== 'string' || body === '')
        return isSigned(token, request)
          ? { receipts: [], replies: [], answer: query['echostr'] ?? '' }
          : null;
      const [aesKey, receiver] = [textOf(settings['encodingAesKey']), textOf(settings['appId'])];
      const sealed = readFields(body)('Encrypt');
      // Where a key was agreed, nothing is taken in the clear.
      const xml =
        aesKey !== ''
          ? openSealed({ token, aesKey, receiver }, sealed, request)
          : isSigned(token, request)
            ? body
            : null;
      if (xml === null) return null;
      return heardIn(readFields(xml), request.now);
    },
  };
}

function heardIn(field: (name: string) => string, now: string): Callback {
  const heard: Callback = { receipts: [], replies: [], answer: 'success' };
  const [from, at] = [field('FromUserName'), toldAt(field, now)];
  if (field('MsgType') === 'text') {
    const key = field('MsgId') || `${from} ${field('CreateTime')}`;
    return { ...heard, replies: [{ from, text: field('Content'), at: null, key }] };
  }
  if (field('MsgType') !== 'event') return heard;
  switch (field('Event').toLowerCase()) {
    case 'templatesendjobfinish': {
      const [providerId, code] = [field('MsgID'), field('Status')];
      const receipt = { attemptId: null, providerId, arrived: code === 'success', code };
      return { ...heard, receipts: [{ ...receipt, key: `${providerId} ${code}` }] };
    }
    case 'subscribe':
    case 'scan': {
      // Who follows because of a code has the scene behind a prefix; who followed before has it bare.
      const scene = field('EventKey').replace(/^qrscene_/, '') || null;
      return { ...heard, moves: [{ does: 'came', channel: 'wechat', address: from, scene, at }] };
    }
    case 'unsubscribe': {
      // Who leaves says no to whatever is not asked for.
      const left = { from, text: '退订', at: null, key: `${from} left ${field('CreateTime')}` };
      const move = { does: 'left', channel: 'wechat', address: from, scene: null, at } as const;
      return { ...heard, replies: [left], moves: [move] };
    }
    default:
      return heard;
  }
}

export function readSent(json: Record<string, unknown>): Answer {
  const code = textOf(json['errcode']);
  if (code === '0') return { outcome: 'accepted', code: null, providerId: textOf(json['msgid']) || null };
  if (code === '' || isBusy.has(code)) return { outcome: 'unknown', code: code || 'unreadable-answer' };
  if (isOverLimit.has(code)) return { outcome: 'throttled', code };
  if (tokenIsOver.has(code)) return { outcome: 'not-reached', code };
  return { outcome: 'refused', code };
}
