import { readInstantOrLocal, readInteger, readText, readYesNo } from '#domain/exchange/cell.ts';
import { foldHeader, words } from '#domain/exchange/header.ts';
import { instantOfCell } from '#domain/exchange/local-time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';

/** What a telephone's sheet may tell of a call. */
export const logFields = ['key', 'phone', 'direction', 'startedAt', 'seconds', 'answered', 'person'] as const;
export type LogField = (typeof logFields)[number];

/** Without these a row is no call. */
export const neededLogFields = ['phone', 'startedAt', 'seconds'] as const satisfies readonly LogField[];

/** Headers as telephone systems write them, folded. */
const headers: Record<LogField, string[]> = {
  key: words('通话编号 通话id 记录编号 流水号 话单号 呼叫id callid uniqueid uuid id'),
  phone: words(
    '电话 电话号码 手机 手机号 手机号码 对方号码 客户号码 被叫号码 被叫 号码 phone number callee destination dst to customerphone',
  ),
  direction: words('方向 呼叫方向 呼叫类型 通话类型 类型 direction type calltype'),
  startedAt: words(
    '开始时间 通话时间 呼叫时间 通话开始时间 拨打时间 时间 日期 startedat start starttime calldate date time',
  ),
  seconds: words('通话时长 时长 通话时长秒 时长秒 通话秒数 接通时长 seconds duration billsec talktime'),
  answered: words('是否接通 接通 接听 接听状态 状态 answered status disposition'),
  person: words('员工 坐席 座席 工号 分机 分机号 客服 主叫 姓名 agent extension staff user'),
};

/** Which column tells what; the first that is known by its header. */
export function logColumns(columns: readonly string[]): Partial<Record<LogField, number>> {
  const folded = columns.map(foldHeader);
  const found: Partial<Record<LogField, number>> = {};
  for (const field of logFields) {
    const at = headers[field].map((header) => folded.indexOf(header)).find((index) => index >= 0);
    if (at !== undefined && !Object.values(found).includes(at)) found[field] = at;
  }
  return found;
}

/** What files with the same headers have in common, whatever is spelled differently in them. */
export function layoutOf(columns: readonly string[]): string {
  return columns.map(foldHeader).join(' | ').slice(0, 2_000);
}

/** What is missing or told twice in columns that somebody chose. */
export function flawsOfColumns(chosen: Partial<Record<LogField, number>>, count: number): LogField[] {
  const told = Object.entries(chosen) as [LogField, number][];
  return [
    ...neededLogFields.filter((field) => chosen[field] === undefined),
    ...told
      .filter(([, at]) => at >= count || told.filter(([, other]) => other === at).length > 1)
      .map(([field]) => field),
  ];
}

/** A call as a row of the sheet tells it; the phone as it was written. */
export interface ReadLog {
  key: string | null;
  phone: string;
  direction: 'out' | 'in';
  startedAt: Instant;
  seconds: number;
  person: string | null;
}

/** Null where the row is no call: without a number, a time or a length. */
export function readLogRow(
  cells: readonly (string | null)[],
  columns: Partial<Record<LogField, number>>,
  zone: TimeZone,
): ReadLog | null {
  const cell = (field: LogField) => readText(cells[columns[field] ?? -1] ?? null);
  const [phone, time, length] = [cell('phone'), cell('startedAt'), cell('seconds')];
  const startedAt = time === null ? null : instantIn(time, zone);
  const seconds = length === null ? null : secondsIn(length);
  if (phone === null || startedAt === null || seconds === null) return null;
  const answered = cell('answered');
  const direction = /呼入|来电|in/iu.test(cell('direction') ?? '') ? 'in' : 'out';
  return {
    ...{ key: cell('key'), phone, startedAt, direction, person: cell('person') },
    // A line that rang is no talk.
    seconds: answered !== null && saysUnanswered(answered) ? 0 : seconds,
  };
}

function instantIn(text: string, zone: TimeZone): Instant | null {
  const read = readInstantOrLocal(text);
  if (!read) return null;
  if (read.kind === 'instant') return read.instant;
  return instantOfCell(read.wall, zone);
}

/** 95, 95秒, 1:35, 00:01:35 and 1分35秒 are the same. */
export function secondsIn(text: string): number | null {
  const han = /^(?:(\d+)(?:小时|时))?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(text.replaceAll(' ', ''));
  if (han && text !== '') return hms(han[1], han[2], han[3]);
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (clock) return hms(clock[1], clock[2], clock[3]);
  const plain = readInteger(text);
  return plain !== null && plain >= 0 && plain <= 86_400 ? plain : null;
}

function hms(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function saysUnanswered(text: string): boolean {
  return readYesNo(text) === false || /未接|无人|失败|拒接|no\s?answer|missed|busy|fail/iu.test(text);
}
