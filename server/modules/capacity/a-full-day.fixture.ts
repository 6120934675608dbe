import { endOfDay, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import { standardCapacityRules } from '#domain/capacity/rules.ts';
import type { CapacityRules } from '#domain/capacity/rules.ts';
import type { Followup } from '#domain/followups/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { insertPlans } from '../followups/planning-store.ts';
import { selectFollowups } from '../followups/store.ts';
import { selectProtocols } from '../followups/versions-store.ts';
import { withoutStep } from '../followups/record-call.ts';
import { getRules } from './get-rules.ts';
import { publishRules } from './publish-rules.ts';

/** Thursday is today; the days of the week that follow. */
export const [friday, monday, tuesday] = ['2026-03-13', '2026-03-16', '2026-03-17'] as const;

interface Facts {
  assigneeId: string | null;
  from: CalendarDate;
  to: CalendarDate;
  /** A medical step may not wait, one of marketing may. */
  purpose?: 'medical' | 'marketing';
  customerId?: string;
}

/** A followup as planning makes it, of a customer of its own. */
export async function aFollowup(ctx: Context, facts: Facts): Promise<Followup> {
  const { assigneeId, from, to, purpose = 'marketing' } = facts;
  const customerId = facts.customerId ?? (await aCustomer(ctx, { phone: null })).id;
  return inTransaction(ctx, async (ctx) => {
    const code = purpose === 'medical' ? 'surgery' : 'consultation-no-deal';
    const versions = (await selectProtocols(ctx)).filter(({ definition }) => definition.code === code);
    const protocol = versions.toSorted((one, other) => other.version - one.version)[0]!;
    const step = protocol.definition.steps[0]!;
    const clinic = await ctx.db
      .selectFrom('clinics')
      .select(['id', 'timezone'])
      .where('org_id', '=', ctx.orgId)
      .executeTakeFirstOrThrow();
    const [id, planId, clinicId] = [newId(), newId(), clinic.id];
    const event = { event: protocol.definition.trigger.event, eventKey: id, eventAt: ctx.now, visitId: null };
    const dueAt = endOfDay(to, clinic.timezone);
    await insertPlans(
      ctx,
      [{ id: planId, customerId, clinicId, protocolVersionId: protocol.versionId, ...event }],
      [
        {
          ...{ id, planId, customerId, clinicId, stepKey: step.key, purpose, role: 'cs_agent', assigneeId },
          ...{ opensAt: startOfDay(from, clinic.timezone), dueAt, closesAt: dueAt },
        },
      ],
      null,
    );
    return withoutStep((await selectFollowups(ctx, { ids: [id] }))[0]!);
  });
}

/** So many of them, one after the other. */
export async function followups(ctx: Context, count: number, facts: Facts): Promise<Followup[]> {
  const made: Followup[] = [];
  for (let each = 0; each < count; each += 1) made.push(await aFollowup(ctx, facts));
  return made;
}

/** Each contact takes ten minutes, and an agent has so many of nine hours for them. */
export async function withMinutesADay(ctx: Context, contacts: number): Promise<void> {
  const { version } = await getRules(ctx);
  const minutes = { medical: 10, complaint: 10, satisfaction: 10, service: 10, marketing: 10 };
  const percent = { ...standardCapacityRules.percent, cs_agent: Math.ceil((contacts * 1_000) / 540) };
  const rules: CapacityRules = { minutes, percent };
  await publishRules(ctx, { rules, version });
}
