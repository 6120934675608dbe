import { sql } from 'kysely';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import type { Database, TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';

/** Where screens of any process listen for what to read. */
export const boardChannel = 'carecurve_board';

/**
 * The board's next position, its row held until the transaction ends: a change is committed before the next one has
 * its position, so that who read up to one has all before it.
 */
export async function takePosition(ctx: TransactionContext, clinicId: string): Promise<number> {
  const row = await ctx.db
    .insertInto('boards')
    .values({ org_id: ctx.orgId, clinic_id: clinicId, last_position: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'clinic_id'])
        .doUpdateSet((eb) => ({ last_position: eb('boards.last_position', '+', 1) })),
    )
    .returning('last_position as position')
    .executeTakeFirstOrThrow();
  return row.position;
}

/** One call a commit wakes the screens: the same word said twice in a transaction is said once. */
export function insertChange(
  ctx: TransactionContext,
  change: { clinicId: string; position: number; day: CalendarDate; subjectId: string },
): void {
  const { clinicId, position, day, subjectId } = change;
  const writing = ctx.db
    .insertInto('board_changes')
    .values({
      org_id: ctx.orgId,
      id: newId(),
      ...{ clinic_id: clinicId, position, day, subject_id: subjectId },
      at: ctx.now,
    })
    .execute();
  ctx.alongside(writing);
  ctx.alongside(sql`select pg_notify(${boardChannel}, ${`${ctx.orgId} ${clinicId}`})`.execute(ctx.db));
}

export async function selectPosition(ctx: TransactionContext, clinicId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('boards')
    .select('last_position as position')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .executeTakeFirst();
  return row?.position ?? 0;
}

/** What changed after one position and until another, oldest first. */
export async function selectChanges(
  ctx: TransactionContext,
  { clinicId, after, until }: { clinicId: string; after: number; until: number },
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('board_changes')
    .select('subject_id as subjectId')
    .where('org_id', '=', ctx.orgId)
    .where('clinic_id', '=', clinicId)
    .where('position', '>', after)
    .where('position', '<=', until)
    .orderBy('position')
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}

export async function deleteChangesBefore(ctx: TransactionContext, before: Instant): Promise<void> {
  await ctx.db.deleteFrom('board_changes').where('org_id', '=', ctx.orgId).where('at', '<', before).execute();
}

/** Hears of changes of any process on a connection of its own, until told to stop; `onLost` when it broke. */
export async function listenForChanges(
  database: Database,
  heard: { onChange: (orgId: string, clinicId: string) => void; onLost: () => void },
): Promise<() => void> {
  const client = await database.pool.connect();
  let hasStopped = false;
  client.on('notification', ({ payload = '' }) => {
    const [orgId = '', clinicId = ''] = payload.split(' ');
    heard.onChange(orgId, clinicId);
  });
  client.on('end', () => {
    if (!hasStopped) heard.onLost();
  });
  const stop = (): void => {
    if (hasStopped) return;
    hasStopped = true;
    client.release(true);
  };
  try {
    await client.query(`listen ${boardChannel}`);
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
