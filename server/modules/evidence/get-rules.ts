import type { EvidenceRulesView } from '#domain/evidence/contract.ts';
import { EvidenceRules, standardEvidenceRules } from '#domain/evidence/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { selectPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';

export async function getRules(ctx: Context): Promise<EvidenceRulesView> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, evidenceRules);
}

/** The figures the clinic published last, else as shipped. */
export async function evidenceRules(ctx: TransactionContext): Promise<EvidenceRulesView> {
  const [published] = await selectPublished(ctx, 'evidence_rules', EvidenceRules);
  return published ?? { version: 0, rules: standardEvidenceRules, publishedAt: null, publishedByName: null };
}
