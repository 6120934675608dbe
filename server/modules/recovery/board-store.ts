import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Instant } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** Which cases are on somebody's board. */
export interface BoardQuestion {
  scope: 'mine' | 'department' | 'all';
  state: 'open' | 'closed';
  me: {
    id: string;
    role: Role;
    treats: boolean;
    teamIds: readonly string[];
    supervises: boolean;
    manages: boolean;
  };
  clinicIds: readonly string[] | null;
  /** Only what breaks before. */
  breaksBefore: Instant | null;
}

/** The ids of a page, what breaks first on top; of closed ones the last closed. */
export async function selectBoard(
  ctx: TransactionContext,
  question: BoardQuestion,
  page: { limit: number; offset: number },
): Promise<{ ids: string[]; total: number }> {
  const order = question.state === 'open' ? sql`c.breaks_at, c.id` : sql`c.closed_at desc, c.id`;
  const { rows } = await sql<{ id: string; total: number }>`
    select c.id, (count(*) over ())::int as total from recovery_cases c
    where ${sql.join(wanted(ctx, question), sql` and `)}
    order by ${order} limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

export async function countBoard(
  ctx: TransactionContext,
  question: Omit<BoardQuestion, 'state' | 'breaksBefore'>,
  soon: Instant,
): Promise<{ open: number; breaking: number; broken: number }> {
  const { rows } = await sql<{ open: number; breaking: number; broken: number }>`
    select count(*)::int as open,
      (count(*) filter (where c.breaks_at > ${ctx.now} and c.breaks_at <= ${soon}))::int as breaking,
      (count(*) filter (where c.breaks_at <= ${ctx.now}))::int as broken
    from recovery_cases c
    where ${sql.join(wanted(ctx, { ...question, state: 'open', breaksBefore: null }), sql` and `)}`.execute(
    ctx.db,
  );
  return rows[0]!;
}

function wanted(ctx: TransactionContext, question: BoardQuestion): RawBuilder<unknown>[] {
  const { scope, state, me, clinicIds, breaksBefore } = question;
  const clauses = [sql`c.org_id = ${ctx.orgId} and c.state = ${state}`];
  if (clinicIds) clauses.push(sql`c.clinic_id = any(${[...clinicIds]}::uuid[])`);
  if (breaksBefore) clauses.push(sql`c.breaks_at <= ${breaksBefore}`);
  if (scope === 'department') clauses.push(ofDepartment(ctx, me));
  if (scope === 'mine') clauses.push(sql`(${sql.join(mine(me, state), sql` or `)})`);
  return clauses;
}

/** What my teams treated, or one of their people is asked about. */
function ofDepartment(ctx: TransactionContext, me: BoardQuestion['me']): RawBuilder<unknown> {
  return sql`(c.team_id = any(${[...me.teamIds]}::uuid[]) or c.owner_id in (
    select t.staff_id from staff_teams t
    where t.org_id = ${ctx.orgId} and t.team_id = any(${[...me.teamIds]}::uuid[])))`;
}

/** Of the open: what I hold, what nobody holds of my post, and what came up to me. Of the closed: what I answered or closed. */
function mine(
  { id, role, treats, teamIds, supervises, manages }: BoardQuestion['me'],
  state: 'open' | 'closed',
) {
  if (state === 'closed')
    return [sql`c.closed_by = ${id}`, sql`c.doctor_id = ${id}`, sql`c.answered_by = ${id}`];
  const own = [sql`c.owner_id = ${id}`, sql`c.doctor_id = ${id}`];
  if (treats || role === 'nurse')
    own.push(
      sql`(c.step = 'doctor' and c.team_id = any(${[...teamIds]}::uuid[])
        and (c.owner_id is null or c.level <> 'owner'))`,
    );
  if (role === 'cs_agent' || role === 'cs_supervisor')
    own.push(sql`(c.step <> 'doctor' and c.owner_id is null)`);
  if (role === 'cs_supervisor')
    own.push(sql`c.level in ('supervisor', 'leadership')`, sql`(c.step = 'doctor' and c.owner_id is null)`);
  if (manages) own.push(sql`c.level = 'leadership'`);
  if (supervises) own.push(sql`(c.end_asked_by is not null and c.end_asked_by <> ${id})`);
  return own;
}
