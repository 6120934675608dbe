import type { CalendarDate } from '#domain/base/time.ts';
import { gradeOf } from './grade.ts';
import type { GradeAnswer, GradeFacts } from './grade.ts';
import type { Grade, GradeRuleSet } from './rule-set.ts';

export interface GradedCustomer {
  id: string;
  facts: GradeFacts;
  /** As it stands now, by the rules before the change. */
  answer: GradeAnswer;
}

export interface GradeMove {
  id: string;
  from: Grade;
  to: Grade;
  answer: GradeAnswer;
}

export interface GradePreview {
  before: Record<Grade, number>;
  after: Record<Grade, number>;
  moves: GradeMove[];
}

/** Who would change grade if these were the rules, before they are saved. */
export function previewRules(
  customers: readonly GradedCustomer[],
  rules: GradeRuleSet,
  today: CalendarDate,
): GradePreview {
  const preview: GradePreview = { before: nobody(), after: nobody(), moves: [] };
  for (const { id, facts, answer: now } of customers) {
    const answer = gradeOf(facts, rules, now, today);
    preview.before[now.grade]++;
    preview.after[answer.grade]++;
    if (answer.grade !== now.grade) preview.moves.push({ id, from: now.grade, to: answer.grade, answer });
  }
  return preview;
}

export interface TopShare {
  customers: number;
  topCustomers: number;
  fen: number;
  topFen: number;
  /** 0 to 1. */
  share: number;
}

/** What the best-paying part of the customers (0.2 is every fifth) brought of all revenue. */
export function shareOfTop(revenuesFen: readonly number[], part: number): TopShare {
  const best = [...revenuesFen].sort((a, b) => b - a);
  // Every fifth of 14 is two, not three; but of four it is still one.
  const topCustomers = best.length === 0 ? 0 : Math.max(1, Math.floor(best.length * part + 1e-9));
  const fen = sum(best);
  const topFen = sum(best.slice(0, topCustomers));
  return { customers: best.length, topCustomers, fen, topFen, share: fen > 0 ? topFen / fen : 0 };
}

function nobody(): Record<Grade, number> {
  return { A: 0, B: 0, C: 0, D: 0 };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
