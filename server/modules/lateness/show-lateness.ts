import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import { addMinutes, dayAt, endOfDay, hoursBetween, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, Instant, TimeZone } from '#domain/base/time.ts';
import { callState, lateCallOwed } from '#domain/lateness/call-state.ts';
import type { CancelledEntry, LateEntry, Lateness } from '#domain/lateness/contract.ts';
import { lateOptions, suggestedChoice, whoComesAfter } from '#domain/lateness/late-options.ts';
import type { LateOption } from '#domain/lateness/late-options.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { listCancelled } from '../appointments/list-cancelled.ts';
import { listContacts } from '../followups/list-contacts.ts';
import { showBoard } from '../reception/show-board.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectDecisions, selectLateCalls, selectReviews } from './store.ts';

/** Where nobody knows when they come, a call later. */
const unknownMinutes = 10;

/** Who is late and what that does to the others, and who cancelled on the day and was called (E2). */
export async function showLateness(
  ctx: Context,
  { clinicId, day: asked }: { clinicId: string; day?: CalendarDate | undefined },
): Promise<Lateness> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const timezone = await findClinicZone(ctx, clinicId);
    if (timezone === undefined) throw new NotFound('clinic', clinicId);
    const today = dayAt(ctx.now, timezone);
    const day = asked ?? today;
    const rules = await findDeskRules(ctx, clinicId);
    return {
      ...{ clinicId, day, today, timezone, cancelContactMinutes: rules.cancelContactMinutes },
      late: await lateOf(ctx, { clinicId, day, rules }),
      cancelled: await cancelledOf(ctx, { clinicId, day, rules, timezone }),
    };
  });
}

/** Who is expected and late by now, and who was called for it and has come or not. */
export async function lateOf(
  ctx: TransactionContext,
  { clinicId, day, rules }: { clinicId: string; day: CalendarDate; rules: DeskRules },
): Promise<LateEntry[]> {
  const { items } = await listAppointments(ctx, { clinicId, from: day, to: day });
  const ids = items.map(({ id }) => id);
  const calls = await selectLateCalls(ctx, ids);
  const decisions = await selectDecisions(ctx, ids);
  const { cards } = await showBoard(ctx, { clinicId, day });
  const here = new Set(
    cards.flatMap(({ stage, appointmentId }) =>
      stage === 'arrived' || stage === 'waiting' ? (appointmentId ?? []) : [],
    ),
  );
  const nameOf = new Map(items.map(({ id, customerName }) => [id, customerName]));
  return items.flatMap((appointment): LateEntry[] => {
    const { id, state, startsAt } = appointment;
    const owed = lateCallOwed(startsAt, rules);
    const made = calls.get(id) ?? [];
    const isExpected = state === 'booked';
    if (made.length === 0 && !(isExpected && owed.from <= ctx.now)) return [];
    const options = isExpected ? optionsOf(appointment, { items, here, made, now: ctx.now }) : [];
    return [
      {
        appointment,
        minutesLate: Math.max(0, Math.floor(hoursBetween(startsAt, ctx.now) * 60)),
        callBy: owed.by,
        callState: callState({ ...owed, calledAt: made[0]?.calledAt ?? null }, ctx.now),
        calls: made,
        options: options.map((option) => ({
          ...option,
          delays: option.delays.map((each) => ({ ...each, customerName: nameOf.get(each.id)! })),
        })),
        suggested: options.length > 0 ? suggestedChoice(options) : null,
        decision: decisions.get(id) ?? null,
      },
    ];
  });
}

function optionsOf(
  late: Appointment,
  day: { items: readonly Appointment[]; here: ReadonlySet<string>; made: LateEntry['calls']; now: Instant },
): LateOption[] {
  const said = day.made.findLast(({ arrivesAt }) => arrivesAt !== null)?.arrivesAt;
  const spanOf = (each: Appointment) => ({ id: each.id, startsAt: each.startsAt, endsAt: endOf(each) });
  const ofDay = (each: Appointment) => ({
    ...each,
    isToCome: each.state === 'booked' || day.here.has(each.id),
  });
  const after = whoComesAfter(ofDay(late), day.items.map(ofDay));
  return lateOptions({
    late: spanOf(late),
    arrivesAt: said && said > day.now ? said : addMinutes(day.now, unknownMinutes),
    after: after.map((each) => ({ ...spanOf(each), isHere: day.here.has(each.id) })),
  });
}

async function cancelledOf(
  ctx: TransactionContext,
  asked: { clinicId: string; day: CalendarDate; rules: DeskRules; timezone: TimeZone },
): Promise<CancelledEntry[]> {
  const { clinicId, day, rules, timezone } = asked;
  const times = { from: startOfDay(day, timezone), to: endOfDay(day, timezone) };
  const items = await listCancelled(ctx, { clinicId, ...times });
  const reviews = await selectReviews(
    ctx,
    items.map(({ id }) => id),
  );
  const customerIds = items.map(({ customerId }) => customerId);
  const question = { from: times.from, to: ctx.now, clinicIds: null, staffId: null, customerIds };
  const contacts = items.length === 0 ? [] : await listContacts(ctx, question);
  return items.map(({ rebookedFor, ...appointment }) => {
    const { id, customerId, cancelledAt } = appointment;
    const contactBy = addMinutes(cancelledAt!, rules.cancelContactMinutes);
    const contactedAt =
      contacts.findLast((each) => each.customerId === customerId && each.at >= cancelledAt!)?.at ?? null;
    return {
      appointment,
      contactBy,
      contactedAt,
      contactState: callState({ from: cancelledAt!, by: contactBy, calledAt: contactedAt }, ctx.now),
      rebookedFor,
      review: reviews.get(id) ?? null,
    };
  });
}
