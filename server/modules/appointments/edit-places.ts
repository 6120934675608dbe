import type { z } from 'zod';
import type {
  AddChair,
  AddKind,
  AppointmentKind,
  Chair,
  DeskRulesView,
  EditChair,
  EditKind,
} from '#domain/appointments/contract.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import { standardKinds } from '#domain/appointments/kinds.ts';
import { clinicsAsked, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import {
  insertChair,
  insertKind,
  replaceKindDoctors,
  selectChairs,
  selectDeskRules,
  selectKinds,
  selectKnownDoctors,
  updateChair,
  updateKind,
  writeDeskRules,
} from './places-store.ts';

type Versioned = { id: string; version: number };

/** What a new organization can book on its first day. */
export async function addStandardKinds(ctx: TransactionContext): Promise<void> {
  if ((await selectKinds(ctx)).length > 0) return;
  for (const [position, kind] of standardKinds.entries())
    await insertKind(ctx, { id: newId(), position, isOnline: false, ...kind });
}

export async function listKinds(ctx: Context): Promise<{ items: AppointmentKind[] }> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => ({ items: await selectKinds(ctx) }));
}

/** Throws Conflict `name-taken`. */
export async function addKind(ctx: Context, input: z.output<typeof AddKind>): Promise<AppointmentKind> {
  requirePermission(ctx, 'appointments.manage');
  const { doctorIds, ...facts } = input;
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const position = (await selectKinds(ctx)).length;
    if (!(await insertKind(ctx, { id, position, ...facts }))) throw new Conflict('name-taken');
    await setDoctors(ctx, id, doctorIds);
    const subject = { type: 'appointment-kind', id };
    await recordAudit(ctx, { action: 'appointment-kind.added', subject, after: input });
    return (await selectKinds(ctx)).find((kind) => kind.id === id)!;
  });
}

/** What is archived is booked no more; what was booked keeps it. Throws Conflict `name-taken`. */
export async function editKind(
  ctx: Context,
  { id, version, doctorIds, ...input }: z.output<typeof EditKind> & Versioned,
): Promise<AppointmentKind> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    const kinds = await selectKinds(ctx);
    const before = current(kinds, id, version, 'appointment-kind');
    requireFreeName(kinds, { ...before, ...definedName(input) }, input.isArchived ?? before.isArchived);
    await updateKind(ctx, id, input);
    if (doctorIds) await setDoctors(ctx, id, doctorIds);
    const after = (await selectKinds(ctx)).find((kind) => kind.id === id)!;
    const subject = { type: 'appointment-kind', id };
    await recordAudit(ctx, { action: 'appointment-kind.edited', subject, before, after });
    return after;
  });
}

async function setDoctors(
  ctx: TransactionContext,
  kindId: string,
  doctorIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(doctorIds)];
  const known = await selectKnownDoctors(ctx, wanted);
  const unknown = wanted.find((id) => !known.has(id));
  if (unknown !== undefined) throw new NotFound('doctor', unknown);
  await replaceKindDoctors(ctx, kindId, wanted);
}

export async function listChairs(
  ctx: Context,
  input: { clinicId?: string | undefined },
): Promise<{ items: Chair[] }> {
  requirePermission(ctx, 'appointments.read');
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => ({ items: await selectChairs(ctx, clinicIds) }));
}

/** Throws Conflict `name-taken`. */
export async function addChair(ctx: Context, input: z.output<typeof AddChair>): Promise<Chair> {
  requirePermission(ctx, 'appointments.manage');
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, input.clinicId);
    const id = newId();
    const position = (await selectChairs(ctx, [input.clinicId])).length;
    if (!(await insertChair(ctx, { id, position, ...input }))) throw new Conflict('name-taken');
    await recordAudit(ctx, { action: 'chair.added', subject: { type: 'chair', id }, after: input });
    return (await selectChairs(ctx, [input.clinicId])).find((chair) => chair.id === id)!;
  });
}

export async function editChair(
  ctx: Context,
  { id, version, ...input }: z.output<typeof EditChair> & Versioned,
): Promise<Chair> {
  requirePermission(ctx, 'appointments.manage');
  const seen = ctx.actor.clinicIds === 'all' ? null : ctx.actor.clinicIds;
  return inTransaction(ctx, async (ctx) => {
    const chairs = await selectChairs(ctx, seen);
    const before = current(chairs, id, version, 'chair');
    const beside = chairs.filter(({ clinicId }) => clinicId === before.clinicId);
    requireFreeName(beside, { ...before, ...definedName(input) }, input.isArchived ?? before.isArchived);
    await updateChair(ctx, id, input);
    const after = (await selectChairs(ctx, seen)).find((chair) => chair.id === id)!;
    await recordAudit(ctx, { action: 'chair.edited', subject: { type: 'chair', id }, before, after });
    return after;
  });
}

export async function getDeskRules(ctx: Context, input: { id: string }): Promise<DeskRulesView> {
  requirePermission(ctx, 'appointments.read');
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, input.id);
    return selectDeskRules(ctx, input.id);
  });
}

/** The clinic's own figures. `version` 0: it had none. Throws Conflict `stale-version`. */
export async function saveDeskRules(
  ctx: Context,
  input: { id: string; rules: DeskRules; version: number },
): Promise<DeskRulesView> {
  requirePermission(ctx, 'appointments.manage');
  const { id, rules, version } = input;
  return inTransaction(ctx, async (ctx) => {
    await requireKnownClinic(ctx, id);
    const before = await selectDeskRules(ctx, id);
    const isNext = before.version === version;
    if (!isNext || !(await writeDeskRules(ctx, id, { rules, version: version + 1 })))
      throw new Conflict('stale-version', { current: await selectDeskRules(ctx, id) });
    const after = await selectDeskRules(ctx, id);
    const subject = { type: 'clinic', id };
    await recordAudit(ctx, { action: 'desk-rules.saved', subject, before: before.rules, after: after.rules });
    return after;
  });
}

async function requireKnownClinic(ctx: TransactionContext, id: string): Promise<void> {
  requireClinic(ctx, id, 'clinic', id);
  if ((await findClinicZone(ctx, id)) === undefined) throw new NotFound('clinic', id);
}

function current<T extends { id: string; version: number }>(
  all: readonly T[],
  id: string,
  version: number,
  subject: string,
): T {
  const found = all.find((each) => each.id === id);
  if (!found) throw new NotFound(subject, id);
  if (found.version !== version) throw new Conflict('stale-version', { current: found });
  return found;
}

function requireFreeName(
  all: readonly { id: string; name: string; isArchived: boolean }[],
  one: { id: string; name: string },
  isArchived: boolean,
): void {
  if (isArchived) return;
  if (all.some((each) => each.id !== one.id && !each.isArchived && each.name === one.name))
    throw new Conflict('name-taken');
}

const definedName = ({ name }: { name?: string | undefined }) => (name === undefined ? {} : { name });
