import type { AttemptResult, CallSheet, RecordCall } from '#domain/followups/contract.ts';
import type { Channel } from '#domain/followups/protocol.ts';
import { instantAt, type CalendarDate, type Instant, type WallTime } from '#domain/base/time.ts';
import { serverNow } from '#web/lib/clock.ts';
import { signal, useSignal } from '#web/lib/signal.ts';

type LastTries = Record<string, Instant | null>;

/** What was heard about one followup, as far as it is typed. */
export interface HeardDraft {
  leftOut: boolean;
  score: number | null;
  notes: string;
}

/** A call as far as it is typed. */
export interface Draft {
  result: AttemptResult | null;
  channel: Channel | null;
  minutes: number | null;
  heard: Record<string, HeardDraft>;
  problem: string;
  actionPlan: string;
  nextAppointmentOn: CalendarDate | null;
  callBackAt: WallTime | null;
  reason: string;
  refusesAllContact: boolean;
  /** The followups when the typing began, each with its last try then. */
  startedOn: LastTries;
  startedAt: Instant | null;
  /** Why it could not be saved. */
  failure: unknown;
}

export const blankHeard: HeardDraft = { leftOut: false, score: null, notes: '' };
export const blankDraft: Draft = {
  result: null,
  channel: null,
  minutes: null,
  heard: {},
  problem: '',
  actionPlan: '',
  nextAppointmentOn: null,
  callBackAt: null,
  reason: '',
  refusesAllContact: false,
  startedOn: {},
  startedAt: null,
  failure: null,
};

/** By customer, outside of every component: switching rows or pages, or an ended session, loses nothing typed. */
const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

export function useDrafts(): ReadonlyMap<string, Draft> {
  return useSignal(drafts);
}

export function useDraft(sheet: CallSheet) {
  const { id } = sheet.customer;
  const draft = useDrafts().get(id) ?? blankDraft;
  const change = (part: Partial<Draft>) => {
    const now = drafts.get().get(id) ?? { ...blankDraft, ...startOn(sheet) };
    keepDraft(id, { ...now, ...part });
  };
  const changeHeard = (followupId: string, part: Partial<HeardDraft>) => {
    const { heard } = drafts.get().get(id) ?? blankDraft;
    change({ heard: { ...heard, [followupId]: { ...(heard[followupId] ?? blankHeard), ...part } } });
  };
  return { draft, change, changeHeard };
}

export function keepDraft(customerId: string, draft: Draft): void {
  drafts.set(new Map(drafts.get()).set(customerId, draft));
}

export function dropDraft(customerId: string): void {
  const rest = new Map(drafts.get());
  rest.delete(customerId);
  drafts.set(rest);
}

/** Taking note of the followups as they are now; later changes to them are then somebody else's. */
export function startOn(sheet: CallSheet): Pick<Draft, 'startedOn' | 'startedAt'> {
  return { startedOn: lastTriesOf(sheet), startedAt: serverNow() };
}

/** Whether a colleague recorded something about these followups after the typing began. */
export function wasOvertaken(sheet: CallSheet, draft: Draft): boolean {
  const now = lastTriesOf(sheet);
  return Object.entries(draft.startedOn).some(([id, lastTry]) => now[id] !== lastTry);
}

function lastTriesOf({ followups }: CallSheet): LastTries {
  return Object.fromEntries(followups.map(({ id, lastAttemptAt }) => [id, lastAttemptAt]));
}

/** Notes on followups that have left the sheet; they are shown, so that no typed word is lost. */
export function notesLeftBehind(sheet: CallSheet, draft: Draft): string[] {
  const open = new Set(sheet.followups.map(({ id }) => id));
  return Object.entries(draft.heard).flatMap(([id, { notes }]) => (notes && !open.has(id) ? [notes] : []));
}

/** The call as the server wants it; a score counts only where the customer was reached. */
export function callOf(sheet: CallSheet, draft: Draft, result: AttemptResult): RecordCall {
  const { heard } = draft;
  return {
    customerId: sheet.customer.id,
    result,
    channel: draft.channel ?? channelOf(sheet),
    durationSeconds: draft.minutes === null ? null : Math.round(draft.minutes * 60),
    followups: includedIn(sheet, draft).map(({ id, version, asksScore }) => ({
      followupId: id,
      version,
      score: asksScore && result === 'reached' ? (heard[id]?.score ?? null) : null,
      notes: textOf(heard[id]?.notes ?? ''),
    })),
    problem: textOf(draft.problem),
    actionPlan: textOf(draft.actionPlan),
    nextAppointmentOn: draft.nextAppointmentOn,
    callBackAt:
      result === 'call_back' && draft.callBackAt ? instantAt(draft.callBackAt, sheet.clinic.timezone) : null,
    reason: result === 'refused' ? textOf(draft.reason) : null,
    refusesAllContact: result === 'refused' && draft.refusesAllContact,
  };
}

export function includedIn(sheet: CallSheet, draft: Draft) {
  return sheet.followups.filter(({ id }) => !draft.heard[id]?.leftOut);
}

/** The way the first step would like to be done. */
export function channelOf(sheet: CallSheet): Channel {
  return sheet.followups[0]?.channels[0] ?? 'phone';
}

function textOf(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
