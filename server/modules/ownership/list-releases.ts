import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { FallReason, ListReleases, ReleasePage } from '#domain/ownership/contract.ts';
import { deciderSeats } from '#domain/ownership/decider.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { collectFacts } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { presentOutlook } from './present.ts';
import { fallsBecause } from './propose-releases.ts';
import { selectProposals } from './store.ts';

/** What waits for the decision of who asks, those due the longest first; or what was decided, the latest first. */
export async function listReleases(ctx: Context, input: ListReleases): Promise<z.input<typeof ReleasePage>> {
  requirePermission(ctx, 'ownership.decide');
  const seats = deciderSeats(ctx.actor.role).filter((seat) => (input.decidedIn ?? seat) === seat);
  if (seats.length === 0) return { items: [], total: 0 };
  const { state, clock, ownerId, page, pageSize } = input;
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return inTransaction(ctx, async (ctx) => {
    const { rows, total } = await selectProposals(ctx, {
      ...{ clinicIds, decidedIn: seats, state, clock, ownerId },
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const ids = rows.map(({ customerId }) => customerId);
    const people = await briefCustomers(ctx, ids);
    const { ruleSet } = await rulesInForce(ctx);
    const today = dayAt(ctx.now, ctx.zone);
    const facts = state === 'open' ? await collectFacts(ctx, ids, { zone: ctx.zone, today }) : new Map();
    return {
      total,
      // Who became part of another record is shown there.
      items: rows.flatMap((row) => {
        const person = people.get(row.customerId);
        if (!person) return [];
        const { withdrawnBecause, ...proposal } = row;
        return {
          ...proposal,
          ...presentOutlook(row, person),
          fallsBecause:
            state === 'open'
              ? fallsBecause(row, facts, ruleSet, today)
              : (withdrawnBecause as FallReason | null),
        };
      }),
    };
  });
}
