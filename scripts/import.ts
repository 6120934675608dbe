// npm run import: brings a sheet in from the command line, through the same verbs as the browser.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import type { Mapping } from '#domain/exchange/mapping.ts';
import { isPresetName, presetNames } from '#domain/exchange/presets.ts';
import { sayProblem } from '#domain/exchange/words.ts';
import type { House } from '#server/house.ts';
import { BadValue, commandLineOrExit, dataOptions, text } from '#server/platform/arguments.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { checkImport } from '#server/modules/exchange/check-import.ts';
import { getImport } from '#server/modules/exchange/list-imports.ts';
import { runImport } from '#server/modules/exchange/run-import.ts';
import { claimRun } from '#server/modules/exchange/start-import.ts';
import { storeImport } from '#server/modules/exchange/upload-import.ts';
import { findImportClinic } from '#server/modules/staff/find-import-clinic.ts';
import { systemContext } from '#server/modules/staff/gate.ts';
import type { Clinic } from '#domain/staff/contract.ts';
import { chooseOrganization } from './command/choose-organization.ts';
import { figure, sayCounts, sayNew, sayNotes } from './command/import-report.ts';
import { Refused, runCommand } from './command/leave.ts';
import { ProgressLine } from './command/progress-line.ts';
import { readMapping } from './command/read-mapping.ts';
import { settleEvents } from './command/settle-events.ts';
import { withHouse } from './command/with-house.ts';

const { options, positionals } = commandLineOrExit(process.argv.slice(2), {
  usage: 'npm run import -- FILE --preset NAME | --mapping FILE.json [options]',
  positionals: { names: ['FILE'], atLeast: 1 },
  options: {
    preset: { takes: 'NAME', help: `how the sheet is read: ${presetNames.join(', ')}`, read: presetName },
    mapping: {
      takes: 'FILE.json',
      help: 'how the sheet is read: {"kind", "fields": {field: column}, "options"}',
      read: text,
    },
    clinic: {
      takes: 'NAME',
      help: 'the clinic it belongs to; made when there is none of that name',
      read: text,
    },
    organization: { takes: 'NAME', help: 'the organization, where there are several', read: text },
    dryRun: { help: 'check and report only; bring nothing in' },
    ...dataOptions,
  },
});
type ImportContext = Context & { dataDir: string };
const file = positionals[0]!;
const line = new ProgressLine();

await runCommand(async () => {
  if ((options.preset === undefined) === (options.mapping === undefined))
    throw new Refused(
      `Say how the sheet is read, by --preset (${presetNames.join(', ')}) or by --mapping FILE.json.`,
      2,
    );
  if (!existsSync(file) || !statSync(file).isFile()) throw new Refused(`There is no file ${file}.`);
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  await withHouse(options, (house) => bringIn(house, mapping));
});

async function bringIn(house: House, mapping: Mapping | undefined): Promise<void> {
  const organization = await chooseOrganization(house, options.organization);
  const clinic = await findClinic(await systemContext(house, organization.id));
  // Asked again, for the clinic may have brought its zone to the organization.
  const ctx: ImportContext = { ...(await systemContext(house, organization.id)), dataDir: house.dataDir };
  const { preset, timezone } = options;
  const uploaded = await storeImport(ctx, {
    clinicId: clinic.id,
    fileName: basename(file),
    stream: createReadStream(file),
    preset,
    mapping,
    timezone,
  });
  const checked =
    uploaded.state === 'checking'
      ? await checkImport(ctx, uploaded, (rows) => line.show(`Checking … ${figure(rows)} rows`))
      : uploaded;
  refuseProblem(checked, 'ready');
  line.finish(
    `Checked ${figure(checked.counts?.rows ?? 0)} rows of ${basename(file)}, for ${clinic.name} (${checked.timezone}).`,
  );
  say('', ...sayCounts(checked), ...(await sayNotes(ctx, checked)));
  if (options.dryRun) {
    say('', ...sayNew(checked), '', 'This was a dry run: nothing was brought in.');
    return;
  }
  await run(house, ctx, checked);
}

async function run(
  house: House,
  ctx: ImportContext,
  checked: Pick<ImportBatch, 'id' | 'counts'>,
): Promise<void> {
  const total = figure(checked.counts?.rows ?? 0);
  const claimed = await inTransaction(ctx, (ctx) => claimRun(ctx, checked.id));
  const done = await runImport(ctx, claimed, (rows) =>
    line.show(`Importing … ${figure(rows)} of ${total} rows`),
  );
  refuseProblem(done, 'done');
  line.finish('Imported.');
  line.show('Planning followups …');
  const isPlanned = await settleEvents(house, ctx.orgId);
  const { counts } = await getImport(ctx, { id: done.id });
  line.finish(
    isPlanned ? 'Planned.' : 'Planning followups failed; the server tries again by itself. See its log.',
  );
  say('', ...sayNew(done, counts?.plannedFollowups ?? 0));
}

async function findClinic(ctx: Context): Promise<Clinic> {
  try {
    const { clinic, isNew } = await findImportClinic(ctx, {
      name: options.clinic,
      timezone: options.timezone,
      fileName: basename(file),
    });
    if (isNew) process.stderr.write(`  Made the clinic ${clinic.name} (${clinic.timezone}).\n`);
    return clinic;
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'which-clinic') throw error;
    const { clinics } = error.details as { clinics: string[] };
    throw new Refused(
      `Several clinics fit. Say which with --clinic:\n${clinics.map((name) => `  ${name}`).join('\n')}`,
    );
  }
}

function refuseProblem(batch: Pick<ImportBatch, 'state' | 'problem'>, expected: ImportBatch['state']): void {
  if (batch.state === expected) return;
  line.leave();
  const { code, details } = batch.problem ?? { code: batch.state, details: {} };
  throw new Refused(`${basename(file)} was not imported (${code}). ${sayProblem(code, 'en', details)}`);
}

function presetName(value: string): string {
  if (isPresetName(value)) return value;
  throw new BadValue(`one of ${presetNames.join(', ')}`);
}

function say(...lines: string[]): void {
  process.stdout.write(lines.map((each) => `${each === '' ? '' : `  ${each}`}\n`).join(''));
}
