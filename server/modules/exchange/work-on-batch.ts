import type { BatchProblem } from '#domain/exchange/words.ts';
import type { Context } from '#server/platform/context.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { log } from '#server/platform/log.ts';
import { SheetError } from '#server/platform/sheets/sheet-error.ts';
import { runningFrom } from '#server/platform/stopwatch.ts';
import { selectBatch, type Batch, type Problem } from './store.ts';
import { finishBatch } from './work-store.ts';
import { watchProgress, type Progress } from './watch-progress.ts';

/** The file cannot be imported as it stands. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(code: BatchProblem, details: Problem['details'] = {}) {
    super(code);
    this.problem = { code, details };
  }
}

/** Somebody else took the batch over, because this process was silent for too long. */
export class ClaimLost extends Error {}

/**
 * Does the long work on a batch that was claimed for it. Whatever happens, the batch says how it ended; the work
 * itself throws nothing out of here.
 */
export async function workOnBatch(
  ctx: Context,
  batch: Batch,
  work: (progress: Progress) => Promise<void>,
  onProgress?: (rows: number) => void,
): Promise<Batch> {
  const now = runningFrom(ctx.now);
  const progress = watchProgress(ctx, batch, onProgress);
  try {
    await work(progress);
  } catch (error) {
    await progress.stop();
    if (!(error instanceof ClaimLost)) {
      const { problem, isOfTheFile } = explain(error);
      const state = isOfTheFile && batch.state === 'checking' ? 'refused' : 'failed';
      await inTransaction(ctx, async (ctx) => {
        const isOurs = await finishBatch(ctx, batch, { state, problem, finishedAt: now() });
        const subject = { type: 'import', id: batch.id };
        if (isOurs) await recordAudit(ctx, { action: `import.${state}`, subject, reason: problem.code });
      });
    }
  } finally {
    await progress.stop();
  }
  return (await inTransaction(ctx, (ctx) => selectBatch(ctx, batch.id)))!;
}

function explain(error: unknown): { problem: Problem; isOfTheFile: boolean } {
  if (error instanceof SheetError)
    return { problem: { code: error.code, details: error.details }, isOfTheFile: true };
  if (error instanceof Refusal) return { problem: error.problem, isOfTheFile: true };
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return { problem: { code: 'file-gone' satisfies BatchProblem, details: {} }, isOfTheFile: true };
  log.error({ error }, 'an import failed');
  return { problem: { code: 'fault' satisfies BatchProblem, details: {} }, isOfTheFile: false };
}
