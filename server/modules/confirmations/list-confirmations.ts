import type { Appointment } from '#domain/appointments/contract.ts';
import { addDays, dayAt, daysBetween } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { ConfirmationEntry, ConfirmationList } from '#domain/confirmations/contract.ts';
import { riskOf } from '#domain/confirmations/risk.ts';
import { whoConfirms } from '#domain/confirmations/who-confirms.ts';
import type { DeskColleague } from '#domain/confirmations/who-confirms.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { countMissed } from '../appointments/count-missed.ts';
import { findOpenDays } from '../appointments/find-open-days.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { listDesk } from '../staff/list-colleagues.ts';
import { selectAsks, selectConfirmers, selectLists } from './store.ts';
import type { Ask } from './store.ts';

/** Who is booked on a day and what each has said (E1); where no day is named, the next on which the clinic is open. */
export async function listConfirmations(
  ctx: Context,
  { clinicId, day }: { clinicId: string; day?: CalendarDate | undefined },
): Promise<ConfirmationList> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    const timezone = await findClinicZone(ctx, clinicId);
    if (timezone === undefined) throw new NotFound('clinic', clinicId);
    const today = dayAt(ctx.now, timezone);
    const [now, ...next] = await findOpenDays(ctx, { clinicId, from: today, days: 8 });
    const asked = day ?? next.find(({ isOpen }) => isOpen)?.day ?? addDays(today, 1);
    const desk = await listDesk(ctx, clinicId);
    const items = await entriesOf(ctx, { clinicId, day: asked, timezone, desk });
    const shared = await selectLists(ctx, { clinicId, day: asked });
    const closesAt = now!.isOpen ? now!.closesAt : null;
    return { clinicId, day: asked, today, timezone, closesAt, items, desk, shared };
  });
}

export async function entriesOf(
  ctx: TransactionContext,
  asked: { clinicId: string; day: CalendarDate; timezone: TimeZone; desk: readonly DeskColleague[] },
): Promise<ConfirmationEntry[]> {
  const { clinicId, day, timezone, desk } = asked;
  const { items } = await listAppointments(ctx, { clinicId, from: day, to: day, state: 'booked' });
  const ids = items.map(({ id }) => id);
  const asks = await selectAsks(ctx, ids);
  const named = await selectConfirmers(ctx, ids);
  const missed = await countMissed(ctx, [...new Set(items.map(({ customerId }) => customerId))]);
  return items.map((appointment, position): ConfirmationEntry => {
    const { id, customerId, bookedAt, bookedById, confirmation, visitKind } = appointment;
    const missedBefore = missed.get(customerId) ?? 0;
    const ask = asks.findLast((each) => each.appointmentId === id && each.startsAt === appointment.startsAt);
    return {
      appointment,
      askedAt: ask?.askedAt ?? null,
      reply: replyOf(ask, appointment),
      risk: riskOf({
        ...{ isFirst: visitKind === 'first', missedBefore, confirmation },
        leadDays: bookedAt === null ? null : daysBetween(dayAt(bookedAt, timezone), day),
      }),
      confirmer:
        confirmation === 'confirmed'
          ? null
          : whoConfirms({ position, namedId: named.get(id) ?? null, bookedById }, desk),
      missedBefore,
    };
  });
}

/** What nobody has made a yes or a no of yet. */
function replyOf(ask: Ask | undefined, { confirmation }: Appointment): ConfirmationEntry['reply'] {
  if (ask?.answer !== 'unclear' || confirmation !== null) return null;
  return { text: ask.reply ?? '', at: ask.answeredAt! };
}
