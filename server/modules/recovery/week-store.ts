import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { CountedCase, Lesson } from '#domain/recovery/week-sheet.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { isOneOf } from '#server/platform/database/one-of.ts';

/** Cases that were opened or closed between two moments. */
export async function selectCounted(
  ctx: TransactionContext,
  { from, to, clinicIds }: { from: Instant; to: Instant; clinicIds: readonly string[] | null },
): Promise<CountedCase[]> {
  const rows = await ctx.db
    .selectFrom('recovery_cases')
    .select([
      ...([
        'state',
        'opened_at as openedAt',
        'closed_at as closedAt',
        'closing',
        'cause',
        'doctor_id as doctorId',
      ] as const),
      ...(['first_score as firstScore', 'second_score as secondScore'] as const),
    ])
    .where('org_id', '=', ctx.orgId)
    .where((eb) =>
      eb.or([
        eb.and([eb('opened_at', '>=', from), eb('opened_at', '<', to)]),
        eb.and([eb('closed_at', '>=', from), eb('closed_at', '<', to), eb('state', '=', 'closed')]),
      ]),
    )
    .$if(clinicIds !== null, (query) => query.where(isOneOf('clinic_id', clinicIds!)))
    .execute();
  return rows as CountedCase[];
}

export async function selectLessons(
  ctx: TransactionContext,
  { from, to, clinicIds }: { from: CalendarDate; to: CalendarDate; clinicIds: readonly string[] | null },
): Promise<Lesson[]> {
  const rows = await ctx.db
    .selectFrom('recovery_lessons as l')
    .leftJoin('staff as s', (join) => join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'l.by_id'))
    .select(['l.id', 'l.cause', 'l.week', 'l.changed', 's.name as byName'])
    .where('l.org_id', '=', ctx.orgId)
    .where('l.week', '>=', from)
    .where('l.week', '<=', to)
    .$if(clinicIds !== null, (query) =>
      query.where((eb) => eb.or([eb('l.clinic_id', 'is', null), isOneOf('l.clinic_id', clinicIds!)])),
    )
    .orderBy('l.week', 'desc')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({ ...row, byName: row.byName ?? '' }));
}

export async function insertLesson(
  ctx: TransactionContext,
  lesson: { id: string; clinicId: string | null; week: CalendarDate; cause: string; changed: string },
): Promise<void> {
  const { id, clinicId, week, cause, changed } = lesson;
  await ctx.db
    .insertInto('recovery_lessons')
    .values({
      ...{ org_id: ctx.orgId, id, clinic_id: clinicId, week, cause, changed, at: ctx.now },
      by_id: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}
