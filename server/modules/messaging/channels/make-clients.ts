import { randomUUID } from 'node:crypto';
import { mailsLocally } from '#server/platform/arguments.ts';
import { machineClock } from '#server/platform/clock.ts';
import { aliyunSms } from './aliyun-sms.ts';
import type { Clients } from './channel.ts';
import { groupRobots } from './group-robots.ts';
import type { Hosts } from './hosts.ts';
import { isPublic, mailPorts } from './is-public.ts';
import { smtp } from './smtp.ts';
import { tencentSms } from './tencent-sms.ts';
import { wechatOfficial } from './wechat-official.ts';
import { wecom } from './wecom.ts';

export const realHosts: Hosts = {
  aliyun: 'https://dysmsapi.aliyuncs.com',
  aliyunBilling: 'https://business.aliyuncs.com',
  tencent: 'https://sms.tencentcloudapi.com',
  wechat: 'https://api.weixin.qq.com',
  wecom: 'https://qyapi.weixin.qq.com',
  dingtalk: 'https://oapi.dingtalk.com',
  feishu: 'https://open.feishu.cn',
  mayMail: (address, port) => mailsLocally() || (mailPorts.includes(port) && isPublic(address)),
  isPictureHost: ({ protocol, hostname }) =>
    (protocol === 'https:' || protocol === 'http:') && /\.(qpic\.cn|weixin\.qq\.com)$/.test(hostname),
  now: () => machineClock.now(),
  nonce: () => randomUUID(),
};

/** A client for each kind of account. */
export function makeClients(hosts: Hosts = realHosts): Clients {
  return {
    'aliyun-sms': aliyunSms(hosts),
    'tencent-sms': tencentSms(hosts),
    'wechat-official': wechatOfficial(hosts),
    smtp: smtp(hosts),
    ...wecom(hosts),
    ...groupRobots(hosts),
  };
}
