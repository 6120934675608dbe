import type { ImportCounts } from '#domain/exchange/contract.ts';
import type { People } from '#domain/exchange/people.ts';
import { SheetReading } from '#domain/exchange/sheet-reading.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { statisticsOfLoad } from '#server/platform/database/refresh-statistics.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { announce } from '#server/platform/events/announce.ts';
import { runningFrom } from '#server/platform/stopwatch.ts';
import { readPhone } from '#server/modules/customers/phone.ts';
import { openMappedSheet } from './check-import.ts';
import { bringInAppointments, type History } from './bring-in-appointments.ts';
import { bringInCustomers, type CustomersOfSheet } from './bring-in-customers.ts';
import { bringInOrders } from './bring-in-orders.ts';
import { ownersByName, type Owners } from './find-owners.ts';
import type { Batch } from './store.ts';
import { finishBatch, waitForOtherRuns } from './work-store.ts';
import type { Progress } from './watch-progress.ts';
import { ClaimLost, workOnBatch } from './work-on-batch.ts';

type Sheet = Awaited<ReturnType<typeof openMappedSheet>>;

/**
 * Brings a batch claimed for running in: customers, appointments and closed visits, all in one transaction. The
 * sheet is read twice, because whether a visit was the first shows only when every row has been seen.
 */
export function runImport(
  ctx: Context & { dataDir: string },
  batch: Batch,
  onProgress?: (rows: number) => void,
): Promise<Batch> {
  const now = runningFrom(ctx.now);
  return workOnBatch(
    ctx,
    batch,
    async (progress) => {
      const sheet = await openMappedSheet(ctx.dataDir, batch);
      const owners = await ownersByName(ctx);
      const { people, counts } = await readWhole(sheet, batch, owners, progress);
      await inTransaction(ctx, async (ctx) => {
        await waitForOtherRuns(ctx);
        const wrote = statisticsOfLoad(ctx, 'customers');
        const customers = await bringInCustomers(ctx, batch, { people, owners, wrote });
        const added = await bringInRows(ctx, sheet, batch, people, customers, { progress, wrote });
        // No progress is written from here on: it would wait for this transaction, and this one for it.
        await progress.stop();
        const done: ImportCounts = {
          ...counts,
          customers: people.size,
          newCustomers: customers.added,
          ...added,
          plannedFollowups: 0,
        };
        const end = { state: 'done', counts: done, finishedAt: now() } as const;
        if (!(await finishBatch(ctx, batch, end))) throw new ClaimLost();
        await recordAudit(ctx, { action: 'import.done', subject: { type: 'import', id: batch.id } });
        if (added.newVisits + added.newAppointments > 0)
          await announce(ctx, { type: 'visits.imported', batchId: batch.id });
        if (added.newOrders) await announce(ctx, { type: 'ledger.imported', batchId: batch.id });
      });
    },
    onProgress,
  );
}

function newReading(sheet: Sheet, batch: Batch, people?: People, owners?: Owners): SheetReading {
  const tools = {
    readPhone,
    zone: batch.timezone,
    ...(owners && { isOwner: (name: string) => owners.has(name) }),
  };
  return new SheetReading(sheet.columns, batch.mapping, tools, people);
}

async function readWhole(
  sheet: Sheet,
  batch: Batch,
  owners: Owners,
  progress: Progress,
): Promise<SheetReading> {
  const reading = newReading(sheet, batch, undefined, owners);
  for await (const rows of sheet.rows()) {
    for (const row of rows) reading.read(row);
    progress.at(Math.round(reading.counts.rows / 2));
  }
  return reading;
}

type Added = History & Pick<ImportCounts, 'newOrders'>;

async function bringInRows(
  ctx: TransactionContext,
  sheet: Sheet,
  batch: Batch,
  people: People,
  customers: CustomersOfSheet,
  { progress, wrote }: { progress: Progress; wrote: (rows: number) => Promise<void> },
): Promise<Added> {
  const added: Added = { newAppointments: 0, newVisits: 0 };
  if (batch.mapping.kind === 'customers') return added;
  const reading = newReading(sheet, batch, people);
  const isOfOrders = batch.mapping.kind === 'orders';
  const bringInVisits = isOfOrders ? null : await bringInAppointments(ctx, batch, people, customers);
  const alreadyRead = batch.counts?.rows ?? 0;
  for await (const rows of sheet.rows()) {
    const read = rows.map((row) => reading.read(row));
    if (bringInVisits) {
      const part = await bringInVisits(
        read.map(({ appointment }) => appointment).filter((row) => row !== null),
      );
      added.newAppointments += part.newAppointments;
      added.newVisits += part.newVisits;
      await wrote(part.newAppointments + part.newVisits);
    } else {
      const orders = read.map(({ order }) => order).filter((row) => row !== null);
      const newOrders = await bringInOrders(ctx, batch, people, customers, orders);
      added.newOrders = (added.newOrders ?? 0) + newOrders;
      await wrote(newOrders);
    }
    progress.at(Math.round((alreadyRead + reading.counts.rows) / 2));
  }
  return added;
}
