import { addDays, dayAt, daysBetween } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { dayTable } from '#domain/followups/day-table.ts';
import { askedBy, stepsOwedTo, turningPoints } from '#domain/followups/event-kind.ts';
import { peopleInTurn } from '#domain/followups/assignment.ts';
import { reachBefore } from '#domain/followups/protocol.ts';
import type { PublishedProtocol } from '#domain/followups/protocol.ts';
import { reachOf } from '#domain/followups/replay.ts';
import { sumsOf } from '#domain/followups/window-sums.ts';
import { farthestAhead } from '#domain/followups/working-days.ts';
import { followupRoles } from '#domain/staff/role.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { statisticsOfLoad } from '#server/platform/database/refresh-statistics.ts';
import { countByDay, derivesIds, insertOwed, readKind, selectEvents } from './bulk-store.ts';
import type { BulkRule, BulkSource, BulkTerms, DayCount } from './bulk-store.ts';
import { planEvents, readPlanningGround } from './plan-events.ts';
import type { PlanningGround } from './plan-events.ts';

/** So many visits are planned by one statement: what the database keeps meanwhile stays small. */
const visitsAtOnce = 20_000;
const daysAtOnce = 400;

/** What is known of a clinic's kinds of events, from part to part. */
interface Rules {
  clinicId: string;
  known: Set<string>;
  rules: BulkRule[];
  /** Kinds that owe a step the database cannot work out. */
  singly: string[];
}

/**
 * Plans many events as `planEvents` does, and the same: the rules are asked once for each kind of event, and the
 * database does the sums for all that are of the kind. Gives the number of new followups.
 */
export async function planInBulk(
  ctx: TransactionContext,
  source: BulkSource,
  options: { openAt?: Instant; importBatchId?: string } = {},
): Promise<number> {
  const counts = await countByDay(ctx, source);
  if (counts.length === 0) return 0;
  const [ground, inSql] = await Promise.all([readPlanningGround(ctx), derivesIds(ctx)]);
  const wrote = statisticsOfLoad(ctx, 'followups');
  let added = 0;
  let rules: Rules | undefined;
  for (const days of partsOf(counts)) {
    const terms = termsOf(ground, source, days, options);
    const { clinicId } = terms.part;
    if (rules?.clinicId !== clinicId) rules = { clinicId, known: new Set(), rules: [], singly: [] };
    const inOne = inSql ? await planPart(ctx, terms, ground.protocols, rules) : 0;
    const kinds = inSql ? rules.singly : null;
    const others = kinds?.length === 0 ? [] : await selectEvents(ctx, terms, kinds);
    added += inOne + (await planEvents(ctx, others, { ...options, ground }));
    await wrote(inOne);
  }
  return added;
}

/** Until every kind in it is known: at the second look, but for a customer who changed meanwhile. */
async function planPart(
  ctx: TransactionContext,
  terms: BulkTerms,
  protocols: readonly PublishedProtocol[],
  rules: Rules,
): Promise<number> {
  let added = 0;
  for (;;) {
    const done = await insertOwed(ctx, terms, [...rules.known], rules.rules);
    added += done.added;
    if (done.unknown.length === 0) return added;
    for (const kind of done.unknown) {
      rules.known.add(kind);
      const owed = rulesOf(protocols, terms, kind);
      if (owed === null) rules.singly.push(kind);
      else rules.rules.push(...owed);
    }
  }
}

/** Null where one of the steps takes more than sums: such events are planned one by one. */
function rulesOf(
  protocols: readonly PublishedProtocol[],
  { part, turningPoints }: BulkTerms,
  kind: string,
): BulkRule[] | null {
  const rules: BulkRule[] = [];
  for (const { protocol, steps } of stepsOwedTo(protocols, turningPoints, readKind(kind, part.clinicId))) {
    for (const step of steps) {
      const sums = sumsOf(step);
      if (sums === null) return null;
      const { key: stepKey, purpose, role, anyDay = false } = step;
      const { versionId } = protocol;
      rules.push(...sums.map((each) => ({ ...each, kind, versionId, stepKey, purpose, role, anyDay })));
    }
  }
  return rules;
}

function termsOf(
  { protocols, zones, zone: usual, candidates, workingDays }: PlanningGround,
  source: BulkSource,
  counts: readonly DayCount[],
  { openAt, importBatchId }: { openAt?: Instant; importBatchId?: string },
): BulkTerms {
  const { clinicId } = counts[0]!;
  const zone = zones.get(clinicId) ?? usual;
  const moments = source.kind === 'month' ? [source.at] : counts.flatMap(({ first, last }) => [first, last]);
  const steps = protocols.map(({ definition }) => definition.steps);
  const inOrder = moments.toSorted();
  return {
    source,
    part: { clinicId, from: counts[0]!.day, to: counts.at(-1)!.day },
    asked: askedBy(protocols),
    turningPoints: turningPoints(protocols),
    days: dayTable(
      addDays(dayAt(inOrder[0]!, zone), -Math.max(0, ...steps.map(reachBefore))),
      addDays(dayAt(inOrder.at(-1)!, zone), Math.max(0, ...steps.map(reachOf)) + farthestAhead + 1),
      zone,
      workingDays?.get(clinicId),
    ),
    people: followupRoles
      .map((role) => ({ role, ids: peopleInTurn({ role, clinicId }, candidates) }))
      .filter(({ ids }) => ids.length > 0),
    openAt: openAt ?? null,
    importBatchId: importBatchId ?? null,
  };
}

/** Whole days of one clinic in a row: so many that a part is worth its statement, and no more. */
function partsOf(counts: readonly DayCount[]): DayCount[][] {
  const parts: DayCount[][] = [];
  let inPart = 0;
  for (const each of counts) {
    const [first] = parts.at(-1) ?? [];
    const fits = first?.clinicId === each.clinicId && daysBetween(first.day, each.day) <= daysAtOnce;
    if (fits && inPart + each.count <= visitsAtOnce) parts.at(-1)!.push(each);
    else parts.push([each]);
    inPart = parts.at(-1)!.length === 1 ? each.count : inPart + each.count;
  }
  return parts;
}
