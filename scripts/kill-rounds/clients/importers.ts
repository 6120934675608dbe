import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import type { Dice } from '#server/demo/dice.ts';
import type { Client } from './client.ts';
import { spawnGroup } from '../own-group.ts';
import type { OwnGroup } from '../own-group.ts';
import { trialClock } from '../sheets.ts';
import type { Sheet } from '../sheets.ts';

/** A sheet that somebody began to import, and whether the server ever said that it is in. */
export interface TriedSheet extends Sheet {
  isToldIn: boolean;
}

const stillWorking = ['checking', 'running'];

/** Somebody at the import page: a new sheet, sometimes one that is in already, until the server is gone. */
export async function importUntil(
  isOver: () => boolean,
  client: Client,
  clinicId: string,
  sheets: { tried: readonly TriedSheet[]; next(): TriedSheet },
  dice: Dice,
): Promise<void> {
  while (!isOver()) {
    const sheet = dice.happens(1 / 4) ? dice.pick(sheets.tried) : sheets.next();
    await importSheet(client, clinicId, sheet);
  }
}

/** Uploads, waits for the check, runs, and waits for the end. */
export async function importSheet(client: Client, clinicId: string, sheet: TriedSheet): Promise<ImportBatch> {
  const form = new FormData();
  form.set('clinicId', clinicId);
  form.set('preset', sheet.preset);
  form.set('file', await openAsBlob(sheet.path), sheet.fileName);
  const uploaded = await client.upload<ImportBatch>('/imports', form);
  const checked = await whenOver(client, uploaded.id);
  return checked.state === 'ready' ? runBatch(client, checked.id, sheet) : checked;
}

/** Runs a batch that is ready, or that failed when its server was killed. */
export async function runBatch(client: Client, batchId: string, sheet: TriedSheet): Promise<ImportBatch> {
  await client.write({
    key: randomUUID(),
    act: 'import-run',
    method: 'POST',
    path: `/imports/${batchId}/run`,
    body: {},
  });
  const batch = await whenOver(client, batchId);
  if (batch.state === 'done') sheet.isToldIn = true;
  return batch;
}

async function whenOver(client: Client, batchId: string): Promise<ImportBatch> {
  for (;;) {
    const batch = await client.read<ImportBatch>(`/imports/${batchId}`);
    if (!stillWorking.includes(batch.state)) return batch;
    await pause(50);
  }
}

/** The same import by the command, in a process group of its own beside the server's. */
export function importByCommand(dataDir: string, sheet: TriedSheet, logFile: string): OwnGroup {
  const command = spawnGroup(
    [
      'scripts/import.ts',
      sheet.path,
      '--preset',
      sheet.preset,
      '--data',
      dataDir,
      '--trial-clock',
      trialClock,
    ],
    logFile,
  );
  void command.ended.then((code) => {
    if (code === 0) sheet.isToldIn = true;
  });
  return command;
}
