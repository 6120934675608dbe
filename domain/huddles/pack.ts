import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import type { Instant } from '#domain/base/time.ts';
import type { VisitKind } from '#domain/visits/visit.ts';

export const huddleKinds = ['morning', 'evening'] as const;
export type HuddleKind = (typeof huddleKinds)[number];

/** In the order a meeting goes through them. */
export const lineKinds = [
  'no-next',
  'no-intake',
  'unconfirmed',
  'wait-over',
  'low-score',
  'promise',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** What is said of a line; which of it there is depends on its kind. */
export interface LineFacts {
  /** Of who left without a next appointment; null where nobody asked. */
  reason?: string | null;
  isSilent?: boolean;
  /** Who received somebody whose intake form is missing. */
  byName?: string | null;
  startsAt?: Instant;
  risk?: number;
  minutes?: number;
  target?: number;
  score?: number;
  breaksAt?: Instant;
  what?: 'followup' | 'case';
}

export interface NewLine {
  kind: LineKind;
  subjectId: string;
  customerId: string;
  facts: LineFacts;
}

export interface AppointmentAhead {
  id: string;
  customerId: string;
  startsAt: Instant;
  visitKind: VisitKind;
  confirmation: 'confirmed' | 'declined' | 'unreached' | null;
  /** How often the customer did not come. */
  missedBefore: number;
}

/** What the record says of the day, as far as a meeting asks. */
export interface HuddleRecord {
  left: readonly { visitId: string; customerId: string; isSilent: boolean; reason: string | null }[];
  /** First visitors of the day who left no intake form. */
  intakes: readonly { visitId: string; customerId: string; receivedByName: string | null }[];
  ahead: readonly AppointmentAhead[];
  waits: readonly { visitId: string; customerId: string; kind: VisitKind; minutes: number }[];
  scores: readonly { id: string; customerId: string; score: number }[];
  promises: readonly { id: string; customerId: string; breaksAt: Instant; what: 'followup' | 'case' }[];
}

/** E5: the clinic's own targets of waiting. */
type WaitTargets = Pick<DeskRules, 'waitFirstMinutes' | 'waitReturnMinutes'>;

/** D2: 8 and 9 are satisfied, 6 and 7 fair, less is not. */
const lowScoreBelow = 8;

/** How likely it is that nobody comes: who said so, who was not reached, who stayed away before, who was never here. */
export function riskOf({ confirmation, missedBefore, visitKind }: AppointmentAhead): number {
  const said = confirmation === 'declined' ? 4 : confirmation === 'unreached' ? 2 : 1;
  return said + 2 * Math.min(missedBefore, 3) + (visitKind === 'first' ? 1 : 0);
}

/** What is new to talk about: in the evening the day and tomorrow, in the morning today and last night. */
export function packOf(
  kind: HuddleKind,
  record: HuddleRecord,
  targets: WaitTargets = standardDeskRules,
): NewLine[] {
  const left = record.left.map(({ visitId, customerId, isSilent, reason }) => ({
    ...{ kind: 'no-next' as const, subjectId: visitId, customerId, facts: { reason, isSilent } },
  }));
  const intakes = record.intakes.map(({ visitId, customerId, receivedByName }) => ({
    ...{ kind: 'no-intake' as const, subjectId: visitId, customerId, facts: { byName: receivedByName } },
  }));
  const unconfirmed = record.ahead
    .filter(({ confirmation }) => confirmation !== 'confirmed')
    .map((one) => ({
      ...{ kind: 'unconfirmed' as const, subjectId: one.id, customerId: one.customerId },
      facts: { startsAt: one.startsAt, risk: riskOf(one) },
    }))
    .sort((one, other) => other.facts.risk - one.facts.risk);
  const waits = record.waits.flatMap(({ visitId, customerId, kind, minutes }) => {
    const target = kind === 'first' ? targets.waitFirstMinutes : targets.waitReturnMinutes;
    return minutes > target
      ? [{ kind: 'wait-over' as const, subjectId: visitId, customerId, facts: { minutes, target } }]
      : [];
  });
  const scores = record.scores
    .filter(({ score }) => score < lowScoreBelow)
    .map(({ id, customerId, score }) => ({
      ...{ kind: 'low-score' as const, subjectId: id, customerId, facts: { score } },
    }));
  const promises = record.promises.map(({ id, customerId, breaksAt, what }) => ({
    ...{ kind: 'promise' as const, subjectId: id, customerId, facts: { breaksAt, what } },
  }));
  return kind === 'evening'
    ? [...left, ...intakes, ...unconfirmed, ...waits, ...scores, ...promises]
    : [...unconfirmed, ...scores, ...promises];
}

/** A meeting ends once every line has somebody and a time, or is settled. */
export function withoutOwner(lines: readonly { ownerId: string | null; closedAt: Instant | null }[]): number {
  return lines.filter(({ ownerId, closedAt }) => ownerId === null && closedAt === null).length;
}
