import { randomBytes } from 'node:crypto';
import { addHours } from '#domain/base/time.ts';
import type {
  EditTelephone,
  NameExtension,
  TelephoneSecret,
  TelephoneSystem,
  Telephones,
} from '#domain/evidence/contract.ts';
import { formerSecretHours } from '#domain/evidence/telephone.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { newToken } from '#server/platform/tokens.ts';
import { findPeople } from '../staff/find-people.ts';
import { saveLook } from './looks-store.ts';
import { monthAgo } from './match-again.ts';
import { secretPlace } from './receive-calls.ts';
import { releaseLogsOf } from './store.ts';
import {
  countPersons,
  giveLogsTo,
  insertSystem,
  lockSystem,
  saveExtension,
  selectExtensions,
  selectSystems,
  updateSystem,
} from './telephone-store.ts';

/** The telephone systems that tell of their calls, and whose telephones nobody knows. */
export async function listTelephones(ctx: Context): Promise<Telephones> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, telephones);
}

async function telephones(ctx: TransactionContext): Promise<Telephones> {
  const named = await selectExtensions(ctx);
  const people = await findPeople(
    ctx,
    named.map(({ staffId }) => staffId),
  );
  const counted = await countPersons(
    ctx,
    monthAgo(ctx.now),
    named.map(({ person }) => person),
  );
  const holder = new Map(named.map(({ person, staffId }) => [person, staffId]));
  const silent = named.filter(({ person }) => !counted.some((one) => one.person === person));
  const all = [...counted, ...silent.map(({ person }) => ({ person, calls: 0, lastAt: null }))];
  return {
    systems: await selectSystems(ctx),
    extensions: all.map((one) => {
      const staffId = holder.get(one.person) ?? null;
      return { ...one, staffId, staffName: staffId === null ? null : (people.get(staffId)?.name ?? null) };
    }),
  };
}

/** Gives the end of the address and the secret, both shown once. */
export async function addTelephone(
  ctx: Context,
  input: { name: string },
  keys: Keys,
): Promise<TelephoneSecret> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const { token, hash } = newToken('t', ctx.orgId);
    const secret = newSecret();
    const sealedSecret = keys.seal(secret, secretPlace(ctx, id));
    await insertSystem(ctx, { id, name: input.name, addressHash: hash, sealedSecret });
    await recordAudit(ctx, {
      action: 'telephone-system.added',
      subject: { type: 'telephone-system', id },
      after: input,
    });
    return { system: await systemOf(ctx, id), token, secret };
  });
}

export async function editTelephone(
  ctx: Context,
  input: EditTelephone & { id: string; version: number },
): Promise<TelephoneSystem> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => {
    const { id, version, name, isEnabled } = input;
    const before = await lockSystem(ctx, id);
    if (!before) throw new NotFound('telephone-system', id);
    if (before.version !== version) throw new Conflict('stale-version', { current: await systemOf(ctx, id) });
    const change = { ...(name !== undefined && { name }), ...(isEnabled !== undefined && { isEnabled }) };
    await updateSystem(ctx, id, change);
    await recordAudit(ctx, {
      action: 'telephone-system.edited',
      subject: { type: 'telephone-system', id },
      before: { name: before.name, isEnabled: before.isEnabled },
      after: change,
    });
    return systemOf(ctx, id);
  });
}

/** Another secret from now on; the one before is good for a day, so that no call is lost while it is entered. */
export async function replaceTelephoneSecret(
  ctx: Context,
  input: { id: string },
  keys: Keys,
): Promise<TelephoneSecret> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await lockSystem(ctx, input.id);
    if (!before) throw new NotFound('telephone-system', input.id);
    const secret = newSecret();
    await updateSystem(ctx, before.id, {
      sealedSecret: keys.seal(secret, secretPlace(ctx, before.id)),
      formerSecret: before.sealedSecret,
      formerUntil: addHours(ctx.realNow, formerSecretHours),
    });
    await recordAudit(ctx, {
      action: 'telephone-system.secret-replaced',
      subject: { type: 'telephone-system', id: before.id },
    });
    return { system: await systemOf(ctx, before.id), token: null, secret };
  });
}

/** Whose telephone it is that logs call so. The logs of the last month are held against the recorded calls anew. */
export async function nameExtension(ctx: Context, input: NameExtension): Promise<Telephones> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => {
    const { person, staffId } = input;
    if (staffId !== null && !(await findPeople(ctx, [staffId])).has(staffId))
      throw new NotFound('staff', staffId);
    const since = monthAgo(ctx.now);
    await saveExtension(ctx, input);
    await giveLogsTo(ctx, { person, staffId, since });
    await releaseLogsOf(ctx, person, since);
    await saveLook(ctx, since);
    await recordAudit(ctx, { action: 'telephone-extension.named', after: { person: staffId } });
    return telephones(ctx);
  });
}

async function systemOf(ctx: TransactionContext, id: string): Promise<TelephoneSystem> {
  return (await selectSystems(ctx)).find((one) => one.id === id)!;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
