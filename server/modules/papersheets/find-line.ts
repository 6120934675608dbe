import { readCode } from '#domain/papersheets/code.ts';
import type { PaperLine } from '#domain/papersheets/contract.ts';
import { mayEnterCode } from '#domain/papersheets/line.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { gatherLines } from './gather-lines.ts';
import { requireZone } from './list-sheets.ts';
import { selectLines } from './store.ts';
import type { LineRow } from './store.ts';

/** The line a code means, with how it stands. Throws Invalid where it is none, Conflict `paper-code-expired`. */
export async function findLine(ctx: Context, input: { code: string }): Promise<PaperLine> {
  requirePermission(ctx, 'appointments.read');
  const code = readCode(input.code);
  if (code === null) throw new Invalid({ path: 'code', code: 'not-a-paper-code' });
  return inTransaction(ctx, async (ctx) => (await requireLine(ctx, { code })).line);
}

/** Of a clinic the actor may see, and of a day that can still be entered. */
export async function requireLine(
  ctx: TransactionContext,
  which: { id: string } | { code: string },
): Promise<{ line: PaperLine; row: LineRow }> {
  const [row] = await selectLines(ctx, which);
  const [line] = row ? await gatherLines(ctx, [row]) : [];
  if (!row || !line || !maySeeClinic(ctx, row.clinicId))
    throw new NotFound('paper-line', 'id' in which ? which.id : null);
  const decision = mayEnterCode(row.day, await requireZone(ctx, row.clinicId), ctx.now);
  if (!decision.allowed) throw new Conflict(decision.reason);
  return { line, row };
}
