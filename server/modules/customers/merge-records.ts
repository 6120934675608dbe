import { joinTexts, mayJoin } from '#domain/identity/choices.ts';
import { mergeFields } from '#domain/identity/contract.ts';
import type { MergeField, MergeFieldChoices } from '#domain/identity/contract.ts';
import { maySeeClinic } from '#server/platform/access.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { ownerKinds } from '#domain/ownership/owner-kind.ts';
import { lockRecords, writeColumns } from './merge-store.ts';
import type { RecordColumns } from './merge-store.ts';
import { ownerColumns, selectOpenOwnership, undoMergedOwnership, writeOwnerships } from './owners-store.ts';
import type { OwnershipReason } from './owners-store.ts';

type Column = keyof RecordColumns;

/** What a field of the review page stands for. */
export const columnsOf: Record<MergeField, readonly Column[]> = {
  name: ['name', 'name_pinyin', 'name_initials'],
  gender: ['gender'],
  birthday: ['birthday', 'birth_year'],
  phone: ['phone', 'phone_last4'],
  wechat: ['wechat'],
  address: ['address'],
  occupation: ['occupation'],
  channelSource: ['channel_source'],
  referrer: ['referrer_id'],
  clinic: ['clinic_id'],
  owner: ['owner_id'],
  webConsultant: ['web_consultant_id'],
  doctor: ['doctor_id'],
  likes: ['likes'],
  taboos: ['taboos'],
  notes: ['notes'],
};

const longestText = 2_000;

/** What a merge changed on the record that stayed, and what it takes to give the other one back. */
export interface MergedRecords {
  keepBefore: RecordColumns;
  keepAfter: RecordColumns;
  goneBefore: RecordColumns;
}

/** Two live records of clinics the actor may see, held until the transaction ends, at the versions that were looked at. */
export async function holdPair(
  ctx: TransactionContext,
  pair: { keepId: string; keepVersion: number; goneId: string; goneVersion: number },
): Promise<{ keep: RecordColumns; gone: RecordColumns }> {
  const records = await lockRecords(ctx, [pair.keepId, pair.goneId]);
  const live = (id: string, version: number): RecordColumns => {
    const record = records.get(id);
    if (!record || !maySeeClinic(ctx, record.clinic_id as string)) throw new NotFound('customer', id);
    if (record.merged_into !== null) throw new Conflict('merged', { into: record.merged_into });
    if (record.version !== version) throw new Conflict('stale-version');
    return record;
  };
  return { keep: live(pair.keepId, pair.keepVersion), gone: live(pair.goneId, pair.goneVersion) };
}

/** Writes the chosen values into the record that stays, and hides the other behind it. */
export async function mergeRecords(
  ctx: TransactionContext,
  { keep, gone }: { keep: RecordColumns; gone: RecordColumns },
  choices: MergeFieldChoices,
): Promise<MergedRecords> {
  const change = { ...chosenColumns(keep, gone, choices), ...whatNobodyChooses(keep, gone) };
  const keepAfter = {
    ...onlyDifferent(keep, change),
    version: Number(keep.version) + 1,
    updated_at: ctx.now,
  };
  await writeColumns(ctx, keep.id as string, keepAfter);
  await moveOwnersByMerge(ctx, keep.id as string, keepAfter);
  await writeColumns(ctx, gone.id as string, {
    merged_into: keep.id,
    version: Number(gone.version) + 1,
    updated_at: ctx.now,
  });
  return {
    keepBefore: pick(keep, Object.keys(keepAfter) as Column[]),
    keepAfter,
    goneBefore: pick(gone, ['merged_into', 'version', 'updated_at']),
  };
}

/**
 * Makes them two again, with what each said before. Throws Conflict `changed-since` when the record that stayed is
 * itself part of another by now, or says something newer where the merge had changed it. Tells whether its day of
 * the last visit is to be counted anew, because there were visits since.
 */
export async function undoMergeOfRecords(
  ctx: TransactionContext,
  pair: { keepId: string; goneId: string },
  merged: MergedRecords,
): Promise<{ hasNewVisits: boolean }> {
  const records = await lockRecords(ctx, [pair.keepId, pair.goneId]);
  const keep = records.get(pair.keepId);
  const gone = records.get(pair.goneId);
  if (!keep || !maySeeClinic(ctx, keep.clinic_id as string)) throw new NotFound('customer', pair.keepId);
  if (!gone || !maySeeClinic(ctx, gone.clinic_id as string)) throw new NotFound('customer', pair.goneId);
  if (keep.merged_into !== null || gone.merged_into !== pair.keepId) throw new Conflict('changed-since');

  const { version, updated_at, last_visit_on, ...said } = merged.keepAfter;
  if (Object.keys(onlyDifferent(keep, said)).length > 0) throw new Conflict('changed-since');
  const isUntouched = keep.version === version;
  const hasNewVisits = last_visit_on !== undefined && keep.last_visit_on !== last_visit_on;
  await writeColumns(ctx, pair.keepId, {
    ...merged.keepBefore,
    ...(isUntouched ? {} : { version: Number(keep.version) + 1, updated_at: ctx.now }),
  });
  await writeColumns(ctx, pair.goneId, merged.goneBefore);
  await moveOwnersBack(ctx, pair.keepId, merged);
  return { hasNewVisits };
}

/** The record that goes keeps its own owners behind it; the chosen ones begin to own the record that stays. */
async function moveOwnersByMerge(
  ctx: TransactionContext,
  keepId: string,
  keepAfter: RecordColumns,
): Promise<void> {
  const moves = ownerKinds.flatMap((kind) => {
    const toId = keepAfter[ownerColumns[kind]] as string | null | undefined;
    return toId === undefined ? [] : [{ customerId: keepId, kind, toId }];
  });
  await writeOwnerships(ctx, moves, byMerge(ctx));
}

/** As if there had been no merge where the owner is still the one it brought; else like any other change of owner. */
async function moveOwnersBack(
  ctx: TransactionContext,
  keepId: string,
  { keepBefore, keepAfter }: MergedRecords,
): Promise<void> {
  for (const kind of ownerKinds) {
    if (keepAfter[ownerColumns[kind]] === undefined) continue;
    const open = await selectOpenOwnership(ctx, keepId, kind);
    if (open === undefined || open.beganBy === 'merged') await undoMergedOwnership(ctx, keepId, kind);
    else {
      const toId = keepBefore[ownerColumns[kind]] as string | null;
      await writeOwnerships(ctx, [{ customerId: keepId, kind, toId }], byMerge(ctx));
    }
  }
}

function byMerge(ctx: TransactionContext): OwnershipReason {
  const decidedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  return { how: 'merged', reason: null, decidedBy, returnsOn: null };
}

function chosenColumns(keep: RecordColumns, gone: RecordColumns, choices: MergeFieldChoices): RecordColumns {
  const change: RecordColumns = {};
  for (const field of mergeFields) {
    const choice = choices[field] ?? 'keep';
    if (choice === 'keep') continue;
    if (choice === 'gone') Object.assign(change, pick(gone, columnsOf[field]));
    else change[columnsOf[field][0]!] = bothTexts(field, keep, gone);
  }
  return change;
}

function bothTexts(field: MergeField, keep: RecordColumns, gone: RecordColumns): string | null {
  const path = `fields.${field}`;
  if (!mayJoin(field)) throw new Invalid({ path, code: 'one-of-two' });
  const column = columnsOf[field][0]!;
  const text = joinTexts(keep[column] as string | null, gone[column] as string | null);
  if (text !== null && text.length > longestText) throw new Invalid({ path, code: 'too_big' });
  return text;
}

/**
 * The last visit is the later one; who wants no contact under one name wants none; influence noted once is noted, and
 * not shown to everybody who merges; nobody refers themselves.
 */
function whatNobodyChooses(keep: RecordColumns, gone: RecordColumns): RecordColumns {
  const days = [keep.last_visit_on, gone.last_visit_on].filter((day) => day !== null) as string[];
  return {
    last_visit_on: days.sort().at(-1) ?? null,
    refuses_contact: keep.refuses_contact === true || gone.refuses_contact === true,
    has_influence: keep.has_influence === true || gone.has_influence === true,
    influence_note: joinTexts(keep.influence_note as string | null, gone.influence_note as string | null),
    ...(gone.referrer_id === keep.id ? { referrer_id: keep.referrer_id } : {}),
    ...(keep.referrer_id === gone.id ? { referrer_id: null } : {}),
  };
}

function onlyDifferent(record: RecordColumns, change: RecordColumns): RecordColumns {
  return Object.fromEntries(
    Object.entries(change).filter(([column, value]) => record[column as Column] !== value),
  );
}

function pick(record: RecordColumns, columns: readonly Column[]): RecordColumns {
  return Object.fromEntries(columns.map((column) => [column, record[column]]));
}
