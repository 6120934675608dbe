import { setImmediate as breathe } from 'node:timers/promises';
import { addDays, addMinutes, dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { searchDuplicates } from '#domain/customers/duplicate-candidates.ts';
import type { Suggestion } from '#domain/customers/duplicate-candidates.ts';
import type { Lookalike } from '#domain/customers/duplicates.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import {
  findAllLookalikes,
  findChangedLookalikes,
  findLastChange,
  findLookalikesNear,
} from '../customers/find-lookalikes.ts';
import { deleteSuggestionsBut, holdLook, saveLook, saveSuggestions, selectPartners } from './store.ts';

/** More changed records than this, as after an import, and everybody is compared with everybody. */
const fewChanges = 500;
/** Who shares a home and little else is found by comparing everybody, which is done again after so long. */
const daysBetweenWholeLooks = 7;
/** A change counts from the beginning of its transaction; one that took this long is still seen. */
const lateMinutes = 10;

/** Finds who may be in the books twice and puts them before a person; merges nobody. Looks at what changed since it last looked. */
export async function lookForDuplicates(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const lastChange = await findLastChange(ctx);
    if (lastChange === null) return;
    const look = await holdLook(ctx);
    if (look === null || lastChange <= look.lookedUntil) return;
    const changed = await findChanged(ctx, look.lookedUntil, lastChange);
    const nextWholeLook = addDays(dayAt(look.wholeAt, ctx.zone), daysBetweenWholeLooks);
    const isWhole = changed === null || nextWholeLook <= dayAt(ctx.now, ctx.zone);
    await (isWhole ? lookAtAll(ctx) : lookAt(ctx, changed));
    await saveLook(ctx, { lookedUntil: lastChange, wholeAt: isWhole ? ctx.now : look.wholeAt });
  });
}

/** What was changed since the last look, and what came late to it; null is too many to look at one by one. */
async function findChanged(
  ctx: TransactionContext,
  lookedUntil: Instant,
  lastChange: Instant,
): Promise<Lookalike[] | null> {
  const limit = fewChanges + 1;
  const fresh = await findChangedLookalikes(ctx, { after: lookedUntil, until: lastChange }, limit);
  if (fresh.length === limit) return null;
  const late = await findChangedLookalikes(
    ctx,
    { after: addMinutes(lookedUntil, -lateMinutes), until: lookedUntil },
    limit,
  );
  // So many at once came with an import, after which everybody was looked at.
  return late.length === limit ? fresh : [...fresh, ...late];
}

async function lookAtAll(ctx: TransactionContext): Promise<void> {
  const found = await searchAmong(await findAllLookalikes(ctx));
  await deleteSuggestionsBut(ctx, await saveSuggestions(ctx, found), null);
}

async function lookAt(ctx: TransactionContext, changed: readonly Lookalike[]): Promise<void> {
  const ids = changed.map(({ id }) => id);
  const near = await findLookalikesNear(ctx, changed, { ids: await selectPartners(ctx, ids) });
  const everybody = new Map([...near, ...changed].map((customer) => [customer.id, customer]));
  const isChanged = new Set(ids);
  const found = (await searchAmong([...everybody.values()])).filter(
    ({ a, b }) => isChanged.has(a) || isChanged.has(b),
  );
  await deleteSuggestionsBut(ctx, await saveSuggestions(ctx, found), ids);
}

/** Lets requests be answered in between: the same thread serves them. */
async function searchAmong(customers: readonly Lookalike[]): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  for (const suggestion of searchDuplicates(customers)) {
    if (suggestion === null) await breathe();
    else found.push(suggestion);
  }
  return found;
}
