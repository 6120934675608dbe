import { dayAt } from '#domain/base/time.ts';
import { readToken } from '#domain/links/token.ts';
import type { WaitingScreenLines } from '#domain/reception/contract.ts';
import { screenLines } from '#domain/reception/waiting-screen.ts';
import type { ScreenShows, ScreenVisitor } from '#domain/reception/waiting-screen.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { hashLink } from '../links/make-token.ts';
import { openToken } from '../links/open-token.ts';
import { systemContext } from '../staff/gate.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectScreenOf } from './screens-store.ts';
import { selectReceptions } from './store.ts';

/** What the screen on the wall shows now: who is called to whom, and who waits. Throws TooMany to who guesses. */
export async function readScreen(
  house: PublicContext,
  { token }: { token: string },
): Promise<WaitingScreenLines> {
  const opened = await openToken(house, readToken(token)?.code, async (orgId) => {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const screen = await selectScreenOf(ctx, hashLink(token));
      return screen && { found: await linesOf(ctx, screen) };
    });
  });
  if (opened === undefined) throw new NotFound('waiting-screen');
  return opened.found;
}

async function linesOf(
  ctx: TransactionContext,
  { clinicId, shows }: { clinicId: string; shows: ScreenShows },
): Promise<WaitingScreenLines> {
  const { name: clinicName, timezone } = await getClinic(ctx, clinicId);
  const day = dayAt(ctx.now, timezone);
  const receptions = await selectReceptions(ctx, { clinicId, day });
  const people = await briefCustomers(
    ctx,
    receptions.map(({ customerId }) => customerId),
  );
  const roomOf = await roomsOf(ctx, { clinicId, day });
  const visitors = receptions.map((reception): ScreenVisitor => {
    const { visitId, customerId, number, stage, inTreatmentAt, doctorName } = reception;
    const { name, gender } = people.get(customerId)!;
    const roomName = roomOf.get(visitId) ?? null;
    return { number, name, gender, stage, inTreatmentAt, doctorName, roomName };
  });
  return { clinicName, ...screenLines(visitors, shows, ctx.now) };
}

/** Where each visit of the day is treated, as it was booked. */
async function roomsOf(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: string },
): Promise<Map<string, string | null>> {
  const { items: visits } = await listVisits(ctx, { clinicId, day });
  const { items: booked } = await listAppointments(ctx, { clinicId, from: day, to: day });
  const chairOf = new Map(booked.map(({ id, chairName }) => [id, chairName]));
  return new Map(visits.map(({ id, appointmentId }) => [id, chairOf.get(appointmentId ?? '') ?? null]));
}
