import { createHmac } from 'node:crypto';
import { askProvider, textOf } from './ask-provider.ts';
import type { Answer, Client } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { isBusy, isOverLimit } from './keep-token.ts';

const json = { 'content-type': 'application/json' };

/** The robots of colleagues' groups. None tells twins apart: one call a message. */
export function groupRobots(hosts: Hosts): Record<'wecom-robot' | 'dingtalk-robot' | 'feishu-robot', Client> {
  const post = async (url: string, body: object): Promise<Answer> => {
    const asked = await askProvider(url, { method: 'POST', headers: json, body: JSON.stringify(body) });
    if ('answer' in asked) return asked.answer;
    const code = textOf(asked.json['errcode'] ?? asked.json['code'] ?? asked.json['StatusCode']);
    if (code === '0') return { outcome: 'accepted', code: null };
    if (code === '' || isBusy.has(code)) return { outcome: 'unknown', code: code || 'unreadable-answer' };
    return { outcome: isOverLimit.has(code) ? 'throttled' : 'refused', code };
  };
  const client = (send: Client['send']): Client => ({
    send,
    // A robot has nothing to ask; a word to the group is the test.
    async test(account) {
      const { outcome, code } = await send(account, {
        ...{ attemptId: '', messageId: '', to: '', subject: null, code: null, values: {} },
        text: '愈线：连接测试',
      });
      return { ok: outcome === 'accepted', code };
    },
  });
  return {
    'wecom-robot': client(({ secret }, { text }) =>
      post(`${hosts.wecom}/cgi-bin/webhook/send?key=${encodeURIComponent(secret)}`, {
        ...{ msgtype: 'text', text: { content: text } },
      }),
    ),
    'dingtalk-robot': client(({ settings, secret }, { text }) => {
      const timestamp = String(Date.parse(hosts.now()));
      const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
      const query = new URLSearchParams({ access_token: textOf(settings['accessToken']), timestamp, sign });
      return post(`${hosts.dingtalk}/robot/send?${query}`, { msgtype: 'text', text: { content: text } });
    }),
    'feishu-robot': client(({ settings, secret }, { text }) => {
      const timestamp = String(Math.floor(Date.parse(hosts.now()) / 1000));
      const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
      return post(`${hosts.feishu}/open-apis/bot/v2/hook/${encodeURIComponent(textOf(settings['hookId']))}`, {
        ...{ timestamp, sign, msg_type: 'text', content: { text } },
      });
    }),
  };
}
