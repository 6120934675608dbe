import { randomBytes } from 'node:crypto';
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
import { sendDue, settleDoubts, settleLost } from '#server/modules/messaging/send-due.ts';
import type { KillPoint, Outbox } from '#server/modules/messaging/send-due.ts';
import { violations } from './checker.ts';
import { Provider } from './provider.ts';
import { randomFrom } from './random.ts';
import { plantCustomers, plantMessages, readFound } from './database.ts';

export interface OutboxRounds {
  messages: number;
  seed: number;
  /** Of calls that go wrong in one way or another. */
  faultShare: number;
  /** Of passings of a kill point at which the worker dies. */
  killShare: number;
  say(line: string): void;
}

export interface OutboxOutcome {
  violations: string[];
  calls: number;
  kills: Partial<Record<KillPoint, number>>;
  states: Record<string, number>;
}

class Killed extends Error {}

const twoWorkers = [1, 2];
const kinds: readonly AccountKind[] = ['tencent-sms', 'wechat-official'];

/** Plays two simulated days of an organization that sends, with workers that die, and says what was broken. */
export async function playOutbox(owner: Context, options: OutboxRounds): Promise<OutboxOutcome> {
  const { messages, seed, faultShare, killShare, say } = options;
  const random = randomFrom(seed);
  const keys = keysFrom(randomBytes(32));
  const provider = new Provider(owner.now, random, faultShare);
  for (const kind of kinds) await openForAll(owner, kind, keys);
  const customers = await plantCustomers(owner, Math.ceil(messages / 5));
  const planned = await plantMessages(owner, { customers, messages });
  // The same wishes again, as two planners would make them: nothing comes of it.
  await plantMessages(owner, { customers, messages: Math.min(messages, 1_000) });

  const kills: Partial<Record<KillPoint, number>> = {};
  let now: Instant = owner.now;
  const round = async (isCalm: boolean): Promise<void> => {
    provider.now = now;
    const ctx: Context = { ...owner, actor: system, now, realNow: now };
    await Promise.all(twoWorkers.map(() => workUntilDeath(ctx, aWorker(isCalm ? 0 : killShare))));
    for (const { accountId, receipt } of provider.tell())
      await noteCallback(ctx, accountId, { receipts: [receipt], replies: [] }, keys);
  };
  const aWorker = (share: number): Outbox => {
    let isDead = false;
    return {
      clients: provider.clients(),
      keys,
      dataDir: null,
      monotonicMs: () => 0,
      at(point) {
        if (!isDead && random() < share) {
          isDead = true;
          kills[point] = (kills[point] ?? 0) + 1;
        }
        // Of a process that is dead no part goes on.
        if (isDead) throw new Killed(point);
      },
    };
  };

  const until = addMinutes(owner.now, 100);
  for (; now < until; now = addMinutes(now, 4)) await round(false);
  // Calm days in which all that was begun comes to its end.
  for (const end = addHours(now, 40); now < end; now = addMinutes(now, 60)) await round(true);
  provider.now = now;

  const found = await readFound(owner);
  const states = Object.fromEntries(
    [...Map.groupBy(found.messages, ({ state }) => state)].map(([state, all]) => [state, all.length]),
  );
  const distinct = found.receiptKeys;
  say(`${provider.calls.length} calls, kills ${JSON.stringify(kills)}, ${JSON.stringify(states)}`);
  return {
    violations: violations({
      ...{ planned, messages: found.messages, calls: provider.calls, now },
      receipts: { stored: found.receipts, distinct },
    }),
    ...{ calls: provider.calls.length, kills, states },
  };
}

async function workUntilDeath(ctx: Context, outbox: Outbox): Promise<void> {
  try {
    await settleLost(ctx, outbox);
    await sendDue(ctx, outbox);
    await settleDoubts(ctx, outbox);
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
