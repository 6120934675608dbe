import type { ImportBatch } from '#domain/exchange/contract.ts';
import { guessMapping } from '#domain/exchange/guess-mapping.ts';
import { Mapping, type MappingKind } from '#domain/exchange/mapping.ts';

export interface ChosenColumns {
  kind: MappingKind;
  /** Field → column. */
  fields: Record<string, string>;
}

/** What the import holds, or a guess from the header where it holds nothing yet. */
export function chosenColumns(batch: Pick<ImportBatch, 'mapping' | 'columns'>): ChosenColumns {
  const held = Mapping.safeParse(batch.mapping);
  const mapping =
    held.success && Object.keys(held.data.fields).length > 0 ? held.data : guessMapping(batch.columns);
  return columnsOf(mapping);
}

/** The columns as they would be guessed for a sheet of this kind. */
export function guessedColumns(columns: string[], kind: MappingKind): ChosenColumns {
  return columnsOf(guessMapping(columns, kind));
}

function columnsOf(mapping: Mapping): ChosenColumns {
  const fields = Object.entries(mapping.fields).map(([field, source]) => [field, source.column] as const);
  return { kind: mapping.kind, fields: Object.fromEntries(fields) };
}
