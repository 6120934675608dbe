import type { ScriptView } from '#domain/scripts/contract.ts';
import { requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import { asShipped } from './find-scripts.ts';
import { selectDrafts, selectVersions } from './store.ts';
import { findForbiddenWords } from '../wording/set-forbidden-words.ts';

export async function getScript(ctx: Context, input: { code: string }): Promise<ScriptView> {
  requirePermission(ctx, 'scripts.read');
  return inTransaction(ctx, (ctx) => scriptOnRecord(ctx, input.code));
}

/** The script in force, its draft, and what was in force before. */
export async function scriptOnRecord(ctx: TransactionContext, code: string): Promise<ScriptView> {
  const shipped = asShipped(code);
  const published = (await selectVersions(ctx, code)).map(({ code: _code, ...version }) => version);
  const history = [...published, ...(shipped ? [shipped] : [])];
  const [draft] = (await selectDrafts(ctx, code)).map(({ id: _id, code: _code, ...shown }) => shown);
  if (history.length === 0 && !draft) throw new NotFound('script', code);
  return {
    code,
    inForce: history[0] ?? null,
    draft: draft ?? null,
    history,
    forbiddenWords: await findForbiddenWords(ctx),
  };
}
