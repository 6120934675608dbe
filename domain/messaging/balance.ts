import type { AccountKind } from './account.ts';

/** A provider says what is left in messages that were paid for, or in money (whole fen). */
export type BalanceUnit = 'messages' | 'fen';

/** Whose documented protocol tells a balance, and in what; the others cost nothing a message, or tell nobody. */
export const balanceUnitOf: Record<AccountKind, BalanceUnit | null> = {
  'aliyun-sms': 'fen',
  'tencent-sms': 'messages',
  'wechat-official': null,
  'wecom-customer': null,
  smtp: null,
  'wecom-app': null,
  'wecom-robot': null,
  'dingtalk-robot': null,
  'feishu-robot': null,
};

/** A provider is asked again after so long; a burst of offers uses a small balance up within hours. */
export const balanceEveryMinutes = 60;

/** Below it somebody is told, unless the clinic sets another figure: fifty yuan, or five hundred messages. */
export const standardFloor: Record<BalanceUnit, number> = { fen: 5_000, messages: 500 };

export function standardFloorOf(kind: AccountKind): number | null {
  const unit = balanceUnitOf[kind];
  return unit === null ? null : standardFloor[unit];
}

export interface Balance {
  /** Null is never told. */
  left: number | null;
  /** Null: nobody wants to be told. */
  floor: number | null;
}

export function isLow({ left, floor }: Balance): boolean {
  return left !== null && floor !== null && left < floor;
}

const shown = (figure: number, unit: BalanceUnit): string =>
  unit === 'fen' ? `${(figure / 100).toFixed(2)} 元` : `${figure} 条`;

/** What colleagues read. Without the account's own name, which may say anything. */
export function lowBalanceText(
  where: { provider: string; clinic: string | null },
  { left, floor }: { left: number; floor: number },
  unit: BalanceUnit,
): string {
  return [
    `【短信余量不足】${where.clinic ?? '全部门诊'}的${where.provider}账号还剩 ${shown(left, unit)}，低于提醒线 ${shown(floor, unit)}。`,
    '用完后短信发不出去，将转为手工发送。请负责人尽快充值；提醒线在“消息渠道”里修改。',
  ].join('\n');
}
