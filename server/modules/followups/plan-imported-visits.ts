import { addDays, dayAt, monthOf, nextMonth, startOfDay } from '#domain/base/time.ts';
import type { EventOf } from '#domain/events.ts';
import type { TriggerEvent } from '#domain/followups/protocol.ts';
import { reachOf } from '#domain/followups/replay.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { endByImport } from './end-by-import.ts';
import { planInBulk } from './plan-in-bulk.ts';
import { monthSource } from './plan-month-round.ts';
import { selectZones } from './planning-store.ts';
import { selectProtocols } from './versions-store.ts';

const ofVisits: readonly TriggerEvent[] = ['visit.closed', 'course.finished', 'discharge'];
/** No sheet says when braces came off: who was not seen for them for half a year is not asked how they are. */
const bracesSeenDays = 183;

/** History brought in owes only what can still be done in time: a call due last week is not made up for. */
export async function planImportedVisits(
  ctx: TransactionContext,
  event: EventOf<'visits.imported'>,
): Promise<void> {
  const { batchId } = event;
  const owed = { openAt: ctx.now, importBatchId: batchId };
  const today = dayAt(ctx.now, ctx.zone);
  const daysAgo = (days: number) => startOfDay(addDays(today, -days), ctx.zone);
  const closedUntil = ctx.now;
  await planInBulk(
    ctx,
    { kind: 'visits', batchId, closedFrom: daysAgo(await reachBack(ctx)), closedUntil },
    owed,
  );
  await planInBulk(ctx, { kind: 'braces', batchId, seenSince: daysAgo(bracesSeenDays), closedUntil }, owed);
  for (const [clinicId, zone] of await selectZones(ctx)) {
    const month = nextMonth(monthOf(dayAt(ctx.now, zone)), -1);
    await planInBulk(ctx, monthSource(clinicId, month, zone, { batchId }), owed);
  }
  // Again: what an earlier visit of the sheet owed a later one of it may have settled.
  await endByImport(ctx, event);
}

/** So many days after a visit its longest step is still open; older history owes nothing. */
async function reachBack(ctx: TransactionContext): Promise<number> {
  const protocols = (await selectProtocols(ctx)).map(({ definition }) => definition);
  const such = protocols.filter(({ trigger }) => ofVisits.includes(trigger.event));
  return Math.max(0, ...such.map(({ steps }) => reachOf(steps)));
}
