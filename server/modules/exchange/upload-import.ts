import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { ImportUpload, type ImportBatch } from '#domain/exchange/contract.ts';
import { guessMapping } from '#domain/exchange/guess-mapping.ts';
import type { Mapping } from '#domain/exchange/mapping.ts';
import { isPresetName, presets } from '#domain/exchange/presets.ts';
import { requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import type { SignedInContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { openSheet } from '#server/platform/sheets/open-sheet.ts';
import { SheetError } from '#server/platform/sheets/sheet-error.ts';
import { getClinic } from '#server/modules/staff/get-clinic.ts';
import { checkImport } from './check-import.ts';
import { fileOf, forgetFile, keepFile } from './keep-file.ts';
import { presentBatch } from './present.ts';
import { insertBatch, type Batch, type Problem } from './store.ts';
import { workInBackground } from '#server/platform/work-in-background.ts';

/** Takes a file in and begins to check it. A file that is no sheet makes a batch too: it says why. */
export async function uploadImport(ctx: SignedInContext): Promise<ImportBatch> {
  requirePermission(ctx, 'imports.run');
  const { fileName, stream, fields } = await ctx.exchange.upload();
  const { clinicId, preset, timezone } = ImportUpload.parse(fields);
  const batch = await storeImport(ctx, { clinicId, preset, timezone, fileName, stream });
  if (batch.state === 'checking') workInBackground(ctx, (ctx) => checkImport(ctx, batch));
  return presentBatch(batch, 0);
}

export interface NewImport {
  clinicId: string;
  fileName: string;
  stream: Readable;
  preset?: string | undefined;
  /** A mapping of one's own goes before any preset. */
  mapping?: Mapping | undefined;
  /** Whose wall clock the file's hours are; the clinic's where nobody says. */
  timezone?: string | undefined;
}

/** Keeps the file and makes the batch, ready to be checked, or refused where the file cannot be read at all. */
export async function storeImport(ctx: Context & { dataDir: string }, input: NewImport): Promise<Batch> {
  requirePermission(ctx, 'imports.run');
  requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  if (input.preset !== undefined && !isPresetName(input.preset))
    throw new Invalid({ path: 'preset', code: 'unknown' });
  const clinic = await getClinic(ctx, input.clinicId);
  const id = newId();
  const read = await readHead(ctx.dataDir, id, input);
  return inTransaction(ctx, async (ctx) => {
    const batch = await insertBatch(ctx, {
      ...read,
      id,
      clinicId: clinic.id,
      timezone: input.timezone ?? clinic.timezone,
      fileName: plainName(input.fileName),
      preset: input.preset ?? null,
    });
    await recordAudit(ctx, { action: 'import.uploaded', subject: { type: 'import', id } });
    return batch;
  });
}

type Head = Pick<Batch, 'columns' | 'sample' | 'mapping'> & { sha256: string; problem: Problem | null };

const rowsShown = 5;

async function readHead(dataDir: string, id: string, input: NewImport): Promise<Head> {
  let sha256 = '';
  try {
    sha256 = await keepFile(dataDir, id, input.stream);
    const sheet = await openSheet(fileOf(dataDir, id));
    const sample: Batch['sample'] = [];
    for await (const rows of sheet.rows()) {
      sample.push(...rows.slice(0, rowsShown).map((row) => row.cells));
      break;
    }
    return {
      sha256,
      columns: sheet.columns,
      sample,
      mapping: mappingFor(input, sheet.columns),
      problem: null,
    };
  } catch (error) {
    await forgetFile(dataDir, id);
    if (!(error instanceof SheetError)) throw error;
    const { code, details } = error;
    return { sha256, columns: [], sample: [], mapping: mappingFor(input, []), problem: { code, details } };
  }
}

function mappingFor(input: NewImport, columns: string[]): Mapping {
  if (input.mapping) return input.mapping;
  if (input.preset !== undefined && isPresetName(input.preset))
    return presets[input.preset].mappingFor(columns);
  return guessMapping(columns);
}

/** A name to show, without the folders some browsers send and without what cannot be seen. */
function plainName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f]/g, '');
  return plain.trim().slice(0, 200) || '—';
}
