import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface NewInvitation {
  id: string;
  customerId: string;
  accountId: string;
  sceneHash: string;
  codeHash: string | null;
  expiresAt: Instant;
}

export async function insertInvitation(ctx: TransactionContext, invitation: NewInvitation): Promise<void> {
  await ctx.db
    .insertInto('address_invitations')
    .values({
      org_id: ctx.orgId,
      id: invitation.id,
      customer_id: invitation.customerId,
      account_id: invitation.accountId,
      scene_hash: invitation.sceneHash,
      code_hash: invitation.codeHash,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

export async function saveProviderRef(ctx: TransactionContext, id: string, ref: string): Promise<void> {
  await ctx.db
    .updateTable('address_invitations')
    .set({ provider_ref: ref })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What is open at this account by that scene or code, held so that it is good once. */
export async function lockInvitations(
  ctx: TransactionContext,
  accountId: string,
  by: { sceneHash: string } | { codeHash: string },
  at: Instant,
): Promise<{ id: string; customerId: string }[]> {
  return ctx.db
    .selectFrom('address_invitations')
    .select(['id', 'customer_id as customerId'])
    .where('org_id', '=', ctx.orgId)
    .where('account_id', '=', accountId)
    .where('bound_at', 'is', null)
    .where('expires_at', '>=', at)
    .$if('sceneHash' in by, (query) =>
      query.where('scene_hash', '=', (by as { sceneHash: string }).sceneHash),
    )
    .$if('codeHash' in by, (query) => query.where('code_hash', '=', (by as { codeHash: string }).codeHash))
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function saveBound(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('address_invitations')
    .set({ bound_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Codes that lie with a provider and that nobody is to scan any more. */
export async function selectToClose(
  ctx: TransactionContext,
  limit: number,
): Promise<{ id: string; accountId: string; ref: string }[]> {
  const rows = await ctx.db
    .selectFrom('address_invitations')
    .select(['id', 'account_id as accountId', 'provider_ref as ref'])
    .where('org_id', '=', ctx.orgId)
    .where('provider_ref', 'is not', null)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('bound_at', 'is not', null), eb('expires_at', '<', ctx.now)]))
    .orderBy('expires_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, ref: row.ref! }));
}

export async function saveClosed(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('address_invitations')
    .set({ closed_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', 'in', [...ids])
    .execute();
}
