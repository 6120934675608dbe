import { askProvider, textOf } from './ask-provider.ts';
import type { Answer, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { isBusy, isOverLimit, keepTokens, tokenIsOver } from './keep-token.ts';
import { isSigned, openSealed, readTag } from './open-wechat.ts';

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
    readCallback({ settings }, request) {
      const { body, query } = request;
      const token = textOf(settings['callbackToken']);
      if (typeof body !== 'string' || body === '')
        return isSigned(token, request)
          ? { receipts: [], replies: [], answer: query['echostr'] ?? '' }
          : null;
      const [aesKey, receiver] = [textOf(settings['encodingAesKey']), textOf(settings['appId'])];
      const sealed = readTag(body, 'Encrypt');
      // Where a key was agreed, nothing is taken in the clear.
      const xml =
        aesKey !== ''
          ? openSealed({ token, aesKey, receiver }, sealed, request)
          : isSigned(token, request)
            ? body
            : null;
      if (xml === null) return null;
      const at = (name: string) => readTag(xml, name);
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
      // Who leaves says no to whatever is not asked for.
      if (at('MsgType') === 'event' && at('Event').toLowerCase() === 'unsubscribe') {
        const left = { from, text: '退订', at: null, key: `${from} left ${at('CreateTime')}` };
        return { receipts: [], replies: [left], answer: 'success' };
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
