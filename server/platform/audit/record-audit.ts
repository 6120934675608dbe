import type { TransactionContext } from '../context.ts';
import { insertRows } from '../database/put-together-once.ts';
import { newId } from '../ids.ts';

export interface AuditFact {
  /** `noun.past-verb`, such as `customer.edited`. */
  action: string;
  subject?: { type: string; id: string };
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/** Writes the audit row of a change, in the change's own transaction. It names the changed fields, never their values. */
export function recordAudit(ctx: TransactionContext, fact: AuditFact): Promise<void> {
  return recordAudits(ctx, [fact]);
}

/** One row each, where one act changed many things. */
export async function recordAudits(ctx: TransactionContext, facts: readonly AuditFact[]): Promise<void> {
  const entries = facts.map((fact) => ({
    id: newId(),
    at: ctx.now,
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.id,
    action: fact.action,
    subject_type: fact.subject?.type ?? null,
    subject_id: fact.subject?.id ?? null,
    fields: changedFields(fact.before ?? null, fact.after ?? null),
    reason: fact.reason ?? null,
    ip: ctx.ip,
  }));
  ctx.alongside(insertRows(ctx, 'audit_entries', entries));
}

/** What was not given has not changed. */
export function changedFields(before: object | null, after: object | null): string[] {
  if (!after) return [];
  const was = (before ?? {}) as Record<string, unknown>;
  return Object.entries(after)
    .filter(([field, value]) => value !== undefined && !isSame(was[field], value))
    .map(([field]) => field)
    .filter((field) => !['version', 'updatedAt', 'createdAt'].includes(field))
    .sort();
}

function isSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null);
}
