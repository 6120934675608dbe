import type { z } from 'zod';
import type { AcceptInvitation, InvitationQuestion, InvitationView, Me } from '#domain/staff/contract.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { hashToken, organizationOf } from '#server/platform/tokens.ts';
import { systemContext } from './gate.ts';
import { hashPassword, refuseNamesIn } from './passwords.ts';
import { startSession } from './sign-in.ts';
import { endSessions, lockInvitation, saveAccount, useInvitation } from './sign-in-store.ts';
import { selectOrganization } from './clinics-store.ts';
import { selectStaff, updateStaff } from './store.ts';

/** What the invited person sees first. An unknown, used and expired link answer alike. */
export async function lookAtInvitation(
  house: PublicContext,
  input: z.infer<typeof InvitationQuestion>,
): Promise<z.infer<typeof InvitationView>> {
  return byToken(house, input.token, async (ctx, { person }) => ({
    organization: (await selectOrganization(ctx)).name,
    name: person.name,
    role: person.role,
  }));
}

export async function acceptInvitation(
  house: PublicContext,
  input: z.infer<typeof AcceptInvitation>,
): Promise<Me> {
  const passwordHash = await hashPassword(input.password);
  return byToken(house, input.token, async (ctx, { invitationId, person }) => {
    const organization = await selectOrganization(ctx);
    refuseNamesIn(input.password, [input.login, person.name, organization.name]);
    await useInvitation(ctx, invitationId);
    if (!(await saveAccount(ctx, { login: input.login, staffId: person.id, passwordHash })))
      throw new Conflict('login-taken');
    await endSessions(ctx, { staffId: person.id });
    await updateStaff(ctx, person.id, { state: 'active' });
    await recordAudit(ctx, { action: 'staff.joined', subject: { type: 'staff', id: person.id } });
    return startSession(house, ctx, person.id);
  });
}

async function byToken<T>(
  house: PublicContext,
  token: string,
  work: (
    ctx: TransactionContext,
    found: { invitationId: string; person: Awaited<ReturnType<typeof selectStaff>>[number] },
  ) => Promise<T>,
): Promise<T> {
  const orgId = organizationOf('i', token);
  if (!orgId) throw new NotFound('invitation');
  return inTransaction(await systemContext(house, orgId, house.exchange.ip), async (ctx) => {
    const invitation = await lockInvitation(ctx, hashToken(token));
    if (!invitation || invitation.usedAt || invitation.expiresAt <= ctx.realNow)
      throw new NotFound('invitation');
    const [person] = await selectStaff(ctx, { id: invitation.staffId });
    if (!person || person.state === 'disabled') throw new NotFound('invitation');
    return work(ctx, { invitationId: invitation.id, person });
  });
}
