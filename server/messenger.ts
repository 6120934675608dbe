import { makeClients } from './modules/messaging/channels/make-clients.ts';
import { forgetLinks } from './modules/messaging/forget-links.ts';
import { sendDue, settleDoubts, settleLost } from './modules/messaging/send-due.ts';
import type { Outbox } from './modules/messaging/send-due.ts';
import { watchRestore } from './modules/messaging/watch-restore.ts';
import { systemContext } from './modules/staff/gate.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/context.ts';
import { doAll } from './platform/do-all.ts';
import { keysOf } from './platform/keys.ts';
import { log } from './platform/log.ts';
import { organizationsOf } from './settle.ts';

interface House {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
}

/**
 * One round of every organization: what was lost on the way, what is due, what nobody knows of, and the links of what is
 * over. A fault in one keeps no other's messages.
 */
export async function sendMessages(house: House, outbox: Outbox): Promise<void> {
  const roundOf = async (orgId: string): Promise<void> => {
    const ctx = await systemContext(house, orgId);
    await doAll([settleLost, sendDue, settleDoubts, forgetLinks].map((step) => () => step(ctx, outbox)));
  };
  await doAll((await organizationsOf(house)).map((orgId) => () => roundOf(orgId)));
}

/**
 * Sends messages until stopped, apart from the worker that tells events: a slow provider keeps nobody waiting. Before
 * the first is sent it is seen whether an older database was put back.
 */
export function startMessenger(house: House, everyMs = 2_000): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => {};
  const outbox: Outbox = {
    clients: makeClients(),
    keys: keysOf(house.dataDir),
    dataDir: house.dataDir,
    monotonicMs: () => performance.now(),
    at: () => {},
  };
  let isWatched = false;

  const work = async (): Promise<void> => {
    while (!stopped) {
      try {
        if (!isWatched) {
          const all = await organizationsOf(house);
          const contexts = await Promise.all(all.map((orgId) => systemContext(house, orgId)));
          if (await watchRestore(house, contexts))
            log.warn({}, 'an older database was put back: messages wait');
          isWatched = true;
        }
        await sendMessages(house, outbox);
      } catch (error) {
        if (!stopped) log.error({ error }, 'the messenger failed and goes on');
      }
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const pause = setTimeout(resolve, everyMs);
          wake = () => {
            clearTimeout(pause);
            resolve();
          };
        });
      }
    }
  };
  const done = work();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await done;
    },
  };
}
