import type { ClassTableView, PublishClasses } from '#domain/classes/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { countCustomersOfClasses } from '../customers/count-customers.ts';
import { classesInForce } from './get-classes.ts';

/**
 * Puts a new table in force. `version` is the one it was edited from. Throws Conflict `classes-in-use` with how many
 * customers have which class that would go, until `retire` says that they may: contacts and histories keep theirs.
 */
export async function publishClasses(
  ctx: Context,
  input: PublishClasses & { version: number },
): Promise<ClassTableView> {
  requirePermission(ctx, 'classes.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await classesInForce(ctx);
    if (!input.retire) await refuseToLose(ctx, before, input);
    const id = newId();
    const isFirst =
      before.version === input.version &&
      (await insertPublished(ctx, 'class_tables', { id, version: input.version + 1, rules: input.rules }));
    if (!isFirst) throw new Conflict('stale-version', { current: await classesInForce(ctx) });
    await recordAudit(ctx, {
      action: 'class-table.published',
      subject: { type: 'class-table', id },
      before: before.rules,
      after: input.rules,
    });
    return classesInForce(ctx);
  });
}

async function refuseToLose(
  ctx: TransactionContext,
  before: ClassTableView,
  { rules }: PublishClasses,
): Promise<void> {
  const kept = new Set(rules.classes.map(({ code }) => code));
  const gone = before.rules.classes.map(({ code }) => code).filter((code) => !kept.has(code));
  const inUse = await countCustomersOfClasses(ctx, gone);
  if (inUse.length > 0) throw new Conflict('classes-in-use', { classes: inUse });
}
