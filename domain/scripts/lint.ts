import { canHold } from './facts.ts';
import { unknownVariables } from './fill.ts';
import type { ScriptLanguage } from './fill.ts';
import { promisesIn, wordsIn } from './promises.ts';
import { longestCallSeconds, longestPassageSeconds, secondsToSay } from './reading-time.ts';
import { phases } from './script.ts';
import type { Passage, ScriptDefinition } from './script.ts';
import { longestWay, loopsBack, namesNothing, reachable, saysSomething, waysFrom } from './ways.ts';

/** An error keeps a script from being published; a warning is shown. */
export const lintErrors = [
  'promise',
  'forbidden-word',
  'unknown-variable',
  'words-missing',
  'leads-nowhere',
  'dead-end',
  'too-few-choices',
  'unreachable',
  'loop',
  'never-said',
] as const;
export const lintWarnings = ['too-long', 'call-too-long', 'phase-goes-back', 'phase-missing'] as const;
export type LintCode = (typeof lintErrors)[number] | (typeof lintWarnings)[number];

export interface Finding {
  code: LintCode;
  isError: boolean;
  /** Null where it is about the script as a whole. */
  passage: string | null;
  /** The choice it is about; null where it is about the passage. */
  choice: string | null;
  language: ScriptLanguage | null;
  /** The word, the variable, the phase or the seconds it is about. */
  about: string | null;
}

/** A call without them is rude, or leaves the customer guessing. */
const neededPhases = ['greet', 'introduce_self', 'matter'] as const;
const languages = ['zh', 'en'] as const;

/** What is wrong with a script, with the words that the clinic has forbidden besides. */
export function lint(script: ScriptDefinition, forbidden: readonly string[] = []): Finding[] {
  const { passages } = script;
  const loops = loopsBack(passages);
  return [
    ...languages.flatMap((language) => inWords(script.name[language], language, {}, forbidden)),
    ...passages.flatMap((passage) => [
      ...textOf(passage, forbidden),
      ...waysOf(passages, passage, loops.length > 0),
    ]),
    ...unreached(passages),
    ...loops.map((passage) => finding('loop', { passage: passage.key })),
    ...phasesOf(passages),
    ...(loops.length === 0 ? lengthOf(passages) : []),
  ];
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ isError }) => isError);
}

function textOf(passage: Passage, forbidden: readonly string[]): Finding[] {
  return languages.flatMap((language) => {
    const place = { passage: passage.key };
    const text = passage.text[language];
    const seconds = secondsToSay(text, language);
    const { question } = passage;
    return [
      ...inWords(text, language, place, forbidden),
      ...unknownVariables(text).map((about) => finding('unknown-variable', { ...place, language, about })),
      ...(seconds > longestPassageSeconds
        ? [finding('too-long', { ...place, language, about: String(seconds) })]
        : []),
      ...(question ? inWords(question.name[language], language, place, forbidden) : []),
      ...(question?.choices ?? []).flatMap((choice) =>
        inWords(choice.name[language], language, { ...place, choice: choice.key }, forbidden),
      ),
    ];
  });
}

function inWords(
  text: string,
  language: ScriptLanguage,
  place: { passage?: string; choice?: string },
  forbidden: readonly string[],
): Finding[] {
  if (text === '') return [finding('words-missing', { ...place, language })];
  return [
    ...promisesIn(text).map((about) => finding('promise', { ...place, language, about })),
    ...wordsIn(text, forbidden).map((about) => finding('forbidden-word', { ...place, language, about })),
  ];
}

function waysOf(passages: readonly Passage[], passage: Passage, runsInCircles: boolean): Finding[] {
  const place = { passage: passage.key };
  const lost = namesNothing(passages, passage);
  const found = lost.map((choice) =>
    finding('leads-nowhere', {
      ...place,
      ...(choice && { choice: choice.key }),
      about: (choice ?? passage).then ?? null,
    }),
  );
  if (passage.question && passage.question.choices.length < 2) found.push(finding('too-few-choices', place));
  if (passage.onlyFor && !canHold(passage.onlyFor)) found.push(finding('never-said', place));
  if (runsInCircles) return found;
  // Somebody who has answered is not left without a word.
  const deadEnds = waysFrom(passages, passage).filter(
    ({ choice, to }) => choice && !lost.includes(choice) && !saysSomething(passages, to),
  );
  return [...found, ...deadEnds.map(({ choice }) => finding('dead-end', { ...place, choice: choice!.key }))];
}

function unreached(passages: readonly Passage[]): Finding[] {
  const found = reachable(passages);
  return passages
    .filter((passage) => !found.has(passage))
    .map((passage) => finding('unreachable', { passage: passage.key }));
}

function phasesOf(passages: readonly Passage[]): Finding[] {
  const missing = neededPhases.filter((phase) => !passages.some((passage) => passage.phase === phase));
  const goingBack = passages.filter((passage) =>
    waysFrom(passages, passage).some(
      ({ to }) => to && phases.indexOf(to.phase) < phases.indexOf(passage.phase),
    ),
  );
  return [
    ...missing.map((about) => finding('phase-missing', { about })),
    ...goingBack.map(({ key }) => finding('phase-goes-back', { passage: key })),
  ];
}

function lengthOf(passages: readonly Passage[]): Finding[] {
  return languages.flatMap((language) => {
    const seconds = longestWay(passages, ({ phase, text }) =>
      isSpoken(phase) ? secondsToSay(text[language], language) : 0,
    );
    return seconds > longestCallSeconds
      ? [finding('call-too-long', { language, about: String(seconds) })]
      : [];
  });
}

/** Preparing is done before dialling, and the message is sent afterwards. */
export function isSpoken(phase: Passage['phase']): boolean {
  return phase !== 'prepare' && phase !== 'message';
}

function finding(code: LintCode, about: Partial<Omit<Finding, 'code' | 'isError'>>): Finding {
  const isError = (lintErrors as readonly string[]).includes(code);
  return { code, isError, passage: null, choice: null, language: null, about: null, ...about };
}
