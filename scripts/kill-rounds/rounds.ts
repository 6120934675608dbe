import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Clinic } from '#domain/staff/contract.ts';
import { diceOf } from '#server/demo/dice.ts';
import type { Dice } from '#server/demo/dice.ts';
import { checkPages } from './check/ground.ts';
import { ageBatches, batchesAtWork, failedBatches } from './check/imports.ts';
import type { Violation } from './check/violation.ts';
import { newChecker } from './checker.ts';
import { readList } from './clients/callers.ts';
import { newClient } from './clients/client.ts';
import type { Client } from './clients/client.ts';
import { History } from './clients/history.ts';
import type { Act } from './clients/history.ts';
import { importByCommand, importSheet } from './clients/importers.ts';
import type { TriedSheet } from './clients/importers.ts';
import { workUntil } from './clients/load.ts';
import type { Sheets } from './clients/load.ts';
import { openClinic } from './clinic.ts';
import { databaseProcesses, endDatabase, withDatabase } from './database.ts';
import { carryOut, planKill } from './kill.ts';
import type { OwnGroup } from './own-group.ts';
import { askAgain, importAgain, replaySome, runFailed, settle } from './repair.ts';
import type { Doubts } from './repair.ts';
import { describeRound } from './report.ts';
import type { Outcome } from './report.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { sheetPress } from './sheets.ts';

export interface RoundsOptions {
  rounds: number;
  seed: number;
  /** An empty folder. What was asked and answered is written down in it too. */
  dataDir: string;
  rowsPerSheet: number;
  /** The kill comes so many milliseconds after everybody set to work. */
  killWithinMs: [from: number, to: number];
  /** Dead imports are found out at once; otherwise the last check waits a good minute for the server to do so. */
  isHurried: boolean;
  say(line: string): void;
}

const deadAreFoundWithinMs = 110_000;
const workIsDoneWithinMs = 60_000;

/** `kill -9`, over and over, while everybody works; what was promised is looked for after each. */
export class KillRounds {
  readonly #options: RoundsOptions;
  readonly #logFile: string;
  readonly #history: History;
  readonly #sheets: Sheets;
  readonly #check: ReturnType<typeof newChecker>;
  readonly #groups = new Set<OwnGroup>();
  readonly #violations: Violation[] = [];
  #server!: RunningServer;
  #client!: Client;
  #clinicId = '';
  #kills = 0;
  #slowestStartMs = 0;
  #isDying = false;
  #isClosed = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
    const folder = join(options.dataDir, 'kill-rounds');
    mkdirSync(folder, { recursive: true });
    this.#logFile = join(folder, 'said.log');
    this.#history = new History(join(folder, 'history.jsonl'));
    const tried: TriedSheet[] = [];
    const print = sheetPress(folder, options.rowsPerSheet, options.seed);
    const next = (): TriedSheet => {
      const sheet = { ...print(), isToldIn: false };
      tried.push(sheet);
      return sheet;
    };
    this.#sheets = { tried, next };
    this.#check = newChecker(this.#history, tried);
  }

  /** Ends with the first round that broke a promise. */
  async play(): Promise<Outcome> {
    await this.#open();
    for (let round = 1; round <= this.#options.rounds && this.#violations.length === 0; round++) {
      await this.#playRound(round, diceOf(this.#options.seed, 'round', round));
    }
    if (this.#violations.length === 0) await this.#lookBack();
    return {
      kills: this.#kills,
      acknowledged: this.#history.acknowledged().length,
      slowestStartMs: this.#slowestStartMs,
      violations: this.#violations,
    };
  }

  /** What is broken in the database as it stands, of all that was promised so far. */
  check(db: pg.Client): Promise<Violation[]> {
    return this.#check(db);
  }

  /** Ends every process of these rounds, whatever state they are in. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#groups].map((group) => group.end('SIGKILL')));
    await endDatabase(this.#options.dataDir);
  }

  async #open(): Promise<void> {
    const { dataDir } = this.#options;
    await this.#start();
    const { apiKey } = await openClinic(dataDir, this.#logFile);
    const to = { address: () => this.#server.address, isDying: () => this.#isDying };
    this.#client = newClient(to, apiKey, this.#history);
    const { items } = await this.#client.read<{ items: Clinic[] }>('/clinics');
    this.#clinicId = items[0]!.id;
    // Work to do from the first round on.
    await importSheet(this.#client, this.#clinicId, this.#sheets.next());
    this.#complain(await settle(dataDir, new Date(0)));
  }

  async #playRound(round: number, dice: Dice): Promise<void> {
    const { dataDir, seed, killWithinMs, say } = this.#options;
    const plan = planKill(round, dice, killWithinMs);
    const acknowledgedBefore = this.#history.acknowledged().length;
    const list = await readList(this.#client);
    const beganAt = new Date();
    const work = workUntil(
      () => this.#isDying,
      { client: this.#client, clinicId: this.#clinicId, sheets: this.#sheets, list },
      `${seed} ${round}`,
    );
    const command = plan.withCommand ? this.#beginCommand() : undefined;
    if (command && plan.atRunOfCommand)
      await Promise.race([command.says(/Checked/), pause(20_000, undefined, { ref: false })]);
    await pause(plan.afterMs);
    await this.#someWorkIsDone();
    this.#isDying = true;
    this.#history.remark(`kill ${round}: ${JSON.stringify(plan)}`);
    await carryOut(plan, { server: this.#server.group, command, dataDir });
    this.#kills += 1;
    const complaints = await work;
    this.#complain(complaints.map((words) => ({ kind: 'fault', words })));
    const acknowledged = this.#history.acknowledged().length - acknowledgedBefore;

    await this.#start();
    const { readyAfterMs } = this.#server;
    this.#slowestStartMs = Math.max(this.#slowestStartMs, readyAfterMs);
    this.#isDying = false;
    const startedAt = new Date();
    const commandLeft = await command?.ended;
    const interrupted = await withDatabase(dataDir, async (db) => {
      const batches = await batchesAtWork(db, beganAt);
      if (this.#options.isHurried) await ageBatches(db);
      return batches.length;
    });
    const doubts = await this.#repair(startedAt, dice);
    this.#complain(await withDatabase(dataDir, this.#check));
    say(
      describeRound({ round, plan, command: commandLeft, acknowledged, doubts, interrupted, readyAfterMs }),
    );
  }

  /** On a machine so busy that nobody was called yet and nobody has left, a kill would prove nothing. */
  async #someWorkIsDone(): Promise<void> {
    const latest = Date.now() + workIsDoneWithinMs;
    const isDone = (act: Act) => this.#history.acknowledged().some(({ asked }) => asked.act === act);
    while (!(isDone('call') && isDone('visit-close')) && Date.now() < latest) await pause(20);
  }

  async #start(): Promise<void> {
    if (this.#isClosed) throw new Error('these rounds were ended');
    this.#server = await startServer(this.#options.dataDir, this.#logFile, (group) =>
      this.#groups.add(group),
    );
  }

  #beginCommand(): OwnGroup {
    const command = importByCommand(this.#options.dataDir, this.#sheets.next(), this.#logFile);
    this.#groups.add(command);
    return command;
  }

  async #repair(startedAt: Date, dice: Dice): Promise<Doubts> {
    const { dataDir } = this.#options;
    const again = await askAgain(dataDir, this.#client, this.#history);
    this.#complain(again.violations);
    this.#complain(await replaySome(this.#client, this.#history, dice));
    this.#complain(await settle(dataDir, startedAt));
    // Now and then a sheet is left out until the end, when its dead batch is run again.
    const sheets = this.#sheets.tried.filter(() => dice.happens(3 / 4));
    this.#complain(await importAgain(dataDir, this.#client, this.#clinicId, sheets, dice));
    this.#complain(await settle(dataDir, startedAt));
    this.#complain(this.#client.faults.splice(0).map((words) => ({ kind: 'fault', words })));
    return again.doubts;
  }

  /** After all rounds: the dead are found out, what they left is run again, and every page can be read. */
  async #lookBack(): Promise<void> {
    const { dataDir, isHurried } = this.#options;
    if (isHurried) await withDatabase(dataDir, ageBatches);
    await this.#server.group.end('SIGTERM');
    const left = databaseProcesses(dataDir);
    if (left.length > 0)
      this.#complain([{ kind: 'stuck', words: `the stopped server left ${left.join(', ')}` }]);
    await this.#start();
    const startedAt = new Date();
    this.#complain(await deadAreFound(dataDir));
    const failed = await withDatabase(dataDir, failedBatches);
    for (const { id, fileName } of failed.slice(0, 10)) {
      const sheet = this.#sheets.tried.find((each) => each.fileName === fileName)!;
      await runFailed(this.#client, id, sheet);
    }
    const dice = diceOf(this.#options.seed, 'look back');
    this.#complain(await importAgain(dataDir, this.#client, this.#clinicId, this.#sheets.tried, dice));
    this.#complain(await settle(dataDir, startedAt));
    this.#complain(await withDatabase(dataDir, this.#check));
    this.#complain(await withDatabase(dataDir, checkPages));
    await this.#server.group.end('SIGTERM');
  }

  #complain(violations: Violation[]): void {
    this.#violations.push(...violations);
  }
}

async function deadAreFound(dataDir: string): Promise<Violation[]> {
  const deadline = Date.now() + deadAreFoundWithinMs;
  for (;;) {
    const left = await withDatabase(dataDir, (db) => batchesAtWork(db));
    if (left.length === 0) return [];
    if (Date.now() > deadline)
      return [{ kind: 'stuck', words: `nobody found out that ${left.join(', ')} is dead` }];
    await pause(500);
  }
}
