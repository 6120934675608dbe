import type { z } from 'zod';
import type { SignIn } from '#domain/staff/contract.ts';
import type { Me } from '#domain/staff/contract.ts';
import { failureCounts } from '#domain/staff/sign-in-policy.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { SignedOut } from '#server/platform/errors.ts';
import type { Exchange, PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { newToken } from '#server/platform/tokens.ts';
import { describeMe } from './describe-me.ts';
import { systemContext } from './gate.ts';
import { selectAccountByLogin } from './house-store.ts';
import { isPassword } from './passwords.ts';
import { countFailure, forgetFailures, refuseWhileLocked } from './sign-in-failures.ts';
import { insertSession, knowsAddress } from './sign-in-store.ts';
import { selectStaff } from './store.ts';

/** Throws SignedOut (`wrong-login`) without saying what was wrong, or TooMany while the login is locked here. */
export async function signIn(house: PublicContext, input: z.infer<typeof SignIn>): Promise<Me> {
  const login = input.login.trim().normalize('NFKC').toLowerCase();
  const { ip } = house.exchange;
  const account = await selectAccountByLogin(house, login);
  const ctx = account ? await systemContext(house, account.orgId, ip) : null;
  const known = ctx !== null && (await inTransaction(ctx, (ctx) => knowsAddress(ctx, account!.staffId, ip)));
  const counts = failureCounts(login, ip, known);
  await refuseWhileLocked(house, counts);

  const right = await isPassword(account?.passwordHash ?? null, input.password);
  const [person] =
    ctx && right ? await inTransaction(ctx, (ctx) => selectStaff(ctx, { id: account!.staffId })) : [];
  if (!ctx || !person || person.state !== 'active') {
    await countFailure(house, counts);
    if (ctx && account) {
      const subject = { type: 'staff', id: account.staffId };
      await inTransaction(ctx, (ctx) => recordAudit(ctx, { action: 'sign-in.refused', subject }));
    }
    throw new SignedOut('wrong-login');
  }
  await forgetFailures(house, counts);
  return startSession(house, ctx, person.id);
}

/** Gives the browser a new session and tells who it is for. */
export async function startSession(
  house: { exchange: Exchange; dataDir: string },
  ctx: Context,
  staffId: string,
): Promise<Me> {
  const { token, hash } = newToken('s', ctx.orgId);
  return inTransaction(ctx, async (ctx) => {
    await insertSession(ctx, { id: newId(), staffId, hash });
    const [person] = await selectStaff(ctx, { id: staffId });
    const actor = {
      ...ctx.actor,
      kind: 'staff' as const,
      id: staffId,
      role: person!.role,
      treats: person!.treats,
    };
    await recordAudit({ ...ctx, actor }, { action: 'signed-in', subject: { type: 'staff', id: staffId } });
    house.exchange.startSession(token);
    return describeMe(ctx, person!);
  });
}
