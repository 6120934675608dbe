import { z } from 'zod';
import { askProvider, textOf } from './ask-provider.ts';
import type { Asked } from './ask-provider.ts';
import type { Answer, BalanceAnswer, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { signTencent } from './sign-tencent.ts';

const throttling = /^(RequestLimitExceeded|LimitExceeded)/;
const theirFault = /^(InternalError|FailedOperation\.(Timeout|.*Internal.*))/;

const Reports = z.array(
  z.looseObject({
    sid: z.string(),
    mobile: z.string(),
    report_status: z.enum(['SUCCESS', 'FAIL']),
    errmsg: z.string().default(''),
  }),
);
const Ups = z.union([
  z.looseObject({
    mobile: z.string(),
    text: z.string(),
    time: z.union([z.string(), z.number()]).default(''),
  }),
  z.array(
    z.looseObject({
      mobile: z.string(),
      text: z.string(),
      time: z.union([z.string(), z.number()]).default(''),
    }),
  ),
]);

/** Tencent Cloud's short messages (SMS 2021-01-11). Not idempotent: one call a message. */
export function tencentSms(hosts: Hosts): Client {
  const call = (account: OpenAccount, action: string, content: object): Promise<Asked> => {
    const body = JSON.stringify(content);
    const headers = signTencent(
      {
        ...{ host: new URL(hosts.tencent).host, service: 'sms', action, version: '2021-01-11', body },
        region: textOf(account.settings['region']) || 'ap-guangzhou',
      },
      { secretId: textOf(account.settings['secretId']), secret: account.secret },
      hosts.now(),
    );
    return askProvider(`${hosts.tencent}/`, { method: 'POST', headers, body });
  };
  /** Every package that was ever bought. */
  const packages = (account: OpenAccount): Promise<Asked> =>
    call(account, 'SmsPackagesStatistics', {
      ...{ SmsSdkAppId: textOf(account.settings['appId']), Limit: 500, Offset: 0 },
      ...{ BeginTime: '2010071100', EndTime: `${hosts.now().slice(0, 10).replaceAll('-', '')}23` },
    });
  return {
    async send(account, message) {
      const asked = await call(account, 'SendSms', {
        PhoneNumberSet: [message.to],
        SmsSdkAppId: textOf(account.settings['appId']),
        SignName: textOf(account.settings['signName']),
        TemplateId: message.code ?? '',
        TemplateParamSet: Object.values(message.values),
        SessionContext: message.attemptId,
      });
      return 'answer' in asked ? asked.answer : readSent(asked.json);
    },
    async test(account) {
      const asked = await packages(account);
      if ('answer' in asked) return { ok: false, code: asked.answer.code };
      const code = errorOf(responseOf(asked.json));
      return { ok: code === null, code };
    },
    async balance(account) {
      const asked = await packages(account);
      if ('answer' in asked) return { code: asked.answer.code ?? 'unreadable-answer' };
      const response = responseOf(asked.json);
      const code = errorOf(response);
      return code === null ? readPackages(response, hosts.now()) : { code };
    },
    readCallback(_, { body }) {
      const answer = JSON.stringify({ result: 0, errmsg: 'OK' });
      const reports = Reports.safeParse(body);
      if (reports.success && reports.data.length > 0) {
        const receipts = reports.data.map((one) => ({
          ...{
            attemptId: null,
            providerId: one.sid,
            arrived: one.report_status === 'SUCCESS',
            code: one.errmsg,
          },
          key: [one.sid, one.mobile, one.report_status].join(' '),
        }));
        return { receipts, replies: [], answer };
      }
      const ups = Ups.safeParse(body);
      if (!ups.success) return null;
      const replies = [ups.data].flat().map((one) => ({
        ...{ from: one.mobile, text: one.text, at: null },
        key: [one.mobile, one.time, one.text].join(' '),
      }));
      return { receipts: [], replies, answer };
    },
  };
}

const Packages = z.array(
  z.looseObject({ PackageAmount: z.int(), CurrentUsage: z.int(), PackageExpiredTime: z.int() }),
);

/** What is left of the packages that are not over; of one that was overdrawn nothing is. */
function readPackages(response: Record<string, unknown>, now: string): BalanceAnswer {
  const read = Packages.safeParse(response['SmsPackagesStatisticsSet']);
  if (!read.success) return { code: 'unreadable-answer' };
  const good = read.data.filter(({ PackageExpiredTime }) => PackageExpiredTime * 1000 > Date.parse(now));
  return {
    left: good.reduce(
      (sum, { PackageAmount, CurrentUsage }) => sum + Math.max(0, PackageAmount - CurrentUsage),
      0,
    ),
  };
}

function readSent(json: Record<string, unknown>): Answer {
  const response = responseOf(json);
  const wrong = errorOf(response);
  if (wrong !== null) return certain(wrong);
  const [status] = (response['SendStatusSet'] ?? []) as { Code?: string; SerialNo?: string; Fee?: number }[];
  if (!status) return { outcome: 'unknown', code: 'unreadable-answer' };
  if (status.Code !== 'Ok') return certain(textOf(status.Code));
  return { outcome: 'accepted', code: null, providerId: status.SerialNo ?? null, units: status.Fee ?? 1 };
}

function certain(code: string): Answer {
  if (throttling.test(code)) return { outcome: 'throttled', code };
  if (code === '' || theirFault.test(code)) return { outcome: 'unknown', code: code || 'unreadable-answer' };
  return { outcome: 'refused', code };
}

function responseOf(json: Record<string, unknown>): Record<string, unknown> {
  return (json['Response'] ?? {}) as Record<string, unknown>;
}

function errorOf(response: Record<string, unknown>): string | null {
  const error = response['Error'] as { Code?: string } | undefined;
  return error ? (error.Code ?? 'unknown') : null;
}
