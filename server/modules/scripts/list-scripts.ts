import type { z } from 'zod';
import type { DraftState, ScriptList, ScriptRow } from '#domain/scripts/contract.ts';
import { mayPublish, needsDoctor } from '#domain/scripts/approval.ts';
import { lint } from '#domain/scripts/lint.ts';
import type { ScriptDefinition } from '#domain/scripts/script.ts';
import { standardScripts } from '#domain/scripts/standard-scripts.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { asShipped } from './find-scripts.ts';
import { selectDrafts, selectVersions } from './store.ts';
import type { StoredDraft } from './store.ts';
import { findForbiddenWords } from '../wording/set-forbidden-words.ts';

/** Every script, shipped, published or only begun, with where its draft stands. */
export async function listScripts(ctx: Context): Promise<z.input<typeof ScriptList>> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, async (ctx) => {
    const published = await selectVersions(ctx);
    const drafts = await selectDrafts(ctx);
    const forbidden = await findForbiddenWords(ctx);
    const shipped = standardScripts.map(({ code }) => code);
    const codes = new Set([...shipped, ...[...published, ...drafts].map(({ code }) => code)]);
    return {
      items: [...codes].map((code): ScriptRow => {
        const inForce = published.find((each) => each.code === code) ?? asShipped(code);
        const draft = drafts.find((each) => each.code === code);
        const { name, isClinical } = (inForce ?? draft)!.definition;
        return {
          code,
          name,
          isClinical,
          isShipped: shipped.includes(code),
          version: inForce?.version ?? null,
          publishedAt: inForce?.publishedAt ?? null,
          publishedByName: inForce?.publishedByName ?? null,
          approvedByName: inForce?.approvedByName ?? null,
          draft: draft
            ? {
                state: stateOf(draft, inForce?.definition, forbidden),
                updatedAt: draft.updatedAt,
                updatedByName: draft.updatedByName,
              }
            : null,
        };
      }),
    };
  });
}

function stateOf(
  { definition, ...draft }: StoredDraft,
  inForce: ScriptDefinition | undefined,
  forbidden: readonly string[],
): DraftState {
  const isClinical = needsDoctor(definition, inForce);
  const decision = mayPublish({ ...draft, isClinical, findings: lint(definition, forbidden) });
  if (decision.allowed) return 'ready';
  return decision.reason === 'needs-a-doctor' ? 'waiting' : 'wrong';
}
