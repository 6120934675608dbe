import type { z } from 'zod';
import type { ImportBatch, ImportBatchPage, ImportNotes, ListImports } from '#domain/exchange/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { describeBatch, findBatch } from './find-batch.ts';
import { selectNotes } from './notes-store.ts';
import { selectBatches } from './store.ts';

export async function listImports(
  ctx: Context,
  input: z.output<typeof ListImports>,
): Promise<z.infer<typeof ImportBatchPage>> {
  requirePermission(ctx, 'imports.run');
  return inTransaction(ctx, async (ctx) => {
    const { items, total } = await selectBatches(ctx, { ...input, clinicIds: clinicsAsked(ctx) });
    const described: ImportBatch[] = [];
    for (const batch of items) described.push(await describeBatch(ctx, batch));
    return { items: described, total };
  });
}

export async function getImport(ctx: Context, input: { id: string }): Promise<ImportBatch> {
  requirePermission(ctx, 'imports.run');
  return inTransaction(ctx, async (ctx) => describeBatch(ctx, await findBatch(ctx, input.id)));
}

/** What was found wrong, in the order of the file. */
export async function listNotes(
  ctx: Context,
  input: { id: string; page: number; pageSize: number },
): Promise<z.infer<typeof ImportNotes>> {
  requirePermission(ctx, 'imports.run');
  return inTransaction(ctx, async (ctx) => {
    await findBatch(ctx, input.id);
    return selectNotes(ctx, input.id, input);
  });
}
