import { inject } from 'vitest';
import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Role } from '#domain/staff/role.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Context, Database } from '#server/platform/context.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { openOrganization } from '#server/modules/staff/open-organization.ts';
import { insertStaff, replaceStaffPlaces } from '#server/modules/staff/store.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { settle } from '#server/settle.ts';

/** A Thursday morning in Shanghai, 9:00. */
export const morning: Instant = '2026-03-12T01:00:00.000Z';

export interface TestClinic {
  /** The owner, with every permission. */
  ctx: Context;
  orgId: string;
  clinicId: string;
  database: Database;
}

let shared: Database | undefined;
export function testDatabase(): Database {
  return (shared ??= openDatabase(inject('applicationUrl'), {
    heardAtOnce,
    connections: 8,
    // A hundred who ask at once stand in line for them, on a busy machine for longer than anybody would wait.
    patienceMs: 150_000,
    checkTenancy: true,
  }));
}

/** An organization of one's own with one clinic, at `now`; others cannot see it, so nothing is undone. */
export async function aClinic(now: Instant = morning, timezone = 'Asia/Shanghai'): Promise<TestClinic> {
  const database = testDatabase();
  const opened = await openOrganization(
    { database, clock: { now: () => now } },
    {
      organization: 'Sunny Dental',
      clinic: 'Riverside',
      timezone,
      name: 'Owner',
      login: `owner-${newId()}`,
      password: 'a long enough password',
    },
    { onlyFirst: false },
  );
  const ctx: Context = {
    ...opened.ctx,
    actor: {
      kind: 'staff',
      id: opened.ownerId,
      role: 'owner',
      treats: false,
      permissions: permissionsOf.owner,
      clinicIds: 'all',
      teamIds: [],
    },
  };
  await settle({ database, clock: { now: () => now } }, ctx.orgId);
  return { ctx, orgId: ctx.orgId, clinicId: opened.clinicId!, database };
}

export async function inClinic<T>(work: (ctx: Context, clinic: TestClinic) => Promise<T>): Promise<T> {
  const clinic = await aClinic();
  return work(clinic.ctx, clinic);
}

/** The same moment, asked by a new colleague of that role. */
export async function as(
  ctx: Context,
  role: Role,
  places: { clinicIds?: string[]; name?: string; treats?: boolean } = {},
): Promise<Context> {
  const id = newId();
  const treats = places.treats ?? role === 'doctor';
  await inTransaction(ctx, async (ctx) => {
    const allClinics = places.clinicIds === undefined;
    await insertStaff(ctx, {
      id,
      name: places.name ?? `a ${role}`,
      role,
      treats,
      allClinics,
      state: 'active',
    });
    await replaceStaffPlaces(ctx, id, places);
  });
  return {
    ...ctx,
    actor: {
      kind: 'staff',
      id,
      role,
      treats,
      permissions: permissionsOf[role],
      clinicIds: places.clinicIds ?? 'all',
      teamIds: [],
    },
  };
}

/** The same question asked later. */
export function later(ctx: Context, now: Instant): Context {
  return { ...ctx, now, realNow: now };
}

/** Lets every announced event be heard. */
export async function settled(ctx: Context): Promise<void> {
  await settle({ database: ctx.database, clock: { now: () => ctx.now } }, ctx.orgId);
}

export async function auditTrail(ctx: Context): Promise<{ action: string; actorId: string | null }[]> {
  return inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('audit_entries')
      .select(['action', 'actor_id as actorId'])
      .where('org_id', '=', ctx.orgId)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  );
}
