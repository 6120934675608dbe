import type { z } from 'zod';
import { addDays, dayAt, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type {
  AskCapacity,
  AskDay,
  Capacity,
  DayItem,
  DayLoad,
  PersonDay,
} from '#domain/capacity/contract.ts';
import { standing } from '#domain/capacity/level.ts';
import type { WorkItem } from '#domain/capacity/level.ts';
import { warnDays } from '#domain/capacity/rules.ts';
import { fillOf } from '#domain/capacity/fill.ts';
import { mayWaitDays } from '#domain/followups/may-wait.ts';
import type { StaffMember } from '#domain/staff/contract.ts';
import { clinicsAsked, maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findFollowups } from '../followups/find-followups.ts';
import { findOpenFollowups } from '../followups/find-load.ts';
import type { OpenFollowup } from '../followups/find-load.ts';
import { readGround } from './read-ground.ts';
import type { Ground } from './read-ground.ts';

/** So many days are shown; of the first `warnDays` is told what does not fit. */
export const shownDays = 14;

/** Everybody's days of the coming two weeks: how much they hold against what they have. */
export async function showCapacity(ctx: Context, input: z.infer<typeof AskCapacity>): Promise<Capacity> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const clinicIds = clinicsAsked(ctx, input.clinicId);
    const ground = await readGround(ctx);
    const { work, open } = await readWork(ctx, ground);
    const fill = fillOf(work, ground.capacityOf);
    const days = Array.from({ length: shownDays }, (_, ahead) => addDays(ground.today, ahead));
    const people = [...ground.people.values()]
      .filter(
        ({ allClinics, clinicIds: own }) =>
          allClinics || clinicIds === null || own.some((id) => clinicIds.includes(id)),
      )
      .map(({ id, name, role }) => ({
        ...{ staffId: id, name, role },
        days: days.map((day) => dayOf(ground, fill, id, day)),
      }))
      .filter(({ days }) => days.some(({ capacity, load }) => capacity > 0 || load > 0));
    const coming = people.map(({ days }) => days.slice(0, warnDays).filter(({ over }) => over > 0));
    return {
      today: ground.today,
      days,
      people,
      warning: {
        people: coming.filter((days) => days.length > 0).length,
        days: coming.flat().length,
        contacts: coming.flat().reduce((sum, { over }) => sum + over, 0),
      },
      heldByNobody: heldByNobody(open, clinicIds).length,
    };
  });
}

/** Those of the clinics that nobody holds, the first to be done first. */
export function heldByNobody(
  open: readonly OpenFollowup[],
  clinicIds: readonly string[] | null,
): OpenFollowup[] {
  return open
    .filter(({ assigneeId }) => assigneeId === null)
    .filter(({ clinicId }) => clinicIds === null || clinicIds.includes(clinicId))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}

/** What makes up somebody's day, in the order it gives way. */
export async function listDayLoad(ctx: Context, input: z.infer<typeof AskDay>): Promise<DayLoad> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    const ground = await readGround(ctx);
    const person = requirePerson(ctx, ground, input.staffId);
    const { work, open } = await readWork(ctx, ground);
    const fill = fillOf(work, ground.capacityOf);
    const theirs = standing(work, ground.capacityOf)
      .filter(({ id, day }) => day === input.day && fill.itemOf(id).personId === input.staffId)
      .toReversed();
    const byId = new Map(open.map((followup) => [followup.id, followup]));
    const rows = await itemsOf(
      ctx,
      ground,
      theirs.map(({ id, fits }) => ({ fits, item: fill.itemOf(id), followup: byId.get(id)! })),
    );
    return {
      ...{ staffId: person.id, name: person.name, role: person.role },
      ...dayOf(ground, fill, person.id, input.day),
      items: rows,
    };
  });
}

/** Who shares a clinic with the asker. */
export function requirePerson(ctx: Context, ground: Ground, staffId: string): StaffMember {
  const person = findPerson(ctx, ground, staffId);
  if (!person) throw new NotFound('staff', staffId);
  return person;
}

export function findPerson(ctx: Context, ground: Ground, staffId: string): StaffMember | null {
  const person = ground.people.get(staffId);
  if (!person) return null;
  return person.allClinics || person.clinicIds.some((id) => maySeeClinic(ctx, id)) ? person : null;
}

/** Everything of the coming days as work; also what is shown as nobody's. */
export async function readWork(
  ctx: TransactionContext,
  ground: Ground,
): Promise<{ open: OpenFollowup[]; work: WorkItem[] }> {
  const until = endOfDay(addDays(ground.today, shownDays), ground.zone);
  const open = await findOpenFollowups(ctx, until, null);
  const work = open.flatMap((followup) => {
    const item = ground.workOf(followup);
    // Never placed, it stands where its protocol has it.
    return item ? [{ ...item, day: item.day ?? item.wanted }] : [];
  });
  return { open, work };
}

export function dayOf(
  ground: Ground,
  fill: ReturnType<typeof fillOf>,
  staffId: string,
  day: CalendarDate,
): PersonDay {
  return {
    day,
    capacity: ground.capacityOf(staffId, day),
    ...fill.of(staffId, day),
    isAway: ground.isAway(staffId, day),
  };
}

interface Row {
  fits: boolean;
  item: WorkItem;
  followup: OpenFollowup;
}

async function itemsOf(ctx: TransactionContext, ground: Ground, rows: readonly Row[]): Promise<DayItem[]> {
  const seen = rows.filter(({ followup }) => maySeeClinic(ctx, followup.clinicId));
  const [described, customers] = await Promise.all([
    findFollowups(
      ctx,
      seen.map(({ followup }) => followup.id),
    ),
    briefCustomers(
      ctx,
      seen.map(({ followup }) => followup.customerId),
    ),
  ]);
  return seen.flatMap(({ fits, item, followup }) => {
    const said = described.get(followup.id);
    if (!said) return [];
    const zone = ground.zoneOf(followup.clinicId);
    const { id, customerId, purpose, assigneeId, dueByProtocol } = followup;
    return {
      ...{ followupId: id, customerId, purpose, fits, minutes: item.minutes, isFixed: item.isFixed },
      customerName: customers.get(customerId)?.name ?? '',
      protocolName: said.protocolName,
      stepName: said.stepName,
      holderName: assigneeId === item.personId ? null : (ground.people.get(assigneeId!)?.name ?? null),
      opensOn: dayAt(followup.opensAt, zone),
      closesOn: dayAt(followup.closesAt, zone),
      wantedOn: dueByProtocol === null ? null : item.wanted,
      mayWaitDays: mayWaitDays(said.step),
    };
  });
}
