import { parseArgs } from 'node:util';
import { openDatabase } from '#server/platform/database/pool.ts';
import { applicationUrl, migrate } from '#server/platform/database/migrate.ts';
import { openOrganization } from '#server/modules/staff/open-organization.ts';
import { newId } from '#server/platform/ids.ts';
import { heardAtOnce } from '#server/reactions.ts';
import { onScratchDatabase } from './schema/scratch-database.ts';
import { playOutbox } from './outbox-rounds/rounds.ts';

// Sends many messages through a provider that fails, with workers that die at every named point, and checks what was
// promised: node scripts/outbox-rounds.ts --messages 100000 --seed 1. Some workers are processes of their own that are
// really killed (SIGKILL), one in each round; --no-processes leaves them out.
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const began = performance.now();
let broken = 0;
await onScratchDatabase(async (url) => {
  await migrate(url);
  const application = await applicationUrl(url);
  const database = openDatabase(application, { heardAtOnce, connections: 16 });
  try {
    const { ctx } = await openOrganization(
      { database, clock: { now: () => '2026-03-12T01:00:00.000Z' } },
      {
        ...{ organization: 'Simulated', clinic: 'Simulated', timezone: 'Asia/Shanghai', name: 'Owner' },
        ...{ login: `owner-${newId()}`, password: 'a long enough password' },
      },
      { onlyFirst: false },
    );
    const outcome = await playOutbox(ctx, {
      ...{
        messages: Number(values.messages),
        seed: Number(values.seed),
        faultShare: 0.3,
        killShare: Math.min(0.002, 20 / Number(values.messages)),
      },
      ...(values.processes && { processes: { databaseUrl: application, rounds: 25 } }),
      say: (line) => console.log(line),
    });
    broken = outcome.violations.length;
    for (const line of outcome.violations.slice(0, 50)) console.log(`BROKEN ${line}`);
    console.log(`${broken} violations, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  } finally {
    await database.close();
  }
});
process.exitCode = broken === 0 ? 0 : 1;
