import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import { line } from '#domain/base/text.ts';
import { timeZoneShape } from '#domain/base/time.ts';
import { mappingKinds } from './mapping.ts';

/** checking: being read without writing (the dry run). ready: it may be run. undone: taken back. */
export const batchStates = ['checking', 'refused', 'ready', 'running', 'done', 'failed', 'undone'] as const;

export const ImportCounts = z.object({
  rows: z.int(),
  appointments: z.int(),
  customers: z.int(),
  kept: z.int(),
  missed: z.int(),
  warned: z.int(),
  rejected: z.int(),
  newCustomers: z.int(),
  newAppointments: z.int(),
  newVisits: z.int(),
  plannedFollowups: z.int(),
  /** Of a sheet of orders only: how many, what they come to, and how many of them are new. */
  orders: z.int().optional(),
  ordersFen: z.int().optional(),
  newOrders: z.int().optional(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportBatch = z.object({
  id: z.string(),
  state: z.enum(batchStates),
  fileName: z.string(),
  preset: z.string().nullable(),
  clinicId: z.string(),
  timezone: z.string(),
  columns: z.array(z.string()),
  /** The first rows as they stand in the file. */
  sample: z.array(z.array(z.string().nullable())),
  /** Field → column, as `domain/exchange/mapping.ts` says. */
  mapping: z.record(z.string(), z.unknown()),
  counts: ImportCounts.nullable(),
  /** Rows read so far in the present state. */
  progress: z.int(),
  /** A code with words in `domain/exchange/words.ts`, and what it speaks of. */
  problem: z
    .object({ code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  version: z.int(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;
export const ImportBatchPage = pageOf(ImportBatch);
export const ListImports = z.strictObject({ ...pageQuery });

/** The multipart fields beside the file. */
export const ImportUpload = z.strictObject({
  clinicId: idShape,
  preset: line(60).optional(),
  timezone: timeZoneShape.optional(),
});

export const MapImport = z.strictObject({
  kind: z.enum(mappingKinds),
  fields: z.record(z.string().max(60), z.string().max(200)),
});
export const RunImport = z.strictObject({});

export const ImportNote = z.object({
  line: z.int(),
  level: z.enum(['warned', 'rejected']),
  column: z.string().nullable(),
  code: z.string(),
  given: z.string().nullable(),
});
export const ImportNotes = pageOf(ImportNote);
