import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { staffOf } from './store.ts';

export interface Word {
  visitId: string;
  at: Instant;
  byName: string | null;
  toldMinutes: number | null;
  predictedMinutes: number | null;
}

export async function insertWord(
  ctx: TransactionContext,
  word: { visitId: string; toldMinutes: number | null; predictedMinutes: number | null },
): Promise<void> {
  await ctx.db
    .insertInto('reception_words')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      reception_id: word.visitId,
      at: ctx.now,
      by: staffOf(ctx),
      told_minutes: word.toldMinutes,
      predicted_minutes: word.predictedMinutes,
    })
    .execute();
}

/** Those of a clinic's day, the earliest first. */
export async function selectWords(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<Word[]> {
  return ctx.db
    .selectFrom('reception_words as w')
    .innerJoin('receptions as r', (join) =>
      join.on('r.org_id', '=', ctx.orgId).onRef('r.id', '=', 'w.reception_id'),
    )
    .leftJoin('staff as b', (join) => join.on('b.org_id', '=', ctx.orgId).onRef('b.id', '=', 'w.by'))
    .select([
      'w.reception_id as visitId',
      'w.at',
      'b.name as byName',
      'w.told_minutes as toldMinutes',
      'w.predicted_minutes as predictedMinutes',
    ])
    .where('w.org_id', '=', ctx.orgId)
    .where('r.clinic_id', '=', clinicId)
    .where('r.day', '=', day)
    .orderBy('w.at')
    .orderBy('w.id')
    .execute();
}
