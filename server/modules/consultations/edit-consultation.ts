import type { z } from 'zod';
import type { NextStep } from '#domain/consultations/consultation.ts';
import type { Consultation, EditConsultation } from '#domain/consultations/contract.ts';
import type { WhyNot } from '#domain/consultations/reasons.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { holdConsultation } from './hold-consultation.ts';
import { requirePlace } from './open-consultation.ts';
import { presentConsultation } from './present.ts';
import { selectAppointmentsAhead, selectConsultation, staffIsActive } from './store.ts';
import { updateConsultation } from './write-store.ts';
import { whyNotInForce } from './list-why-not.ts';

/** Writes down what was asked, offered and agreed. Throws Conflict `consultation-closed`: it is reopened first. */
export async function editConsultation(
  ctx: Context,
  input: z.output<typeof EditConsultation> & { id: string; version: number },
): Promise<Consultation> {
  requirePermission(ctx, 'consultations.write');
  const { id, version, whyNotKeys, ...change } = input;
  return inTransaction(ctx, async (ctx) => {
    const before = await holdConsultation(ctx, { id, version });
    if (before.state === 'closed') throw new Conflict('consultation-closed');
    if (change.place !== undefined || change.visitId !== undefined) {
      await requirePlace(ctx, { ...before, ...withoutUndefined(change) }, before.customerId);
    }
    if (change.consultantId !== undefined && change.consultantId !== before.consultantId) {
      await requireColleague(ctx, change.consultantId);
    }
    if (change.nextStep) await requireNamed(ctx, change.nextStep, before.customerId);
    if (change.depositFen !== undefined && change.depositFen !== before.depositFen && before.depositEntryId)
      throw new Conflict('deposit-booked');
    const whyNot = whyNotKeys && (await reasonsOf(ctx, whyNotKeys, before.whyNot));
    await updateConsultation(ctx, id, { ...change, whyNot });
    const after = presentConsultation(ctx, (await selectConsultation(ctx, id))!);
    await recordAudit(ctx, {
      action: 'consultation.edited',
      subject: { type: 'consultation', id },
      before: presentConsultation(ctx, before),
      after,
    });
    return after;
  });
}

async function requireColleague(ctx: TransactionContext, staffId: string): Promise<void> {
  if (!(await staffIsActive(ctx, staffId))) throw new NotFound('staff', staffId);
}

/** Whoever and whatever a next step names is there. */
async function requireNamed(ctx: TransactionContext, step: NextStep, customerId: string): Promise<void> {
  if (step.kind === 'followup') await requireColleague(ctx, step.staffId);
  if (step.kind !== 'appointment') return;
  const ahead = await selectAppointmentsAhead(ctx, customerId);
  if (!ahead.some(({ id }) => id === step.appointmentId))
    throw new NotFound('appointment', step.appointmentId);
}

/** As they are worded today; one that left the clinic's list since stays as it was picked. */
async function reasonsOf(
  ctx: TransactionContext,
  keys: readonly string[],
  picked: readonly WhyNot[],
): Promise<WhyNot[]> {
  const { items } = await whyNotInForce(ctx);
  return [...new Set(keys)].map((key) => {
    const reason = [...items, ...picked].find((each) => each.key === key);
    if (!reason) throw new Invalid({ path: 'whyNotKeys', code: 'not-on-the-list' });
    return reason;
  });
}

function withoutUndefined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
