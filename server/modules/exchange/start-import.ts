import type { ImportBatch } from '#domain/exchange/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { checkImport } from './check-import.ts';
import { findBatch } from './find-batch.ts';
import { presentBatch } from './present.ts';
import { runImport } from './run-import.ts';
import type { Batch } from './store.ts';
import { claimBatch } from './work-store.ts';
import { workInBackground } from '#server/platform/work-in-background.ts';

/** Begins to bring a checked batch in; the answer does not wait for the end. Throws Conflict `import-not-ready`. */
export async function startImport(
  ctx: Context & { dataDir: string },
  input: { id: string },
): Promise<ImportBatch> {
  requirePermission(ctx, 'imports.run');
  return inTransaction(ctx, async (ctx) => {
    const batch = await claimRun(ctx, input.id);
    workInBackground(ctx, (ctx) =>
      batch.state === 'checking' ? checkImport(ctx, batch) : runImport(ctx, batch),
    );
    return presentBatch(batch, 0);
  });
}

/** Gives a batch to one run, whoever asks at the same time. One whose check never ended is checked first. */
export async function claimRun(ctx: TransactionContext, id: string): Promise<Batch> {
  const before = await findBatch(ctx, id, { lock: true });
  if (before.state !== 'ready' && before.state !== 'failed')
    throw new Conflict('import-not-ready', { state: before.state });
  const batch = await claimBatch(ctx, id, { state: before.counts === null ? 'checking' : 'running' });
  await recordAudit(ctx, { action: 'import.started', subject: { type: 'import', id } });
  return batch;
}
