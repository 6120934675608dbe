import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, dayAt } from '#domain/base/time.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { closeVisit } from '#server/modules/visits/close-visit.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, later, morning, settled } from '#tests/support/clinic.ts';
import { aStep, published, surgery } from './a-protocol.fixture.ts';
import { announceClosedMonths } from './announce-closed-months.ts';
import { planEvents } from './plan-events.ts';

const ourEvents = ['visit.closed', 'course.finished', 'month.closed', 'discharge', 'product.sold'] as const;

/** What happened to three customers, each thing once. */
const happenings = fc.uniqueArray(
  fc.record({
    event: fc.constantFrom(...ourEvents),
    key: fc.constantFrom('one', 'two', 'three'),
    hours: fc.integer({ min: 0, max: 500 }),
    who: fc.integer({ min: 0, max: 2 }),
    visitKind: fc.constantFrom('first' as const, 'return' as const),
    categories: fc.subarray([...treatmentCategories], { maxLength: 3 }),
  }),
  { selector: ({ event, key, who }) => `${event} ${key} ${who}`, minLength: 1, maxLength: 10 },
);
type Happening = typeof happenings extends fc.Arbitrary<(infer T)[]> ? T : never;

async function aGround() {
  const { ctx, clinicId } = await aClinic();
  for (const role of ['nurse', 'nurse', 'cs_agent', 'cs_agent'] as const) await as(ctx, role);
  const customerIds: string[] = [];
  for (let count = 0; count < 3; count += 1) customerIds.push((await aCustomer(ctx)).id);
  const eventOf = ({ who, hours, ...rest }: Happening): PlanningEvent => ({
    ...rest,
    at: addHours(morning, hours),
    customerId: customerIds[who]!,
    clinicId,
    visitId: null,
  });
  return { ctx, eventOf };
}

/** What the work gives, after which nothing of it stays. */
async function undone<T>(ctx: Context, work: (ctx: TransactionContext) => Promise<T>): Promise<T> {
  const done: T[] = [];
  const undo = new Error('undone');
  await inTransaction(ctx, async (ctx) => {
    done.push(await work(ctx));
    throw undo;
  }).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return done[0]!;
}

function wouldPlan(ctx: Context, steps: readonly PlanningEvent[][]): Promise<object[]> {
  return undone(ctx, async (ctx) => {
    for (const events of steps) await planEvents(ctx, events);
    return everything(ctx);
  });
}

function everything(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('followups')
    .select(['id', 'plan_id', 'step_key', 'occurrence', 'assignee_id', 'opens_at', 'due_at', 'closes_at'])
    .where('org_id', '=', ctx.orgId)
    .orderBy('id')
    .execute();
}

describe('planning what happened', () => {
  it('twice plans it once, and its order does not matter, in one go or each by itself', async () => {
    const { ctx, eventOf } = await aGround();
    const shuffled = happenings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([all, otherwise]) => {
        const inOrder = all.map(eventOf);
        const oneByOne = otherwise.map((each) => [eventOf(each)]);
        const once = await wouldPlan(ctx, [inOrder]);
        expect(await wouldPlan(ctx, oneByOne)).toEqual(once);
        expect(await wouldPlan(ctx, [inOrder, ...oneByOne, inOrder])).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the round of a month', () => {
  it('is made of every month that ended while the computer stood still, and of each once', async () => {
    const { ctx } = await aClinic('2026-01-10T02:00:00.000Z');
    await announceClosedMonths(ctx);
    const visit = await aClosedVisit(ctx);
    const back = later(ctx, '2026-03-05T02:00:00.000Z');
    await announceClosedMonths(back);
    await announceClosedMonths(back);
    await settled(back);
    const rounds = (await followupsOf(ctx, visit.customerId)).filter(({ event }) => event === 'month.closed');
    expect(rounds.map(({ eventAt }) => dayAt(eventAt, 'Asia/Shanghai'))).toEqual(['2026-01-31']);
  });

  it('has who was still here when it was over, and whose visit was written up in time', async () => {
    const { ctx } = await aClinic('2026-03-31T15:30:00.000Z');
    const customer = await aCustomer(ctx);
    const { id, version } = await openVisit(ctx, {
      ...{ customerId: customer.id, clinicId: customer.clinicId, chiefComplaint: null },
    });
    const afterMidnight = later(ctx, '2026-03-31T17:00:00.000Z');
    await announceClosedMonths(afterMidnight);
    await settled(afterMidnight);
    await closeVisit(later(ctx, '2026-04-01T01:00:00.000Z'), { id, version });
    await settled(later(ctx, '2026-04-01T01:00:00.000Z'));
    const rounds = (await followupsOf(ctx, customer.id)).filter(({ event }) => event === 'month.closed');
    expect(rounds.map(({ closesAt }) => dayAt(closesAt, 'Asia/Shanghai'))).toEqual(['2026-04-09']);
  });
});

const windows = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })).map(([opensDay, longer]) => ({
    kind: 'days' as const,
    opensDay,
    dueDay: opensDay + longer,
  })),
  fc.integer({ min: 1, max: 3 }).map((times) => ({
    kind: 'repeat' as const,
    ...{ unit: 'day' as const, every: 5, first: 1, times, leadDays: 2 },
  })),
);
/** Some edit of the surgery protocol: steps are gone, other ones come, windows and roles are different. */
const edits: fc.Arbitrary<ProtocolDefinition> = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom('within-3-days', 'within-1-week', 'at-1-month', 'more', 'still-more'),
      window: windows,
      role: fc.constantFrom('nurse' as const, 'cs_agent' as const),
    }),
    { selector: ({ key }) => key, minLength: 1 },
  )
  .map((steps) => ({ ...surgery({}), steps: steps.map((step) => aStep(step)) }));

const publications = fc.array(
  fc.record({ edit: edits, made: fc.constantFrom('keep' as const, 'move' as const) }),
  { minLength: 1, maxLength: 4 },
);
type Publication = typeof publications extends fc.Arbitrary<(infer T)[]> ? T : never;

describe('publishing', () => {
  it('loses no promise already made and doubles none, however often plans are moved and events told', async () => {
    const { ctx, eventOf } = await aGround();
    const operation = eventOf({
      ...{ event: 'visit.closed', key: 'one', hours: 0, who: 0, visitKind: 'return' },
      categories: ['surgery'],
    });
    const publishAll = async (ctx: TransactionContext, all: Publication[]) => {
      await planEvents(ctx, [operation]);
      let promised = await followupsOf(ctx, operation.customerId);
      for (const [index, { edit, made }] of all.entries()) {
        const then = later(ctx, addHours(ctx.now, 12 * (index + 1)));
        await published(then, edit, { made });
        await planEvents(then as TransactionContext, [operation]);
        const now = await followupsOf(ctx, operation.customerId);
        expect(now.map(({ id }) => id)).toEqual(expect.arrayContaining(promised.map(({ id }) => id)));
        expect(now.every(({ state }) => state === 'open')).toBe(true);
        if (made === 'keep') expect(now).toEqual(promised);
        for (const { id, dueAt, closesAt } of promised) {
          const same = now.find((each) => each.id === id)!;
          if (same.dueAt !== dueAt || same.closesAt !== closesAt)
            expect(same.closesAt >= then.now).toBe(true);
        }
        promised = now;
      }
      const steps = (await everything(ctx)).map(({ step_key, occurrence }) => `${step_key} ${occurrence}`);
      expect(new Set(steps).size).toBe(steps.length);
    };
    await fc.assert(
      fc.asyncProperty(publications, (all) => undone(ctx, (ctx) => publishAll(ctx, all))),
      { numRuns: 15 },
    );
  });
});
