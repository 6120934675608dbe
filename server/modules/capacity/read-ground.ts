import { addDays, dayAt, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { isAwayOn } from '#domain/availability/availability.ts';
import type { StaffAvailability } from '#domain/availability/contract.ts';
import type { CapacityOf, WorkItem } from '#domain/capacity/level.ts';
import { levelDays, minutesOfContact } from '#domain/capacity/rules.ts';
import type { CapacityRules, ContactMinutes, Measure } from '#domain/capacity/rules.ts';
import { capacityOn, standInOn, workerHoursOn } from '#domain/capacity/work-days.ts';
import type { House, Worker } from '#domain/capacity/work-days.ts';
import { workOf } from '#domain/capacity/work.ts';
import type { StaffMember } from '#domain/staff/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findAvailability } from '../availability/list-availability.ts';
import { findMeasures } from '../followups/find-load.ts';
import type { OpenFollowup } from '../followups/find-load.ts';
import { readWorkingDays } from '../followups/plan-events.ts';
import { listClinics } from '../staff/edit-clinics.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { rulesInForce } from './get-rules.ts';

/** All that everybody's days depend on, read once. */
export interface Ground {
  now: Instant;
  today: CalendarDate;
  zone: TimeZone;
  /** Up to then days are filled. */
  until: Instant;
  rules: CapacityRules;
  /** Who is not disabled, by id. */
  people: ReadonlyMap<string, StaffMember>;
  leaves: ReadonlyMap<string, StaffAvailability['leaves']>;
  zoneOf(clinicId: string): TimeZone;
  capacityOf: CapacityOf;
  isAway(staffId: string, day: CalendarDate): boolean;
  /** Undefined: there; null: away, and nobody stands in. */
  standInOf(staffId: string, day: CalendarDate): string | null | undefined;
  minutesOf(staffId: string, purpose: WorkItem['purpose']): ContactMinutes;
  /** Null: nobody holds it. */
  workOf(followup: OpenFollowup): WorkItem | null;
}

/** Today, and up to when days are filled; by the clocks of the first clinic, as the organization's own are. */
export async function daysAhead(
  ctx: TransactionContext,
): Promise<{ today: CalendarDate; until: Instant; zone: TimeZone }> {
  const { items: clinics } = await listClinics(ctx);
  const zone = clinics[0]?.timezone ?? ctx.zone;
  const today = dayAt(ctx.now, zone);
  return { today, until: endOfDay(addDays(today, levelDays), zone), zone };
}

export async function readGround(ctx: TransactionContext): Promise<Ground> {
  const [{ items: clinics }, { items: staff }, workingDays, { rules }, measures] = await Promise.all([
    listClinics(ctx),
    listStaff(ctx),
    readWorkingDays(ctx),
    rulesInForce(ctx),
    findMeasures(ctx),
  ]);
  const { today, until, zone } = await daysAhead(ctx);
  const availability = await findAvailability(ctx, { from: addDays(today, -1) });
  const people = new Map(staff.filter(({ state }) => state !== 'disabled').map((each) => [each.id, each]));
  const houses = new Map<string, House>(
    clinics.map(({ id, timezone }) => [id, { zone: timezone, workingDays: workingDays.get(id) }]),
  );
  const workers = workersOf(people, availability, houses);
  return {
    now: ctx.now,
    today,
    zone,
    until,
    rules,
    people,
    leaves: new Map(availability.map(({ staffId, leaves }) => [staffId, leaves])),
    zoneOf: (clinicId) => houses.get(clinicId)?.zone ?? zone,
    ...daysOf(workers, rules, measures, ctx.now, (clinicId) => houses.get(clinicId)?.zone ?? zone),
  };
}

function workersOf(
  people: ReadonlyMap<string, StaffMember>,
  availability: readonly StaffAvailability[],
  houses: ReadonlyMap<string, House>,
): Map<string, Worker> {
  const workers = new Map<string, Worker>();
  for (const { staffId, hours, leaves } of availability) {
    const person = people.get(staffId);
    if (!person) continue;
    const own = person.allClinics
      ? [...houses.values()]
      : person.clinicIds.flatMap((id) => houses.get(id) ?? []);
    workers.set(staffId, { staffId, role: person.role, own: hours, leaves, houses: own });
  }
  return workers;
}

/** What is asked of a person's day over and over is worked out once. */
function daysOf(
  workers: ReadonlyMap<string, Worker>,
  rules: CapacityRules,
  measures: readonly Measure[],
  now: Instant,
  zoneOf: (clinicId: string) => TimeZone,
) {
  const hoursOf = remembered((staffId: string, day: string) => {
    const worker = workers.get(staffId);
    return worker ? workerHoursOn(day, worker) : null;
  });
  const capacity = remembered((staffId: string, day: string) => {
    const worker = workers.get(staffId);
    return worker ? capacityOn(day, worker, rules, now) : 0;
  });
  const standInOf = remembered((staffId: string, day: string) => {
    const worker = workers.get(staffId);
    const standIn = worker && standInOn(day, worker);
    // A stand-in who left or is away stands in for nobody.
    return standIn && !hoursOf(standIn, day) ? null : standIn;
  });
  const minutesOf = remembered((staffId: string, purpose: string) =>
    minutesOfContact(staffId, purpose as WorkItem['purpose'], measures, rules),
  );
  return {
    capacityOf: capacity,
    standInOf,
    minutesOf,
    isAway: (staffId: string, day: CalendarDate) => isAwayOn(workers.get(staffId)?.leaves ?? [], day),
    workOf: (followup: OpenFollowup): WorkItem | null =>
      followup.assigneeId === null
        ? null
        : workOf(followup, {
            zone: zoneOf(followup.clinicId),
            now,
            holderId: followup.assigneeId,
            hoursOf,
            standInOf,
            minutesOf: (staffId, purpose) => minutesOf(staffId, purpose).minutes,
          }),
  };
}

function remembered<T>(work: (one: string, other: string) => T): (one: string, other: string) => T {
  const known = new Map<string, T>();
  return (one, other) => {
    const key = `${one} ${other}`;
    if (!known.has(key)) known.set(key, work(one, other));
    return known.get(key)!;
  };
}
