import type { z } from 'zod';
import type { ImportBatch, MapImport } from '#domain/exchange/contract.ts';
import { mappingFrom, missingColumns, type Mapping } from '#domain/exchange/mapping.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { checkImport } from './check-import.ts';
import { describeBatch, findBatch } from './find-batch.ts';
import { presentBatch } from './present.ts';
import type { Batch } from './store.ts';
import { claimBatch } from './work-store.ts';
import { workInBackground } from '#server/platform/work-in-background.ts';

/**
 * Feeds the fields from other columns and checks again. Throws Conflict `stale-version`, and `import-not-open`
 * when the batch is at work, has run, or its file could never be read.
 */
export async function mapImport(
  ctx: Context & { dataDir: string },
  input: z.infer<typeof MapImport> & { id: string; version: number },
): Promise<ImportBatch> {
  requirePermission(ctx, 'imports.run');
  return inTransaction(ctx, async (ctx) => {
    const before = await findBatch(ctx, input.id, { lock: true });
    if (before.version !== input.version)
      throw new Conflict('stale-version', { current: await describeBatch(ctx, before) });
    const isOpen = ['ready', 'refused', 'failed'].includes(before.state) && before.columns.length > 0;
    if (!isOpen) throw new Conflict('import-not-open', { state: before.state });

    const mapping = mappingFrom(input.kind, input.fields, optionsKept(before, input));
    if (!mapping) throw new Invalid({ path: 'fields', code: 'unknown-field' });
    const [missing] = missingColumns(mapping, before.columns);
    if (missing !== undefined) throw new Invalid({ path: 'fields', code: 'unknown-column' });

    const after = await claimBatch(ctx, before.id, { state: 'checking', mapping });
    await recordAudit(ctx, {
      action: 'import.mapped',
      subject: { type: 'import', id: before.id },
      before,
      after,
    });
    workInBackground(ctx, (ctx) => checkImport(ctx, after));
    return presentBatch(after, 0);
  });
}

/** How hours and states are read was chosen with the preset and stays, as long as it speaks of the same columns. */
function optionsKept(before: Batch, input: z.infer<typeof MapImport>): Partial<Mapping['options']> {
  if (before.mapping.kind !== 'appointments' || input.kind !== 'appointments') return {};
  const { keptWhen, missedWhen, ...hours } = before.mapping.options;
  const isSameState = before.mapping.fields.state?.column === input.fields['state'];
  return isSameState ? { ...hours, keptWhen, missedWhen } : hours;
}
