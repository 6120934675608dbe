import type { AccountKind } from '#domain/messaging/account.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { addAccount } from './add-account.ts';

export const groupKeys = keysFrom(Buffer.alloc(32, 5));

/** A group's robot that the clinic, or everybody, writes to. Gives its id. */
export async function aGroup(
  ctx: Context,
  some: { kind?: AccountKind; clinicId?: string | null } = {},
): Promise<string> {
  const id = newId();
  const { kind = 'wecom-robot', clinicId = null } = some;
  const account = { id, kind, clinicId, name: kind, settings: {}, secret: 's', isEnabled: true };
  await inTransaction(ctx, (ctx) =>
    addAccount(ctx, { ...account, perMinute: 20, fenPerThousand: 0 }, groupKeys),
  );
  return id;
}

/** What is queued for colleagues, the first due first. */
export function noticesOf(ctx: Context) {
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('messages')
      .select(['id', 'template_key as templateKey', 'text', 'state', 'reason', 'due_at as dueAt'])
      .select(['account_id as accountId', 'clinic_id as clinicId'])
      .where('org_id', '=', ctx.orgId)
      .where('kind', '=', 'staff_notice')
      .orderBy('due_at')
      .orderBy('queued_at')
      .orderBy('text')
      .execute(),
  );
}
