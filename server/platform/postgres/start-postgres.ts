import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processMark, withLock } from '../process-lock.mjs';
import { answerOf, withClient } from './answers.ts';
import type { Answer } from './answers.ts';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { chooseCluster, findCluster, linkCluster, reachablePlace } from './cluster-place.ts';
import {
  createCluster,
  ownCluster,
  newName,
  newPassword,
  refuseOtherVersion,
  resetPassword,
  spawnPostmaster,
} from './cluster.ts';
import { openDataFolder, openTo, readRecord, writeRecord } from './data-folder.ts';
import type { DatabaseRecord } from './data-folder.ts';
import { DatabaseFailure } from './failure.ts';
import { endOfLog, keepLogSmall, openLog } from './log-file.ts';
import { allGone, endProcesses, findPostmaster, processesOf } from './processes.ts';
import { freePort, isFree } from './ports.ts';
import { canReach, runAs } from './run-as.ts';
import type { RunAs } from './run-as.ts';
import { isInUse, signIn } from './users.ts';

export interface RunningPostgres {
  /** For the superuser, and the database `carecurve`. */
  url: string;
  /** It ran already, for another process or left behind by one. */
  adopted: boolean;
  /** Ends the database unless another process still uses it. */
  stop(): Promise<void>;
}

/** One data folder with all it takes to run its database. */
interface House {
  folder: string;
  user: RunAs;
  binaries: Binaries;
  record: DatabaseRecord;
  passwordIsKnown: boolean;
  say: (line: string) => void;
}

const SECOND = 1_000;
const LOOK_AFTER_EVERY = 2 * SECOND;
const RECOVERY_MAY_TAKE = 15 * 60 * SECOND;

/** Starts the PostgreSQL that lives in `dataDir/postgres`, or adopts the one that runs there already. */
export async function startPostgres(options: {
  dataDir: string;
  onProgress?: (line: string) => void;
}): Promise<RunningPostgres> {
  refuseWindows();
  const say = options.onProgress ?? (() => {});
  const folder = openDataFolder(options.dataDir);
  return alone(folder, say, async () => {
    const house = await moveIn(folder, say);
    const adopted = await adopt(house);
    if (!adopted) await startAnew(house);
    const signOut = signIn(folder);
    const caretaker = lookAfter(house);
    let stopping: Promise<void> | undefined;
    return {
      url: urlOf(house.record, 'carecurve'),
      adopted,
      stop: () => {
        caretaker.dismiss();
        stopping ??= alone(folder, say, () => leave(house, signOut));
        return stopping;
      },
    };
  });
}

function alone<T>(folder: string, say: (line: string) => void, work: () => Promise<T>): Promise<T> {
  return withLock(join(folder, 'postgres.lock'), work, {
    onWait: (pid) => say(`Waiting for process ${pid}, which is starting or stopping the same database …`),
  });
}

async function moveIn(folder: string, say: House['say']): Promise<House> {
  const existing = findCluster(folder);
  const user = runAs(existing);
  if (canReach(user, dirname(folder))) openTo(user, folder);
  const binaries = findBinaries(user, user ? reachablePlace : folder);
  const known = existing ? readRecord(folder) : undefined;
  const record = {
    // A copied folder brings its original's record: by that name we would end the original's processes.
    name: known?.cluster === existing ? (known?.name ?? newName()) : newName(),
    cluster: existing ?? chooseCluster(folder, user, say),
    port: known?.port ?? (await freePort()),
    password: known?.password ?? newPassword(),
  };
  const house = { folder, user, binaries, record, passwordIsKnown: !existing || !!known, say };
  if (!existing) {
    say('正在建立数据库（仅此一次）… Creating the database (this once, a few seconds) …');
    writeRecord(folder, record);
    await createCluster(binaries, user, record);
    linkCluster(folder, record.cluster);
  }
  return house;
}

/** A postmaster that node left behind (kill -9), or that another process uses, is taken over; a deaf one is ended. */
async function adopt(house: House): Promise<boolean> {
  const { cluster, name } = house.record;
  const pid = findPostmaster(cluster, name);
  if (!pid) return false;
  const answer = await waitForAnswer(house, 10 * SECOND, () => !isRunning(String(pid)));
  if (answer === 'ready') {
    await ensureDatabase(house.record);
    return true;
  }
  if (answer === 'wrong-password') house.passwordIsKnown = false;
  house.say('A database process of an earlier run does not answer; ending it …');
  await endPostmaster(pid, 5 * SECOND);
  return false;
}

async function startAnew(house: House): Promise<void> {
  const { binaries, user, folder, record, say } = house;
  refuseOtherVersion(binaries, record.cluster);
  await endOrphans(record);
  ownCluster(user, record.cluster);
  if (!house.passwordIsKnown) await resetPassword(binaries, user, record);
  for (let attempt = 1; ; attempt++) {
    if (attempt > 1 || !(await isFree(record.port))) record.port = await freePort();
    writeRecord(folder, record);
    // No process of this database lives any more, so what the file says is stale: after a kill its number may by
    // now be that of a stranger, or of a dead child nobody buried, and PostgreSQL would wait for it for ever.
    rmSync(join(record.cluster, 'postmaster.pid'), { force: true });
    const postmaster = spawnPostmaster(binaries, user, record, openLog(folder));
    const answer = await waitForAnswer(house, 30 * SECOND, postmaster.hasEnded);
    if (answer === 'ready') break;
    await endPostmaster(postmaster.pid, 5 * SECOND);
    if (attempt === 2) throw cannotStart(folder, answer);
    say('The database did not start; trying once more …');
  }
  await ensureDatabase(record);
}

/** Polls until the answer is final: recovery after a crash may take its time, silence may not. */
async function waitForAnswer(house: House, patience: number, hasEnded: () => boolean): Promise<Answer> {
  const url = urlOf(house.record, 'postgres');
  const begun = Date.now();
  let lastSign = begun;
  let lastWord = begun;
  for (;;) {
    const answer = hasEnded() ? 'silent' : await answerOf(url);
    if (answer === 'ready' || answer === 'wrong-password' || hasEnded()) return answer;
    const now = Date.now();
    if (answer === 'starting' || answer === 'stopping') lastSign = now;
    if (now - lastSign > patience || now - begun > RECOVERY_MAY_TAKE) return answer;
    if (now - lastWord > 10 * SECOND) {
      lastWord = now;
      house.say(
        `数据库正在恢复… The database is still ${answer} (${Math.round((now - begun) / SECOND)} s) …`,
      );
    }
    await pause(50);
  }
}

async function leave(house: House, signOut: () => void): Promise<void> {
  signOut();
  if (isInUse(house.folder)) return;
  const pid = findPostmaster(house.record.cluster, house.record.name);
  if (pid) await endPostmaster(pid, 60 * SECOND);
}

/** While we live, a postmaster that was killed under us is started again on the same port. */
function lookAfter(house: House): { dismiss: () => void } {
  const { record, folder, say } = house;
  let isDismissed = false;
  let isBusy = false;
  let postmaster = markOf(record);
  const revive = async () => {
    if (isDismissed) return;
    if (!(await adopt(house))) await startAnew(house);
    postmaster = markOf(record);
  };
  const timer = setInterval(() => {
    keepLogSmall(folder);
    if (isBusy || isRunning(postmaster)) return;
    isBusy = true;
    say('The database process is gone; starting it again …');
    alone(folder, say, revive)
      .catch((error: unknown) => say(`It could not be started: ${String(error)}`))
      .finally(() => (isBusy = false));
  }, LOOK_AFTER_EVERY).unref();
  return {
    dismiss: () => {
      isDismissed = true;
      clearInterval(timer);
    },
  };
}

function markOf({ cluster, name }: DatabaseRecord): string {
  const pid = findPostmaster(cluster, name);
  return pid ? processMark(pid) : '';
}

/** Fast first (open transactions are rolled back), then immediate (recovery at the next start), then by force. */
function endPostmaster(pid: number, patience: number): Promise<boolean> {
  return endProcesses(
    [pid],
    [
      ['SIGINT', patience],
      ['SIGQUIT', 3 * SECOND],
      ['SIGKILL', 5 * SECOND],
    ],
  );
}

/** Backends whose postmaster was killed leave by themselves, unless they are deep in work: they hold the shared memory. */
async function endOrphans({ cluster, name }: DatabaseRecord): Promise<void> {
  const orphans = processesOf(cluster, name);
  if (await allGone(orphans, SECOND)) return;
  await endProcesses(orphans, [
    ['SIGQUIT', 2 * SECOND],
    ['SIGKILL', 5 * SECOND],
  ]);
}

function ensureDatabase(record: DatabaseRecord): Promise<void> {
  return withClient(urlOf(record, 'postgres'), async (client) => {
    const found = await client.query("select 1 from pg_database where datname = 'carecurve'");
    if (found.rowCount === 0) await client.query('create database carecurve');
  });
}

const urlOf = ({ password, port }: DatabaseRecord, database: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

function refuseWindows(): void {
  if (process.platform !== 'win32') return;
  throw new DatabaseFailure(
    'platform-unsupported',
    'The embedded PostgreSQL runs on Linux and macOS. On Windows start Carecurve inside WSL, ' +
      'or name a PostgreSQL 15 or newer in DATABASE_URL.',
  );
}

function cannotStart(folder: string, answer: Answer): DatabaseFailure {
  return new DatabaseFailure(
    'start-failed',
    `The database in ${folder} did not start (${answer}). The end of ${join(folder, 'postgres.log')}:\n${endOfLog(folder)}`,
  );
}
