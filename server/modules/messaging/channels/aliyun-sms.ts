import { z } from 'zod';
import { askProvider, textOf } from './ask-provider.ts';
import type { Asked } from './ask-provider.ts';
import type { Answer, BalanceAnswer, Client, OpenAccount } from './channel.ts';
import type { Hosts } from './hosts.ts';
import { signAliyun } from './sign-aliyun.ts';

/** What is over their limits now, and may go later. */
const throttling = /^(isv\.BUSINESS_LIMIT_CONTROL|isv\.DAY_LIMIT_CONTROL|Throttling(\..*)?)$/;
/** Their own fault: they may have taken it. */
const theirFault = /^(InternalError|ServiceUnavailable|isp\..*|SYSTEM_ERROR)$/;

const Reports = z.array(
  z.looseObject({
    phone_number: z.string(),
    success: z.boolean(),
    report_time: z.string().default(''),
    err_code: z.string().default(''),
    biz_id: z.string().nullish(),
    out_id: z.string().nullish(),
  }),
);
const Ups = z.array(
  z.looseObject({
    phone_number: z.string(),
    content: z.string(),
    send_time: z.string().default(''),
    sequence_id: z.union([z.string(), z.number()]).nullish(),
  }),
);

/** Aliyun's short messages (Dysmsapi 2017-05-25). Not idempotent: one call a message. */
export function aliyunSms(hosts: Hosts): Client {
  const call = (
    account: OpenAccount,
    action: string,
    query: Record<string, string>,
    { at, version } = { at: hosts.aliyun, version: '2017-05-25' },
  ): Promise<Asked> => {
    const { headers, queryText } = signAliyun(
      { host: new URL(at).host, action, version, query },
      { accessKeyId: textOf(account.settings['accessKeyId']), secret: account.secret },
      { at: hosts.now(), nonce: hosts.nonce() },
    );
    return askProvider(`${at}/?${queryText}`, { method: 'POST', headers });
  };
  return {
    async send(account, message) {
      const asked = await call(account, 'SendSms', {
        PhoneNumbers: message.to.replace(/^\+86/, ''),
        SignName: textOf(account.settings['signName']),
        TemplateCode: message.code ?? '',
        TemplateParam: JSON.stringify(message.values),
        OutId: message.attemptId,
      });
      return 'answer' in asked ? asked.answer : readSent(asked.json);
    },
    async test(account) {
      const asked = await call(account, 'QuerySmsSign', { SignName: textOf(account.settings['signName']) });
      if ('answer' in asked) return { ok: false, code: asked.answer.code };
      const code = textOf(asked.json['Code']);
      return { ok: code === 'OK', code: code === 'OK' ? null : code };
    },
    // The account's money (BssOpenApi): short messages have no balance of their own. It needs a right of its own.
    async balance(account) {
      const billing = { at: hosts.aliyunBilling, version: '2017-12-14' };
      const asked = await call(account, 'QueryAccountBalance', {}, billing);
      return 'answer' in asked ? { code: asked.answer.code ?? 'unreadable-answer' } : readBalance(asked.json);
    },
    async ask(account, { attemptId, providerId, to, day }) {
      const asked = await call(account, 'QuerySendDetails', {
        ...{ PhoneNumber: to.replace(/^\+86/, ''), SendDate: day.replaceAll('-', ''), PageSize: '50' },
        ...{ CurrentPage: '1', ...(providerId ? { BizId: providerId } : {}) },
      });
      if ('answer' in asked) return null;
      const details = asked.json['SmsSendDetailDTOs'] as
        { SmsSendDetailDTO?: Record<string, unknown>[] } | undefined;
      const found = details?.SmsSendDetailDTO?.find((one) => textOf(one['OutId']) === attemptId);
      const status = Number(found?.['SendStatus']);
      // 1 waits for the network, 2 failed, 3 arrived.
      if (!found || (status !== 2 && status !== 3)) return null;
      const code = textOf(found['ErrCode']);
      return {
        ...{ attemptId, providerId, arrived: status === 3, code },
        key: `asked ${attemptId} ${status}`,
      };
    },
    readCallback(_, { body }) {
      const answer = JSON.stringify({ code: 0, msg: '接收成功' });
      const reports = Reports.safeParse(body);
      if (reports.success) {
        const receipts = reports.data.map((one) => ({
          ...{ attemptId: idOnly(one.out_id), providerId: one.biz_id ?? null, arrived: one.success },
          code: one.err_code,
          key: [one.biz_id, one.out_id, one.phone_number, one.success, one.err_code].join(' '),
        }));
        return { receipts, replies: [], answer };
      }
      const ups = Ups.safeParse(body);
      if (!ups.success) return null;
      const replies = ups.data.map((one) => ({
        ...{ from: one.phone_number, text: one.content, at: null },
        key: [one.sequence_id ?? '', one.phone_number, one.send_time, one.content].join(' '),
      }));
      return { receipts: [], replies, answer };
    },
  };
}

function readSent(json: Record<string, unknown>): Answer {
  const code = textOf(json['Code']);
  if (code === 'OK') return { outcome: 'accepted', code: null, providerId: textOf(json['BizId']) || null };
  if (throttling.test(code)) return { outcome: 'throttled', code };
  if (code === '' || theirFault.test(code)) return { outcome: 'unknown', code: code || 'unreadable-answer' };
  return { outcome: 'refused', code };
}

/** "1,234.50" yuan; what may be overdrawn is below nothing. */
function readBalance(json: Record<string, unknown>): BalanceAnswer {
  const { Code, Data } = json as { Code?: unknown; Data?: { AvailableAmount?: unknown; Currency?: unknown } };
  if (textOf(Code) !== '200' && textOf(Code) !== '') return { code: textOf(Code) };
  const amount = textOf(Data?.AvailableAmount).replaceAll(',', '');
  if (!/^-?\d{1,12}(\.\d+)?$/.test(amount)) return { code: 'unreadable-answer' };
  const currency = textOf(Data?.Currency) || 'CNY';
  return currency === 'CNY' ? { left: Math.round(Number(amount) * 100) } : { code: `currency-${currency}` };
}

/** What came back as our own id, if it is one. */
export function idOnly(text: string | null | undefined): string | null {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null;
}
