import type { TimeZone } from '#domain/base/time.ts';
import type { Clinic } from '#domain/staff/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { createClinic } from './edit-clinics.ts';
import { selectClinics, selectOrganization, updateOrganizationZone } from './clinics-store.ts';

/**
 * The clinic a file belongs to: the one named, else the only one in the file's zone. Where none fits, one is made,
 * named like the file, and an organization that had no clinic yet lives in that zone from then on. Throws Conflict
 * `which-clinic` with the names when several fit.
 */
export async function findImportClinic(
  ctx: Context,
  input: { name?: string | undefined; timezone?: TimeZone | undefined; fileName: string },
): Promise<{ clinic: Clinic; isNew: boolean }> {
  requirePermission(ctx, 'organization.manage');
  return inTransaction(ctx, async (ctx) => {
    const clinics = await selectClinics(ctx);
    const fitting = clinics.filter((clinic) =>
      input.name === undefined
        ? input.timezone === undefined || clinic.timezone === input.timezone
        : clinic.name === input.name,
    );
    const [only] = fitting;
    if (fitting.length > 1)
      throw new Conflict('which-clinic', { clinics: fitting.map((clinic) => clinic.name) });
    if (only) return { clinic: only, isNew: false };

    const zone = input.timezone ?? (await selectOrganization(ctx)).timezone;
    if (clinics.length === 0) await moveOrganization(ctx, zone);
    const wanted = input.name ?? input.fileName.replace(/\.[^.]*$/, '').slice(0, 80);
    const isTaken = clinics.some((clinic) => clinic.name === wanted);
    return {
      clinic: await createClinic(ctx, { name: isTaken ? `${wanted} ${zone}` : wanted, timezone: zone }),
      isNew: true,
    };
  });
}

async function moveOrganization(ctx: TransactionContext, zone: TimeZone): Promise<void> {
  const before = await selectOrganization(ctx);
  if (before.timezone === zone) return;
  await updateOrganizationZone(ctx, zone);
  await recordAudit(ctx, { action: 'organization.edited', before, after: { ...before, timezone: zone } });
}
