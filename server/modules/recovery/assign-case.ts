import { formalDueAt } from '#domain/recovery/deadline.ts';
import type { AssignCase, MarkCase, RecoveryCase } from '#domain/recovery/contract.ts';
import { mayDirect } from '#domain/recovery/recovery-case.ts';
import { graver } from '#domain/recovery/sign.ts';
import { isWorkingDay } from '#domain/followups/working-days.ts';
import type { WorkingDays } from '#domain/followups/working-days.ts';
import { requirePermission } from '#server/platform/access.ts';
import { publicDays } from '#server/platform/china-days.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { findClinicZone } from '../staff/find-clinic-zone.ts';
import { findPeople } from '../staff/find-people.ts';
import { holdCase, requireYes, saveAct } from './hold-case.ts';
import type { HeldCase } from './hold-case.ts';

interface OnCase {
  id: string;
  version: number;
}

/** Gives the step to somebody, and says whom the case is about. */
export async function assignCase(ctx: Context, input: AssignCase & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.supervise');
  const { ownerId, aboutIds } = input;
  return inTransaction(ctx, async (ctx) => {
    const at = await holdToDirect(ctx, input);
    const named = [...(ownerId ? [ownerId] : []), ...(aboutIds ?? [])];
    const people = await findPeople(ctx, named);
    for (const id of named) if (people.get(id)?.state !== 'active') throw new NotFound('staff', id);
    const isDoctors = at.held.step === 'doctor' && ownerId !== undefined;
    return saveAct(
      ctx,
      at,
      { kind: 'assigned', words: ownerId ? people.get(ownerId)!.name : null },
      {
        ...(ownerId !== undefined && { owner_id: ownerId }),
        ...(isDoctors && { doctor_id: ownerId }),
        ...(aboutIds !== undefined && { about_ids: [...new Set(aboutIds)] }),
      },
    );
  });
}

/** The legal working day: Monday to Friday, without the state's holidays and with the days made up for them. */
const legalDays = (): WorkingDays => ({
  calendar: {
    ...{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', keepsHolidays: true },
    ...{ openOn: [], closedOn: [] },
  },
  publicDays: publicDays(),
});

/** A matter for the leadership, or a formal complaint with its limit in working days. */
export async function markCase(ctx: Context, input: MarkCase & OnCase): Promise<RecoveryCase> {
  requirePermission(ctx, 'recovery.supervise');
  const { special, formal, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const at = await holdToDirect(ctx, input);
    const { held, rules } = at;
    const days = formal === 'several' ? rules.formalDaysOfMany : rules.formalDays;
    const zone = (await findClinicZone(ctx, held.clinicId)) ?? ctx.zone;
    const working = legalDays();
    return saveAct(
      ctx,
      at,
      { kind: 'marked', words: reason },
      {
        ...(special !== undefined && {
          special,
          gravity: special === null ? 'likely-complaint' : graver(held.gravity, 'special'),
        }),
        ...(formal !== undefined && {
          formal_due_at: formalDueAt(ctx.now, days, (day) => isWorkingDay(day, working), zone),
        }),
      },
    );
  });
}

async function holdToDirect(ctx: TransactionContext, input: OnCase): Promise<HeldCase> {
  const at = await holdCase(ctx, input);
  requireYes(mayDirect(at.standing, at.hand));
  return at;
}
