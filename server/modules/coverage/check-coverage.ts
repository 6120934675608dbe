import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { nobody, standingOf } from '#domain/coverage/coverage.ts';
import type { Standing, Standings } from '#domain/coverage/coverage.ts';
import type { CheckNow, Coverage } from '#domain/coverage/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import {
  claimDays,
  endLost,
  insertLost,
  selectClinics,
  selectCoverageFacts,
  selectOpenLost,
  writeDays,
} from './store.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { getCoverage } from './get-coverage.ts';
import type { FoundLost } from './store.ts';

const customersAtOnce = 10_000;

/**
 * The nightly proof (idea 5), once a clinic and day: everybody who came or asked is kept by something, or is put on
 * the list of the lost; who is kept again comes off it. Run at any time and by any number of processes.
 */
export async function checkCoverage(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const days = await todayOfClinics(ctx);
    const claimed = await claimDays(
      ctx,
      [...days].map(([clinicId, day]) => ({ clinicId, day })),
    );
    await prove(ctx, new Map([...days].filter(([clinicId]) => claimed.has(clinicId))));
  });
}

/** The same now, because somebody wants to know: the day's figures are those of the last look. */
export async function checkCoverageNow(ctx: Context, input: z.infer<typeof CheckNow>): Promise<Coverage> {
  requirePermission(ctx, 'followups.supervise');
  if (input.clinicId !== undefined) await getClinic(ctx, input.clinicId);
  await inTransaction(ctx, async (ctx) => {
    const asked = clinicsAsked(ctx, input.clinicId);
    const days = await todayOfClinics(ctx);
    await prove(ctx, new Map([...days].filter(([clinicId]) => asked === null || asked.includes(clinicId))));
    await recordAudit(ctx, { action: 'coverage.checked', subject: { type: 'coverage', id: ctx.orgId } });
  });
  return getCoverage(ctx, input);
}

async function todayOfClinics(ctx: TransactionContext): Promise<Map<string, CalendarDate>> {
  const clinics = await selectClinics(ctx);
  return new Map(clinics.map(({ clinicId, zone }) => [clinicId, dayAt(ctx.now, zone)]));
}

async function prove(ctx: TransactionContext, days: ReadonlyMap<string, CalendarDate>): Promise<void> {
  if (days.size === 0) return;
  const clinicIds = [...days.keys()];
  const listed = new Map(
    (await selectOpenLost(ctx, clinicIds)).map(({ id, customerId }) => [customerId, id]),
  );
  const counts = new Map<string, Standings>(clinicIds.map((clinicId) => [clinicId, nobody()]));
  const found: FoundLost[] = [];
  const keptAgain: { id: string; standing: Standing }[] = [];
  for (let after: string | null = null; ;) {
    const customers = await selectCoverageFacts(ctx, { clinicIds, after, limit: customersAtOnce });
    for (const { customerId, clinicId, ...facts } of customers) {
      const standing = standingOf(facts, ctx.now);
      counts.get(clinicId)![standing] += 1;
      const listedId = listed.get(customerId);
      if (standing !== 'lost') {
        if (listedId !== undefined) keptAgain.push({ id: listedId, standing });
      } else if (listedId === undefined) {
        const since = facts.turnedToUsAt!;
        found.push({ id: derivedId('lost', ctx.orgId, customerId, since), clinicId, customerId, since });
      }
    }
    if (customers.length < customersAtOnce) break;
    after = customers.at(-1)!.customerId;
  }
  await insertLost(ctx, found);
  await endLost(ctx, keptAgain);
  await writeDays(
    ctx,
    [...days].map(([clinicId, day]) => ({ clinicId, day, counts: counts.get(clinicId)! })),
  );
}
