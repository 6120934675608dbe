import { maySeeInfluence } from '#domain/customers/influence.ts';
import type { GradeReason } from '#domain/grading/grade.ts';
import type { Context } from '#server/platform/context.ts';

/** Reasons as they may leave the house: that somebody has influence is not for every post to read. */
export function presentReasons(ctx: Context, reasons: readonly GradeReason[]): GradeReason[] {
  if (maySeeInfluence(ctx.actor.role)) return [...reasons];
  return reasons.map((reason) => (reason.code === 'influence' ? { code: 'withheld' } : reason));
}
