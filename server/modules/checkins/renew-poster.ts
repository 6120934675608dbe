import type { CheckInPoster } from '#domain/checkins/contract.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { codeOf } from '../links/create-link.ts';
import { makeToken } from '../links/make-token.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { savePoster, selectPoster } from './store.ts';

/** The code of a clinic's door; it has one from the first look at it on. */
export async function getPoster(ctx: Context, { id: clinicId }: { id: string }): Promise<CheckInPoster> {
  requirePermission(ctx, 'appointments.manage');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    await getClinic(ctx, clinicId);
    if (!(await selectPoster(ctx, { clinicId }))) await hangNew(ctx, clinicId, { isFirst: true });
    return posterOf(ctx, clinicId);
  });
}

/** A new code: what hung there, and every photo of it, leads nowhere from now on. */
export async function renewPoster(ctx: Context, { id: clinicId }: { id: string }): Promise<CheckInPoster> {
  requirePermission(ctx, 'appointments.manage');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    await getClinic(ctx, clinicId);
    await hangNew(ctx, clinicId, { isFirst: false });
    await recordAudit(ctx, { action: 'check-in-poster.renewed', subject: { type: 'clinic', id: clinicId } });
    return posterOf(ctx, clinicId);
  });
}

async function hangNew(ctx: TransactionContext, clinicId: string, how: { isFirst: boolean }): Promise<void> {
  const { token } = makeToken(await codeOf(ctx));
  await savePoster(ctx, { clinicId, token, ...how });
}

async function posterOf(ctx: TransactionContext, clinicId: string): Promise<CheckInPoster> {
  const { token, renewedAt, renewedByName } = (await selectPoster(ctx, { clinicId }))!;
  return { path: `/i/${token}`, renewedAt, renewedByName };
}
