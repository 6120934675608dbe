import { addDays, dayAt, daysBetween, instantAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { followupRoles } from '#domain/staff/role.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import { isOwedTo } from './held-back.ts';
import { plansOwed } from './plan.ts';
import type { CustomerStanding, PlanningEvent } from './plan.ts';
import type { PublishedProtocol, Step } from './protocol.ts';
import { windowsOf } from './window.ts';
import type { WorkingDays } from './working-days.ts';

export const replayDays = 90;

/** How long one contact takes, with what has to be written down; a clinic puts in its own. */
export const standardMinutes: Record<FollowupRole, number> = {
  cs_agent: 5,
  cs_supervisor: 12,
  nurse: 6,
  doctor: 8,
  consultant: 10,
  web_consultant: 8,
  front_desk: 3,
};

/** So many events of one kind: alike in everything that a protocol asks. */
export interface EventGroup {
  event: PlanningEvent;
  customer: CustomerStanding & { refusesContact: boolean; isFrozen: boolean };
  count: number;
}

/** Followups that fell due, by role and day, and by step. */
export interface Load {
  byRole: Map<FollowupRole, number[]>;
  bySteps: Map<string, number>;
  /** What happened that led to them. */
  events: number;
}

export interface ReplaySpan {
  /** Its last day; the first is `replayDays` before the day after it. */
  to: CalendarDate;
  zoneOf(clinicId: string): TimeZone;
  workingDaysOf(clinicId: string): WorkingDays | undefined;
}

export function emptyLoad(): Load {
  return { byRole: new Map(), bySteps: new Map(), events: 0 };
}

/** Adds what these protocols would have made of the events, where it fell due within the span. */
export function addToLoad(
  load: Load,
  protocols: readonly PublishedProtocol[],
  groups: readonly EventGroup[],
  span: ReplaySpan,
): void {
  const from = firstDayOf(span.to);
  for (const { event, customer, count } of groups) {
    const zone = span.zoneOf(event.clinicId);
    const workingDays = span.workingDaysOf(event.clinicId);
    let counts = false;
    for (const plan of plansOwed(protocols, event, { zone, customer, workingDays })) {
      for (const { stepKey, role, purpose, dueAt } of plan.followups) {
        if (!isOwedTo(customer, { purpose, event: event.event })) continue;
        const place = daysBetween(from, dayAt(dueAt, zone));
        if (place < 0 || place >= replayDays) continue;
        counts = true;
        const days = load.byRole.get(role) ?? Array<number>(replayDays).fill(0);
        days[place]! += count;
        load.byRole.set(role, days);
        load.bySteps.set(stepKey, (load.bySteps.get(stepKey) ?? 0) + count);
      }
    }
    if (counts) load.events += count;
  }
}

export function firstDayOf(to: CalendarDate): CalendarDate {
  return addDays(to, 1 - replayDays);
}

/** How many days before it falls due a followup's event can lie. */
export function reachOf(steps: readonly Step[]): number {
  const zone = 'UTC';
  const at = instantAt('2024-01-31T23:59', zone);
  const reach = (step: Step): number => {
    const above = steps.find(({ key }) => key === step.from);
    const own = windowsOf(step.window, at, zone).at(-1)!;
    return daysBetween(dayAt(at, zone), dayAt(own.dueAt, zone)) + (above ? reach(above) : 0);
  };
  // A week more for what working days put off.
  return Math.max(0, ...steps.map(reach)) + 7;
}

/** Hours of work a day, over all days of the span. */
export function hoursADay(followups: readonly number[], minutesEach: number): number {
  const total = followups.reduce((sum, count) => sum + count, 0);
  return followups.length === 0 ? 0 : (total * minutesEach) / 60 / followups.length;
}

/** The roles that a load, or another one, has work for. */
export function rolesOf(...loads: readonly Load[]): FollowupRole[] {
  return followupRoles.filter((role) => loads.some(({ byRole }) => byRole.has(role)));
}
