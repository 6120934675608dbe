import type { OnlineBooking } from '#domain/onlinebooking/contract.ts';
import { standardOnlineRules } from '#domain/onlinebooking/limits.ts';
import type { OnlineRules } from '#domain/onlinebooking/limits.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { codeOf } from '../links/create-link.ts';
import { makeToken } from '../links/make-token.ts';
import { canSendCodes } from '../messaging/queue-code.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { insertPlace, selectPlace, updatePlace } from './store.ts';
import type { StoredPlace } from './store.ts';

export async function getOnlineBooking(ctx: Context, { id }: { id: string }): Promise<OnlineBooking> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => show(ctx, await requirePlace(ctx, id)));
}

/** Throws Conflict `no-codes` where it is opened and no code could reach anybody, `stale-version`. */
export async function saveOnlineBooking(
  ctx: Context,
  { id, rules, version }: { id: string; rules: OnlineRules; version: number },
): Promise<OnlineBooking> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await requirePlace(ctx, id);
    if (rules.isOpen && !(await canSendCodes(ctx, id))) throw new Conflict('no-codes');
    if (!(await updatePlace(ctx, { clinicId: id, rules, version })))
      throw new Conflict('stale-version', { current: await show(ctx, before) });
    const subject = { type: 'clinic', id };
    await recordAudit(ctx, { action: 'online-booking.saved', subject, before: before.rules, after: rules });
    return show(ctx, { ...before, rules, version: version + 1 });
  });
}

/** A clinic has its address from the first look at it on; whether it opens anything is another matter. */
async function requirePlace(ctx: TransactionContext, clinicId: string): Promise<StoredPlace> {
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  if ((await findClinicZone(ctx, clinicId)) === undefined) throw new NotFound('clinic', clinicId);
  const found = await selectPlace(ctx, { clinicId });
  if (found) return found;
  const { token } = makeToken(await codeOf(ctx));
  await insertPlace(ctx, { clinicId, token, rules: standardOnlineRules, version: 1 });
  return (await selectPlace(ctx, { clinicId }))!;
}

async function show(ctx: TransactionContext, place: StoredPlace): Promise<OnlineBooking> {
  const { rules, token, version, clinicId } = place;
  return { rules, path: `/b/${token}`, canSendCodes: await canSendCodes(ctx, clinicId), version };
}
