import { askProvider, textOf } from './ask-provider.ts';
import type { Asked } from './ask-provider.ts';
import type { Answer, Callback, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { keepTokens, tokenIsOver } from './keep-token.ts';
import { openSealed, readFields, toldAt } from './open-wechat.ts';
import { readPicture } from './read-picture.ts';
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
  const ask = async (account: OpenAccount, path: string, body: object): Promise<Asked> => {
    const got = await tokenOf(account);
    if ('answer' in got) return got;
    const asked = await askProvider(`${hosts.wecom}${path}?access_token=${got.token}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(body),
    });
    if ('json' in asked && tokenIsOver.has(textOf(asked.json['errcode']))) tokens.forget(keyOf(account));
    return asked;
  };
  const post = async (account: OpenAccount, path: string, body: object): Promise<Answer> => {
    const asked = await ask(account, path, body);
    return 'answer' in asked ? asked.answer : readSent(asked.json);
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
    const xml = openSealed(secrets, readFields(body)('Encrypt'), request);
    if (xml === null) return null;
    return heardIn(readFields(xml), request.now);
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
      async invite(account, { scene }) {
        const asked = await ask(account, '/cgi-bin/externalcontact/add_contact_way', {
          // One colleague, by a code to scan; whoever scans it need not be let in.
          ...{ type: 1, scene: 2, skip_verify: true, state: scene, user: [account.settings['sender']] },
        });
        if ('answer' in asked) return { code: asked.answer.code ?? 'unknown' };
        const ref = textOf(asked.json['config_id']) || null;
        if (ref === null) return { code: textOf(asked.json['errcode']) };
        const picture = await readPicture(textOf(asked.json['qr_code']), hosts);
        if (picture !== null) return { text: null, picture, ref };
        await ask(account, delWay, { config_id: ref });
        return { code: 'no-picture' };
      },
      async uninvite(account, ref) {
        // What they refuse to take back they do not know, or no longer.
        return ['accepted', 'refused'].includes((await post(account, delWay, { config_id: ref })).outcome);
      },
    },
  };
}

const delWay = '/cgi-bin/externalcontact/del_contact_way';

function heardIn(field: (name: string) => string, now: string): Callback {
  const heard: Callback = { receipts: [], replies: [], answer: 'success' };
  if (field('Event') !== 'change_external_contact') return heard;
  const [address, at] = [field('ExternalUserID'), toldAt(field, now)];
  const known = { channel: 'wecom', address, at } as const;
  switch (field('ChangeType')) {
    case 'add_external_contact':
    case 'add_half_external_contact':
      return { ...heard, moves: [{ ...known, does: 'came', scene: field('State') || null }] };
    // The colleague let them go: nothing reaches them, and they have said nothing.
    case 'del_external_contact':
      return { ...heard, moves: [{ ...known, does: 'left', scene: null }] };
    // A customer who deletes the colleague says no to whatever is not asked for.
    case 'del_follow_user': {
      const left = { from: address, text: '退订', at: null, key: `${address} left ${field('CreateTime')}` };
      return { ...heard, replies: [left], moves: [{ ...known, does: 'left', scene: null }] };
    }
    default:
      return heard;
  }
}
