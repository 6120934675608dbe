import type { z } from 'zod';
import type { FormList, FormRow } from '#domain/forms/contract.ts';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { standardForms } from '#domain/forms/standard-forms.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { inForceOf } from './find-form.ts';
import { formRulesInForce } from './get-form-rules.ts';
import { selectDrafts, selectNewest } from './store.ts';

/** Every form, shipped, published or only begun. */
export async function listForms(ctx: Context): Promise<z.input<typeof FormList>> {
  requirePermission(ctx, 'forms.read');
  return inTransaction(ctx, async (ctx) => {
    const published = await selectNewest(ctx);
    const drafts = await selectDrafts(ctx);
    const { rules } = await formRulesInForce(ctx);
    const codes = new Set([
      ...standardForms.map(({ code }) => code),
      ...[...published, ...drafts].map(({ code }) => code),
    ]);
    return {
      items: [...codes].map((code): FormRow => {
        const inForce = inForceOf(
          published.find((each) => each.code === code),
          code,
        );
        const draft = drafts.find((each) => each.code === code);
        const { name, kind, categories, questions } = (inForce ?? draft)!.definition;
        return {
          ...{ code, name, kind, categories, questions: questions.length },
          version: inForce?.version ?? null,
          isShipped: inForce?.isShipped ?? false,
          publishedAt: inForce?.publishedAt ?? null,
          publishedByName: inForce?.publishedByName ?? null,
          draft: draft
            ? {
                flaws: flawsOfForm(draft.definition, rules.dimensions).length,
                updatedAt: draft.updatedAt,
                updatedByName: draft.updatedByName,
              }
            : null,
        };
      }),
    };
  });
}
