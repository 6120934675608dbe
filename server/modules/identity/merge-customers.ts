import type { Merge, MergeCustomers } from '#domain/identity/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { derivedId, newId } from '#server/platform/ids.ts';
import { holdPair, mergeRecords } from '../customers/merge-records.ts';
import { keepOtherPhone } from '../records/keep-other-phone.ts';
import { insertMerge, selectMerges } from './merges-store.ts';
import { moveReferences } from './references-store.ts';
import { decideSuggestion } from './store.ts';

/**
 * Makes two records one, by a person's yes: everything that belongs to the one that goes moves to the one that is
 * kept, where a person chose what each field says. The other stays behind it, so that its number and its address
 * still lead to the person, and so that all of it can be taken back.
 */
export async function mergeCustomers(ctx: Context, input: MergeCustomers): Promise<Merge> {
  requirePermission(ctx, 'identity.review');
  const { keepId, goneId } = input;
  if (keepId === goneId) throw new Invalid({ path: 'goneId', code: 'one-of-two' });

  return inTransaction(ctx, async (ctx) => {
    const pair = await holdPair(ctx, input);
    const id = newId();
    const moved = await moveReferences(ctx, goneId, keepId);
    const records = await mergeRecords(ctx, pair, input.fields);
    await keepPhoneOf(ctx, pair, records.keepAfter.phone ?? pair.keep.phone, id);
    await insertMerge(ctx, { id, keepId, goneId, moved, records });
    await decideSuggestion(ctx, { aId: keepId, bId: goneId }, { state: 'merged' });
    for (const subject of [keepId, goneId]) {
      await recordAudit(ctx, {
        action: subject === keepId ? 'customer.merged' : 'customer.merged-away',
        subject: { type: 'customer', id: subject },
        ...(subject === keepId ? { before: records.keepBefore, after: records.keepAfter } : {}),
        reason: id,
      });
    }
    await announce(ctx, { type: 'customer.merged', mergeId: id, keepId, goneId });
    const { rows } = await selectMerges(ctx, { id, visible: null, page: 1, pageSize: 1 });
    return rows[0]!;
  });
}

/** Of two numbers one stands in the record; the other one stays as a further number, for it may be the one that rings. */
async function keepPhoneOf(
  ctx: TransactionContext,
  { keep, gone }: Awaited<ReturnType<typeof holdPair>>,
  chosen: unknown,
  mergeId: string,
): Promise<void> {
  const other = [keep.phone, gone.phone].find((phone) => phone !== null && phone !== chosen);
  if (typeof other === 'string')
    await keepOtherPhone(ctx, keep.id as string, { id: keptPhoneId(mergeId), phone: other });
}

export function keptPhoneId(mergeId: string): string {
  return derivedId('phone kept by merge', mergeId);
}
