import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { sayProblem } from '#domain/exchange/words.ts';
import type { Context } from '#server/platform/context.ts';
import { listNotes } from '#server/modules/exchange/list-imports.ts';
import { reportOf } from '#server/modules/exchange/keep-file.ts';
import { reportImport } from '#server/modules/exchange/report-import.ts';

const rowsShown = 20;

export const figure = (count: number): string => new Intl.NumberFormat('en').format(count);

/** The rows that were warned about or left out, the first of them on the terminal, all of them in a file. */
export async function sayNotes(
  ctx: Context & { dataDir: string },
  batch: Pick<ImportBatch, 'id'>,
): Promise<string[]> {
  const { items, total } = await listNotes(ctx, { id: batch.id, page: 1, pageSize: rowsShown });
  if (total === 0) return [];
  const path = reportOf(ctx.dataDir, batch.id);
  const { body } = await reportImport(ctx, { id: batch.id, language: 'en' });
  await pipeline(Readable.from(body), createWriteStream(path, { mode: 0o600 }));
  return [
    '',
    ...items.map(({ line, level, column, given, code }) => {
      const cell = [column, given === null ? null : `"${given}"`].filter((part) => part !== null).join(' ');
      return `line ${line}, ${level}${cell ? `, ${cell}` : ''}: ${sayProblem(code, 'en')}`;
    }),
    ...(total > items.length ? [`… and ${figure(total - items.length)} more.`] : []),
    `All of them: ${path}`,
  ];
}

/** What the file holds. */
export function sayCounts({ counts }: ImportBatch): string[] {
  if (!counts) return [];
  const { rows, appointments, orders, customers, kept, missed, warned, rejected } = counts;
  return table([
    ['rows', rows],
    ...(appointments > 0 ? ([['appointments', appointments]] as const) : []),
    ['customers', customers],
    ...(orders === undefined ? [] : ([['orders', orders]] as const)),
    ...(appointments > 0
      ? ([
          ['kept', kept],
          ['missed', missed],
        ] as const)
      : []),
    ['warned rows', warned],
    ['rejected rows', rejected],
  ]);
}

/** What of it is new. */
export function sayNew({ counts }: ImportBatch, plannedFollowups?: number): string[] {
  if (!counts) return [];
  return table([
    ['new customers', counts.newCustomers],
    ['new appointments', counts.newAppointments],
    ['new visits', counts.newVisits],
    ...(counts.newOrders === undefined ? [] : ([['new orders', counts.newOrders]] as const)),
    ...(plannedFollowups === undefined ? [] : ([['planned followups', plannedFollowups]] as const)),
  ]);
}

function table(lines: readonly (readonly [string, number])[]): string[] {
  return lines.map(([name, count]) => `${name.padEnd(20)}${figure(count).padStart(12)}`);
}
