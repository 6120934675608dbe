import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onScratchDatabase } from '#scripts/schema/scratch-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'carecurve-commands-'));
let databaseUrl: string;
let finish: () => void;
let whole: Promise<void>;

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    whole = onScratchDatabase(async (url) => {
      databaseUrl = url;
      ready();
      await new Promise<void>((done) => (finish = done));
    });
    whole.catch(failed);
  });
});
afterAll(async () => {
  finish();
  await whole;
  rmSync(folder, { recursive: true, force: true });
});

interface Outcome {
  code: number;
  out: string;
  said: string;
}

function run(
  script: 'import' | 'admin',
  args: string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [`scripts/${script}.ts`, ...args, '--data', join(folder, 'data')],
      { cwd: root, env: { ...process.env, DATABASE_URL: databaseUrl, ...environment } },
      (error, out, said) => done({ code: Number(error?.code ?? 0), out, said }),
    );
    child.stdin?.end();
  });
}

const trial = ['--trial-clock', '2026-03-12T09:00'];
const importing = (file: string, ...more: string[]) => run('import', [join(folder, file), ...trial, ...more]);

/** Figures of the summary by their names: `new customers   2`. */
function figures(out: string): Record<string, number> {
  const lines = [...out.matchAll(/^ {2}([a-z][a-z ]*[a-z])\s+([\d,]+)$/gm)];
  return Object.fromEntries(lines.map(([, name, count]) => [name, Number(count?.replaceAll(',', ''))]));
}

writeFileSync(
  join(folder, 'visits of March.csv'),
  [
    'PatientId,AppointmentID,Gender,ScheduledDay,AppointmentDay,Age,Neighbourhood,SMS_received,No-show',
    '7,a,F,2026-03-01T18:38:08Z,2026-03-11T00:00:00Z,62,X,0,No',
    '8,b,M,2026-03-12T18:38:08Z,2026-03-10T00:00:00Z,-1,X,0,No',
    '9,c,M,2026-03-01T18:38:08Z,2026-03-10T00:00:00Z,5,X,1,Yes',
  ].join('\n'),
);
writeFileSync(join(folder, 'people.csv'), 'who,tel\n张伟,13812345678\n李娜,1\n');
writeFileSync(
  join(folder, 'people.json'),
  '{"kind": "customers", "fields": {"name": "who", "phone": "tel"}}',
);
writeFileSync(join(folder, 'wrong.json'), '{"kind": "customers", "fields": {"shoeSize": "who"}}');

// One after the other: each command finds what the one before it left.
describe.sequential('the commands, from an empty database on', () => {
  it('say how to make an organization where there is none', async () => {
    const outcome = await importing('people.csv', '--preset', 'customers');
    expect(outcome.code).toBe(1);
    expect(outcome.said).toContain('There is no organization yet.');
    expect(outcome.said).toContain('npm run admin -- create-owner');
  });

  it('make an owner, with the password from the environment', async () => {
    const owner = ['create-owner', '--organization', 'Sunny', '--login', 'Owner.1', ...trial];
    expect(await run('admin', owner, { CARECURVE_PASSWORD: 'short' })).toMatchObject({ code: 1 });
    const simple = await run('admin', owner, { CARECURVE_PASSWORD: 'Owner.1234567890' });
    expect(simple).toMatchObject({ code: 1 });
    expect(simple.said).toContain('little more than the login');
    const made = await run('admin', owner, { CARECURVE_PASSWORD: 'long enough for all' });
    expect(made).toMatchObject({ code: 0 });
    expect(made.out).toContain('Made Sunny. Its owner signs in as owner.1.');
    expect(await run('admin', owner, { CARECURVE_PASSWORD: 'long enough for all' })).toMatchObject({
      code: 1,
    });
  });

  it('bring a sheet in: its figures, its flaws with their lines, a clinic in its zone, the followups it led to', async () => {
    const more = ['--preset', 'noshow-appointments', '--timezone', 'America/Sao_Paulo'];
    const dry = await importing('visits of March.csv', ...more, '--dry-run');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain('This was a dry run');

    const outcome = await importing('visits of March.csv', ...more);
    expect(outcome).toMatchObject({ code: 0 });
    expect(figures(outcome.out)).toMatchObject({
      appointments: 3,
      customers: 3,
      kept: 2,
      missed: 1,
      'warned rows': 1,
      'rejected rows': 0,
      'new customers': 3,
      'new appointments': 3,
      'new visits': 2,
    });
    expect(figures(outcome.out)['planned followups']).toBeGreaterThan(0);
    expect(outcome.out).toContain('line 3, warned, Age "-1": The age is below zero');
    expect(dry.said).toContain('Made the clinic visits of March (America/Sao_Paulo).');
    const report = /All of them: (.+)$/m.exec(outcome.out)![1]!;
    expect(readFileSync(report, 'utf8')).toContain("'-1");
    expect(statSync(report).mode & 0o777).toBe(0o600);

    const again = await importing('visits of March.csv', ...more);
    expect(figures(again.out)).toMatchObject({
      'new customers': 0,
      'new appointments': 0,
      'new visits': 0,
      'planned followups': 0,
    });
  });

  it('read a sheet by a mapping of its own, into a clinic named', async () => {
    const outcome = await importing(
      'people.csv',
      '--mapping',
      join(folder, 'people.json'),
      '--clinic',
      'East',
    );
    expect(outcome).toMatchObject({ code: 0 });
    expect(figures(outcome.out)).toMatchObject({ customers: 2, 'warned rows': 1, 'new customers': 2 });
    expect(outcome.said).toContain('Made the clinic East (America/Sao_Paulo).');
  });

  it.each([
    {
      name: 'several clinics fit',
      args: ['--preset', 'customers'],
      code: 1,
      says: 'Say which with --clinic',
    },
    {
      name: 'the sheet lacks the column',
      args: ['--preset', 'customers', '--clinic', 'East'],
      code: 1,
      says: 'lacks these columns: 姓名',
    },
    { name: 'nobody said how to read it', args: [], code: 2, says: '--preset' },
    {
      name: 'the preset is unknown',
      args: ['--preset', 'none'],
      code: 2,
      says: 'must be one of noshow-appointments',
    },
    {
      name: 'the mapping names no field',
      args: ['--mapping', join(folder, 'wrong.json')],
      code: 2,
      says: 'shoeSize',
    },
    {
      name: 'the organization is unknown',
      args: ['--preset', 'customers', '--organization', 'X'],
      code: 1,
      says: 'There is no organization "X"',
    },
  ])('refuse with the reason where $name', async ({ args, code, says }) => {
    const outcome = await importing('people.csv', ...args);
    expect(outcome.code).toBe(code);
    expect(outcome.said).toContain(says);
    expect(outcome.said).not.toMatch(/\n\s+at /);
  });

  it('make a key that may what it is given', async () => {
    const key = await run('admin', [
      'create-api-key',
      '--name',
      'nightly',
      '--permissions',
      'imports.run,customers.read',
    ]);
    expect(key).toMatchObject({ code: 0 });
    expect(key.out).toMatch(/^k\.[\w-]{22}\.[\w-]{43}\n$/);
    const wrong = await run('admin', ['create-api-key', '--name', 'x', '--permissions', 'everything']);
    expect(wrong).toMatchObject({ code: 2 });
  });

  it('list organizations, mend a password and end sign-ins', async () => {
    expect((await run('admin', ['list-organizations'])).out).toContain('Sunny');
    expect(
      await run('admin', ['reset-password', '--login', 'OWNER.1', '--password', 'another long one']),
    ).toMatchObject({ code: 0 });
    expect(await run('admin', ['end-sessions', '--login', 'owner.1'])).toMatchObject({ code: 0 });
    const nobody = await run('admin', ['end-sessions', '--login', 'nobody']);
    expect(nobody).toMatchObject({ code: 1 });
    expect(nobody.said).toContain('Nobody signs in as "nobody".');
    expect(await run('admin', ['fly'])).toMatchObject({ code: 2 });
  });
});

it('200,000 rows are read and brought in within a gigabyte', async () => {
  const file = join(folder, 'large.csv');
  const rows = Array.from(
    { length: 200_000 },
    (_, row) => `N${row},客户${row},139${String(row).padStart(8, '0')}`,
  );
  writeFileSync(file, ['客户编号,姓名,手机号', ...rows].join('\n'));
  const measured =
    'process.on("exit", () => process.stderr.write(`highest ${process.resourceUsage().maxRSS} kB\\n`));';
  const outcome = await run('import', [file, '--preset', 'customers', '--clinic', 'East', ...trial], {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(measured)}`,
  });
  expect(outcome.said).toContain('Imported.');
  expect(figures(outcome.out)).toMatchObject({ customers: 200_000, 'new customers': 200_000 });
  expect(Number(/highest (\d+) kB/.exec(outcome.said)?.[1])).toBeLessThan(1024 * 1024);
});
