import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { log } from '#server/platform/log.ts';
import { runningFrom, startStopwatch } from '#server/platform/stopwatch.ts';
import type { Batch } from './store.ts';
import { saveProgress } from './work-store.ts';

const lookEveryMs = 500;
const beatEveryMs = 5_000;

export interface Progress {
  /** The rows dealt with so far. */
  at(rows: number): void;
  /** Nothing is written after this. */
  stop(): Promise<void>;
}

/**
 * Tells everybody how far the work on a batch is, and that somebody is at it, in small transactions of its own:
 * the one transaction of a run shows nothing until it commits.
 */
export function watchProgress(
  ctx: Context,
  batch: Batch,
  onProgress: (rows: number) => void = () => {},
): Progress {
  const realNow = runningFrom(ctx.realNow);
  const elapsed = startStopwatch();
  let rows = 0;
  let written = 0;
  let beatAt = 0;
  let writing = Promise.resolve();
  let isWriting = false;

  const write = async (): Promise<void> => {
    isWriting = true;
    try {
      await inTransaction(ctx, (ctx) => saveProgress(ctx, batch, rows, realNow()));
      written = rows;
      beatAt = elapsed();
    } catch (error) {
      log.warn({ error }, 'the progress of an import could not be written');
    } finally {
      isWriting = false;
    }
  };
  const timer = setInterval(() => {
    if (isWriting || (rows === written && elapsed() - beatAt < beatEveryMs)) return;
    writing = write();
  }, lookEveryMs);
  timer.unref();

  return {
    at(now) {
      rows = now;
      onProgress(now);
    },
    async stop() {
      clearInterval(timer);
      await writing;
    },
  };
}
