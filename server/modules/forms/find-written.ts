import type { AnswerValues, FormDefinition } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectWritten } from './answers-store.ts';
import { selectVersion } from './store.ts';

export interface Written {
  definition: FormDefinition;
  values: AnswerValues;
}

/** What was answered, with the form as it was asked, by the answer; for a verb that has asked for its own permission. */
export async function findWritten(
  ctx: TransactionContext,
  answerIds: readonly string[],
): Promise<Map<string, Written>> {
  const rows = await selectWritten(ctx, answerIds);
  const definitions = new Map<string, FormDefinition>();
  for (const id of new Set(rows.map(({ versionId }) => versionId)))
    definitions.set(id, (await selectVersion(ctx, id)).definition);
  return new Map(
    rows.map(({ id, versionId, values }) => [id, { definition: definitions.get(versionId)!, values }]),
  );
}
