import type { z } from 'zod';
import type { Clinic, CreateClinic, CreateTeam, EditClinic, EditTeam, Team } from '#domain/staff/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { changedFields, recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import {
  insertClinic,
  insertTeam,
  selectClinic,
  selectClinics,
  selectTeams,
  updateClinic,
  updateTeam,
} from './clinics-store.ts';

export async function listClinics(ctx: Context): Promise<{ items: Clinic[] }> {
  requirePermission(ctx, 'organization.read');
  return inTransaction(ctx, async (ctx) => ({ items: await selectClinics(ctx) }));
}

/** Throws Conflict `name-taken`. */
export async function createClinic(ctx: Context, input: z.infer<typeof CreateClinic>): Promise<Clinic> {
  requirePermission(ctx, 'organization.manage');
  return inTransaction(ctx, async (ctx) => {
    requireFreeName(await selectClinics(ctx), input.name);
    const id = newId();
    await insertClinic(ctx, { id, ...input });
    await recordAudit(ctx, { action: 'clinic.created', subject: { type: 'clinic', id }, after: input });
    return (await selectClinic(ctx, id))!;
  });
}

export async function editClinic(
  ctx: Context,
  input: z.infer<typeof EditClinic> & { id: string; version: number },
): Promise<Clinic> {
  requirePermission(ctx, 'organization.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await selectClinic(ctx, input.id);
    if (!before) throw new NotFound('clinic', input.id);
    if (before.version !== input.version) throw new Conflict('stale-version', { current: before });
    const { name = before.name, address = before.address, phone = before.phone } = input;
    const facts = { name, address, phone };
    if (changedFields(before, facts).length === 0) return before;
    if (name !== before.name) requireFreeName(await selectClinics(ctx), name);
    const after = await updateClinic(ctx, input.id, facts);
    await recordAudit(ctx, {
      action: 'clinic.edited',
      subject: { type: 'clinic', id: input.id },
      before,
      after,
    });
    return after;
  });
}

export async function listTeams(ctx: Context): Promise<{ items: Team[] }> {
  requirePermission(ctx, 'organization.read');
  return inTransaction(ctx, async (ctx) => ({ items: await teamsOf(ctx) }));
}

export async function createTeam(ctx: Context, input: z.infer<typeof CreateTeam>): Promise<Team> {
  requirePermission(ctx, 'organization.manage');
  return inTransaction(ctx, async (ctx) => {
    if (input.clinicId && !(await selectClinic(ctx, input.clinicId)))
      throw new NotFound('clinic', input.clinicId);
    requireFreeName(await selectTeams(ctx), input.name);
    const id = newId();
    await insertTeam(ctx, { id, name: input.name, kind: input.kind, clinic_id: input.clinicId });
    await recordAudit(ctx, { action: 'team.created', subject: { type: 'team', id }, after: input });
    return (await teamsOf(ctx)).find((team) => team.id === id)!;
  });
}

/** Throws Conflict `stale-version` with the team as it is now, and `name-taken`. */
export async function editTeam(
  ctx: Context,
  input: z.infer<typeof EditTeam> & { id: string; version: number },
): Promise<Team> {
  requirePermission(ctx, 'organization.manage');
  return inTransaction(ctx, async (ctx) => {
    const teams = await teamsOf(ctx);
    const before = teams.find(({ id }) => id === input.id);
    if (!before) throw new NotFound('team', input.id);
    if (before.version !== input.version) throw new Conflict('stale-version', { current: before });
    const { name = before.name, kind = before.kind } = input;
    requireFreeName(
      teams.filter(({ id }) => id !== input.id),
      name,
    );
    await updateTeam(ctx, input.id, { name, kind });
    const after = (await teamsOf(ctx)).find(({ id }) => id === input.id)!;
    await recordAudit(ctx, { action: 'team.edited', subject: { type: 'team', id: input.id }, before, after });
    return after;
  });
}

async function teamsOf(ctx: TransactionContext): Promise<Team[]> {
  return (await selectTeams(ctx)).map((team) => ({ ...team, kind: team.kind as Team['kind'] }));
}

function requireFreeName(taken: readonly { name: string }[], name: string): void {
  if (taken.some((each) => each.name === name)) throw new Conflict('name-taken');
}
