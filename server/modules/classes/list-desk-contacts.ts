import { dayAt } from '#domain/base/time.ts';
import type { DeskContactPage, ListDeskContacts } from '#domain/classes/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { withCustomers } from './find-contact.ts';
import { selectContacts } from './store.ts';

/** The desk's contacts of some days, those without a class first. */
export async function listDeskContacts(ctx: Context, input: ListDeskContacts): Promise<DeskContactPage> {
  requirePermission(ctx, 'classes.set');
  const to = input.to ?? dayAt(ctx.now, ctx.zone);
  const from = input.from ?? to;
  const { clinicId, staffId, page, pageSize } = input;
  const question = { from, to, clinicIds: clinicsAsked(ctx, clinicId), staffId };
  return inTransaction(ctx, async (ctx) => {
    const found = await selectContacts(ctx, question, { limit: pageSize, offset: (page - 1) * pageSize });
    const { rows, total, unclassed } = found;
    return { from, to, total, unclassed, items: await withCustomers(ctx, rows) };
  });
}
