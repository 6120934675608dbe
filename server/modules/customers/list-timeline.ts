import type { z } from 'zod';
import { timelineKinds } from '#domain/customers/contract.ts';
import type { ListTimeline, Timeline, TimelineEntry } from '#domain/customers/contract.ts';
import { newestFirst, readCursor, writeCursor } from '#domain/customers/timeline.ts';
import type { TimelineKind } from '#domain/customers/timeline.ts';
import { withoutTokens } from '#domain/links/token.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import type { Permission } from '#domain/staff/permissions.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { requireCustomer } from './get-customer.ts';
import { selectTimeline } from './timeline-store.ts';

const pageSize = 50;

const neededFor: Record<TimelineKind, Permission> = {
  created: 'customers.read',
  imported: 'customers.read',
  appointment: 'visits.read',
  visit: 'visits.read',
  'consultation-opened': 'consultations.read',
  'consultation-closed': 'consultations.read',
  'followup-planned': 'followups.read',
  attempt: 'followups.read',
  'red-flag-raised': 'followups.read',
  'red-flag-answered': 'followups.read',
  'followup-ended': 'followups.read',
  edited: 'customers.read',
  message: 'messages.read',
  'message-answered': 'messages.read',
};

/** Everything that ever happened to a customer, newest first, a page at a time; of what the actor may read. */
export async function listTimeline(
  ctx: Context,
  input: z.output<typeof ListTimeline> & { customerId: string },
): Promise<z.output<typeof Timeline>> {
  requirePermission(ctx, 'customers.read');
  if (input.kind) requirePermission(ctx, neededFor[input.kind]);
  const before = input.before === undefined ? null : readCursor(input.before);
  if (input.before !== undefined && !before) throw new Invalid({ path: 'before', code: 'not-a-cursor' });
  const kinds = input.kind ? [input.kind] : timelineKinds.filter((kind) => mayRead(ctx, kind));

  return inTransaction(ctx, async (ctx) => {
    const { id: customerId } = await requireCustomer(ctx, input.customerId);
    const found = [];
    for (const kind of kinds) {
      const rows = await selectTimeline(ctx, kind, { customerId, before, limit: pageSize + 1 });
      found.push(...rows.map((row) => ({ ...row, kind, facts: withoutLinks(row.facts) })));
    }
    const page = found.sort(newestFirst).slice(0, pageSize);
    return {
      items: page.map(({ rowId, ...entry }) => ({ ...entry, id: `${entry.kind}-${rowId}` })),
      nextBefore: found.length > pageSize ? writeCursor(page.at(-1)!) : null,
    };
  });
}

/** What was sent opens the customer's page; what is read here does not. */
function withoutLinks(facts: TimelineEntry['facts']): TimelineEntry['facts'] {
  return typeof facts['text'] === 'string' ? { ...facts, text: withoutTokens(facts['text']) } : facts;
}

function mayRead(ctx: Context, kind: TimelineKind): boolean {
  return ctx.actor.kind === 'system' || mayDo(ctx.actor.permissions, neededFor[kind]);
}
