import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { read, remember } from './browser-memory.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const place = 'carecurve.language';

void i18next.use(initReactI18next).init({
  lng: read(place) === 'en' ? 'en' : 'zh-CN',
  fallbackLng: 'zh-CN',
  supportedLngs: languages,
  resources: {},
  initAsync: false,
  // Our keys are flat and may hold dots; React escapes what it shows.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});
sayLanguageOnPage(languageNow());

export function languageNow(): Language {
  return i18next.language === 'en' ? 'en' : 'zh-CN';
}

export function chooseLanguage(language: Language): void {
  remember(place, language);
  sayLanguageOnPage(language);
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN';
}

type Texts = Record<string, string>;
/** English may tell one from many: `rows_one` beside `rows`, chosen by `{{count}}`. */
type InEnglish<Zh extends Texts> = { [K in keyof Zh]: string } & {
  [K in keyof Zh & string as `${K}_one`]?: string;
};
type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
type Values<Text> = [Placeholder<Text>] extends [never] ? [] : [Record<Placeholder<Text>, string | number>];

/** Says a word in the language of the moment; a text with {{places}} asks for what fills them. */
export type Say<Zh extends Texts> = <K extends keyof Zh & string>(key: K, ...values: Values<Zh[K]>) => string;

export interface Words<Zh extends Texts> {
  area: string;
  zh: Zh;
  en: InEnglish<Zh>;
}
export type AnyWords = Words<Texts>;

/** The words of one area, both languages with the same keys. */
export function defineWords<const Zh extends Texts>(
  area: string,
  texts: { zh: Zh; en: InEnglish<Zh> },
): Words<Zh> {
  i18next.addResourceBundle('zh-CN', area, texts.zh);
  i18next.addResourceBundle('en', area, texts.en);
  return { area, ...texts };
}

/** `const say = useWords(staffWords)`, then `say('invite')` or `say('invitedBy', { name })`. */
export function useWords<Zh extends Texts>(words: Words<Zh>): Say<Zh> {
  const { t } = useTranslation(words.area);
  return (key, ...values) => t(key, { ns: words.area, ...values[0] });
}

export function hasWord(words: AnyWords, key: string): boolean {
  return Object.hasOwn(words.zh, key);
}

/** Something the server holds in both languages. */
export function useWording(): (wording: { zh: string; en: string }) => string {
  const language = useLanguage();
  return (wording) => (language === 'en' ? wording.en : wording.zh);
}

/** "甲、乙、丙", "a, b, c"; a dash where there is nothing. */
export function useListed(): (items: readonly string[]) => string {
  const between = useLanguage() === 'en' ? ', ' : '、';
  return (items) => items.join(between) || '–';
}

/** "原因：太贵", "Reason: too dear". */
export function useLabelled(): (label: string, text: string) => string {
  const colon = useLanguage() === 'en' ? ': ' : '：';
  return (label, text) => `${label}${colon}${text}`;
}

function sayLanguageOnPage(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
