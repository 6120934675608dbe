import type { Choice, Passage, ScriptDefinition } from '#domain/scripts/script.ts';

/** What a new script begins with: enough to be walked through, and to be written on. */
export function blankScript(code: string, name: ScriptDefinition['name']): ScriptDefinition {
  return {
    code,
    name,
    isClinical: false,
    passages: [
      passage('p-1', 'greet', '{name}您好！', 'Hello {name}.'),
      passage('p-2', 'introduce_self', '我是{clinic}的{caller}。', 'This is {caller} from {clinic}.'),
      passage('p-3', 'matter', '', ''),
    ],
  };
}

/** A passage behind this one, in the same phase. */
export function withPassageAfter(script: ScriptDefinition, at: number): ScriptDefinition {
  const { phase } = script.passages[at] ?? { phase: 'matter' as const };
  const added = passage(freeKey(script.passages, 'p'), phase, '', '');
  return { ...script, passages: script.passages.toSpliced(at + 1, 0, added) };
}

export function withPassage(script: ScriptDefinition, at: number, changed: Passage): ScriptDefinition {
  return { ...script, passages: script.passages.with(at, changed) };
}

/** Without the passage; what led there is left to the check, which names each place. */
export function withoutPassage(script: ScriptDefinition, at: number): ScriptDefinition {
  return { ...script, passages: script.passages.toSpliced(at, 1) };
}

export function withPassageMoved(script: ScriptDefinition, at: number, by: 1 | -1): ScriptDefinition {
  const { passages } = script;
  const moved = passages[at]!;
  const rest = passages.toSpliced(at, 1);
  return { ...script, passages: rest.toSpliced(at + by, 0, moved) };
}

export function blankQuestion(): NonNullable<Passage['question']> {
  return { name: { zh: '', en: '' }, choices: [blankChoice([]), blankChoice([{ key: 'c-1' }])] };
}

export function blankChoice(others: readonly { key: string }[]): Choice {
  return { key: freeKey(others, 'c'), name: { zh: '', en: '' } };
}

/** The object without its keys that hold nothing: a condition that asks nothing is none. */
export function withoutNothing<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

function passage(key: string, phase: Passage['phase'], zh: string, en: string): Passage {
  return { key, phase, text: { zh, en } };
}

function freeKey(taken: readonly { key: string }[], letter: string): string {
  let number = taken.length + 1;
  while (taken.some(({ key }) => key === `${letter}-${number}`)) number += 1;
  return `${letter}-${number}`;
}
