import { sql } from 'kysely';
import { dayAt, instantAt } from '#domain/base/time.ts';
import type { Instant, WallTime } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { Dice } from '#server/demo/dice.ts';
import { settle } from '#server/settle.ts';
import { expireOffers } from '#server/modules/waitlist/expire-offers.ts';
import { coverLeaves } from '#server/modules/capacity/cover-leaves.ts';
import { spreadNightly } from '#server/modules/capacity/spread-followups.ts';
import { forgetDoorCalls } from '#server/modules/checkins/list-door-calls.ts';
import { drawSamples } from '#server/modules/classes/draw-samples.ts';
import { remindDesks } from '#server/modules/confirmations/remind-desk.ts';
import { failSilentImports } from '#server/modules/exchange/fail-silent-imports.ts';
import { prepareHuddles } from '#server/modules/huddles/make-huddle.ts';
import { lookForDuplicates } from '#server/modules/identity/look-for-duplicates.ts';
import { checkBooks } from '#server/modules/ledger/check-books.ts';
import { proposeReleases } from '#server/modules/ownership/propose-releases.ts';
import { preparePaperSheets } from '#server/modules/papersheets/make-sheets.ts';
import { clearBoard } from '#server/modules/reception/clear-board.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context, Database } from '#server/platform/context.ts';
import { countWaiting } from '#server/platform/events/count-waiting.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { forgetOldKeys } from '#server/platform/http/forget-old-keys.ts';
import { askForBalances, matchCalls, runClock, sealSettings, takeBackCodes } from '#server/worker.ts';
import { contextOf, zone } from './clinics.ts';
import type { Clinics, Colleague } from './clinics.ts';
import { deathPoints, mortal, ProcessKilled } from './mortal-database.ts';
import type { MortalDatabase } from './mortal-database.ts';

/** What cannot be told by then, a worker in earnest tries on: the checker calls it unheard. */
const mostTellings = 5;

/** Where the process died, and how often: "a call, before-commit". */
export type Deaths = Map<string, number>;

/** The clinics at work on a process that dies now and then and is started again. */
export class House {
  readonly deaths: Deaths = new Map();
  readonly clinics: Clinics;
  readonly dice: Dice;
  acts = 0;
  readonly #clock = clockAt('1970-01-01T00:00:00.000Z');
  readonly #mortal: MortalDatabase;
  readonly #deathRate: number;
  readonly #dataDir: string;

  constructor(
    database: Database,
    clinics: Clinics,
    dice: Dice,
    { deathRate, dataDir }: { deathRate: number; dataDir: string },
  ) {
    this.clinics = clinics;
    this.dice = dice;
    this.#mortal = mortal(database);
    this.#deathRate = deathRate;
    this.#dataDir = dataDir;
  }

  get now(): Instant {
    return this.#clock.now();
  }

  set(wall: WallTime): void {
    const at = instantAt(wall, zone);
    if (at > this.now) this.#clock.set(at);
  }

  advanceMinutes(minutes: number): void {
    this.#clock.advanceMinutes(minutes);
  }

  /** Somebody of the post who is still there. */
  anyOf(role: Role): Colleague {
    return this.dice.pick(this.clinics.staff.filter((each) => each.role === role && !each.hasLeft));
  }

  as(colleague: Colleague): Context {
    return contextOf({ database: this.#mortal.database, clock: this.#clock }, this.clinics, colleague);
  }

  /**
   * Somebody does something. Where the process dies meanwhile they do it again, as people do: what had happened refuses
   * to happen twice, with one of `doneAlready`.
   */
  async act<T>(name: string, work: () => Promise<T>, doneAlready: readonly string[] = []): Promise<T | null> {
    this.acts += 1;
    const refusedTwice = (error: unknown): null => {
      if (doneAlready.includes((error as { code?: string }).code ?? '')) return null;
      throw error;
    };
    return this.#mayDie(name, () => work().catch(refusedTwice));
  }

  /** What was announced is told, by one worker or by two; what the database failed them at, as soon as that may be. */
  async tell(): Promise<void> {
    for (let times = 1; times <= mostTellings; times += 1) {
      await this.#tellOnce();
      const { waiting } = await countWaiting(this.as(this.anyOf('owner')));
      if (waiting === 0) return;
      this.advanceMinutes(2 ** times);
    }
  }

  async #tellOnce(): Promise<void> {
    const house = { database: this.#mortal.database, clock: this.#clock };
    const tell = () => settle(house, this.clinics.orgId);
    const workers = this.dice.happens(0.1) ? [tell, tell] : [tell];
    await this.#mayDie('telling', async () => {
      // One process that both are part of: it is dead when both have noticed.
      const told = await Promise.allSettled(workers.map((work) => work()));
      for (const each of told) if (each.status === 'rejected') throw each.reason as Error;
    });
  }

  /** When the next open followup may be worked; null: nobody is owed anything. Nothing is on a list before. */
  async nextOwedAt(): Promise<Instant | null> {
    return inTransaction(this.as(this.anyOf('owner')), async (ctx) => {
      const { rows } = await sql<{ at: Instant | null }>`
        select min(greatest(opens_at, next_try_at)) as at from followups
        where org_id = ${ctx.orgId} and state = 'open'`.execute(ctx.db);
      return rows[0]!.at;
    });
  }

  /** What time alone brings about: everything, or what followups depend on, of which the days are levelled quarterly. */
  async night(jobs: 'all' | 'followups'): Promise<void> {
    const house = { database: this.#mortal.database, clock: this.#clock, dataDir: this.#dataDir };
    const { orgId } = this.clinics;
    const others = [
      ...[checkBooks, proposeReleases, drawSamples, lookForDuplicates],
      ...[failSilentImports, forgetOldKeys, matchCalls, expireOffers, remindDesks, prepareHuddles],
      ...[preparePaperSheets, clearBoard, forgetDoorCalls, takeBackCodes, sealSettings, askForBalances],
    ];
    const isQuarterly = ['01-01', '04-01', '07-01', '10-01'].includes(dayAt(this.now, zone).slice(5));
    const without = jobs === 'all' ? [] : isQuarterly ? others : [...others, coverLeaves, spreadNightly];
    await this.#mayDie('a night', () => runClock(house, { orgId, without }));
    await this.tell();
  }

  async #mayDie<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.dice.happens(this.#deathRate)) return work();
    const point = this.dice.pick(deathPoints);
    this.#mortal.doom(point, this.dice.whole(1, 12));
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProcessKilled)) throw error;
    } finally {
      if (await this.#mortal.spare()) {
        const where = `${name}, ${point}`;
        this.deaths.set(where, (this.deaths.get(where) ?? 0) + 1);
      }
    }
    return work();
  }
}
