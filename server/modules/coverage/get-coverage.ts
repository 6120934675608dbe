import type { z } from 'zod';
import { addDays, dayAt, firstOfMonth, nextMonth, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { addStandings, keptOf, nobody, ofWholeDays } from '#domain/coverage/coverage.ts';
import type { Standings } from '#domain/coverage/coverage.ts';
import type { AskCertificate, AskCoverage, Certificate, Coverage } from '#domain/coverage/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { countLostByOwner, selectClinics, selectDays, selectFound } from './store.ts';

const daysShown = 31;

/** Whether anybody is lost, as the last proof says, and who owns those that are. */
export async function getCoverage(ctx: Context, input: z.infer<typeof AskCoverage>): Promise<Coverage> {
  requirePermission(ctx, 'followups.supervise');
  if (input.clinicId !== undefined) await getClinic(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const clinicIds = clinicsAsked(ctx, input.clinicId);
    const today = dayAt(ctx.now, ctx.zone);
    const proofs = await proofsOf(ctx, clinicIds, addDays(today, 1 - daysShown), addDays(today, 1));
    const [last] = proofs;
    const counts = last?.counts ?? nobody();
    return {
      checkedAt: last?.checkedAt ?? null,
      counts,
      ...keptOf(counts),
      days: proofs.map(({ day, counts }) => ({ day, ...keptOf(counts) })),
      owners: await countLostByOwner(ctx, clinicIds),
    };
  });
}

/** What can be certified of a month: printed for the manager, with a name beside every reason (G1). */
export async function getCertificate(
  ctx: Context,
  { month, clinicId }: z.infer<typeof AskCertificate>,
): Promise<Certificate> {
  requirePermission(ctx, 'followups.supervise');
  if (clinicId !== undefined) await getClinic(ctx, clinicId);
  return inTransaction(ctx, async (ctx) => {
    const clinicIds = clinicsAsked(ctx, clinicId);
    const [first, next] = [firstOfMonth(month), firstOfMonth(nextMonth(month))];
    const lastDay = addDays(next, -1);
    const proofs = await proofsOf(ctx, clinicIds, first, lastDay);
    const counts = proofs[0]?.counts ?? nobody();
    const found = await selectFound(ctx, {
      clinicIds,
      from: startOfDay(first, ctx.zone),
      to: startOfDay(next, ctx.zone),
    });
    const named = found.filter(({ reason }) => reason !== null);
    const customers = await briefCustomers(
      ctx,
      named.map(({ customerId }) => customerId),
    );
    return {
      month,
      daysChecked: proofs.length,
      daysOfMonth: Number(lastDay.slice(-2)),
      counts,
      ...keptOf(counts),
      found: found.length,
      takenUp: found.filter(({ endedAt, reason }) => endedAt !== null && reason === null).length,
      stillLost: found.filter(({ endedAt }) => endedAt === null).length,
      reasons: named.map(({ customerId, since, reason, byName }) => {
        const customer = customers.get(customerId);
        return {
          customerName: customer?.name ?? '',
          customerNumber: customer?.number ?? '',
          since,
          reason: reason!,
          byName,
        };
      }),
    };
  });
}

interface Proof {
  day: CalendarDate;
  checkedAt: string;
  counts: Standings;
}

/** One proof a day over all the clinics that were there, the latest first. */
async function proofsOf(
  ctx: TransactionContext,
  clinicIds: readonly string[] | null,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Proof[]> {
  const counted = await selectDays(ctx, { clinicIds, from, to });
  const clinics = (await selectClinics(ctx))
    .filter(({ clinicId }) => clinicIds === null || clinicIds.includes(clinicId))
    .map(({ clinicId, zone, createdAt }) => ({ clinicId, since: dayAt(createdAt, zone) }));
  return [...Map.groupBy(ofWholeDays(counted, clinics), ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    checkedAt: ofDay.map(({ checkedAt }) => checkedAt).sort()[0]!,
    counts: addStandings(ofDay.map(({ counts }) => counts)),
  }));
}
