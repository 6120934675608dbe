import type { ScriptFacts } from './facts.ts';
import type { Passage, ScriptDefinition } from './script.ts';

/** A passage of which only what matters is said. */
export function aPassage(key: string, parts: Partial<Passage> = {}): Passage {
  return { key, phase: 'matter', text: { zh: '您好', en: 'Hello' }, ...parts };
}

/** A question with these answers, each with the passage it leads to. */
export function asking(...choices: [key: string, then?: string][]): Pick<Passage, 'question'> {
  const named = choices.map(([key, then]) => ({
    key,
    name: { zh: `答${key}`, en: key },
    ...(then !== undefined && { then }),
  }));
  return { question: { name: { zh: '问', en: 'Question' }, choices: named } };
}

export function aScript(...passages: Passage[]): ScriptDefinition {
  return { code: 'a-script', name: { zh: '话术', en: 'Script' }, isClinical: false, passages };
}

export const somebody: ScriptFacts = {
  gender: 'female',
  age: 30,
  visitKind: 'return',
  grade: 'C',
  treatmentCategories: ['filling'],
  hasAppointment: false,
};
