import { instantOf, type CalendarDate, type Instant, type WallTime } from '#domain/base/time.ts';

/** A day and hour as it stands in a cell: a moment where it names its zone, else what the wall clock showed. */
export type ReadTime =
  | { kind: 'instant'; instant: Instant }
  | { kind: 'local'; day: CalendarDate; wall: WallTime; hasHour: boolean };

export interface TimeReading {
  /** Some systems end local times in Z: then the Z says nothing. */
  ignoresZone?: boolean;
  /** The column holds Excel's day numbers (45321). */
  isExcelSerial?: boolean;
}

// Copied from a chat or a web page: marks of direction and of no width that nobody sees.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// These join letters and emoji, so they mean something inside a text and nothing at its ends.
const joinerOrSpace = /[\s\u200c\u200d]/;
// No date, number or word is longer; what is, was not meant as one.
const longestPattern = 100;
// What nobody can see.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** A line as a person meant it: no invisible characters, single spaces, full-width letters and digits made plain. */
export function readText(cell: string | null): string | null {
  return readNote(cell)?.replace(/\s+/g, ' ') ?? null;
}

/** Like `readText`, but its lines stay lines. */
export function readNote(cell: string | null): string | null {
  if (cell === null) return null;
  const text = foldWidth(cell.replace(invisible, ''))
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(controls, '');
  return trimmed(text) || null;
}

/** A name keeps its middle dot (阿卜杜·热合曼), however that was typed. */
export function readName(cell: string | null): string | null {
  const dotted =
    cell?.replace(/[•‧・･∙⋅]/g, '·').replace(/(?<=\p{Script=Han})\s*[.．·]\s*(?=\p{Script=Han})/gu, '·') ??
    null;
  return readText(dotted?.replace(/[\u200c\u200d]/g, '') ?? null);
}

/**
 * Full-width letters, digits and spaces. Not all of NFKC: it would also turn （）and ， of Chinese
 * prose into Latin marks and rare characters of names into others.
 */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u3000/g, ' ');
}

export function readDate(
  text: string,
  reading: Pick<TimeReading, 'isExcelSerial'> = {},
): CalendarDate | null {
  const time = readInstantOrLocal(text, { ...reading, ignoresZone: true });
  return time?.kind === 'local' ? time.day : null;
}

const dayAndRest =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]|(\d{2})(\d{2}))(.*)$/s;
const hourMinuteSecond =
  /^(上午|下午)?\s*(\d{1,2})(?::|时|点)(\d{1,2})(?:(?::|分)(\d{1,2})(?:\.\d+)?秒?|分)?\s*(am|pm)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

/** Reads 2024-03-05T14:30:00Z, 2024/3/5 14:30, 2024年3月5日 下午2:30, 20240305 and their like. */
export function readInstantOrLocal(text: string, reading: TimeReading = {}): ReadTime | null {
  const plain = normalised(text);
  if (reading.isExcelSerial && /^\d{1,7}(\.\d+)?$/.test(plain)) return readSerial(Number(plain));

  const match = dayAndRest.exec(plain);
  if (!match) return null;
  const [, year = '', , month, dayOfMonth, hanMonth, hanDay, shortMonth, shortDay, rest = ''] = match;
  const day = `${year}-${two(month ?? hanMonth ?? shortMonth)}-${two(dayOfMonth ?? hanDay ?? shortDay)}`;
  if (year < '1800' || year > '2199' || !isDay(day)) return null;

  // 2024-03-0514 and 2024030512 are other numbers; behind 日 a digit is an hour.
  if (/^\d/.test(rest) && hanDay === undefined) return null;
  const clock = rest.replace(/^t/i, '').trim();
  if (clock === '') return { kind: 'local', day, wall: `${day}T00:00:00`, hasHour: false };
  return readClock(day, clock, reading);
}

/** `isCalendarDate` for a hundred thousand cells, in the centuries this file reads. */
function isDay(day: CalendarDate): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && instantOf(time).startsWith(day);
}

function readClock(day: CalendarDate, clock: string, reading: TimeReading): ReadTime | null {
  const match = hourMinuteSecond.exec(clock);
  if (!match) return null;
  const [, hanHalf, hourText, minute, second, latinHalf, zone] = match;
  const half =
    hanHalf === '下午' || latinHalf?.toLowerCase() === 'pm' ? 'pm' : hanHalf || latinHalf ? 'am' : null;
  const hour = hourOf(Number(hourText), half);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;

  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  if (zone && !reading.ignoresZone) return { kind: 'instant', instant: instantWithZone(day, time, zone) };
  // Midnight is what a system writes that knows the day only.
  return { kind: 'local', day, wall: `${day}T${time}`, hasHour: time !== '00:00:00' };
}

function hourOf(hour: number, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && hour < 12) return hour + 12;
  if (half === 'am' && hour === 12) return 0;
  return hour;
}

function instantWithZone(day: CalendarDate, time: string, zone: string): Instant {
  const [hours, minutes] = /z/i.test(zone) ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  const offsetMs = (hours * 60 + minutes) * 60_000 * (zone.startsWith('-') ? -1 : 1);
  return instantOf(Date.parse(`${day}T${time}Z`) - offsetMs);
}

// Before 1 March 1900 Excel counts a day that never was.
const firstSerial = 61;
const serialOf2200 = 109_575;

function readSerial(serial: number): ReadTime | null {
  const seconds = Math.round(serial * 86_400);
  if (serial < firstSerial || seconds >= serialOf2200 * 86_400) return null;
  const wall = instantOf(Date.UTC(1899, 11, 30) + seconds * 1000).slice(0, 19);
  return { kind: 'local', day: wall.slice(0, 10), wall, hasHour: seconds % 86_400 !== 0 };
}

export type ReadGender = 'female' | 'male' | 'unknown';

const genderWords: Record<ReadGender, string[]> = {
  male: ['男', '男性', '男士', '先生', '男孩', 'm', 'male', 'man', 'boy', 'mr', '1'],
  female: [
    '女',
    '女性',
    '女士',
    '小姐',
    '太太',
    '女孩',
    'f',
    'female',
    'woman',
    'girl',
    'ms',
    'mrs',
    'miss',
    '2',
  ],
  unknown: ['未知', '不详', '未说明', '保密', '其他', 'u', 'unknown', 'other', 'x', '0', '9'],
};

/** Words of both languages and the numbers of GB/T 2261.1. */
export function readGender(text: string): ReadGender | null {
  const word = normalised(text).toLowerCase().replace(/\.$/, '');
  for (const gender of ['male', 'female', 'unknown'] as const) {
    if (genderWords[gender].includes(word)) return gender;
  }
  return null;
}

const yesWords = new Set(['是', '有', '对', '已', 'y', 'yes', 'true', 't', '1', '√', '✓', '✔', 'on']);
const noWords = new Set([
  '否',
  '无',
  '没有',
  '不是',
  '未',
  'n',
  'no',
  'false',
  'f',
  '0',
  '×',
  '✗',
  '✘',
  'x',
  'off',
]);

export function readYesNo(text: string): boolean | null {
  const word = normalised(text).toLowerCase();
  if (yesWords.has(word)) return true;
  return noWords.has(word) ? false : null;
}

export function readInteger(text: string): number | null {
  const match = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/.exec(normalised(text));
  if (!match) return null;
  const digits = Number((match[2] ?? '').replaceAll(',', ''));
  if (!Number.isSafeInteger(digits)) return null;
  return match[1] === '-' && digits !== 0 ? -digits : digits;
}

/** ¥1,234.50 → 123450. An amount finer than a fen is no amount. */
export function readMoneyFen(text: string): number | null {
  const plain = normalised(text)
    .replace(/^([+-]?)\s*(?:¥|rmb|cny)\s*/i, '$1')
    .replace(/\s*(?:元|圆|rmb|cny)整?$/i, '');
  const match = /^([+-]?)\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!match) return null;
  const fen = Number((match[2] ?? '').replaceAll(',', '') + (match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return match[1] === '-' && fen !== 0 ? -fen : fen;
}

/** 1.38E+10 or 9377952927E-5: a spreadsheet wrote a number where a person meant its digits. */
export function looksScientific(text: string): boolean {
  return /^[+-]?\d+(\.\d*)?e[+-]?\d+$/i.test(normalised(text));
}

/** For cells read by pattern, where full NFKC is safe: nothing of it is kept as text. */
function normalised(text: string): string {
  if (text.length > longestPattern) return '';
  return trimmed(text.replace(invisible, '').normalize('NFKC'));
}

// By hand: a pattern anchored at the end tries every run of spaces in a megabyte of them.
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && joinerOrSpace.test(text.charAt(start))) start++;
  while (end > start && joinerOrSpace.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function two(value: string | number | undefined): string {
  return String(Number(value ?? 0)).padStart(2, '0');
}
