import type { Worklist } from '#domain/followups/contract.ts';
import { diceOf } from '#server/demo/dice.ts';
import { callUntil } from './callers.ts';
import type { Client } from './client.ts';
import { receiveUntil } from './front-desk.ts';
import { importUntil } from './importers.ts';
import type { TriedSheet } from './importers.ts';

const callers = 6;
const desks = 2;

/** What everybody shares: the sheets that were begun, and where new ones come from. */
export interface Sheets {
  tried: readonly TriedSheet[];
  next(): TriedSheet;
}

/**
 * Sends everybody to work at once: callers, front desks, an importer. Resolves when all have stopped, with what
 * any of them met before it was over.
 */
export async function workUntil(
  isOver: () => boolean,
  at: { client: Client; clinicId: string; sheets: Sheets; list: Worklist },
  seed: string,
): Promise<string[]> {
  const { client, clinicId, sheets, list } = at;
  const complaints: string[] = [];
  const watched = (who: string, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      // Once the kill has begun, a connection that breaks is what was asked for.
      if (!isOver()) complaints.push(`${who}: ${(error as Error).message}`);
    });
  const many = (count: number, who: string, work: (name: string) => Promise<void>): Promise<void>[] =>
    Array.from({ length: count }, (_, index) => watched(`${who} ${index}`, work(`${who} ${index}`)));
  const known = list.items.map((row) => row.customer);
  await Promise.all([
    ...many(callers, 'caller', (name) => callUntil(isOver, client, list, diceOf(seed, name))),
    ...many(desks, 'desk', (name) => receiveUntil(isOver, client, clinicId, known, diceOf(seed, name))),
    ...many(1, 'importer', (name) => importUntil(isOver, client, clinicId, sheets, diceOf(seed, name))),
  ]);
  return complaints;
}
