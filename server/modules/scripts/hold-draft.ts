import { needsDoctor } from '#domain/scripts/approval.ts';
import type { ScriptVersion } from '#domain/scripts/contract.ts';
import type { Finding } from '#domain/scripts/lint.ts';
import { lint } from '#domain/scripts/lint.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { asShipped } from './find-scripts.ts';
import { lockDraft, selectDrafts, selectVersions } from './store.ts';
import type { StoredDraft } from './store.ts';
import { findForbiddenWords } from '../wording/set-forbidden-words.ts';

/** The draft, held; undefined where nobody writes on that script. */
export async function holdDraft(ctx: TransactionContext, code: string): Promise<StoredDraft | undefined> {
  await lockDraft(ctx, code);
  return (await selectDrafts(ctx, code))[0];
}

/** The draft that was seen, held, what is wrong with it, and whether a doctor answers for it. Throws Conflict `stale-version` where it was written on since. */
export async function holdDraftSeen(
  ctx: TransactionContext,
  { code, version }: { code: string; version: number },
): Promise<{
  draft: StoredDraft;
  findings: Finding[];
  isClinical: boolean;
  inForce: ScriptVersion | undefined;
}> {
  const draft = await holdDraft(ctx, code);
  if (!draft) throw new NotFound('script draft', code);
  if (draft.version !== version) throw new Conflict('stale-version', { current: draft });
  const inForce = (await selectVersions(ctx, code))[0] ?? asShipped(code);
  return {
    ...{ draft, inForce, isClinical: needsDoctor(draft.definition, inForce?.definition) },
    findings: lint(draft.definition, await findForbiddenWords(ctx)),
  };
}
