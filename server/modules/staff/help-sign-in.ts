import type { Clock } from '#server/platform/clock.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Database, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { systemContext } from './gate.ts';
import { selectAccountByLogin } from './house-store.ts';
import { selectOrganization } from './clinics-store.ts';
import { hashPassword, refuseNamesIn } from './passwords.ts';
import { endSessions, saveAccount } from './sign-in-store.ts';
import { selectNames } from './store.ts';

interface House {
  database: Database;
  clock: Clock;
}

/** For whoever holds the data folder: gives a person a new password and ends all their sign-ins. Throws NotFound, Invalid. */
export async function resetPassword(house: House, input: { login: string; password: string }): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await onAccount(house, input.login, async (ctx, { login, staffId }) => {
    const [person] = await selectNames(ctx, [staffId]);
    refuseNamesIn(input.password, [login, person!.name, (await selectOrganization(ctx)).name]);
    await saveAccount(ctx, { login, staffId, passwordHash });
    await endSessions(ctx, { staffId });
    await recordAudit(ctx, { action: 'password.reset', subject: { type: 'staff', id: staffId } });
  });
}

/** Ends every sign-in of a person, wherever they are. Throws NotFound. */
export async function endSignIns(house: House, input: { login: string }): Promise<void> {
  await onAccount(house, input.login, async (ctx, { staffId }) => {
    await endSessions(ctx, { staffId });
    await recordAudit(ctx, { action: 'sign-ins.ended', subject: { type: 'staff', id: staffId } });
  });
}

async function onAccount(
  house: House,
  typed: string,
  work: (ctx: TransactionContext, account: { login: string; staffId: string }) => Promise<void>,
): Promise<void> {
  const login = typed.trim().normalize('NFKC').toLowerCase();
  const account = await selectAccountByLogin(house, login);
  if (!account) throw new NotFound('account');
  await inTransaction(await systemContext(house, account.orgId), (ctx) =>
    work(ctx, { login, staffId: account.staffId }),
  );
}
