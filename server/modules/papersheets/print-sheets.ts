import type { z } from 'zod';
import type {
  PaperLine,
  PrintedLine,
  PrintedSheets,
  PrintPaperSheets,
} from '#domain/papersheets/contract.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import { editionOf } from '#domain/papersheets/line.ts';
import { nameOnPaper } from '#domain/papersheets/on-paper.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { revealPhones } from '../customers/reveal-phones.ts';
import { getDiscreetProfile } from '../records/get-discreet-profile.ts';
import { findPeople } from '../staff/find-people.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { gatherLines } from './gather-lines.ts';
import { isFor, requireZone } from './list-sheets.ts';
import { takeUpNew } from './make-sheets.ts';
import { savePrinted, selectLines, selectSheets } from './store.ts';

/**
 * What goes on paper, with who prints it on record: of names and numbers as much as the clinic allows, every whole
 * number counted as seen. Who wants to be reached discreetly stands there without one. Throws Conflict `no-paper-sheets`.
 */
export async function printSheets(
  ctx: Context,
  { clinicId, day, kinds, which }: z.output<typeof PrintPaperSheets>,
): Promise<PrintedSheets> {
  requirePermission(ctx, kinds.some((kind) => kind !== 'call') ? 'desk.work' : 'followups.work');
  return inTransaction(ctx, async (ctx) => {
    const timezone = await requireZone(ctx, clinicId);
    const sheets = (await selectSheets(ctx, { clinicId, day })).filter(({ kind }) => kinds.includes(kind));
    if (sheets.length === 0) throw new Conflict('no-paper-sheets');
    await takeUpNew(ctx, { clinicId, day, zone: timezone });
    const all = await gatherLines(ctx, await selectLines(ctx, { clinicId, day }));
    const own = all.filter((line) => kinds.includes(line.kind) && isFor(ctx, line));
    const lines = own.filter(
      ({ standing, printedAt }) => standing.state === 'open' && (which === 'all' || printedAt === null),
    );
    const rules = await findDeskRules(ctx, clinicId);
    const { shown, revealed, leftOut } = await asPrinted(ctx, lines, { rules, day });
    await savePrinted(ctx, {
      sheetIds: sheets.map(({ id }) => id),
      lineIds: lines.map(({ id }) => id),
    });
    await recordAudits(
      ctx,
      sheets.map(({ id, kind }) => ({
        ...{ action: 'paper-sheet.printed', subject: { type: 'paper-sheet', id } },
        reason: `${day} ${kind}, ${lines.filter((line) => line.kind === kind).length} lines, ${revealed} numbers`,
      })),
    );
    const { id } = ctx.actor;
    const me = id === null ? undefined : (await findPeople(ctx, [id])).get(id);
    return {
      clinicName: (await getClinic(ctx, clinicId)).name,
      ...{ day, timezone, printedAt: ctx.now, printedByName: me?.name ?? null, numbersLeftOut: leftOut },
      sheets: kinds.flatMap((kind) => sheetsOf(kind, { lines, own, shown })),
    };
  });
}

async function asPrinted(
  ctx: TransactionContext,
  lines: readonly PaperLine[],
  { rules, day }: { rules: DeskRules; day: string },
): Promise<{ shown: Map<string, PrintedLine>; revealed: number; leftOut: number }> {
  const customers = await briefCustomers(ctx, [...new Set(lines.map(({ customerId }) => customerId))]);
  const discreet = new Set<string>();
  for (const id of customers.keys()) if (await getDiscreetProfile(ctx, id)) discreet.add(id);
  // Nobody calls by the waiting sheet, which lies open on the desk.
  const called = lines.filter(({ kind, customerId }) => kind !== 'waiting' && !discreet.has(customerId));
  const ids = [...new Set(called.flatMap(({ customerId, phone }) => (phone === null ? [] : customerId)))];
  const phones =
    rules.paperPhones === 'whole' && ids.length > 0
      ? await revealPhones(ctx, { ids, reason: `paper ${day}` })
      : new Map<string, string>();
  const shown = lines.map((line): PrintedLine => {
    const { id, kind, position, code, customerId, customerNumber, at, visitKind, doctorName, purposes } =
      line;
    const isDiscreet = discreet.has(customerId);
    const number = kind === 'waiting' ? line.phone : (phones.get(customerId) ?? line.phone);
    return {
      ...{ id, position, code, customerNumber, at, visitKind, doctorName, purposes, isDiscreet },
      name: nameOnPaper(customers.get(customerId)!, rules.paperNames),
      phone: isDiscreet ? null : number,
    };
  });
  return {
    shown: new Map(shown.map((line) => [line.id, line])),
    revealed: phones.size,
    leftOut: rules.paperPhones === 'whole' ? ids.length - phones.size : 0,
  };
}

/** Calls are a sheet for each who makes them, the others one for the desk. `own`: all that may be printed of the day. */
function sheetsOf(
  kind: PaperLine['kind'],
  {
    lines,
    own,
    shown,
  }: {
    lines: readonly PaperLine[];
    own: readonly PaperLine[];
    shown: ReadonlyMap<string, PrintedLine>;
  },
): PrintedSheets['sheets'] {
  const holderOf = ({ staffId, role }: PaperLine) => staffId ?? role;
  const byPerson = Map.groupBy(
    lines.filter((line) => line.kind === kind),
    holderOf,
  );
  return [...byPerson].map(([holder, theirs]) => {
    const before = own.filter(
      (line) => line.kind === kind && holderOf(line) === holder && line.printedAt !== null,
    ).length;
    const edition = editionOf({ before, now: theirs.filter(({ printedAt }) => printedAt !== null).length });
    // Counted as they stand there, whatever others have in between; what is added counts on.
    const from = edition === 'addition' ? before : 0;
    return {
      ...{ kind, staffName: theirs[0]!.staffName, role: theirs[0]!.role, edition },
      lines: theirs.map(({ id }, index) => ({ ...shown.get(id)!, position: from + index + 1 })),
    };
  });
}
