import type { Instant } from '#domain/base/time.ts';
import { mayWaitDays } from './may-wait.ts';
import type { OwnerRule, Place, PublishedProtocol, Step, WindowRule } from './protocol.ts';

/** How a step of an addition falls short of the organization's own of the same key. */
export const shortcomings = [
  'later',
  'rarer',
  'other-window',
  'other-role',
  'other-purpose',
  'asks-no-score',
  'fewer-channels',
  'ends-sooner',
  'other-owner',
  'waits-longer',
] as const;
export type Shortcoming = (typeof shortcomings)[number];

export interface Undercut {
  stepKey: string;
  how: Shortcoming;
}

/** Where additions would give a customer less than the organization's minimum (C1); nothing where they only add. */
export function undercuts(minimum: readonly Step[], addition: readonly Step[]): Undercut[] {
  return addition.flatMap((step) => {
    const own = minimum.find(({ key }) => key === step.key);
    return own ? shortcomingsOf(own, step).map((how) => ({ stepKey: step.key, how })) : [];
  });
}

function shortcomingsOf(own: Step, step: Step): Shortcoming[] {
  const found: Shortcoming[] = [];
  const inTime = comparedWindow(own.window, step.window);
  if (inTime !== null) found.push(inTime);
  else if (own.from !== step.from) found.push('other-window');
  if (step.role !== own.role) found.push('other-role');
  if (step.purpose !== own.purpose) found.push('other-purpose');
  if (own.asksScore && !step.asksScore) found.push('asks-no-score');
  if (!own.channels.every((channel) => step.channels.includes(channel))) found.push('fewer-channels');
  if (step.until !== undefined && step.until !== own.until) found.push('ends-sooner');
  // Where the organization leaves it open who holds it, an addition may say so.
  if (own.owner !== undefined && !isSameOwner(own.owner, step.owner)) found.push('other-owner');
  if (mayWaitDays(step) > mayWaitDays(own)) found.push('waits-longer');
  return found;
}

function isSameOwner(one: OwnerRule, other: OwnerRule | undefined): boolean {
  if (typeof one === 'string' || typeof other !== 'object') return one === other;
  return one.teamId === other.teamId;
}

/** A stricter window of the same kind is welcome: due sooner, or more often. */
function comparedWindow(own: WindowRule, other: WindowRule): Shortcoming | null {
  switch (own.kind) {
    case 'after':
      return other.kind !== 'after' ? 'other-window' : other.dueHours > own.dueHours ? 'later' : null;
    case 'days':
      return other.kind !== 'days' ? 'other-window' : other.dueDay > own.dueDay ? 'later' : null;
    case 'months':
      return other.kind !== 'months' ? 'other-window' : other.dueMonth > own.dueMonth ? 'later' : null;
    case 'next-month':
      return other.kind !== 'next-month' ? 'other-window' : other.before > own.before ? 'later' : null;
    case 'repeat': {
      if (other.kind !== 'repeat' || other.unit !== own.unit) return 'other-window';
      if (other.every * other.first > own.every * own.first) return 'later';
      const last = (rule: typeof own) => rule.every * (rule.first + rule.times - 1);
      return other.every > own.every || last(other) < last(own) ? 'rarer' : null;
    }
  }
}

/** Whether the version plans what happens at `at`. */
export function isInForceAt(
  version: Pick<PublishedProtocol, 'effectiveFrom' | 'retiredAt'>,
  at: Instant,
): boolean {
  return (
    (version.effectiveFrom === null || version.effectiveFrom <= at) &&
    (version.retiredAt === null || at < version.retiredAt)
  );
}

export function holdsAt(
  place: Place,
  event: { clinicId: string; teamIds?: readonly string[] | undefined },
): boolean {
  if (place === null) return true;
  if ('clinicId' in place) return place.clinicId === event.clinicId;
  return event.teamIds?.includes(place.teamId) ?? false;
}

/**
 * Which steps each version plans for an event at a place: the organization's, unless an addition has a stricter
 * one of the same key, and what the additions have besides. Where the minimum was raised above an addition since,
 * the minimum holds again by itself.
 */
export function stepsByVersion(
  minimum: PublishedProtocol,
  additions: readonly PublishedProtocol[],
): { protocol: PublishedProtocol; steps: Step[] }[] {
  const taken = new Set<string>();
  const added = additions.map((protocol) => ({
    protocol,
    steps: protocol.definition.steps.filter((step) => {
      if (taken.has(step.key) || undercuts(minimum.definition.steps, [step]).length > 0) return false;
      taken.add(step.key);
      return true;
    }),
  }));
  const own = minimum.definition.steps.filter(({ key }) => !taken.has(key));
  return [{ protocol: minimum, steps: own }, ...added].filter(({ steps }) => steps.length > 0);
}
