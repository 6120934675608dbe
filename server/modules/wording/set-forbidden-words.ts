import type { ForbiddenWords } from '#domain/scripts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { deleteWords, insertWords, selectWords } from './store.ts';

export async function listForbiddenWords(ctx: Context): Promise<ForbiddenWords> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, async (ctx) => ({ items: await selectWords(ctx) }));
}

/** For a verb that has asked for its own permission: no text of the house may hold any of these. */
export async function findForbiddenWords(ctx: TransactionContext): Promise<string[]> {
  return selectWords(ctx);
}

/** These words and no others are allowed in no script; what was published before stays as it is. */
export async function setForbiddenWords(
  ctx: Context,
  input: { items: readonly string[] },
): Promise<ForbiddenWords> {
  requirePermission(ctx, 'scripts.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await selectWords(ctx);
    const wanted = [...new Set(input.items)];
    await deleteWords(
      ctx,
      before.filter((word) => !wanted.includes(word)),
    );
    await insertWords(
      ctx,
      wanted.filter((word) => !before.includes(word)),
    );
    const items = await selectWords(ctx);
    await recordAudit(ctx, {
      action: 'forbidden-words.set',
      before: { items: before },
      after: { items },
    });
    return { items };
  });
}
