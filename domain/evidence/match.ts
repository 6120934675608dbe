import { addHours, addMinutes, instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AttemptResult } from '#domain/followups/contract.ts';
import type { EvidenceRules } from './rules.ts';

/** A call as somebody recorded it. */
export interface RecordedCall {
  callId: string;
  /** When it was recorded, by the server's clock. */
  at: Instant;
  /** When it was made, of a call recorded only later, as it stands on the paper. */
  happenedAt: Instant | null;
  staffId: string | null;
  channel: string;
  result: AttemptResult;
  /** The customer's numbers, as hashes. */
  phones: readonly string[];
}

/** A call as the telephone logged it. */
export interface LoggedCall {
  id: string;
  phone: string;
  direction: 'out' | 'in';
  /** Null where the log does not say whose telephone it was. */
  staffId: string | null;
  startedAt: Instant;
  seconds: number;
}

/** Whether the log can be of this call: the number, the direction, the person, the time, and what came of it. */
export function fits(call: RecordedCall, log: LoggedCall, rules: EvidenceRules): boolean {
  if (call.channel !== 'phone' || !call.phones.includes(log.phone)) return false;
  if (log.staffId !== null && log.staffId !== call.staffId) return false;
  const wasSpoken = log.seconds > 0 && log.seconds >= rules.leastSeconds;
  if (call.result === 'no_answer') {
    if (log.direction === 'in' || wasSpoken) return false;
  } else if (call.result !== 'wrong_number' && !wasSpoken) return false;
  if (call.happenedAt !== null) {
    const earliest = addMinutes(log.startedAt, -rules.byHandMinutes);
    return call.happenedAt >= earliest && call.happenedAt <= addMinutes(endOf(log), rules.byHandMinutes);
  }
  const earliest = addMinutes(log.startedAt, -rules.clockSkewMinutes);
  return call.at >= earliest && call.at <= addHours(endOf(log), rules.matchWithinHours);
}

/** Each logged call shows one recorded call at most, and each recorded one is shown by the log nearest to it. */
export function matchesOf(
  calls: readonly RecordedCall[],
  logs: readonly LoggedCall[],
  rules: EvidenceRules,
): { callId: string; logId: string; isLate: boolean }[] {
  const logsOf = new Map<string, LoggedCall[]>();
  for (const log of logs) logsOf.set(log.phone, [...(logsOf.get(log.phone) ?? []), log]);
  const pairs = calls.flatMap((call) =>
    [...new Set(call.phones)]
      .flatMap((phone) => logsOf.get(phone) ?? [])
      .filter((log) => fits(call, log, rules))
      .map((log) => ({ call, log, gap: gapOf(call, log) })),
  );
  pairs.sort((a, b) => a.gap - b.gap || (a.call.callId + a.log.id < b.call.callId + b.log.id ? -1 : 1));
  const [shown, used] = [new Set<string>(), new Set<string>()];
  return pairs.flatMap(({ call, log }) => {
    if (shown.has(call.callId) || used.has(log.id)) return [];
    shown.add(call.callId);
    used.add(log.id);
    return [{ callId: call.callId, logId: log.id, isLate: isLate(call, log, rules) }];
  });
}

/** Written down long after the call: from memory, or made up. */
export function isLate({ at }: Pick<RecordedCall, 'at'>, log: LoggedCall, rules: EvidenceRules): boolean {
  return at > addMinutes(endOf(log), rules.lateAfterMinutes);
}

/** The same of a call that no log shows, by what it says of itself. */
export function saysItIsLate(
  { at, happenedAt }: Pick<RecordedCall, 'at' | 'happenedAt'>,
  rules: EvidenceRules,
): boolean {
  return happenedAt !== null && at > addMinutes(happenedAt, rules.lateAfterMinutes);
}

/** Of the calls with the customer the last one made before an answer; null where it is too long ago. */
export function callAnsweredBy<C extends { at: Instant; happenedAt: Instant | null; result: string }>(
  calls: readonly C[],
  answeredAt: Instant,
  rules: EvidenceRules,
): C | null {
  const earliest = addHours(answeredAt, -24 * rules.answerWithinDays);
  const reached = calls.filter(
    (call) => call.result === 'reached' && madeAt(call) <= answeredAt && madeAt(call) >= earliest,
  );
  return reached.toSorted((a, b) => (madeAt(a) < madeAt(b) ? 1 : -1))[0] ?? null;
}

function madeAt({ at, happenedAt }: Pick<RecordedCall, 'at' | 'happenedAt'>): Instant {
  return happenedAt ?? at;
}

function endOf({ startedAt, seconds }: LoggedCall): Instant {
  return instantOf(millisecondsOf(startedAt) + seconds * 1000);
}

function gapOf(call: RecordedCall, log: LoggedCall): number {
  return Math.abs(millisecondsOf(madeAt(call)) - millisecondsOf(endOf(log)));
}
