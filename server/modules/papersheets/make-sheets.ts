import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import { codeCount, codeOf } from '#domain/papersheets/code.ts';
import type { MakePaperSheets, PaperSheets } from '#domain/papersheets/contract.ts';
import { areSheetsDue, sheetKinds } from '#domain/papersheets/line.ts';
import type { SheetKind } from '#domain/papersheets/line.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { findWorklist } from '../followups/find-worklist.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { findNextDay, readSheets, requireZone } from './list-sheets.ts';
import { ensureSheets, insertLines, selectDays, selectLines, selectSheets } from './store.ts';
import type { NewLine } from './store.ts';

type OfDay = { clinicId: string; day: CalendarDate; zone: TimeZone };

/** The next working day's sheets at once, or with who has been booked since they were made; a line that stands keeps its code. */
export async function makeSheets(
  ctx: Context,
  { clinicId }: z.output<typeof MakePaperSheets>,
): Promise<PaperSheets> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const zone = await requireZone(ctx, clinicId);
    const { next: day } = await findNextDay(ctx, clinicId, dayAt(ctx.now, zone));
    await fillSheets(ctx, { clinicId, day, zone });
    await recordAudit(ctx, {
      ...{ action: 'paper-sheets.made', subject: { type: 'clinic', id: clinicId }, reason: day },
    });
    return readSheets(ctx, { clinicId, day });
  });
}

/** The clock's: an hour before closing, or when the clinic says, the next working day's sheets lie ready. Safe to run at any moment, twice, and by two processes. */
export async function preparePaperSheets(ctx: Context): Promise<void> {
  for (const [clinicId, zone] of await inTransaction(ctx, listClinicZones))
    await inTransaction(ctx, async (ctx) => {
      const today = dayAt(ctx.now, zone);
      const [latest] = await selectDays(ctx, { clinicId, from: today });
      if (latest !== undefined && latest > today) return;
      const { closesAt, next } = await findNextDay(ctx, clinicId, today);
      if (areSheetsDue(closesAt, await findDeskRules(ctx, clinicId), ctx.now))
        await fillSheets(ctx, { clinicId, day: next, zone });
    });
}

type Line = Omit<NewLine, 'id' | 'sheet_id' | 'position' | 'code'>;

async function fillSheets(ctx: TransactionContext, of: OfDay): Promise<void> {
  await ensureSheets(ctx, { ...of, kinds: sheetKinds });
  const there = await selectLines(ctx, of);
  const wanted = await linesOf(ctx, of);
  for (const { id: sheetId, kind } of await selectSheets(ctx, of)) {
    const on = there.filter((line) => line.kind === kind);
    const has = new Set(on.map((line) => line.appointmentId ?? line.customerId));
    const missing = wanted[kind].filter((line) => !has.has(line.appointment_id ?? line.customer_id));
    const last = Math.max(0, ...on.map(({ position }) => position));
    await addLines(ctx, sheetId, last, missing);
  }
}

async function linesOf(ctx: TransactionContext, of: OfDay): Promise<Record<SheetKind, Line[]>> {
  const { clinicId, day } = of;
  const { items } = await listAppointments(ctx, { clinicId, from: day, to: day, state: 'booked' });
  const booked = items.map((one) => ({
    isOpen: one.confirmation === null || one.confirmation === 'unreached',
    line: {
      ...{ customer_id: one.customerId, appointment_id: one.id, followup_ids: null, at: one.startsAt },
      ...{ staff_id: null, role: null },
    },
  }));
  const calls = (await findWorklist(ctx, of)).map(({ customerId, followups }) => ({
    ...{ customer_id: customerId, appointment_id: null, followup_ids: followups.map(({ id }) => id) },
    ...{ staff_id: followups[0].assigneeId, role: followups[0].role, at: followups[0].closesAt },
  }));
  return {
    call: calls,
    confirmation: booked.filter(({ isOpen }) => isOpen).map(({ line }) => line),
    waiting: booked.map(({ line }) => line),
  };
}

/** With codes that no other line of the organization has: the few that are taken are drawn again. */
async function addLines(
  ctx: TransactionContext,
  sheetId: string,
  after: number,
  lines: readonly Line[],
): Promise<void> {
  let left = lines.map((line, index) => ({
    ...line,
    id: newId(),
    sheet_id: sheetId,
    position: after + index + 1,
  }));
  while (left.length > 0) {
    const drawn = left.map((line) => ({ ...line, code: codeOf(randomInt(codeCount)) }));
    const added = new Set(await insertLines(ctx, drawn));
    left = left.filter(({ id }) => !added.has(id));
  }
}
