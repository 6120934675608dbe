import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import type { RecoveryRules } from './recovery-rules.ts';

/** The way of a case (D5): the doctor answers, customer service takes it from there, the customer has the last word. */
export const caseSteps = ['doctor', 'service', 'customer'] as const;
export type CaseStep = (typeof caseSteps)[number];

/** withdrawn: the only sign was a slip that was taken back. */
export const caseStates = ['open', 'closed', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

/** How a case was closed; the two are never counted together. */
export const closings = ['customer-word', 'without-word'] as const;
export type Closing = (typeof closings)[number];

/** What a case stands at, as far as its next step goes. */
export interface Standing {
  state: CaseState;
  step: CaseStep;
  /** Whom the case is about: nobody ends their own. */
  aboutIds: readonly string[];
  /** Who was asked for the answer, whom the case need not be about, and who wrote the one that stands. */
  answererIds: readonly string[];
  /** Who has the step; null is whoever of the department or of customer service takes it. */
  ownerId: string | null;
  cause: string | null;
  /** Tries to reach the customer that came to nothing, since the case stands at its step. */
  tries: number;
  /** Who asked to end it without the customer's word. */
  endAskedBy: string | null;
  /** Remedies that were promised or asked for, and are not given yet. */
  remediesOwed: number;
}

/** Who acts: a supervisor may do what another one holds. */
export interface Hand {
  id: string;
  supervises: boolean;
}

/** The doctor's or the department's answer, with the cause it goes back to. */
export function mayAnswer(at: Standing, hand: Hand): Decision {
  return allOf(isOpen(at), isAt(at, 'doctor'), isTheirs(at, hand));
}

/** Customer service found that the answer does not answer. */
export function maySendBack(at: Standing, hand: Hand): Decision {
  return allOf(isOpen(at), isAt(at, 'service'), mayJudge(at, hand));
}

/** Customer service stands behind the answer and takes it to the customer. */
export function mayConfirm(at: Standing, hand: Hand): Decision {
  return maySendBack(at, hand);
}

/** A try to reach the customer; by anybody, for it ends nothing. */
export function mayTry(at: Standing): Decision {
  return allOf(isOpen(at), at.step === 'doctor' ? no('wrong-step') : yes);
}

/**
 * The customer's own word with the second score. "Settled" with a score that says otherwise is not believed, and
 * what was promised is given first.
 */
export function mayTakeWord(
  at: Standing,
  hand: Hand,
  word: { isSettled: boolean; score: number },
  rules: Pick<RecoveryRules, 'settledFrom'>,
): Decision {
  const heard = allOf(isOpen(at), isAt(at, 'customer'), mayJudge(at, hand));
  if (!heard.allowed || !word.isSettled) return heard;
  if (word.score < rules.settledFrom) return no('score-too-low');
  return isReadyToClose(at);
}

/** Without the customer's word a case is ended only after so many tries, for a reason, by two people. */
export function mayAskForEnd(
  at: Standing,
  hand: Hand,
  rules: Pick<RecoveryRules, 'triesBeforeEnd'>,
): Decision {
  return allOf(
    isOpen(at),
    isAt(at, 'customer'),
    mayJudge(at, hand),
    at.endAskedBy === null ? yes : no('end-asked'),
    at.tries >= rules.triesBeforeEnd ? yes : no('too-few-tries'),
    isReadyToClose(at),
  );
}

export function mayDecideEnd(at: Standing, hand: Hand): Decision {
  return allOf(
    isOpen(at),
    at.endAskedBy === null ? no('end-not-asked') : yes,
    at.endAskedBy === hand.id ? no('own-wish') : yes,
    isNotAbout(at, hand),
    isNotTheirAnswer(at, hand),
    isReadyToClose(at),
  );
}

/** Whose it is, whom it is about, how grave it is, and whether it was a complaint at all: never theirs to say. */
export function mayDirect(at: Standing, hand: Hand): Decision {
  return allOf(isOpen(at), isNotAbout(at, hand));
}

/** What was called settled, and was not. */
export function mayReopen(at: Standing): Decision {
  return at.state === 'closed' ? yes : no('not-closed');
}

function isReadyToClose(at: Standing): Decision {
  if (at.cause === null) return no('cause-missing');
  return at.remediesOwed === 0 ? yes : no('remedy-owed');
}

function isOpen(at: Standing): Decision {
  return at.state === 'open' ? yes : no('case-closed');
}

function isAt(at: Standing, step: CaseStep): Decision {
  return at.step === step ? yes : no('wrong-step');
}

function isTheirs({ ownerId }: Standing, { id, supervises }: Hand): Decision {
  return ownerId === null || ownerId === id || supervises ? yes : no('not-yours');
}

function isNotAbout({ aboutIds }: Standing, { id }: Hand): Decision {
  return aboutIds.includes(id) ? no('about-you') : yes;
}

/** Nobody judges their own answer; where nobody else is there, a supervisor who wrote it for another may. */
function isNotTheirAnswer({ answererIds }: Standing, { id, supervises }: Hand): Decision {
  return answererIds.includes(id) && !supervises ? no('own-answer') : yes;
}

function mayJudge(at: Standing, hand: Hand): Decision {
  return allOf(isNotAbout(at, hand), isNotTheirAnswer(at, hand), isTheirs(at, hand));
}

/** The first no, else yes. */
function allOf(...decisions: Decision[]): Decision {
  return decisions.find(({ allowed }) => !allowed) ?? yes;
}
