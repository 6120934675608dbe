import type { Decision } from '#domain/base/decision.ts';
import type { Instant } from '#domain/base/time.ts';
import { breaksAt, higher, levelAt, resolveBy } from '#domain/recovery/deadline.ts';
import type { Level } from '#domain/recovery/deadline.ts';
import type { Hand, Standing } from '#domain/recovery/recovery-case.ts';
import type { RecoveryRules } from '#domain/recovery/recovery-rules.ts';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import { requireClinic } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { Conflict, Forbidden, NotFound } from '#server/platform/errors.ts';
import { insertAct } from './acts-store.ts';
import type { NewAct } from './acts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { selectRemedies } from './remedies-store.ts';
import { lockCase, updateCase } from './store.ts';
import type { CaseChange, StoredCase } from './store.ts';
import { tellRise } from './tell-level.ts';
import { standingOf, viewCase } from './view-case.ts';

export interface HeldCase {
  held: StoredCase;
  standing: Standing;
  hand: Hand;
  rules: RecoveryRules;
}

/** A case, at the version it was read at where one is named, held with who acts on it: always a person. */
export async function holdCase(
  ctx: TransactionContext,
  { id, version }: { id: string; version?: number },
): Promise<HeldCase> {
  const hand = handOf(ctx);
  const held = await lockCase(ctx, id);
  if (!held) throw new NotFound('case', id);
  requireClinic(ctx, held.clinicId, 'case', id);
  if (version !== undefined && held.version !== version)
    throw new Conflict('stale-version', { current: await viewCase(ctx, held) });
  const { rules } = await rulesInForce(ctx);
  return { held, standing: standingOf(held, await selectRemedies(ctx, id)), hand, rules };
}

export function handOf(ctx: Context): Hand {
  if (ctx.actor.kind !== 'staff' || ctx.actor.id === null) throw new Forbidden('a person');
  return { id: ctx.actor.id, supervises: mayDo(ctx.actor.permissions, 'recovery.supervise') };
}

export function requireYes(decision: Decision): void {
  if (!decision.allowed) throw new Conflict(decision.reason);
}

/** Writes what an act makes of its case, the act itself, and the audit row; gives the case as it is then. */
export async function saveAct(
  ctx: TransactionContext,
  { held, rules }: Pick<HeldCase, 'held' | 'rules'>,
  act: NewAct,
  change: CaseChange,
): Promise<RecoveryCase> {
  const clock = clockAfter(held, change, rules, ctx.now);
  await updateCase(ctx, held.id, { ...change, ...clock });
  await tellRise(ctx, held, { ...change, ...clock });
  await insertAct(ctx, held.id, act);
  await recordAudit(ctx, {
    action: `case.${act.kind}`,
    subject: { type: 'case', id: held.id },
    ...(act.words && { reason: act.words }),
  });
  return viewCase(ctx, (await lockCase(ctx, held.id))!);
}

/** The limits of a case after a change. Who took it over keeps it; only a case opened anew begins below. */
export function clockAfter(
  held: StoredCase,
  change: CaseChange,
  rules: RecoveryRules,
  now: Instant,
): { breaks_at: Instant; resolve_by: Instant; level: Level } {
  const clock = {
    step: (change.step as StoredCase['step'] | undefined) ?? held.step,
    startedAt: change.started_at ?? held.startedAt,
    stepSince: change.step_since ?? held.stepSince,
    formalDueAt: change.formal_due_at === undefined ? held.formalDueAt : change.formal_due_at,
  };
  const gravity = (change.gravity as StoredCase['gravity'] | undefined) ?? held.gravity;
  const level = levelAt(gravity, clock, rules, now);
  const isAnew = change.started_at !== undefined;
  return {
    breaks_at: breaksAt(clock, rules),
    resolve_by: resolveBy(clock, rules),
    level: isAnew ? level : higher(held.level, level),
  };
}
