import type { FormView } from '#domain/forms/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { inForceOf } from './find-form.ts';
import { selectDrafts, selectVersions } from './store.ts';

export async function getForm(ctx: Context, input: { code: string }): Promise<FormView> {
  requirePermission(ctx, 'forms.read');
  return inTransaction(ctx, (ctx) => formOnRecord(ctx, input.code));
}

/** The form in force, its draft, and what was in force before. */
export async function formOnRecord(ctx: TransactionContext, code: string): Promise<FormView> {
  const published = (await selectVersions(ctx, code)).map(({ id: _id, code: _code, ...version }) => version);
  const inForce = inForceOf(published[0], code);
  const [draft] = (await selectDrafts(ctx, code)).map(({ id: _id, code: _code, ...shown }) => shown);
  if (!inForce && !draft) throw new NotFound('form', code);
  const isOnRecord = inForce === published[0];
  return {
    code,
    inForce: inForce ?? null,
    draft: draft ?? null,
    history: isOnRecord || !inForce ? published : [inForce, ...published],
  };
}
