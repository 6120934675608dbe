import type { ClassTableView } from '#domain/classes/contract.ts';
import { ClassRules, standardClassRules } from '#domain/classes/preclass.ts';
import type { CustomerClass } from '#domain/classes/preclass.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import type { PublishedRules } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getClasses(ctx: Context): Promise<ClassTableView> {
  requirePermission(ctx, 'classes.set');
  return inTransaction(ctx, classesInForce);
}

/** So many tables back the names of classes that are gone stay known. */
const versionsRemembered = 1_000;

/** The table the clinic published last, else as shipped; and what stood on former ones. */
export async function classesInForce(ctx: TransactionContext): Promise<ClassTableView> {
  const asShipped: PublishedRules<ClassRules> = {
    version: 0,
    rules: standardClassRules,
    publishedAt: null,
    publishedByName: null,
  };
  const [inForce, ...former] = [
    ...(await selectPublished(ctx, 'class_tables', ClassRules, versionsRemembered)),
    asShipped,
  ];
  const retired = new Map<string, CustomerClass>();
  for (const { rules } of former)
    for (const each of rules.classes) if (!retired.has(each.code)) retired.set(each.code, each);
  for (const { code } of inForce!.rules.classes) retired.delete(code);
  return { ...inForce!, retired: [...retired.values()] };
}
