import { chunksOf } from '#domain/base/chunks.ts';
import type { ImportCounts } from '#domain/exchange/contract.ts';
import { missingColumns, unmappedRequired, type Mapping } from '#domain/exchange/mapping.ts';
import type { AppointmentRow } from '#domain/exchange/read-row.ts';
import { SheetReading, type PlacedOrder, type SheetNote } from '#domain/exchange/sheet-reading.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { openSheet } from '#server/platform/sheets/open-sheet.ts';
import { SheetError } from '#server/platform/sheets/sheet-error.ts';
import { runningFrom } from '#server/platform/stopwatch.ts';
import { readPhone } from '#server/modules/customers/phone.ts';
import { appointmentsByNumber } from '#server/modules/visits/find-history.ts';
import { countUnknown } from './bring-in-customers.ts';
import { countNewOrders } from './bring-in-orders.ts';
import { ownersByName } from './find-owners.ts';
import { fileOf } from './keep-file.ts';
import { deleteNotes, insertNotes } from './notes-store.ts';
import type { Batch } from './store.ts';
import { finishBatch } from './work-store.ts';
import { ClaimLost, Refusal, workOnBatch } from './work-on-batch.ts';

const peopleAtOnce = 5_000;

type Found = Pick<ImportCounts, 'newCustomers' | 'newAppointments' | 'newVisits' | 'newOrders'>;

/** The dry run: reads every row of a batch claimed for checking, and writes what it found; no customer is touched. */
export function checkImport(
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
      const reading = new SheetReading(sheet.columns, batch.mapping, {
        readPhone,
        zone: batch.timezone,
        isOwner: (name) => owners.has(name),
      });
      const found: Found = { newCustomers: 0, newAppointments: 0, newVisits: 0 };
      await inTransaction(ctx, (ctx) => deleteNotes(ctx, batch.id));
      for await (const rows of sheet.rows()) {
        const appointments: AppointmentRow[] = [];
        const orders: PlacedOrder[] = [];
        const notes: SheetNote[] = [];
        for (const row of rows) {
          const read = reading.read(row);
          if (read.appointment) appointments.push(read.appointment);
          if (read.order) orders.push(read.order);
          notes.push(...read.notes);
        }
        await inTransaction(ctx, async (ctx) => {
          await insertNotes(ctx, batch.id, notes);
          const history = await countHistory(ctx, batch.clinicId, appointments);
          found.newAppointments += history.isNew;
          found.newVisits += history.visits;
          if (batch.mapping.kind === 'orders')
            found.newOrders = (found.newOrders ?? 0) + (await countNewOrders(ctx, batch, orders));
        });
        progress.at(reading.counts.rows);
      }
      if (reading.counts.rows === 0) throw new Refusal('no-rows');
      for (const people of chunksOf([...reading.people], peopleAtOnce)) {
        found.newCustomers += await inTransaction(ctx, (ctx) => countUnknown(ctx, people));
      }

      await progress.stop();
      const counts = { ...reading.counts, customers: reading.people.size, ...found, plannedFollowups: 0 };
      await inTransaction(ctx, async (ctx) => {
        const end = { state: 'ready', counts, finishedAt: now() } as const;
        if (!(await finishBatch(ctx, batch, end))) throw new ClaimLost();
        await recordAudit(ctx, { action: 'import.checked', subject: { type: 'import', id: batch.id } });
      });
    },
    onProgress,
  );
}

/** The batch's sheet, once it is sure that every column which feeds a field is there. */
export async function openMappedSheet(dataDir: string, batch: Batch) {
  const sheet = await openSheet(fileOf(dataDir, batch.id));
  refuseUnfed(batch.mapping, sheet.columns);
  return sheet;
}

function refuseUnfed(mapping: Mapping, columns: string[]): void {
  const missing = missingColumns(mapping, columns);
  if (missing.length > 0) throw new SheetError('missing-columns', { columns: missing.join(', ') });
  const unfed = unmappedRequired(mapping);
  if (unfed.length > 0) throw new Refusal('fields-not-mapped', { fields: unfed.join(', ') });
}

/** A booked appointment whose outcome the sheet knows brings a visit, though it is not new itself. */
async function countHistory(ctx: TransactionContext, clinicId: string, rows: readonly AppointmentRow[]) {
  const known = await appointmentsByNumber(
    ctx,
    clinicId,
    rows.map((row) => row.appointmentNumber),
  );
  const isNew = rows.filter((row) => !known.has(row.appointmentNumber));
  const settled = rows.filter((row) => known.get(row.appointmentNumber)?.state === 'booked');
  return { isNew: isNew.length, visits: [...isNew, ...settled].filter((row) => row.state === 'kept').length };
}
