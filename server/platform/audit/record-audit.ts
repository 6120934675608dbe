import type { TransactionContext } from '../context.ts';
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
  const writing = ctx.db
    .insertInto('audit_entries')
    .values(
      facts.map((fact) => ({
        org_id: ctx.orgId,
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
      })),
    )
    .execute();
  ctx.alongside(writing);
}

export function changedFields(before: object | null, after: object | null): string[] {
  if (!after) return [];
  const was = (before ?? {}) as Record<string, unknown>;
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(was[field] ?? null) !== JSON.stringify(value ?? null))
    .map(([field]) => field)
    .filter((field) => !['version', 'updatedAt', 'createdAt'].includes(field))
    .sort();
}
