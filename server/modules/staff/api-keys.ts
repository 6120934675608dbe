import type { z } from 'zod';
import type { ApiKey, CreateApiKey, NewApiKey } from '#domain/staff/contract.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Forbidden, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { newToken } from '#server/platform/tokens.ts';
import { insertApiKey, selectApiKeys, updateApiKey } from './api-keys-store.ts';

type Key = z.infer<typeof ApiKey>;

export async function listApiKeys(ctx: Context): Promise<{ items: Key[] }> {
  requirePermission(ctx, 'api-keys.manage');
  return inTransaction(ctx, async (ctx) => ({ items: await keysOf(ctx) }));
}

/** The secret is in the answer and nowhere else. Nobody makes a key that may more than they may themselves. */
export async function createApiKey(ctx: Context, input: CreateApiKey): Promise<z.infer<typeof NewApiKey>> {
  requirePermission(ctx, 'api-keys.manage');
  const beyond = input.permissions.find((permission) => !ctx.actor.permissions.includes(permission));
  if (ctx.actor.kind !== 'system' && beyond) throw new Forbidden(beyond);
  return inTransaction(ctx, async (ctx) => {
    const { token, hash } = newToken('k', ctx.orgId);
    const id = newId();
    await insertApiKey(ctx, { id, name: input.name, hash, permissions: [...new Set(input.permissions)] });
    await recordAudit(ctx, { action: 'api-key.created', subject: { type: 'api-key', id }, after: input });
    return { apiKey: (await keysOf(ctx)).find((key) => key.id === id)!, secret: token };
  });
}

export async function revokeApiKey(ctx: Context, input: { id: string }): Promise<Key> {
  requirePermission(ctx, 'api-keys.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = (await keysOf(ctx)).find((key) => key.id === input.id);
    if (!before) throw new NotFound('api-key', input.id);
    if (before.revokedAt) return before;
    await updateApiKey(ctx, input.id, { revoked_at: ctx.now });
    await recordAudit(ctx, { action: 'api-key.revoked', subject: { type: 'api-key', id: input.id } });
    return { ...before, revokedAt: ctx.now };
  });
}

async function keysOf(ctx: TransactionContext): Promise<Key[]> {
  const rows = await selectApiKeys(ctx);
  return rows.map(({ createdBy: _maker, ...row }) => ({
    ...row,
    permissions: row.permissions as Permission[],
  }));
}
