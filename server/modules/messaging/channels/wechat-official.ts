import { createHash, timingSafeEqual } from 'node:crypto';
import { askProvider, textOf } from './ask-provider.ts';
import type { Answer, CallbackRequest, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { isBusy, isOverLimit, keepTokens, tokenIsOver } from './keep-token.ts';

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
    readCallback(account, request) {
      if (!isSigned(textOf(account.settings['callbackToken']), request)) return null;
      const { body, query } = request;
      if (typeof body !== 'string' || body === '')
        return { receipts: [], replies: [], answer: query['echostr'] ?? '' };
      const at = (name: string) => readTag(body, name);
      const from = at('FromUserName');
      if (at('MsgType') === 'event' && at('Event').toUpperCase() === 'TEMPLATESENDJOBFINISH') {
        const [providerId, status] = [at('MsgID'), at('Status')];
        const arrived = status === 'success';
        const receipt = {
          attemptId: null,
          providerId,
          arrived,
          code: status,
          key: `${providerId} ${status}`,
        };
        return { receipts: [receipt], replies: [], answer: 'success' };
      }
      if (at('MsgType') !== 'text') return { receipts: [], replies: [], answer: 'success' };
      const reply = {
        from,
        text: at('Content'),
        at: null,
        key: at('MsgId') || `${from} ${at('CreateTime')}`,
      };
      return { receipts: [], replies: [reply], answer: 'success' };
    },
  };
}

export function readSent(json: Record<string, unknown>): Answer {
  const code = textOf(json['errcode']);
  if (code === '0') return { outcome: 'accepted', code: null, providerId: textOf(json['msgid']) || null };
  if (code === '' || isBusy.has(code)) return { outcome: 'unknown', code: code || 'unreadable-answer' };
  if (isOverLimit.has(code)) return { outcome: 'throttled', code };
  if (tokenIsOver.has(code)) return { outcome: 'not-reached', code };
  return { outcome: 'refused', code };
}

/** SHA-1 over token, time and nonce, as WeChat signs; an old one is a replay. */
function isSigned(token: string, { query, now }: CallbackRequest): boolean {
  const { signature = '', timestamp = '', nonce = '' } = query;
  if (token === '' || Math.abs(Date.parse(now) / 1000 - Number(timestamp)) > 600) return false;
  const expected = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** One field of WeChat's flat XML. */
function readTag(xml: string, name: string): string {
  const found = new RegExp(`<${name}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${name}>`).exec(xml);
  return (found?.[1] ?? found?.[2] ?? '').trim();
}
