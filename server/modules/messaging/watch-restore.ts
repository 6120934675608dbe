import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { giveToOwner } from '#server/platform/postgres/data-folder.ts';
import { quarantineOpen, raiseMark, selectMark } from './brakes-store.ts';

const fileOf = (dataDir: string): string => join(dataDir, 'sending-mark');

/** Counts a sending in the database, then in the file beside it, before any provider is called. */
export async function raiseSendingMark(ctx: Context, dataDir: string): Promise<void> {
  const mark = await raiseMark(ctx, readMark(dataDir), ctx.realNow);
  writeMark(dataDir, mark);
}

/**
 * Whether an older database was put back: the file knows of sendings that the database does not (G7). Then whatever
 * is open is kept back until somebody has looked. A database that never sent, in a new folder, is no restore; one
 * that did, in a folder that knows nothing, is.
 */
export async function watchRestore(
  house: { database: Context['database']; dataDir: string },
  contexts: readonly Context[],
): Promise<boolean> {
  const [inDatabase, inFile] = [await selectMark(house), readMark(house.dataDir)];
  const isBehind = inFile > (inDatabase ?? 0);
  const isElsewhere = inDatabase !== null && inFile === 0;
  if (!isBehind && !isElsewhere) return false;
  for (const ctx of contexts) {
    await inTransaction(ctx, async (ctx) => {
      const kept = await quarantineOpen(ctx);
      if (kept > 0) await recordAudit(ctx, { action: 'messages.quarantined', reason: String(kept) });
    });
  }
  // From here on both count alike again; the quarantine is in the database.
  if (contexts[0]) await raiseSendingMark(contexts[0], house.dataDir);
  return true;
}

function readMark(dataDir: string): number {
  try {
    return Number(readFileSync(fileOf(dataDir), 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Whole or not at all. */
function writeMark(dataDir: string, mark: number): void {
  const staged = `${fileOf(dataDir)}.new`;
  const file = openSync(staged, 'w', 0o600);
  writeSync(file, `${mark}\n`);
  fsyncSync(file);
  closeSync(file);
  giveToOwner(dataDir, staged);
  renameSync(staged, fileOf(dataDir));
}
