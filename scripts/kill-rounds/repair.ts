import { setTimeout as pause } from 'node:timers/promises';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import type { Dice } from '#server/demo/dice.ts';
import { callsThere } from './check/calls.ts';
import { closedVisits, frontDeskThere, visitOf } from './check/front-desk.ts';
import { eventsWaiting } from './check/ground.ts';
import { batchesAtWork, failedBatches, sheetsInside } from './check/imports.ts';
import type { Violation } from './check/violation.ts';
import type { Client } from './clients/client.ts';
import { withDatabase } from './database.ts';
import type { Asked, History } from './clients/history.ts';
import { importSheet, runBatch } from './clients/importers.ts';
import type { TriedSheet } from './clients/importers.ts';

export interface Doubts {
  asked: number;
  /** Those that had happened although nobody was told. */
  happened: number;
}

/**
 * Asks again what was never answered. What had happened is only told again, what had not happens now: the
 * database of before says which, and the answer must agree.
 */
export async function askAgain(
  dataDir: string,
  client: Client,
  history: History,
): Promise<{ doubts: Doubts; violations: Violation[] }> {
  const inDoubt = history.inDoubt();
  const there = await withDatabase(dataDir, async (db) => {
    const keys = new Set([...(await callsThere(db)), ...(await frontDeskThere(db))]);
    const closed = await closedVisits(db);
    return inDoubt.filter(({ act, key, path }) =>
      act === 'visit-close' ? closed.has(visitOf(path)) : keys.has(key),
    );
  });
  const violations: Violation[] = [];
  const complain = (asked: Asked, words: string): void => {
    violations.push({ kind: 'altered', words: `${asked.act} ${asked.key}, asked again: ${words}` });
  };
  for (const asked of inDoubt) {
    const answer = await client.write(asked);
    if (!answer) complain(asked, 'no answer');
    // A batch does not show by itself which request ran it.
    else if (asked.act === 'import-run') continue;
    else if (there.includes(asked) && !answer.isReplay) complain(asked, `it had happened: ${answer.status}`);
    else if (!there.includes(asked) && answer.isReplay)
      complain(asked, 'an answer is kept of what is not there');
  }
  return { doubts: { asked: inDoubt.length, happened: there.length }, violations };
}

/** What was answered before is answered again from memory; the history minds that the answer is the same. */
export async function replaySome(client: Client, history: History, dice: Dice): Promise<Violation[]> {
  const acknowledged = history.acknowledged();
  const violations: Violation[] = [];
  for (let times = 0; times < 10 && acknowledged.length > 0; times++) {
    const { asked } = dice.pick(acknowledged);
    const answer = await client.write(asked);
    if (answer?.isReplay) continue;
    violations.push({ kind: 'doubled', words: `${asked.act} ${asked.key} acted again: ${answer?.status}` });
  }
  return violations;
}

/** Brings in what the kill kept out, and one sheet that is in already; `checkImports` looks at the counts. */
export async function importAgain(
  dataDir: string,
  client: Client,
  clinicId: string,
  sheets: readonly TriedSheet[],
  dice: Dice,
): Promise<Violation[]> {
  const { inside, failed } = await withDatabase(dataDir, async (db) => ({
    inside: await sheetsInside(db, sheets),
    failed: await failedBatches(db),
  }));
  const violations: Violation[] = [];
  for (const sheet of sheets.filter((each) => !inside.has(each))) {
    const itsBatch = failed.find((batch) => batch.fileName === sheet.fileName);
    const batch = itsBatch
      ? await runFailed(client, itsBatch.id, sheet)
      : await importSheet(client, clinicId, sheet);
    if (batch.state === 'done') continue;
    violations.push({
      kind: 'lost',
      words: `${sheet.fileName} can no longer be imported: ${JSON.stringify(batch)}`,
    });
  }
  if (inside.size > 0) await importSheet(client, clinicId, dice.pick([...inside]));
  return violations;
}

/** One that failed while it was checked is checked first. */
export async function runFailed(client: Client, batchId: string, sheet: TriedSheet): Promise<ImportBatch> {
  const batch = await runBatch(client, batchId, sheet);
  return batch.state === 'ready' ? runBatch(client, batchId, sheet) : batch;
}

/** Waits until every event is heard and no living process works on a batch; the time it took, or why not. */
export async function settle(dataDir: string, since: Date): Promise<Violation[]> {
  const deadline = Date.now() + 90_000;
  for (;;) {
    const { events, batches } = await withDatabase(dataDir, async (db) => ({
      events: await eventsWaiting(db),
      batches: await batchesAtWork(db, since),
    }));
    if (events === 0 && batches.length === 0) return [];
    if (Date.now() > deadline) {
      return [
        {
          kind: 'stuck',
          words: `${events} events and the batches ${batches.join(', ')} do not come to rest`,
        },
      ];
    }
    await pause(100);
  }
}
