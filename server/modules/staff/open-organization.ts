import type { TimeZone } from '#domain/base/time.ts';
import type { OpenOrganization } from '#domain/staff/contract.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import { system } from '#server/platform/context.ts';
import type { Context, Database, TransactionContext } from '#server/platform/context.ts';
import { inTransaction, outsideOrganizations } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { businessNow, declareInstallation } from '#server/platform/installation.ts';
import { onThisMachine } from '#server/platform/public-url.ts';
import { isAnyOrganization } from './house-store.ts';
import { hashPassword, refuseNamesIn } from './passwords.ts';
import { insertClinic, insertOrganization } from './clinics-store.ts';
import { insertStaff } from './store.ts';
import { saveAccount } from './sign-in-store.ts';

interface House {
  database: Database;
  clock: Clock;
  publicUrl?: string;
}

interface Opened {
  ownerId: string;
  clinicId: string | null;
}

/**
 * Makes an organization, its owner and, where one is named, its first clinic. Throws Conflict when the login
 * is taken (`login-taken`), or, with `onlyFirst`, when there is an organization already (`not-empty`); Invalid when the
 * password is little more than a name.
 */
export async function openOrganization(
  house: House,
  input: OpenOrganization,
  options: { onlyFirst: boolean; ip?: string | null },
): Promise<Opened & { ctx: Context }> {
  refuseNamesIn(input.password, [input.login, input.name, input.organization]);
  const passwordHash = await hashPassword(input.password);
  const ctx = await newOrganizationContext(house, input.timezone, options.ip);
  return inTransaction(ctx, async (inside) => ({
    ctx,
    ...(await foundOrganization(inside, input, { passwordHash, onlyFirst: options.onlyFirst })),
  }));
}

/** The context of an organization that is about to be made. */
export async function newOrganizationContext(
  house: House,
  zone: TimeZone,
  ip: string | null = null,
): Promise<Context> {
  const installation = await declareInstallation(house, {});
  const real = house.clock.now();
  return {
    database: house.database,
    orgId: newId(),
    actor: system,
    clinicId: null,
    zone,
    now: businessNow(installation, zone, real),
    realNow: real,
    ip,
    publicUrl: house.publicUrl ?? onThisMachine(),
  };
}

/** As `openOrganization`, within a transaction that makes more of it. */
export async function foundOrganization(
  ctx: TransactionContext,
  input: Omit<OpenOrganization, 'password'>,
  options: { passwordHash: string; onlyFirst: boolean; isDemo?: boolean },
): Promise<Opened> {
  if (options.onlyFirst) {
    // Two first-run pages at once: the second waits here and then finds that it is late.
    await ctx.client.query('lock table organizations in share row exclusive mode');
    if (await isAnyOrganization(ctx.db)) throw new Conflict('not-empty');
  }
  const { organization: name, timezone } = input;
  await insertOrganization(ctx, { name, timezone, isDemo: options.isDemo ?? false });
  const clinicId = input.clinic === undefined ? null : newId();
  if (clinicId) await insertClinic(ctx, { id: clinicId, name: input.clinic!, timezone: input.timezone });
  const ownerId = newId();
  const owner = { name: input.name, role: 'owner', treats: input.treats ?? false } as const;
  await insertStaff(ctx, { id: ownerId, ...owner, allClinics: true, state: 'active' });
  if (!(await saveAccount(ctx, { login: input.login, staffId: ownerId, passwordHash: options.passwordHash })))
    throw new Conflict('login-taken');
  await recordAudit(ctx, { action: 'organization.opened', subject: { type: 'staff', id: ownerId } });
  await announce(ctx, { type: 'organization.opened' });
  return { ownerId, clinicId };
}

export function isEmptyInstallation(house: { database: Database }): Promise<boolean> {
  return outsideOrganizations(house, async (db) => !(await isAnyOrganization(db)));
}
