import { setTimeout as pause } from 'node:timers/promises';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import { getProtocol, saveDraft } from '#server/modules/followups/edit-draft.ts';
import { getReplay, replayDraft } from '#server/modules/followups/replay-draft.ts';
import type { Context } from '#server/platform/context.ts';
import { contextOfAgent } from './chain.ts';
import type { Chain } from './chain.ts';
import { fillVisits } from './fill-visits.ts';
import { peakMemoryOf } from './measure.ts';
import type { Result } from './measure.ts';

/** One that is planned by nearly every visit, one by everybody seen in a month, and one that reaches back longest. */
const codes = ['treated-24h', 'month-satisfaction', 'orthodontics-survey'];

/** Drafts replayed over the last 90 days of a chain: the slowest of them, from the click to the answer. */
export async function measureReplay(
  chain: Chain,
  { visits, say }: { visits: number; say: (line: string) => void },
): Promise<Result[]> {
  await fillVisits(chain, visits);
  const ctx = atTheProtocols(chain);
  let slowest = 0;
  const { megabytes } = await peakMemoryOf(async () => {
    for (const code of codes) {
      const { seconds, seen, parts } = await replayOf(ctx, code);
      say(`replayed ${code} in ${seconds.toFixed(1)} s; ${seen} steps of ${parts} were seen meanwhile`);
      slowest = Math.max(slowest, seconds);
    }
  });
  const { customers } = chain.size;
  return [
    { what: `replay 90 days of ${customers} customers`, ours: slowest, unit: 's', wanted: 60 },
    { what: 'memory meanwhile', ours: megabytes, unit: 'MB', wanted: 1_000 },
  ];
}

async function replayOf(
  ctx: Context,
  code: string,
): Promise<{ seconds: number; seen: number; parts: number }> {
  const definition = standardProtocols.find((each) => each.code === code)!;
  const version = (await getProtocol(ctx, { code })).draft?.version ?? 0;
  await saveDraft(ctx, { code, definition, version, addsTo: null, place: null });
  const began = performance.now();
  const { parts } = await replayDraft(ctx, { code });
  const seen = new Set<number>();
  for (;;) {
    const { replay } = await getReplay(ctx, { code });
    if (replay!.state === 'failed') throw new Error(`the replay of ${code} failed`);
    seen.add(replay!.partsDone);
    if (replay!.state === 'done')
      return { seconds: (performance.now() - began) / 1000, seen: seen.size, parts };
    await pause(50);
  }
}

function atTheProtocols(chain: Chain): Context {
  const ctx = contextOfAgent(chain);
  return { ...ctx, actor: { ...ctx.actor, permissions: permissionsOf.owner, clinicIds: 'all' } };
}
