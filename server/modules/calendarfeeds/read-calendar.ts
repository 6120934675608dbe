import { createHash } from 'node:crypto';
import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import { addDays, dayAt } from '#domain/base/time.ts';
import { writeCalendar } from '#domain/calendarfeeds/icalendar.ts';
import type { CalendarEvent } from '#domain/calendarfeeds/icalendar.ts';
import { surnameOf } from '#domain/messaging/salutation.ts';
import { readToken } from '#domain/links/token.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { PublicContext, TextAnswer } from '#server/platform/http/define-route.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { hashLink } from '../links/make-token.ts';
import { openToken } from '../links/open-token.ts';
import { systemContext } from '../staff/gate.ts';
import { listClinics } from '../staff/edit-clinics.ts';
import { listStaff } from '../staff/edit-staff.ts';
import { selectFeedOf, updateRead } from './store.ts';

const [daysBack, daysAhead] = [7, 54];

/** A doctor's times for their own calendar: when and where, and of the customer no more than a surname. */
export async function readCalendar(house: PublicContext, { token }: { token: string }): Promise<TextAnswer> {
  const parts = readToken(token);
  const opened = await openToken(house, parts?.code, async (orgId) => {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const feed = await selectFeedOf(ctx, hashLink(token));
      if (!feed) return undefined;
      await updateRead(ctx, feed.id);
      return { found: await calendarOf(ctx, feed.doctorId) };
    });
  });
  if (opened === undefined) throw new NotFound('calendar');
  const text = opened.found;
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  return { contentType: 'text/calendar; charset=utf-8', text, etag };
}

async function calendarOf(ctx: TransactionContext, doctorId: string): Promise<string> {
  const today = dayAt(ctx.now, ctx.zone);
  const days = { from: addDays(today, -daysBack), to: addDays(today, daysAhead) };
  const { items } = await listAppointments(ctx, { ...days, doctorId });
  const clinics = new Map((await listClinics(ctx)).items.map(({ id, name }) => [id, name]));
  const doctor = (await listStaff(ctx)).items.find(({ id }) => id === doctorId);
  return writeCalendar(
    doctor?.name ?? '',
    items.map((item) => eventOf(item, clinics.get(item.clinicId) ?? '')),
  );
}

function eventOf(item: Appointment, clinicName: string): CalendarEvent {
  const { id, startsAt, customerName, chairName, state, confirmation, version } = item;
  const isOff = state === 'cancelled' || state === 'missed';
  return {
    ...{ id, startsAt, endsAt: endOf(item), summary: surnameOf(customerName) },
    location: [clinicName, chairName].filter(Boolean).join(' '),
    state: isOff ? 'cancelled' : confirmation === 'confirmed' || state === 'kept' ? 'confirmed' : 'tentative',
    sequence: version - 1,
    stampedAt: item.bookedAt ?? startsAt,
  };
}
