import { dayAt } from '#domain/base/time.ts';
import { frozenFor } from '#domain/grading/freeze.ts';
import { gradeOf } from '#domain/grading/grade.ts';
import type { GradeAnswer, GradeFacts } from '#domain/grading/grade.ts';
import type { GradeRuleSet } from '#domain/grading/rule-set.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { findStandings } from '../customers/find-standings.ts';
import type { Standing } from '../customers/find-standings.ts';
import { setGrades } from '../customers/set-grades.ts';
import { collectFacts } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { holdGrades, insertHistory, selectGrades, upsertGrades } from './store.ts';
import type { StoredGrade } from './store.ts';

/** Who was never graded is ordinary. */
export const ungraded: Omit<StoredGrade, 'customerId' | 'since'> = {
  grade: 'C',
  source: 'rule',
  reasons: [{ code: 'ordinary' }],
  ruleGrade: 'C',
  ruleReasons: [{ code: 'ordinary' }],
  isBigSpender: false,
  hasOpenCase: false,
};

/** Grades these customers anew, and who sent them to us: what one pays may count for the other. */
export async function regradeCustomers(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<void> {
  const own = await findStandings(ctx, { ids: customerIds });
  const known = new Set(own.map(({ id }) => id));
  const referrers = own.flatMap(({ referrerId }) =>
    referrerId && !known.has(referrerId) ? [referrerId] : [],
  );
  const standings =
    referrers.length === 0 ? own : [...own, ...(await findStandings(ctx, { ids: [...new Set(referrers)] }))];
  await gradeStandings(ctx, standings, (await rulesInForce(ctx)).ruleSet);
}

/** Writes what changed: the grade with its reasons, its history where the grade is another, and the customers' list. */
export async function gradeStandings(
  ctx: TransactionContext,
  standings: readonly Standing[],
  rules: GradeRuleSet,
): Promise<void> {
  await holdGrades(ctx);
  const today = dayAt(ctx.now, ctx.zone);
  const facts = await collectFacts(ctx, standings);
  const stored = await selectGrades(ctx, [...facts.keys()]);
  const changed: { now: StoredGrade; before: StoredGrade }[] = [];
  for (const [customerId, own] of facts) {
    const before = stored.get(customerId) ?? { ...ungraded, customerId, since: ctx.now };
    const now = asStored(before, gradeOf(own, rules, before, today), own, ctx.now);
    if (contentOf(now) !== contentOf(before)) changed.push({ now, before });
  }
  if (changed.length === 0) return;
  await upsertGrades(
    ctx,
    changed.map(({ now }) => now),
  );
  await insertHistory(
    ctx,
    changed
      .filter(({ now, before }) => now.grade !== before.grade || now.source !== before.source)
      .map(({ now: { customerId, grade, source, reasons }, before }) => ({
        id: newId(),
        customerId,
        grade,
        before: before.grade,
        source,
        reasons,
      })),
  );
  await setGrades(
    ctx,
    changed.map(({ now }) => ({
      customerId: now.customerId,
      grade: now.grade,
      isFrozen: frozenFor(now).length > 0,
    })),
  );
}

function asStored(before: StoredGrade, answer: GradeAnswer, facts: GradeFacts, now: string): StoredGrade {
  return {
    customerId: before.customerId,
    grade: answer.grade,
    source: answer.by,
    reasons: answer.reasons,
    ruleGrade: answer.byRule.grade,
    ruleReasons: answer.byRule.reasons,
    isBigSpender: answer.isBigSpender,
    hasOpenCase: facts.openCases.length > 0,
    since: answer.grade === before.grade ? before.since : now,
  };
}

/** Compared as written: the database keeps the keys of a reason in an order of its own. */
function contentOf({ since: _since, ...grade }: StoredGrade): string {
  return JSON.stringify(grade, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
