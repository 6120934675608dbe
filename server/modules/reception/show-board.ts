import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { Board } from '#domain/reception/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { selectPosition } from './board-store.ts';
import { gatherCards } from './gather-cards.ts';

/** Everybody of a clinic's day, wherever they are: booked and not here yet, in the house, and gone. */
export async function showBoard(
  ctx: Context,
  input: { clinicId: string; day?: CalendarDate | undefined },
): Promise<Board> {
  requirePermission(ctx, 'appointments.read');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  return inTransaction(ctx, (ctx) => readBoard(ctx, input));
}

/** The same, for who has asked whether it may be seen. */
export async function readBoard(
  ctx: TransactionContext,
  { clinicId, ...asked }: { clinicId: string; day?: CalendarDate | undefined },
): Promise<Board> {
  const zone = await findClinicZone(ctx, clinicId);
  if (zone === undefined) throw new NotFound('clinic', clinicId);
  const day = asked.day ?? dayAt(ctx.now, zone);
  // Read first: what comes meanwhile is then read twice and not missed.
  const position = await selectPosition(ctx, clinicId);
  const { cards, words, rules } = await gatherCards(ctx, { clinicId, day });
  return { clinicId, day, timezone: zone, position, now: ctx.now, rules, cards, words };
}
