import { sql } from 'kysely';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { often } from '#server/platform/database/prepared.ts';
import { putTogetherOnce } from '#server/platform/database/put-together-once.ts';

export async function insertInvitation(
  ctx: TransactionContext,
  invitation: { id: string; staffId: string; hash: string; expiresAt: Instant },
): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ expires_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', invitation.staffId)
    .where('used_at', 'is', null)
    .execute();
  await ctx.db
    .insertInto('invitations')
    .values({
      org_id: ctx.orgId,
      id: invitation.id,
      staff_id: invitation.staffId,
      token_hash: invitation.hash,
      expires_at: invitation.expiresAt,
      created_at: ctx.realNow,
    })
    .execute();
}

export function lockInvitation(ctx: TransactionContext, hash: string) {
  return ctx.db
    .selectFrom('invitations')
    .select(['id', 'staff_id as staffId', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('org_id', '=', ctx.orgId)
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
}

export async function useInvitation(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('invitations')
    .set({ used_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** False when the login is taken, by whomever. */
export async function saveAccount(
  ctx: TransactionContext,
  account: { login: string; staffId: string; passwordHash: string },
): Promise<boolean> {
  await ctx.db
    .deleteFrom('accounts')
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', account.staffId)
    .execute();
  const saved = await ctx.db
    .insertInto('accounts')
    .values({
      login: account.login,
      org_id: ctx.orgId,
      staff_id: account.staffId,
      password_hash: account.passwordHash,
      password_changed_at: ctx.realNow,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

export function selectAccountOf(ctx: TransactionContext, staffId: string) {
  return ctx.db
    .selectFrom('accounts')
    .select(['login', 'password_hash as passwordHash'])
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
}

export async function insertSession(
  ctx: TransactionContext,
  session: { id: string; staffId: string; hash: string },
): Promise<void> {
  await ctx.db
    .insertInto('sessions')
    .values({
      org_id: ctx.orgId,
      id: session.id,
      staff_id: session.staffId,
      token_hash: session.hash,
      created_at: ctx.realNow,
      seen_at: ctx.realNow,
      ip: ctx.ip,
    })
    .execute();
  await ctx.db
    .updateTable('staff')
    .set({ last_sign_in_at: ctx.now })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', session.staffId)
    .execute();
}

interface SignedIn {
  session: { id: string; createdAt: Instant; seenAt: Instant };
  person: {
    id: string;
    role: Role;
    treats: boolean;
    allClinics: boolean;
    clinicIds: string[];
    teamIds: string[];
  };
  /** The organization's. */
  timezone: TimeZone;
}

/** All that is asked of who comes with this token, in one question: every request begins with it. */
export async function selectSignedIn(ctx: TransactionContext, hash: string): Promise<SignedIn | undefined> {
  const [row] = (await signedInBy(ctx, { hash })).rows;
  if (!row) return undefined;
  const { sessionId, createdAt, seenAt, timezone, ...person } = row;
  return { session: { id: sessionId, createdAt, seenAt }, person, timezone };
}

type SignedInRow = SignedIn['session'] & SignedIn['person'] & { timezone: TimeZone; sessionId: string };

const signedInBy = putTogetherOnce(
  (ctx, { hash }: { hash: string }) => sql<SignedInRow>`
    select i.id as "sessionId", i.created_at as "createdAt", i.seen_at as "seenAt", s.id, s.role, s.treats,
      s.all_clinics as "allClinics", o.timezone,
      array(select c.clinic_id::text from staff_clinics c
            where c.org_id = ${ctx.orgId} and c.staff_id = s.id) as "clinicIds",
      array(select t.team_id::text from staff_teams t
            where t.org_id = ${ctx.orgId} and t.staff_id = s.id) as "teamIds"
    from sessions i
      join staff s on s.org_id = ${ctx.orgId} and s.id = i.staff_id and s.state = 'active'
      join organizations o on o.id = i.org_id
    where i.org_id = ${ctx.orgId} and i.token_hash = ${hash} and i.ended_at is null ${often}`,
);

/** Whether this person signed in from that address before. */
export async function knowsAddress(ctx: TransactionContext, staffId: string, ip: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('sessions')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('staff_id', '=', staffId)
    .where('ip', '=', ip)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function touchSession(ctx: TransactionContext, id: string): Promise<void> {
  await ctx.db
    .updateTable('sessions')
    .set({ seen_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** Ends one sign-in, or all of a person's but `except`. */
export async function endSessions(
  ctx: TransactionContext,
  which: { id?: string; staffId?: string; except?: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('sessions')
    .set({ ended_at: ctx.realNow })
    .where('org_id', '=', ctx.orgId)
    .where('ended_at', 'is', null)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id!))
    .$if(which.staffId !== undefined, (query) => query.where('staff_id', '=', which.staffId!))
    .$if(Boolean(which.except), (query) => query.where('id', '<>', which.except!))
    .execute();
}
