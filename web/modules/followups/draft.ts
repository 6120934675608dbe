import { instantAt, type CalendarDate, type Instant, type WallTime } from '#domain/base/time.ts';
import { messagesAfter } from '#domain/followups/after-call.ts';
import type { Reach } from '#domain/followups/attempts.ts';
import type { AttemptResult, CallSheet, Followup, RecordCall } from '#domain/followups/contract.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import type { AnsweredCard, CardOfDay } from '#domain/recoverycards/contract.ts';
import { heardInWords, type TypedCard } from '#domain/recoverycards/heard.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import { signsIn } from '#domain/scripts/answers.ts';
import type { SaidScript, ScriptInForce } from '#domain/scripts/contract.ts';
import type { Answer } from '#domain/scripts/script.ts';
import { answersOnTheWay } from '#domain/scripts/walk.ts';
import { hasRole, type Role } from '#domain/staff/role.ts';

type LastTries = Record<string, Instant | null>;

/** What was heard about one followup, as far as it is typed. */
export interface HeardDraft {
  /** Null where nobody has said so: then it is left out when it is a colleague's. */
  leftOut: boolean | null;
  score: number | null;
  notes: string;
  /** What was answered on the way through the script. */
  answers: readonly Answer[];
}

/** A call as far as it is typed. */
export interface Draft {
  result: AttemptResult | null;
  channel: Channel | null;
  minutes: number | null;
  heard: Record<string, HeardDraft>;
  /** What was answered by the recovery cards, by procedure. */
  cards: Record<string, TypedCard>;
  problem: string;
  actionPlan: string;
  nextAppointmentOn: CalendarDate | null;
  callBackAt: WallTime | null;
  reason: string;
  refusesAllContact: boolean;
  hasLeft: boolean;
  /** What is sent in writing after an invitation; null sends nothing. */
  summary: string | null;
  sendsAddress: boolean;
  /** The followups when the typing began, each with its last try then. */
  startedOn: LastTries;
  startedAt: Instant | null;
  /** Why it could not be saved. */
  failure: unknown;
}

export const blankHeard: HeardDraft = { leftOut: null, score: null, notes: '', answers: [] };
export const blankCard: TypedCard = { signs: null, answers: [], finding: null };
export const blankDraft: Draft = {
  result: null,
  channel: null,
  minutes: null,
  heard: {},
  cards: {},
  problem: '',
  actionPlan: '',
  nextAppointmentOn: null,
  callBackAt: null,
  reason: '',
  refusesAllContact: false,
  hasLeft: false,
  summary: null,
  sendsAddress: false,
  startedOn: {},
  startedAt: null,
  failure: null,
};

/** Whether there is nothing in it that anybody would miss. */
export function isBlank({ heard, startedOn: _startedOn, startedAt: _startedAt, ...call }: Draft): boolean {
  const names = Object.keys(call) as (keyof typeof call)[];
  return (
    names.every((name) => call[name] === blankDraft[name]) &&
    Object.values(heard).every(
      ({ leftOut, score, notes, answers }) =>
        leftOut === null && score === null && notes === '' && answers.length === 0,
    )
  );
}

/** Whether a colleague recorded something about these followups after the typing began. */
export function wasOvertaken(sheet: CallSheet, draft: Draft): boolean {
  const now = lastTriesOf(sheet);
  return Object.entries(draft.startedOn).some(([id, lastTry]) => now[id] !== lastTry);
}

/** The followups with their last try, as they are now. */
export function lastTriesOf({ followups }: CallSheet): LastTries {
  return Object.fromEntries(followups.map(({ id, lastAttemptAt }) => [id, lastAttemptAt]));
}

/** Notes on followups that have left the sheet; they are shown, so that no typed word is lost. */
export function notesLeftBehind(sheet: CallSheet, draft: Draft): string[] {
  const open = new Set(sheet.followups.map(({ id }) => id));
  return Object.entries(draft.heard).flatMap(([id, { notes }]) => (notes && !open.has(id) ? [notes] : []));
}

/** The call as the server wants it; a score counts only where the customer was reached. */
export function callOf(sheet: CallSheet, draft: Draft, caller: Caller, result: AttemptResult): RecordCall {
  const { heard } = draft;
  return {
    customerId: sheet.customer.id,
    result,
    channel: draft.channel ?? channelOf(sheet),
    durationSeconds: draft.minutes === null ? null : Math.round(draft.minutes * 60),
    followups: includedIn(sheet, draft, caller).map(({ id, version, asksScore, guide }) => ({
      followupId: id,
      version,
      score: asksScore && result === 'reached' ? (heard[id]?.score ?? null) : null,
      notes: textOf(heard[id]?.notes ?? ''),
      ...scriptOf(sheet, guide, heard[id]?.answers ?? []),
    })),
    ...(result === 'reached' && { cards: answeredCards(sheet, draft, caller) }),
    problem: textOf(draft.problem),
    actionPlan: textOf(draft.actionPlan),
    nextAppointmentOn: draft.nextAppointmentOn,
    callBackAt:
      result === 'call_back' && draft.callBackAt ? instantAt(draft.callBackAt, sheet.clinic.timezone) : null,
    reason: result === 'refused' ? textOf(draft.reason) : null,
    refusesAllContact: result === 'refused' && draft.refusesAllContact,
    ...(result === 'refused' && draft.hasLeft && { hasLeft: true }),
    ...inWriting(sheet, draft, caller),
  };
}

/** What may be sent after the call as it is typed, where the customer and the clinic allow it. */
export function offeredInWriting(sheet: CallSheet, draft: Draft, caller: Caller) {
  const { address = null, phone = null } = sheet.inWriting ?? {};
  const after = messagesAfter({ ...draft, followups: includedIn(sheet, draft, caller) });
  return {
    summary: after.summary && address !== null,
    address: after.address && address !== null && phone !== null,
    /** It would be offered, if the clinic said where it is. */
    lacksAddress: sheet.inWriting !== null && (after.summary || after.address) && address === null,
  };
}

function inWriting(sheet: CallSheet, draft: Draft, caller: Caller) {
  const offered = offeredInWriting(sheet, draft, caller);
  return {
    ...(offered.summary && draft.summary !== null && { summary: textOf(draft.summary) }),
    ...(offered.address && draft.sendsAddress && { sendsAddress: true }),
  };
}

/** The script that was walked, with the answers of the way that was taken in the end. */
function scriptOf(
  { inScript }: CallSheet,
  guide: ScriptInForce | null,
  given: readonly Answer[],
): { script?: SaidScript } {
  if (!guide || !inScript) return {};
  const { version, definition } = guide;
  const answers = answersOnTheWay(definition, inScript, given);
  return answers.length === 0 ? {} : { script: { code: definition.code, version, answers } };
}

export function keyOf({ visitId, code }: CardOfDay): string {
  return `${visitId} ${code}`;
}

/** The warning signs in this call, named in a script or on a card. */
export function signsHeard(sheet: CallSheet, draft: Draft, caller: Caller): HeardSign[] {
  const inScripts = includedIn(sheet, draft, caller).flatMap(({ id, guide }) => {
    const { script } = scriptOf(sheet, guide, draft.heard[id]?.answers ?? []);
    return guide && script ? signsIn(guide.definition, script.answers) : [];
  });
  const onCards = sheet.cards.flatMap(
    (card) => heardInWords(card.days, answersOf(draft.cards[keyOf(card)] ?? blankCard))?.flags ?? [],
  );
  return [...inScripts, ...onCards];
}

/** Why a recovery is for the doctor, whatever the agent makes of it; null where it is for the agent to say. */
export function lockOf(sheet: CallSheet, draft: Draft, caller: Caller): 'sign' | 'open' | null {
  if (caller.treats) return null;
  if (signsHeard(sheet, draft, caller).length > 0) return 'sign';
  return sheet.redFlags.some(({ state }) => state === 'open') ? 'open' : null;
}

/** A card as it is typed; with a warning sign it is for the doctor. */
export function typedCard(sheet: CallSheet, draft: Draft, caller: Caller, card: CardOfDay): TypedCard {
  const typed = draft.cards[keyOf(card)] ?? blankCard;
  return isTouched(typed) && lockOf(sheet, draft, caller) !== null ? { ...typed, finding: 'doctor' } : typed;
}

/** Answers without a word on what to make of them. */
export function hasUnjudgedCard(sheet: CallSheet, draft: Draft, caller: Caller): boolean {
  return sheet.cards.some((card) => {
    const typed = typedCard(sheet, draft, caller, card);
    return isTouched(typed) && typed.finding === null;
  });
}

function answeredCards(sheet: CallSheet, draft: Draft, caller: Caller): AnsweredCard[] {
  return sheet.cards.flatMap((card) => {
    const { finding, ...answers } = typedCard(sheet, draft, caller, card);
    const { visitId, code, version } = card;
    return finding === null ? [] : [{ visitId, code, version, finding, ...answers }];
  });
}

function answersOf({ signs, answers }: TypedCard) {
  return { signs, answers };
}

function isTouched({ signs, answers, finding }: TypedCard): boolean {
  return signs !== null || answers.length > 0 || finding !== null;
}

export interface Caller {
  staffId: string;
  role: Role;
  treats: boolean;
}

/** The followups this call is about. */
export function includedIn(sheet: CallSheet, draft: Draft, caller: Caller) {
  return sheet.followups.filter((followup) => !isLeftOut(sheet, followup, draft, caller));
}

/**
 * A colleague's followup stays theirs unless the caller takes it into the call: a nurse's questions are not
 * answered, nor a complaint settled, by the way. Who holds none of them calls in their place, about all.
 */
export function isLeftOut(sheet: CallSheet, followup: Followup, draft: Draft, caller: Caller): boolean {
  const said = draft.heard[followup.id]?.leftOut ?? null;
  return said ?? (sheet.followups.some((each) => isFor(caller, each)) && !isFor(caller, followup));
}

function isFor(caller: Caller, { assigneeId, role }: Followup): boolean {
  return assigneeId === null ? hasRole(caller, role) : assigneeId === caller.staffId;
}

/** The way the first followup is tried next where nobody answered, else the way its step would like to be done. */
export function channelOf(sheet: CallSheet): Channel {
  const [first] = sheet.followups;
  return first?.nextChannel ?? first?.channels[0] ?? 'phone';
}

/** When and by which ways the customer can be tried about one of the followups. */
export function reachOf({ clinic, clinicHours, discreet }: CallSheet, ways: Reach['ways']): Reach {
  const { calendar, publicDays, writingHours } = clinicHours;
  const { lastYear, holidays, makeUpDays } = publicDays;
  const days = { lastYear, holidays: new Set(holidays), makeUpDays: new Set(makeUpDays) };
  return {
    zone: clinic.timezone,
    workingDays: calendar ? { calendar, publicDays: days } : undefined,
    safeHours: discreet?.profile.safeHours ?? [],
    writingHours,
    ways,
  };
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
