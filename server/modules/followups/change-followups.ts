import type { ChangeKind } from '#domain/followups/change.ts';
import type { Window } from '#domain/followups/window.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import {
  insertChanges,
  lockStandings,
  markChangesUndone,
  selectChangesOf,
  selectCovered,
  updateStandings,
} from './changes-store.ts';
import type { ChangeableFollowup, Standing, StoredChange } from './changes-store.ts';
import type { Passed } from './following-store.ts';

export type { ChangeableFollowup, Standing };

export interface Change {
  followupId: string;
  kind: ChangeKind;
  /** The decision or leave it goes back to. */
  causeId: string | null;
  after: Partial<Standing>;
}

/** The followups as they stand, held; the caller decides what becomes of them. */
export function holdFollowups(
  ctx: TransactionContext,
  ids: readonly string[],
): Promise<ChangeableFollowup[]> {
  return lockStandings(ctx, ids);
}

/** Changes open followups and keeps on record what they were; what ended meanwhile stays. Gives how many. */
export async function changeFollowups(ctx: TransactionContext, changes: readonly Change[]): Promise<number> {
  const held = await lockStandings(
    ctx,
    changes.map(({ followupId }) => followupId),
  );
  const wanted = new Map(changes.map((change) => [change.followupId, change]));
  const open = held.filter(({ state }) => state === 'open');
  await updateStandings(
    ctx,
    open.map((now) => ({ ...now, ...wanted.get(now.id)!.after })),
  );
  await insertChanges(
    ctx,
    open.map((now) => {
      const change = wanted.get(now.id)!;
      return { ...change, id: newId(), before: partOf(now, change.after) };
    }),
  );
  return open.length;
}

/** Keeps on record that followups went from one holder to another, or back to their role. */
export function notePassed(
  ctx: TransactionContext,
  kind: 'handed' | 'followed' | 'freed',
  passed: readonly Passed[],
  causeId: string | null = null,
): Promise<void> {
  return insertChanges(
    ctx,
    passed.map(({ id, fromId, toId }) => ({
      ...{ id: newId(), followupId: id, kind, causeId },
      ...{ before: { assigneeId: fromId }, after: { assigneeId: toId } },
    })),
  );
}

/** Keeps on record that another version of their protocol has followups at another time. */
export function noteMoved(
  ctx: TransactionContext,
  versionId: string,
  moved: readonly (Window & { id: string; from: Window })[],
): Promise<void> {
  return insertChanges(
    ctx,
    moved.map(({ id, from, dueAt, closesAt }) => ({
      ...{ id: newId(), followupId: id, kind: 'moved' as const, causeId: versionId },
      before: { dueAt: from.dueAt, closesAt: from.closesAt },
      after: { dueAt, closesAt },
    })),
  );
}

/** What went back to a decision holds no more for these. */
export async function forgetChanges(
  ctx: TransactionContext,
  causeId: string,
  followupIds: readonly string[],
): Promise<void> {
  const changes = await selectChangesOf(ctx, causeId);
  await markChangesUndone(
    ctx,
    changes.filter(({ followupId }) => followupIds.includes(followupId)).map(({ id }) => id),
  );
}

/** Takes back what goes back to a decision, but where something happened since. */
export async function takeBackChanges(
  ctx: TransactionContext,
  causeId: string,
): Promise<{ undone: number; kept: number }> {
  const changes = await selectChangesOf(ctx, causeId);
  const undone = await undo(ctx, changes);
  return { undone: undone.length, kept: changes.length - undone.length };
}

/** What stand-ins hold untouched, by the leave it goes back to. */
export function findCovered(ctx: TransactionContext) {
  return selectCovered(ctx);
}

/** Gives what was covered back to whom it was taken from. */
export async function returnCovered(
  ctx: TransactionContext,
  leaveId: string,
  followupIds: readonly string[],
): Promise<number> {
  const ids = new Set(followupIds);
  const changes = (await selectChangesOf(ctx, leaveId)).filter(({ followupId }) => ids.has(followupId));
  const undone = await undo(ctx, changes);
  await insertChanges(
    ctx,
    undone.map(({ followupId, before, after }) => ({
      ...{ id: newId(), followupId, kind: 'returned' as const, causeId: leaveId },
      before: after,
      after: before,
    })),
  );
  return undone.length;
}

/** Gives those that were taken back. */
async function undo(ctx: TransactionContext, changes: readonly StoredChange[]): Promise<StoredChange[]> {
  const held = await lockStandings(
    ctx,
    changes.map(({ followupId }) => followupId),
  );
  const now = new Map(held.map((followup) => [followup.id, followup]));
  const asLeft = changes.filter((change) => isAsLeft(now.get(change.followupId), change));
  await updateStandings(
    ctx,
    asLeft.map((change) => ({ ...now.get(change.followupId)!, ...change.before })),
  );
  await markChangesUndone(
    ctx,
    asLeft.map(({ id }) => id),
  );
  return asLeft;
}

function isAsLeft(now: ChangeableFollowup | undefined, { after, at }: StoredChange): boolean {
  if (!now || (now.lastAttemptAt !== null && now.lastAttemptAt >= at)) return false;
  // The day is no promise: levelling moves it again.
  const { dueAt: _due, dueByProtocol: _protocol, ...kept } = after;
  const isOpenOrDropped = now.state === 'open' || after.state === 'ended';
  return isOpenOrDropped && JSON.stringify(partOf(now, kept)) === JSON.stringify(kept);
}

function partOf(standing: Standing, keys: Partial<Standing>): Partial<Standing> {
  return Object.fromEntries(
    Object.keys(keys).map((key) => [key, standing[key as keyof Standing]]),
  ) as Partial<Standing>;
}
