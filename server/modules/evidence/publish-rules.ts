import type { EvidenceRulesView } from '#domain/evidence/contract.ts';
import type { EvidenceRules } from '#domain/evidence/rules.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { insertPublished } from '#server/platform/database/published-rules.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { evidenceRules } from './get-rules.ts';

/** Other figures for matching from now on; what was matched stays. `version` is the one they were edited from. */
export async function publishRules(
  ctx: Context,
  input: { rules: EvidenceRules; version: number },
): Promise<EvidenceRulesView> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await evidenceRules(ctx);
    const id = newId();
    const next = { id, version: input.version + 1, rules: input.rules };
    const isFirst = before.version === input.version && (await insertPublished(ctx, 'evidence_rules', next));
    if (!isFirst) throw new Conflict('stale-version', { current: await evidenceRules(ctx) });
    await recordAudit(ctx, {
      action: 'evidence-rules.published',
      subject: { type: 'evidence-rules', id },
      before: before.rules,
      after: input.rules,
    });
    return evidenceRules(ctx);
  });
}
