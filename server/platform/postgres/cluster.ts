import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { DatabaseRecord } from './data-folder.ts';
import { DatabaseFailure } from './failure.ts';
import type { RunAs } from './run-as.ts';

// Nothing of the caller's PG… variables or locale may reach the database.
const cleanEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Creates the database files beside their place and moves them there when whole, so that a kill leaves nothing half. */
export async function createCluster(binaries: Binaries, user: RunAs, record: DatabaseRecord): Promise<void> {
  const staged = `${record.cluster}.new`;
  const passwordFile = `${record.cluster}.password`;
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { mode: 0o700 });
  writeFileSync(passwordFile, record.password, { mode: 0o600 });
  if (user) for (const path of [staged, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await run(binaries.initdb, user, dirname(staged), [
      `--pgdata=${staged}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // With LC_CTYPE=C the trigrams of Chinese text would be empty. macOS has no C.UTF-8 before version 15.
      `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
      '--locale-provider=icu',
      '--icu-locale=zh-Hans-CN',
      '--lc-messages=C',
      '--data-checksums',
    ]);
    renameSync(staged, record.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

export function refuseOtherVersion(binaries: Binaries, cluster: string): void {
  const theirs = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = binaries.version.split('.')[0];
  if (theirs === ours) return;
  throw new DatabaseFailure(
    'version-mismatch',
    `The database in ${cluster} was made by PostgreSQL ${theirs}; this Carecurve brings PostgreSQL ${ours}. ` +
      `Start the Carecurve that made it, or open it with a PostgreSQL ${theirs} of your own and name that in DATABASE_URL.`,
  );
}

/** A backup that root copied back belongs to root, and PostgreSQL could not read it. */
export function ownCluster(user: RunAs, cluster: string): void {
  if (!user || statSync(cluster).uid === user.uid) return;
  for (const path of ['', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(join(cluster, path), user.uid, user.gid);
  }
  chmodSync(cluster, 0o700);
}

/** For a database whose record was lost: whoever owns the files may set the password anew. */
export async function resetPassword(binaries: Binaries, user: RunAs, record: DatabaseRecord): Promise<void> {
  rmSync(join(record.cluster, 'postmaster.pid'), { force: true });
  const statement = `alter role postgres password '${record.password}';\n`;
  await run(
    binaries.postgres,
    user,
    record.cluster,
    ['--single', '-D', record.cluster, 'postgres'],
    statement,
  );
}

/** Starts the postmaster in a session of its own: the Ctrl-C of a terminal must not reach it before we are done. */
export function spawnPostmaster(
  binaries: Binaries,
  user: RunAs,
  record: DatabaseRecord,
  log: number,
): {
  pid: number;
  hasEnded: () => boolean;
} {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: record.port,
    unix_socket_directories: '',
    cluster_name: record.name,
    max_connections: 60,
    shared_buffers: '128MB',
    wal_compression: 'on',
    fsync: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
    // Statements and details quote values: names and phone numbers have no place in a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: 0,
  };
  const child = spawn(
    binaries.postgres,
    ['-D', record.cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    { ...user, cwd: record.cluster, env: cleanEnvironment, detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  return { pid: child.pid ?? 0, hasEnded: () => ended };
}

export const newPassword = (): string => randomBytes(24).toString('base64url');

export const newName = (): string => `carecurve-${randomBytes(4).toString('hex')}`;

async function run(command: string, user: RunAs, cwd: string, args: string[], input = ''): Promise<void> {
  const child = spawn(command, args, {
    ...user,
    cwd,
    env: cleanEnvironment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : `ended with ${code ?? signal}`));
  });
  if (failure === undefined) return;
  throw new DatabaseFailure('start-failed', `PostgreSQL could not be prepared (${failure}):\n${said.trim()}`);
}
