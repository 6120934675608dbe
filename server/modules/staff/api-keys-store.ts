import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';

const apiKeyColumns = [
  'id',
  'name',
  'permissions',
  'created_at as createdAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const;

export function selectApiKeys(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('api_keys')
    .select([...apiKeyColumns, 'created_by as createdBy'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('created_at', 'desc')
    .execute();
}

export function selectApiKeyByHash(ctx: TransactionContext, hash: string) {
  return ctx.db
    .selectFrom('api_keys')
    .select([...apiKeyColumns, 'created_by as createdBy'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .executeTakeFirst();
}

export async function insertApiKey(
  ctx: TransactionContext,
  key: { id: string; name: string; hash: string; permissions: string[] },
): Promise<void> {
  await ctx.db
    .insertInto('api_keys')
    .values({
      org_id: ctx.orgId,
      id: key.id,
      name: key.name,
      token_hash: key.hash,
      permissions: key.permissions,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function updateApiKey(
  ctx: TransactionContext,
  id: string,
  change: { revoked_at?: Instant; last_used_at?: Instant },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('api_keys')
    .set(change)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
