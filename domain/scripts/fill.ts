/** What may stand between braces in a text. The first three are always known. */
export const variables = [
  'name',
  'caller',
  'clinic',
  'visitDay',
  'treatment',
  'doctor',
  'colleague',
  'guardian',
  'appointment',
] as const;
export type Variable = (typeof variables)[number];
export type ScriptLanguage = 'zh' | 'en';

/** What the customer's facts put in their places, in the language of the text. */
export type Values = Record<'name' | 'caller' | 'clinic', string> &
  Partial<Record<Variable, string | undefined>>;

/** Said instead of what is not known, so that no place stays empty. */
const instead: Record<ScriptLanguage, Record<Exclude<Variable, 'name' | 'caller' | 'clinic'>, string>> = {
  zh: {
    visitDay: '前几天',
    treatment: '治疗',
    doctor: '您的医生',
    colleague: '我的同事',
    guardian: '家长',
    appointment: '约好的时间',
  },
  en: {
    visitDay: 'the other day',
    treatment: 'treatment',
    doctor: 'your doctor',
    colleague: 'my colleague',
    guardian: 'the parent',
    appointment: 'at the time we agreed',
  },
};

/** A piece of a text: as written, or what filled the place of a variable. */
export interface FilledPart {
  text: string;
  variable: Variable | null;
}

/** The text with its places filled. A variable nobody knows is left out; the lint has refused it before. */
export function fill(text: string, language: ScriptLanguage, values: Values): FilledPart[] {
  return text
    .split(/(\{\w*\})/)
    .filter((part) => part !== '')
    .flatMap((part): FilledPart[] => {
      if (!/^\{\w*\}$/.test(part)) return [{ text: part, variable: null }];
      const variable = part.slice(1, -1);
      if (!isVariable(variable)) return [];
      return [{ text: valueOf(variable, language, values), variable }];
    });
}

export function filledText(text: string, language: ScriptLanguage, values: Values): string {
  return fill(text, language, values)
    .map((part) => part.text)
    .join('');
}

/** "{clinic}的{caller}" is one name where both are the same: a discreet caller gives the clinic away otherwise. */
export function underOneName(text: string): string {
  return text.replace(/\{clinic\}[^{}]{0,12}\{caller\}|\{caller\}[^{}.]{0,30}\{clinic\}/g, '{caller}');
}

/** Names between braces that no fact fills. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  return [...new Set(names)].filter((name) => !isVariable(name));
}

export function isVariable(name: string): name is Variable {
  return (variables as readonly string[]).includes(name);
}

function valueOf(variable: Variable, language: ScriptLanguage, values: Values): string {
  const known = values[variable]?.trim();
  if (known) return known;
  return variable === 'name' || variable === 'caller' || variable === 'clinic'
    ? ''
    : instead[language][variable];
}
