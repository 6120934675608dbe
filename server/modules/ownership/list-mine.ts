import type { z } from 'zod';
import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { MyCustomers, OwnWarning, OwnWarnings } from '#domain/ownership/contract.ts';
import type { OwnerKind } from '#domain/ownership/owner-kind.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { listOwnCustomers } from '../customers/list-own-customers.ts';
import { collectFacts } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { presentOutlook, presentPerson } from './present.ts';
import { fallsBecause } from './propose-releases.ts';
import { selectOpenOfOwner, selectWarningsOf } from './store.ts';

/** The customers of who asks, and which of them are about to be released and what would stop it. */
export async function listMine(
  ctx: Context,
  input: { page: number; pageSize: number },
): Promise<z.input<typeof MyCustomers>> {
  requirePermission(ctx, 'ownership.read');
  const ownerId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (ownerId === null) return { warnings: [], items: [], total: 0 };
  return inTransaction(ctx, async (ctx) => {
    const page = { limit: input.pageSize, offset: (input.page - 1) * input.pageSize };
    const { rows, total } = await listOwnCustomers(ctx, ownerId, page);
    const people = await briefCustomers(
      ctx,
      rows.map(({ customerId }) => customerId),
    );
    return {
      warnings: await warningsOf(ctx, ownerId),
      items: rows.map(({ customerId, kind, since }) => ({
        customer: presentPerson(people.get(customerId)!),
        kind: kind as OwnerKind,
        since,
      })),
      total,
    };
  });
}

/** Only what is about to be released, for the list of the day. */
export async function listWarnings(ctx: Context): Promise<z.input<typeof OwnWarnings>> {
  requirePermission(ctx, 'ownership.read');
  const ownerId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (ownerId === null) return { items: [] };
  return inTransaction(ctx, async (ctx) => ({ items: await warningsOf(ctx, ownerId) }));
}

/** Warnings that nothing has stopped yet, the nearest first; one that is proposed already stands on top. */
async function warningsOf(ctx: TransactionContext, ownerId: string): Promise<OwnWarning[]> {
  const today = dayAt(ctx.now, ctx.zone);
  const open = await selectOpenOfOwner(ctx, ownerId);
  const proposed = new Set(open.map(({ customerId, kind, clock }) => `${customerId} ${kind} ${clock}`));
  const warned = await selectWarningsOf(ctx, ownerId, today);
  const ahead = warned.filter(
    ({ customerId, kind, clock }) => !proposed.has(`${customerId} ${kind} ${clock}`),
  );
  const all = [
    ...open.map((proposal) => ({ ...proposal, warnedAt: proposal.proposedAt, isProposed: true })),
    ...ahead.map((warning) => ({ ...warning, isProposed: false })),
  ];
  const ids = [...new Set(all.map(({ customerId }) => customerId))];
  const facts = await collectFacts(ctx, ids, { zone: ctx.zone, today });
  const people = await briefCustomers(ctx, ids);
  const { ruleSet } = await rulesInForce(ctx);
  return all
    .filter((each) => fallsBecause(each, facts, ruleSet, today) === null)
    .flatMap((each) => {
      const person = people.get(each.customerId);
      if (!person) return [];
      const { warnedAt, isProposed } = each;
      const daysLeft = daysBetween(today, each.releasesOn);
      return [{ ...presentOutlook(each, person), warnedAt, isProposed, daysLeft }];
    })
    .sort((one, other) => (one.releasesOn < other.releasesOn ? -1 : 1));
}
