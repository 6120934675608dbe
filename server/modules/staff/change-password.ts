import type { z } from 'zod';
import type { ChangePassword } from '#domain/staff/contract.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Forbidden } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { sessionIdOf } from './gate.ts';
import { selectOrganization } from './clinics-store.ts';
import { hashPassword, isPassword, refuseNamesIn } from './passwords.ts';
import { endSessions, saveAccount, selectAccountOf } from './sign-in-store.ts';
import { selectNames } from './store.ts';

/**
 * Ends all other sign-ins of the person. Throws Conflict `wrong-password` when the present one is not right, Invalid
 * when the new one is little more than a name.
 */
export async function changePassword(
  ctx: SignedInContext,
  input: z.infer<typeof ChangePassword>,
): Promise<Record<string, never>> {
  if (ctx.actor.kind !== 'staff' || ctx.actor.id === null) throw new Forbidden('a person of their own');
  const staffId = ctx.actor.id;
  const passwordHash = await hashPassword(input.password);
  await inTransaction(ctx, async (inside) => {
    const account = await selectAccountOf(inside, staffId);
    if (!account || !(await isPassword(account.passwordHash, input.current)))
      throw new Conflict('wrong-password');
    const [[person], organization] = [await selectNames(inside, [staffId]), await selectOrganization(inside)];
    refuseNamesIn(input.password, [account.login, person!.name, organization.name]);
    await saveAccount(inside, { login: account.login, staffId, passwordHash });
    await endSessions(inside, { staffId, except: sessionIdOf(ctx) });
    await recordAudit(inside, { action: 'password.changed', subject: { type: 'staff', id: staffId } });
  });
  return {};
}
