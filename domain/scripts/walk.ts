import { meets } from './facts.ts';
import type { ScriptFacts } from './facts.ts';
import { theEnd } from './script.ts';
import type { Answer, Choice, Passage, ScriptDefinition } from './script.ts';

type Passages = Pick<ScriptDefinition, 'passages'>;

/** A passage to be said, and what was answered to its question; null where nothing was, or nothing is asked. */
export interface SaidPassage {
  passage: Passage;
  choice: Choice | null;
}

/**
 * What is said to this customer with these answers, from the start up to the question that is not answered yet, or
 * to the end. A passage is said once: a script that runs in a circle ends there.
 */
export function walk({ passages }: Passages, facts: ScriptFacts, answers: readonly Answer[]): SaidPassage[] {
  const said: SaidPassage[] = [];
  const been = new Set<string>();
  let at = passages[0];
  while (at && !been.has(at.key)) {
    been.add(at.key);
    const isSaid = at.onlyFor === undefined || meets(at.onlyFor, facts);
    const choice = isSaid ? answerTo(at, answers) : null;
    if (isSaid) said.push({ passage: at, choice });
    if (isSaid && at.question && !choice) break;
    at = passageAfter(passages, at, choice);
  }
  return said;
}

/** Those of the answers that were given on the way they lead; others are of a branch that was left again. */
export function answersOnTheWay(script: Passages, facts: ScriptFacts, answers: readonly Answer[]): Answer[] {
  return walk(script, facts, answers).flatMap(({ passage, choice }) =>
    choice ? [{ passage: passage.key, choice: choice.key }] : [],
  );
}

/** The same answers with another to this question; what came after it is asked again. */
export function answered(
  script: Passages,
  facts: ScriptFacts,
  answers: readonly Answer[],
  answer: Answer,
): Answer[] {
  const before = answersOnTheWay(script, facts, answers);
  const at = before.findIndex(({ passage }) => passage === answer.passage);
  return [...(at === -1 ? before : before.slice(0, at)), answer];
}

/** Where the call goes from a passage; undefined at the end, and where the script names a passage it has not. */
export function passageAfter(
  passages: readonly Passage[],
  from: Passage,
  choice: Choice | null,
): Passage | undefined {
  const to = choice?.then ?? from.then;
  if (to === undefined) return passages[passages.indexOf(from) + 1];
  return to === theEnd ? undefined : passages.find(({ key }) => key === to);
}

function answerTo({ key, question }: Passage, answers: readonly Answer[]): Choice | null {
  const given = answers.find(({ passage }) => passage === key);
  return question?.choices.find((choice) => choice.key === given?.choice) ?? null;
}
