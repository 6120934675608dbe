import { isMessageVariable } from './template.ts';
import type { MessageVariable } from './template.ts';

export type MessageValues = Partial<Record<MessageVariable, string>>;

/** The variables a text names, each once, in their order; unknown names as well. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!))];
}

export function unknownVariablesIn(text: string): string[] {
  return variablesIn(text).filter((name) => !isMessageVariable(name));
}

/** What the text asks for and nobody gave. A message never goes out with a hole in it. */
export function missingVariables(text: string, values: MessageValues): string[] {
  return variablesIn(text).filter((name) => !isMessageVariable(name) || !values[name]?.trim());
}

/** Each value on one line, as a phone and a provider take it; what a person wrote as a text keeps its lines. */
export function tidyValues(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      name === 'text' ? value.trim() : value.trim().replace(/\s*[\r\n\u2028\u2029]\s*/g, ' '),
    ]),
  );
}

/** What the text names and nothing else, in its order: some providers know a text's places only by their number. */
export function valuesIn(text: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    variablesIn(text).flatMap((name) => (isMessageVariable(name) ? [[name, values[name] ?? '']] : [])),
  );
}

/** The text with its places filled. A value is put in as it is: braces in it mean nothing. */
export function fillTemplate(text: string, values: MessageValues): string {
  return text.replace(/\{(\w*)\}/g, (_, name: string) =>
    isMessageVariable(name) ? (values[name]?.trim() ?? '') : '',
  );
}
