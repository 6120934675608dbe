import { askProvider, textOf } from './ask-provider.ts';
import type { Answer, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { keepTokens, tokenIsOver } from './keep-token.ts';
import { openSealed, readTag } from './open-wechat.ts';
import { readSent } from './wechat-official.ts';

/** WeCom: messages of the clinic's own application to colleagues, and to customers by the colleague who has them. */
export function wecom(hosts: Hosts): Record<'wecom-app' | 'wecom-customer', Client> {
  const tokens = keepTokens(() => hosts.now());
  const keyOf = ({ settings, secret }: OpenAccount) => `${textOf(settings['corpId'])} ${secret}`;
  const tokenOf = (account: OpenAccount) => {
    const query = new URLSearchParams({
      corpid: textOf(account.settings['corpId']),
      corpsecret: account.secret,
    });
    return tokens.get(keyOf(account), `${hosts.wecom}/cgi-bin/gettoken?${query}`);
  };
  const post = async (account: OpenAccount, path: string, body: object): Promise<Answer> => {
    const got = await tokenOf(account);
    if ('answer' in got) return got.answer;
    const asked = await askProvider(`${hosts.wecom}${path}?access_token=${got.token}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(body),
    });
    if ('answer' in asked) return asked.answer;
    if (tokenIsOver.has(textOf(asked.json['errcode']))) tokens.forget(keyOf(account));
    return readSent(asked.json);
  };
  const test: Client['test'] = async (account) => {
    tokens.forget(keyOf(account));
    const got = await tokenOf(account);
    return 'answer' in got ? { ok: false, code: got.answer.code } : { ok: true, code: null };
  };
  /** WeCom seals everything, also the first question whether we are there. */
  const readCallback: Client['readCallback'] = ({ settings }, request) => {
    const { body, query } = request;
    const secrets = {
      ...{ token: textOf(settings['callbackToken']), aesKey: textOf(settings['encodingAesKey']) },
      receiver: textOf(settings['corpId']),
    };
    if (typeof body !== 'string' || body === '') {
      const echo = openSealed(secrets, query['echostr'] ?? '', request);
      return echo === null ? null : { receipts: [], replies: [], answer: echo };
    }
    const xml = openSealed(secrets, readTag(body, 'Encrypt'), request);
    if (xml === null) return null;
    const at = (name: string) => readTag(xml, name);
    // A customer who deletes the colleague says no to whatever is not asked for.
    if (at('Event') === 'change_external_contact' && at('ChangeType') === 'del_follow_user') {
      const from = at('ExternalUserID');
      const left = { from, text: '退订', at: null, key: `${from} left ${at('CreateTime')}` };
      return { receipts: [], replies: [left], answer: 'success' };
    }
    return { receipts: [], replies: [], answer: 'success' };
  };
  return {
    'wecom-app': {
      test,
      readCallback,
      // The same content within thirty minutes is one message.
      send: (account, { text }) =>
        post(account, '/cgi-bin/message/send', {
          ...{ touser: account.settings['toUser'], msgtype: 'text', agentid: account.settings['agentId'] },
          ...{ text: { content: text }, enable_duplicate_check: 1, duplicate_check_interval: 1800 },
        }),
    },
    'wecom-customer': {
      test,
      readCallback,
      // A colleague confirms it on their own phone before it goes.
      send: (account, { to, text }) =>
        post(account, '/cgi-bin/externalcontact/add_msg_template', {
          ...{ chat_type: 'single', external_userid: [to], sender: account.settings['sender'] },
          text: { content: text },
        }),
    },
  };
}
