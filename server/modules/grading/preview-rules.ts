import { dayAt } from '#domain/base/time.ts';
import type { Move, Preview, PreviewRules } from '#domain/grading/contract.ts';
import { previewRules as previewOf, shareOfTop } from '#domain/grading/preview.ts';
import type { GradeMove } from '#domain/grading/preview.ts';
import type { Grade, GradeRuleSet } from '#domain/grading/rule-set.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findStandings } from '../customers/find-standings.ts';
import { spendByCustomer } from '../ledger/sum-spending.ts';
import { collectFacts } from './collect-facts.ts';
import { presentReasons } from './present.ts';
import { ungraded } from './regrade-customers.ts';
import { selectGrades } from './store.ts';

const customersAtOnce = 2_000;

/**
 * Who would change grade by these rules, before they are saved: of the clinics the actor may see, the same that
 * publishing them would do now. And what the best-paying fifth of the customers holds of all revenue.
 */
export async function previewRules(ctx: Context, input: PreviewRules): Promise<Preview> {
  requirePermission(ctx, 'grading.manage');
  return inTransaction(ctx, async (ctx) => {
    const { customers, before, after, moves } = await moved(ctx, input.ruleSet);
    const from = (input.page - 1) * input.pageSize;
    const revenues = await spendByCustomer(ctx, null);
    return {
      customers,
      before,
      after,
      moves: { items: await named(ctx, moves.slice(from, from + input.pageSize)), total: moves.length },
      top: shareOfTop([...revenues.values()], 0.2),
    };
  });
}

async function moved(ctx: TransactionContext, rules: GradeRuleSet) {
  const today = dayAt(ctx.now, ctx.zone);
  const clinicIds = ctx.actor.clinicIds === 'all' ? null : ctx.actor.clinicIds;
  const before: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0 };
  const after: Record<Grade, number> = { A: 0, B: 0, C: 0, D: 0 };
  const moves: GradeMove[] = [];
  let customers = 0;
  for (let last: string | null = null; ;) {
    const standings = await findStandings(ctx, { after: last, limit: customersAtOnce }, clinicIds);
    const facts = await collectFacts(ctx, standings);
    const stored = await selectGrades(ctx, [...facts.keys()]);
    const graded = [...facts].map(([id, own]) => {
      const { grade, source, reasons, ruleGrade, ruleReasons, isBigSpender } = stored.get(id) ?? ungraded;
      const byRule = { grade: ruleGrade, reasons: ruleReasons };
      return { id, facts: own, answer: { grade, reasons, by: source, byRule, isBigSpender } };
    });
    const part = previewOf(graded, rules, today);
    for (const grade of ['A', 'B', 'C', 'D'] as const) {
      before[grade] += part.before[grade];
      after[grade] += part.after[grade];
    }
    moves.push(...part.moves);
    customers += standings.length;
    if (standings.length < customersAtOnce) return { customers, before, after, moves };
    last = standings.at(-1)!.id;
  }
}

async function named(ctx: TransactionContext, moves: readonly GradeMove[]): Promise<Move[]> {
  const people = await briefCustomers(
    ctx,
    moves.map(({ id }) => id),
  );
  return moves.map(({ id, from, to, answer }) => {
    const { number, name } = people.get(id)!;
    return { customer: { id, number, name }, from, to, reasons: presentReasons(ctx, answer.reasons) };
  });
}
