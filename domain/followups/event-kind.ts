import type { Instant } from '#domain/base/time.ts';
import type { Grade } from '#domain/grading/rule-set.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import { isOwedTo } from './held-back.ts';
import { stepsOwed } from './plan.ts';
import type { PublishedProtocol, Step, TriggerEvent } from './protocol.ts';

/**
 * All that a protocol asks of an event and its customer, but for the moment: of a million events there are a few
 * hundred kinds, and events of one kind owe the same steps.
 */
export interface EventKind {
  event: TriggerEvent;
  clinicId: string;
  atVisit: boolean;
  visitKind: VisitKind | null;
  categories: readonly TreatmentCategory[];
  teamIds: readonly string[];
  grade: Grade;
  classCode: string | null;
  refusesContact: boolean;
  isFrozen: boolean;
  isGone: boolean;
  /** Between which two of the `turningPoints` it happened: before the first is 0. */
  era: number;
}

/** What the protocols ask beyond the event itself: what none of them asks makes no kind. */
export interface Asked {
  grade: boolean;
  class: boolean;
  team: boolean;
}

export function askedBy(protocols: readonly Pick<PublishedProtocol, 'definition' | 'place'>[]): Asked {
  const triggers = protocols.map(({ definition }) => definition.trigger);
  return {
    grade: triggers.some(({ grades }) => grades !== undefined),
    class: triggers.some(({ classes }) => classes !== undefined),
    team:
      triggers.some(({ teamIds }) => teamIds !== undefined) ||
      protocols.some(({ place }) => place !== null && 'teamId' in place),
  };
}

/** The moments at which a version comes into force or goes out of it; between two of them the same hold. */
export function turningPoints(protocols: readonly PublishedProtocol[]): Instant[] {
  const points = protocols.flatMap(({ effectiveFrom, retiredAt }) => [effectiveFrom, retiredAt]);
  return [...new Set(points.filter((at) => at !== null))].sort();
}

const beforeAll: Instant = '0001-01-02T00:00:00.000Z';

/** The steps that events of the kind owe, those aside that are held back from such a customer. */
export function stepsOwedTo(
  protocols: readonly PublishedProtocol[],
  points: readonly Instant[],
  kind: EventKind,
): { protocol: PublishedProtocol; steps: Step[] }[] {
  const { era, atVisit, ...about } = kind;
  const at = era === 0 ? beforeAll : points[era - 1]!;
  const event = { ...about, at, key: '', customerId: '', visitId: atVisit ? '' : null };
  return stepsOwed(protocols, event, kind)
    .map(({ protocol, steps }) => ({
      protocol,
      steps: steps.filter(({ purpose }) => isOwedTo(kind, { purpose, event: kind.event })),
    }))
    .filter(({ steps }) => steps.length > 0);
}
