import type { z } from 'zod';
import type { AssignLine, CloseLine, Huddle, HuddleLine } from '#domain/huddles/contract.ts';
import { matterOf } from '#domain/huddles/matter.ts';
import { withoutOwner } from '#domain/huddles/pack.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { planAgreed } from '../followups/create-reminder.ts';
import { presentLines, readHuddle } from './show-huddle.ts';
import { lockLine, selectHuddle, selectLines, updateHeld, updateLine } from './store.ts';
import type { LineRow } from './store.ts';

type Versioned = { id: string; version: number };

/**
 * A line leaves the meeting with somebody and a time, and stands on that person's list as a followup of the customer.
 * Throws Conflict `line-closed`, `line-assigned` (it is moved where followups are moved), `stale-version`.
 */
export async function assignLine(
  ctx: Context,
  input: z.output<typeof AssignLine> & Versioned,
): Promise<HuddleLine> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const line = await holdOpenLine(ctx, input);
    if (line.ownerId !== null) throw new Conflict('line-assigned');
    const followupId = newId();
    const { ownerId, dueAt } = input;
    await planAgreed(ctx, {
      ...{ id: followupId, customerId: line.customerId, clinicId: line.clinicId, assigneeId: ownerId },
      ...{ from: ctx.now, to: dueAt, matter: matterOf(line.kind, line.facts) },
    });
    await updateLine(ctx, line.id, { ownerId, dueAt, followupId });
    return changed(ctx, line, 'huddle-line.assigned');
  });
}

/** Somebody has seen to it, and says how. */
export async function closeLine(
  ctx: Context,
  input: z.output<typeof CloseLine> & Versioned,
): Promise<HuddleLine> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const line = await holdOpenLine(ctx, input);
    await updateLine(ctx, line.id, { outcome: input.outcome });
    return changed(ctx, line, 'huddle-line.closed');
  });
}

/** The meeting is over. Throws Conflict `lines-without-owner` with how many, and `huddle-held`. */
export async function finishHuddle(ctx: Context, input: { id: string }): Promise<Huddle> {
  requirePermission(ctx, 'desk.work');
  return inTransaction(ctx, async (ctx) => {
    const huddle = await selectHuddle(ctx, input);
    if (!huddle || !maySeeClinic(ctx, huddle.clinicId)) throw new NotFound('huddle', input.id);
    const open = withoutOwner(await selectLines(ctx, { huddleId: huddle.id }));
    if (open > 0) throw new Conflict('lines-without-owner', { count: open });
    if (!(await updateHeld(ctx, huddle.id))) throw new Conflict('huddle-held');
    await recordAudit(ctx, { action: 'huddle.held', subject: { type: 'huddle', id: huddle.id } });
    return readHuddle(ctx, huddle);
  });
}

async function holdOpenLine(ctx: TransactionContext, { id, version }: Versioned): Promise<LineRow> {
  await lockLine(ctx, id);
  const [line] = await selectLines(ctx, { lineId: id });
  if (!line || !maySeeClinic(ctx, line.clinicId)) throw new NotFound('huddle-line', id);
  if (line.version !== version)
    throw new Conflict('stale-version', { current: (await presentLines(ctx, [line]))[0] });
  if (line.closedAt !== null) throw new Conflict('line-closed');
  return line;
}

async function changed(ctx: TransactionContext, before: LineRow, action: string): Promise<HuddleLine> {
  const [after] = await presentLines(ctx, await selectLines(ctx, { lineId: before.id }));
  const subject = { type: 'customer', id: before.customerId };
  await recordAudit(ctx, { action, subject, before, after: after! });
  return after!;
}
