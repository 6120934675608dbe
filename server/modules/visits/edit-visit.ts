import type { z } from 'zod';
import type { EditVisit, NewTreatment, Visit } from '#domain/visits/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { holdVisit } from './hold-visit.ts';
import { replaceTreatments, selectStaffIds, selectTeamIds, selectVisit, updateVisit } from './store.ts';

/**
 * What the customer came for, what was done, and what it was the last of. Throws Conflict `already-closed`: the followups of a closed visit
 * are planned by what stood in it; or `stale-version` with the visit as it is now.
 */
export async function editVisit(
  ctx: Context,
  input: z.output<typeof EditVisit> & { id: string; version: number },
): Promise<Visit> {
  requirePermission(ctx, 'visits.write');
  const { id, version, chiefComplaint, isDischarge, treatments } = input;
  return inTransaction(ctx, async (ctx) => {
    const before = await holdVisit(ctx, id);
    if (before.state === 'closed') throw new Conflict('already-closed');
    if (before.version !== version) throw new Conflict('stale-version', { current: before });
    if (treatments !== undefined) {
      await requireTreaters(ctx, treatments);
      await replaceTreatments(ctx, before, treatments);
    }
    await updateVisit(ctx, id, { chiefComplaint, isDischarge });
    const after = (await selectVisit(ctx, id))!;
    await recordAudit(ctx, {
      action: 'visit.edited',
      subject: { type: 'visit', id },
      before: withoutTreatmentIds(before),
      after: withoutTreatmentIds(after),
    });
    return after;
  });
}

async function requireTreaters(
  ctx: TransactionContext,
  treatments: readonly z.output<typeof NewTreatment>[],
): Promise<void> {
  const teamIds = treatments.flatMap(({ teamId }) => teamId ?? []);
  const doctorIds = treatments.flatMap(({ doctorId }) => doctorId ?? []);
  const teams = await selectTeamIds(ctx, teamIds);
  const doctors = await selectStaffIds(ctx, doctorIds);
  for (const id of teamIds) if (!teams.has(id)) throw new NotFound('team', id);
  for (const id of doctorIds) if (!doctors.has(id)) throw new NotFound('staff', id);
}

/** The same treatment written again is no change. */
function withoutTreatmentIds(visit: Visit): object {
  return { ...visit, treatments: visit.treatments.map(({ id: _, ...treatment }) => treatment) };
}
