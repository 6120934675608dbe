import type { Instant } from '#domain/base/time.ts';
import { levelled } from '#domain/capacity/level.ts';
import { dueOn } from '#domain/capacity/work.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { findOpenFollowups, findUnplaced } from '../followups/find-load.ts';
import { leaveInPlace, placeFollowups } from '../followups/place-followups.ts';
import type { Placing } from '../followups/place-followups.ts';
import { daysAhead, readGround } from './read-ground.ts';
import type { Ground } from './read-ground.ts';
import { chooseHolders } from './settle-holders.ts';
import { claimRun } from './store.ts';

/** New followups are taken in hand so many at a time. */
const placedAtOnce = 5_000;

/** The clock's part: what came in sight gets a holder and a day; once a day everybody's days are filled anew. */
export async function spreadNightly(ctx: Context): Promise<void> {
  for (let placed = placedAtOnce; placed === placedAtOnce;)
    placed = await inTransaction(ctx, async (ctx) => placeNew(ctx, await daysAhead(ctx)));
  await inTransaction(ctx, async (ctx) => {
    const { today } = await daysAhead(ctx);
    if (await claimRun(ctx, today)) await fillDays(ctx, await readGround(ctx), null);
  });
}

/** Fills the days of these people anew, or everybody's: where their hours, their leave or the figures changed. */
export async function spreadFollowups(
  ctx: TransactionContext,
  staffIds: readonly string[] | null,
): Promise<void> {
  await fillDays(ctx, await readGround(ctx), staffIds);
}

/** Gives what came in sight its holder, and them their days. Gives how many. */
async function placeNew(ctx: TransactionContext, { until }: { until: Instant }): Promise<number> {
  const unplaced = await findUnplaced(ctx, until, placedAtOnce);
  if (unplaced.length === 0) return 0;
  const ground = await readGround(ctx);
  const holders = await chooseHolders(ctx, ground, unplaced);
  await fillDays(ctx, ground, [...holders]);
  await leaveInPlace(
    ctx,
    unplaced.map(({ id }) => id),
  );
  return unplaced.length;
}

async function fillDays(
  ctx: TransactionContext,
  ground: Ground,
  staffIds: readonly string[] | null,
): Promise<void> {
  const open = await findOpenFollowups(ctx, ground.until, staffIds && withStandIns(ground, staffIds));
  const byId = new Map(open.map((followup) => [followup.id, followup]));
  const items = open.flatMap((followup) => ground.workOf(followup) ?? []);
  const fixed = new Set(items.filter(({ isFixed }) => isFixed).map(({ id }) => id));
  const placings = levelled(items, ground.capacityOf).flatMap(({ id, day }): Placing[] => {
    const followup = byId.get(id)!;
    const { version, dueAt, dueByProtocol } = followup;
    const place = fixed.has(id)
      ? { dueAt, dueByProtocol }
      : dueOn(day, followup, ground.zoneOf(followup.clinicId));
    const isAsItWas = followup.isPlaced && place.dueAt === dueAt && place.dueByProtocol === dueByProtocol;
    return isAsItWas ? [] : [{ id, version, ...place }];
  });
  await placeFollowups(ctx, placings);
}

/** Whose days depend on each other: who stands in for one of them, and for whom one of them does. */
function withStandIns(ground: Ground, staffIds: readonly string[]): string[] {
  const known = new Set(staffIds);
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const [staffId, leaves] of ground.leaves) {
      for (const { standInId } of leaves) {
        if (standInId === null || known.has(staffId) === known.has(standInId)) continue;
        known.add(staffId).add(standInId);
      }
    }
  }
  return [...known];
}
