import type { Reception } from '#domain/reception/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { listDoctors } from '../staff/list-colleagues.ts';
import { holdReception, requireReception } from './hold-reception.ts';
import { noteChange } from './note-change.ts';
import { staffOf, updateNotice } from './store.ts';

type Versioned = { visitId: string; version: number };

/**
 * Who sees them (E4). From one doctor to another only with a reason: Conflict `reason-missing`; to the one it is
 * already: `same-doctor`.
 */
export async function changeDoctor(
  ctx: Context,
  input: Versioned & { doctorId: string; reason: string | null },
): Promise<Reception> {
  return change(ctx, input, 'visit.doctor-changed', async (ctx, before) => {
    const { doctorId, reason } = input;
    if (before.stage === 'gone') throw new Conflict('visit-closed');
    if (before.doctorId === doctorId) throw new Conflict('same-doctor');
    if (before.doctorId !== null && !reason) throw new Conflict('reason-missing');
    await requireDoctor(ctx, before.clinicId, doctorId);
    await updateNotice(ctx, before.visitId, {
      ...{ doctor_id: doctorId, doctor_reason: reason, read_at: null, read_by: null },
    });
  });
}

/** What they said at the door; whoever read before reads again. */
export async function writeWishes(
  ctx: Context,
  input: Versioned & { wishes: string | null },
): Promise<Reception> {
  return change(ctx, input, 'visit.wishes-written', (ctx, { visitId }) =>
    updateNotice(ctx, visitId, { wishes: input.wishes, read_at: null, read_by: null }),
  );
}

/** The doctor, or who assists them, knows who comes in. */
export async function readNotice(ctx: Context, input: Versioned): Promise<Reception> {
  return change(ctx, input, 'visit.notice-read', (ctx, { visitId }) =>
    updateNotice(ctx, visitId, { read_at: ctx.now, read_by: staffOf(ctx) }),
  );
}

async function change(
  ctx: Context,
  input: Versioned,
  action: string,
  act: (ctx: TransactionContext, before: Reception) => Promise<void>,
): Promise<Reception> {
  requirePermission(ctx, 'visits.write');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdReception(ctx, input);
    await act(ctx, before);
    const after = await requireReception(ctx, input.visitId);
    await recordAudit(ctx, { action, subject: { type: 'visit', id: input.visitId }, before, after });
    await noteChange(ctx, { clinicId: before.clinicId, day: before.day, subjectId: before.visitId });
    return after;
  });
}

export async function requireDoctor(
  ctx: TransactionContext,
  clinicId: string,
  doctorId: string,
): Promise<void> {
  if (!(await listDoctors(ctx, clinicId)).some(({ id }) => id === doctorId))
    throw new NotFound('doctor', doctorId);
}
