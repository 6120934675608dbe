import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll } from 'vitest';
import type { Instant } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { aClinic, type TestClinic } from '#tests/support/clinic.ts';
import { checkImport } from './check-import.ts';
import { runImport } from './run-import.ts';
import { claimRun } from './start-import.ts';
import { storeImport, type NewImport } from './upload-import.ts';
import type { Batch } from './store.ts';

export const dataDir = mkdtempSync(join(tmpdir(), 'carecurve-imports-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

export type ImportContext = Context & { dataDir: string };

/** An organization of one's own whose uploads lie in a folder of this test file. */
export async function anImportingClinic(
  now?: Instant,
  zone?: string,
): Promise<TestClinic & { ctx: ImportContext }> {
  const clinic = await aClinic(now, zone);
  return { ...clinic, ctx: { ...clinic.ctx, dataDir } };
}

type Options = Partial<Omit<NewImport, 'stream'>>;

export async function stored(
  clinic: TestClinic & { ctx: ImportContext },
  content: string | Buffer,
  options: Options = {},
) {
  const stream = Readable.from([Buffer.from(content)]);
  return storeImport(clinic.ctx, { clinicId: clinic.clinicId, fileName: 'a.csv', ...options, stream });
}

/** A file that was uploaded and checked. */
export async function checked(
  clinic: TestClinic & { ctx: ImportContext },
  content: string | Buffer,
  options: Options = {},
): Promise<Batch> {
  const batch = await stored(clinic, content, options);
  return batch.state === 'checking' ? checkImport(clinic.ctx, batch) : batch;
}

export async function ran(clinic: { ctx: ImportContext }, batch: Pick<Batch, 'id'>): Promise<Batch> {
  return runImport(clinic.ctx, await inTransaction(clinic.ctx, (ctx) => claimRun(ctx, batch.id)));
}

/** A file that was uploaded, checked and brought in. */
export async function imported(
  clinic: TestClinic & { ctx: ImportContext },
  content: string | Buffer,
  options: Options = {},
): Promise<Batch> {
  return ran(clinic, await checked(clinic, content, options));
}

/** A list of appointments as the preset for them reads it. */
export function appointmentSheet(...rows: (string | number)[][]): string {
  const header = '客户编号,预约编号,预约日期,状态,年龄,项目,医生';
  return [header, ...rows.map((row) => row.join(','))].join('\n');
}

export function customerSheet(...rows: string[][]): string {
  return ['客户编号,姓名,手机号,性别,出生日期', ...rows.map((row) => row.join(','))].join('\n');
}
