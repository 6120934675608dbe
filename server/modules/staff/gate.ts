import { permissionsOf } from '#domain/staff/permissions.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { isSessionOver } from '#domain/staff/sign-in-policy.ts';
import type { Clock } from '#server/platform/clock.ts';
import { system } from '#server/platform/context.ts';
import type { Actor, Context, Database, TransactionContext } from '#server/platform/context.ts';
import { inOneBreath, inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { Gate, GateRequest } from '#server/platform/http/server.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { businessNow, readInstallation } from '#server/platform/installation.ts';
import { onThisMachine } from '#server/platform/public-url.ts';
import { hashToken, organizationOf } from '#server/platform/tokens.ts';
import { selectApiKeyByHash, updateApiKey } from './api-keys-store.ts';
import { findOrganization, selectClinic } from './clinics-store.ts';
import { selectSignedIn, touchSession } from './sign-in-store.ts';

interface House {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
}

/** What a request's context remembers of how it was let in. */
const cameBy = new WeakMap<object, { kind: 'session' | 'api-key'; id: string; seenAt: string | null }>();

export function sessionIdOf(ctx: { exchange: object }): string | null {
  const came = cameBy.get(ctx.exchange);
  return came?.kind === 'session' ? came.id : null;
}

/**
 * Lets a request in by its session or its key. Nothing is remembered between requests: who is disabled, moved
 * or given another role is so from the next request on.
 */
export function openGate(house: House): Gate {
  return {
    async bySession(token, request) {
      const orgId = organizationOf('s', token);
      if (!orgId) return null;
      const ctx = bareContext(house, orgId, request.ip);
      const [signedIn, clinic] = await inOneBreath(ctx, (ctx) =>
        Promise.all([selectSignedIn(ctx, hashToken(token)), findAskedClinic(ctx, request)]),
      );
      if (!signedIn || isSessionOver(signedIn.session, ctx.realNow)) return null;
      const { session, person, timezone } = signedIn;
      cameBy.set(request.exchange, { kind: 'session', id: session.id, seenAt: session.seenAt });
      return asCaller(house, ctx, { timezone, clinic }, request, {
        kind: 'staff',
        id: person.id,
        role: person.role,
        treats: person.treats,
        permissions: permissionsOf[person.role],
        clinicIds: person.allClinics ? 'all' : person.clinicIds,
        teamIds: person.teamIds,
      });
    },
    async byApiKey(secret, request) {
      const orgId = organizationOf('k', secret);
      if (!orgId) return null;
      const ctx = bareContext(house, orgId, request.ip);
      const [key, organization, clinic] = await inOneBreath(ctx, (ctx) =>
        Promise.all([
          selectApiKeyByHash(ctx, hashToken(secret)),
          findOrganization(ctx),
          findAskedClinic(ctx, request),
        ]),
      );
      if (!key || key.revokedAt || !organization) return null;
      cameBy.set(request.exchange, { kind: 'api-key', id: key.id, seenAt: key.lastUsedAt });
      return asCaller(house, ctx, { timezone: organization.timezone, clinic }, request, {
        kind: 'api-key',
        id: key.id,
        role: null,
        treats: false,
        permissions: key.permissions as Permission[],
        clinicIds: 'all',
        teamIds: [],
      });
    },
    async wasSeen(ctx: SignedInContext) {
      const came = cameBy.get(ctx.exchange);
      if (!came || (came.seenAt !== null && addMinutes(came.seenAt, 1) > ctx.realNow)) return;
      await inTransaction(ctx, async (ctx) => {
        if (came.kind === 'session') await touchSession(ctx, came.id);
        else await updateApiKey(ctx, came.id, { last_used_at: ctx.realNow });
      });
    },
  };
}

/** The system's own context in an organization, at the organization's time. */
export async function systemContext(
  house: { database: Database; clock: Clock; publicUrl?: string },
  orgId: string,
  ip: string | null = null,
): Promise<Context> {
  const base = bareContext(house, orgId, ip);
  const installation = await readInstallation(house);
  const organization = await inTransaction(base, findOrganization);
  const zone = organization?.timezone ?? 'UTC';
  const now = installation?.trial ? businessNow(installation, zone, base.realNow) : base.realNow;
  return { ...base, zone, now };
}

/** Enough to ask who somebody is, before anything is known of the organization. */
function bareContext(
  { database, clock, publicUrl = onThisMachine() }: { database: Database; clock: Clock; publicUrl?: string },
  orgId: string,
  ip: string | null,
): Context {
  const now = clock.now();
  return { database, orgId, actor: system, clinicId: null, zone: 'UTC', now, realNow: now, ip, publicUrl };
}

async function findAskedClinic(ctx: TransactionContext, { clinicId }: GateRequest) {
  return clinicId !== null && /^[0-9a-f-]{36}$/.test(clinicId) ? selectClinic(ctx, clinicId) : undefined;
}

async function asCaller(
  house: House,
  ctx: Context,
  found: {
    /** The organization's. */
    timezone: TimeZone;
    clinic: { id: string; timezone: TimeZone } | undefined;
  },
  request: GateRequest,
  actor: Actor,
): Promise<SignedInContext> {
  const { clinic, timezone } = found;
  const chosen =
    clinic && (actor.clinicIds === 'all' || actor.clinicIds.includes(clinic.id)) ? clinic : undefined;
  if (request.clinicId && !chosen) throw new NotFound('clinic', request.clinicId);
  const zone = chosen?.timezone ?? timezone;
  const installation = await readInstallation(house);
  return {
    database: house.database,
    orgId: ctx.orgId,
    actor,
    clinicId: chosen?.id ?? null,
    zone,
    now: businessNow(installation, zone, ctx.realNow),
    realNow: ctx.realNow,
    ip: request.ip,
    publicUrl: ctx.publicUrl,
    exchange: request.exchange,
    dataDir: house.dataDir,
  };
}
