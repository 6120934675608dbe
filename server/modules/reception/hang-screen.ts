import type { AddWaitingScreen, NewWaitingScreen, WaitingScreen } from '#domain/reception/contract.ts';
import { maySeeClinic, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { codeOf } from '../links/create-link.ts';
import { makeToken } from '../links/make-token.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { insertScreen, markRevoked, selectScreens } from './screens-store.ts';

/** The screens of a clinic's waiting room. */
export async function listScreens(ctx: Context, { id }: { id: string }): Promise<{ items: WaitingScreen[] }> {
  requirePermission(ctx, 'appointments.manage');
  requireClinic(ctx, id, 'clinic', id);
  return inTransaction(ctx, async (ctx) => ({ items: await selectScreens(ctx, { clinicId: id }) }));
}

/** A new screen, and the secret address it is opened by. */
export async function hangScreen(
  ctx: Context,
  { id: clinicId, name, shows }: AddWaitingScreen & { id: string },
): Promise<NewWaitingScreen> {
  requirePermission(ctx, 'appointments.manage');
  requireClinic(ctx, clinicId, 'clinic', clinicId);
  return inTransaction(ctx, async (ctx) => {
    await getClinic(ctx, clinicId);
    const { token, hash } = makeToken(await codeOf(ctx));
    const id = newId();
    await insertScreen(ctx, { id, clinicId, name, shows, hash });
    const [screen] = await selectScreens(ctx, { id });
    await recordAudit(ctx, {
      ...{ action: 'waiting-screen.added', subject: { type: 'waiting-screen', id }, after: screen! },
    });
    return { screen: screen!, path: `/screen/${token}` };
  });
}

/** Its address opens nothing any more. */
export async function revokeScreen(ctx: Context, { id }: { id: string }): Promise<Record<string, never>> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const [screen] = await selectScreens(ctx, { id });
    if (!screen || !maySeeClinic(ctx, screen.clinicId)) throw new NotFound('waiting-screen', id);
    await markRevoked(ctx, id);
    await recordAudit(ctx, {
      ...{ action: 'waiting-screen.revoked', subject: { type: 'waiting-screen', id }, before: screen },
    });
    return {};
  });
}
