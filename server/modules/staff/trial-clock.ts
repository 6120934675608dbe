import type { z } from 'zod';
import type { InstallationState, SetTrialClock } from '#domain/staff/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { minutesLater, moveTrialClock, readInstallation, wallTimeOf } from '#server/platform/installation.ts';
import { isEmptyInstallation } from './open-organization.ts';

type State = z.infer<typeof InstallationState>;

export async function getInstallation(house: Pick<PublicContext, 'database' | 'clock'>): Promise<State> {
  const installation = await readInstallation(house);
  return {
    empty: await isEmptyInstallation(house),
    trial: installation?.trial ?? false,
    wallTime: wallTimeOf(installation, house.clock.now()),
  };
}

/** Moves the trial clock forward. Throws Conflict `is-a-real-database` or `clock-runs-forward`. */
export async function setTrialClock(ctx: Context, input: z.infer<typeof SetTrialClock>): Promise<State> {
  requirePermission(ctx, 'trial-clock.set');
  const house = { database: ctx.database, clock: { now: () => ctx.realNow } };
  const shown = wallTimeOf(await readInstallation(house), ctx.realNow);
  if (shown === null) throw new Conflict('is-a-real-database');
  await moveTrialClock(house, input.at ?? minutesLater(shown, input.advanceMinutes!));
  await inTransaction(ctx, (ctx) =>
    recordAudit(ctx, { action: 'trial-clock.set', reason: input.at ?? `+${input.advanceMinutes} min` }),
  );
  ctx.database.onClockMoved?.();
  return getInstallation(house);
}
