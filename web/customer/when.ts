import type { Language } from './words.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** 2026-03-13T09:00 of the clinic's clock as a day is said: 3月13日周五, Fri 13 Mar. */
export function sayDay(wall: string, language: Language): string {
  // Read and written as UTC: the wall is the clinic's, wherever the telephone is.
  const day = new Date(`${wall.slice(0, 10)}T00:00:00Z`);
  const said = { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], said).format(day);
}

/** 2026年3月13日, 13 Mar 2026: the day of a moment, as it stands on the telephone's own calendar. */
export function sayDate(at: string, language: Language): string {
  const said = { year: 'numeric', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(locales[language], said).format(new Date(at));
}

export const sayTime = (wall: string): string => wall.slice(11, 16);

export const sayWhen = (wall: string, language: Language): string =>
  `${sayDay(wall, language)} ${sayTime(wall)}`;

export const isMorning = (wall: string): boolean => sayTime(wall) < '12:00';
