import { openDatabase } from '#server/platform/database/pool.ts';
import type { Context } from '#server/platform/context.ts';
import { system } from '#server/platform/context.ts';
import { keysFrom } from '#server/platform/keys.ts';
import type { KillPoint } from '#server/modules/messaging/send-due.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { work } from './work.ts';
import { lineTo } from './line.ts';
import { clientsOf } from './provider.ts';

/** What a worker's process is told; its database is in DATABASE_URL. */
export interface WorkerOrder {
  orgId: string;
  zone: string;
  now: string;
  key: string;
  provider: string;
  /** Where it is killed, and at which passing. */
  killAt: KillPoint;
  passing: number;
}

// A messenger in a process of its own that the machine ends (SIGKILL) at one of the named points; nothing of it runs on.
const order = JSON.parse(process.env['CARECURVE_OUTBOX_WORKER'] ?? '') as WorkerOrder;
const database = openDatabase(process.env['DATABASE_URL']!, { heardAtOnce, connections: 8 });
const ctx: Context = {
  ...{
    database,
    orgId: order.orgId,
    actor: system,
    clinicId: null,
    zone: order.zone,
    ip: null,
    publicUrl: '',
  },
  ...{ now: order.now, realNow: order.now },
};
let passed = 0;
await work(ctx, {
  ...{
    clients: clientsOf(lineTo(order.provider)),
    keys: keysFrom(Buffer.from(order.key, 'hex')),
    dataDir: null,
  },
  monotonicMs: () => 0,
  at(point) {
    if (point !== order.killAt) return;
    passed += 1;
    if (passed === order.passing) process.kill(process.pid, 'SIGKILL');
  },
});
await database.close();
