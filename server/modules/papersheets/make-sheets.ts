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
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { findWorklist } from '../followups/find-worklist.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { findNextDay, readSheets, requireZone } from './list-sheets.ts';
import { ensureSheets, insertLines, saveFollowups, selectDays, selectLines, selectSheets } from './store.ts';
import type { LineRow, NewLine } from './store.ts';

type OfDay = { clinicId: string; day: CalendarDate; zone: TimeZone };

/**
 * The next working day's sheets at once, or those of a day with what was booked and planned since they were made; a line
 * that stands keeps its code. Throws Conflict `no-paper-sheets` of any other day.
 */
export async function makeSheets(
  ctx: Context,
  { clinicId, day: asked }: z.output<typeof MakePaperSheets>,
): Promise<PaperSheets> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const zone = await requireZone(ctx, clinicId);
    const { next } = await findNextDay(ctx, clinicId, dayAt(ctx.now, zone));
    const day = asked ?? next;
    if (day !== next && !(await isUnderWay(ctx, { clinicId, day, zone })))
      throw new Conflict('no-paper-sheets');
    await fillSheets(ctx, { clinicId, day, zone });
    await recordAudit(ctx, {
      ...{ action: 'paper-sheets.made', subject: { type: 'clinic', id: clinicId }, reason: day },
    });
    return readSheets(ctx, { clinicId, day });
  });
}

/** Takes up what was booked and planned since the sheets of a day were made, where the day is not over. */
export async function takeUpNew(ctx: TransactionContext, of: OfDay): Promise<void> {
  if (await isUnderWay(ctx, of)) await fillSheets(ctx, of);
}

async function isUnderWay(ctx: TransactionContext, of: OfDay): Promise<boolean> {
  return of.day >= dayAt(ctx.now, of.zone) && (await selectSheets(ctx, of)).length > 0;
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

type Line = Omit<NewLine, 'id' | 'sheet_id' | 'position' | 'code' | 'added_at'>;

async function fillSheets(ctx: TransactionContext, of: OfDay): Promise<void> {
  await ensureSheets(ctx, { ...of, kinds: sheetKinds });
  const there = await selectLines(ctx, of);
  const wanted = await linesOf(ctx, of);
  wanted.call = await newCalls(
    ctx,
    there.filter(({ kind }) => kind === 'call'),
    wanted.call,
  );
  for (const { id: sheetId, kind, madeAt } of await selectSheets(ctx, of)) {
    const on = there.filter((line) => line.kind === kind);
    // Who was moved within the day is another line: what stands at the old hour is void.
    const has = new Set(on.map((line) => `${line.appointmentId} ${line.at}`));
    const missing = wanted[kind].filter(
      (line) => kind === 'call' || !has.has(`${line.appointment_id} ${line.at}`),
    );
    const last = Math.max(0, ...on.map(({ position }) => position));
    const addedAt = madeAt < ctx.now ? ctx.now : null;
    await addLines(
      ctx,
      { sheetId, after: last },
      missing.map((line) => ({ ...line, added_at: addedAt })),
    );
  }
}

/**
 * The calls about what no line has yet. Of somebody whose call lies on no desk, that call is made about it too; of
 * somebody whose paper is out already, it is another line.
 */
async function newCalls(
  ctx: TransactionContext,
  there: readonly LineRow[],
  wanted: readonly Line[],
): Promise<Line[]> {
  const known = new Set(there.flatMap(({ followupIds }) => followupIds ?? []));
  const calls: Line[] = [];
  for (const line of wanted) {
    const ids = (line.followup_ids ?? []).filter((id) => !known.has(id));
    if (ids.length === 0) continue;
    const waiting = there.find(
      ({ customerId, printedAt, result }) =>
        customerId === line.customer_id && printedAt === null && result === null,
    );
    if (waiting) await saveFollowups(ctx, waiting.id, [...(waiting.followupIds ?? []), ...ids]);
    else calls.push({ ...line, followup_ids: ids });
  }
  return calls;
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
  { sheetId, after }: { sheetId: string; after: number },
  lines: readonly (Line & Pick<NewLine, 'added_at'>)[],
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
