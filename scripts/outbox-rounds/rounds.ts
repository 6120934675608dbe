import { randomBytes } from 'node:crypto';
import { chunksOf } from '#domain/base/chunks.ts';
import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { addAccount } from '#server/modules/messaging/add-account.ts';
import { noteCallback } from '#server/modules/messaging/note-callback.ts';
import { killPoints } from '#server/modules/messaging/send-due.ts';
import type { KillPoint, Outbox } from '#server/modules/messaging/send-due.ts';
import { violations } from './checker.ts';
import { serveProvider } from './line.ts';
import { runWorker } from './processes.ts';
import { Provider } from './provider.ts';
import { randomFrom } from './random.ts';
import { work } from './work.ts';
import { plantCustomers, plantMessages, readFound } from './database.ts';

export interface OutboxRounds {
  messages: number;
  seed: number;
  /** Of calls that go wrong in one way or another. */
  faultShare: number;
  /** Of passings of a kill point at which the worker dies; each is died at sooner or later. */
  killShare: number;
  /** Workers in processes of their own, one a round, each killed (SIGKILL) at the next named point. */
  processes?: { databaseUrl: string; rounds: number };
  say(line: string): void;
}

export type Kills = Partial<Record<KillPoint, number>>;
export interface OutboxOutcome {
  violations: string[];
  calls: number;
  /** Where workers stopped in their tracks, and where processes were killed. */
  kills: Kills;
  killed: Kills;
  states: Record<string, number>;
}

class Killed extends Error {}

const twoWorkers = [1, 2];
const kinds: readonly AccountKind[] = ['tencent-sms', 'wechat-official'];
/** A provider tells so many receipts in one call. */
const receiptsAtOnce = 100;

/** Plays two simulated days of an organization that sends, with workers that die, and says what was broken. */
export async function playOutbox(owner: Context, options: OutboxRounds): Promise<OutboxOutcome> {
  const { messages, seed, faultShare, killShare, processes, say } = options;
  const random = randomFrom(seed);
  const key = randomBytes(32);
  const keys = keysFrom(key);
  const provider = new Provider(owner.now, random, faultShare);
  const served = processes ? await serveProvider(provider) : null;
  for (const kind of kinds) await openForAll(owner, kind, keys);
  const customers = await plantCustomers(owner, Math.ceil(messages / 5));
  const planned = await plantMessages(owner, { customers, messages });
  // The same wishes again, as two planners would make them: nothing comes of it.
  await plantMessages(owner, { customers, messages: Math.min(messages, 1_000) });

  const [kills, killed]: [Kills, Kills] = [{}, {}];
  let now: Instant = owner.now;
  const aWorker = (share: number): Outbox => {
    let isDead = false;
    return {
      clients: provider.clients(),
      keys,
      dataDir: null,
      monotonicMs: () => 0,
      at(point) {
        const isNew = share > 0 && kills[point] === undefined;
        if (!isDead && random() < (isNew ? 0.2 : share)) {
          isDead = true;
          kills[point] = (kills[point] ?? 0) + 1;
        }
        // Of a process that is dead no part goes on.
        if (isDead) throw new Killed(point);
      },
    };
  };
  let turn = 0;
  const killProcess = async (ctx: Context): Promise<void> => {
    const killAt = killPoints[turn % killPoints.length]!;
    // Some points are passed for each message, some once for a hundred.
    const isOfEach = ['before-call', 'called', 'answer-recorded'].includes(killAt);
    const passing = killAt === 'lost-found' ? 1 : 1 + Math.floor(random() * (isOfEach ? 300 : 3));
    turn += 1;
    const { orgId, zone } = ctx;
    const order = {
      orgId,
      zone,
      now: ctx.now,
      key: key.toString('hex'),
      provider: served!.url,
      killAt,
      passing,
    };
    if (await runWorker(processes!.databaseUrl, order)) killed[killAt] = (killed[killAt] ?? 0) + 1;
  };
  const round = async (isCalm: boolean): Promise<void> => {
    provider.now = now;
    const ctx: Context = { ...owner, actor: system, now, realNow: now };
    if (processes && !isCalm && turn < processes.rounds) await killProcess(ctx);
    await Promise.all(twoWorkers.map(() => workUntilDeath(ctx, aWorker(isCalm ? 0 : killShare))));
    for (const [accountId, told] of Map.groupBy(provider.tell(), (one) => one.accountId))
      for (const some of chunksOf(told, receiptsAtOnce)) {
        const receipts = some.map(({ receipt }) => receipt);
        await noteCallback(ctx, accountId, { receipts, replies: [] }, keys);
      }
  };

  try {
    const until = addMinutes(owner.now, 100);
    for (; now < until; now = addMinutes(now, 4)) {
      await round(false);
      say(`${now.slice(11, 16)} ${provider.calls.length} calls`);
    }
    // Calm days in which all that was begun comes to its end.
    for (const end = addHours(now, 40); now < end; now = addMinutes(now, 60)) await round(true);
  } finally {
    await served?.close();
  }
  provider.now = now;

  const found = await readFound(owner);
  const states = Object.fromEntries(
    [...Map.groupBy(found.messages, ({ state }) => state)].map(([state, all]) => [state, all.length]),
  );
  const distinct = found.receiptKeys;
  say(`${provider.calls.length} calls, ${JSON.stringify(states)}`);
  say(`stopped at ${JSON.stringify(kills)}, processes killed at ${JSON.stringify(killed)}`);
  return {
    violations: violations({
      ...{ planned, messages: found.messages, calls: provider.calls, now },
      receipts: { stored: found.receipts, distinct },
    }),
    ...{ calls: provider.calls.length, kills, killed, states },
  };
}

async function workUntilDeath(ctx: Context, outbox: Outbox): Promise<void> {
  try {
    await work(ctx, outbox);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

async function openForAll(
  owner: Context,
  kind: AccountKind,
  keys: ReturnType<typeof keysFrom>,
): Promise<void> {
  await inTransaction(owner, (ctx) =>
    addAccount(
      ctx,
      {
        ...{ id: newId(), kind, clinicId: null, name: kind, settings: {}, secret: 'a secret' },
        ...{ perMinute: 10_000, fenPerThousand: 0, isEnabled: true },
      },
      keys,
    ),
  );
}
