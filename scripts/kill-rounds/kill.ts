import { readRecord } from '#server/platform/postgres/data-folder.ts';
import { endProcesses, findPostmaster } from '#server/platform/postgres/processes.ts';
import type { Dice } from '#server/demo/dice.ts';
import { databaseProcesses } from './database.ts';
import type { OwnGroup } from './own-group.ts';

/** What dies in a round besides the server's whole group. */
export const victims = ['server', 'postmaster', 'database'] as const;
export type Victim = (typeof victims)[number];

export interface KillPlan {
  /** `postmaster`: that one alone, its backends are left behind; `database`: every process of it. */
  victim: Victim;
  databaseDiesFirst: boolean;
  /** A sheet is imported by the command too, in a group of its own … */
  withCommand: boolean;
  /** … which goes on without the server, or dies with it. */
  commandSurvives: boolean;
  /** The kill comes so long after everybody set to work, or after the command began to write. */
  afterMs: number;
  atRunOfCommand: boolean;
}

export function planKill(round: number, dice: Dice, within: [fromMs: number, toMs: number]): KillPlan {
  // Each kind comes up in every three rounds, so that a short run has all of them.
  const victim = victims[(round - 1) % victims.length]!;
  const withCommand = dice.happens(1 / 2);
  const atRunOfCommand = withCommand && dice.happens(1 / 2);
  return {
    victim,
    databaseDiesFirst: dice.happens(1 / 2),
    withCommand,
    commandSurvives: dice.happens(1 / 3),
    atRunOfCommand,
    afterMs: atRunOfCommand ? dice.whole(0, 1_000) : dice.whole(...within),
  };
}

/** `kill -9` of whole groups, and of the database's processes where the plan says so. */
export async function carryOut(
  plan: KillPlan,
  of: { server: OwnGroup; command: OwnGroup | undefined; dataDir: string },
): Promise<void> {
  const groups = [of.server, ...(of.command && !plan.commandSurvives ? [of.command] : [])];
  const killGroups = () => Promise.all(groups.map((group) => group.end('SIGKILL')));
  const killDatabase = () => endProcesses(doomed(plan.victim, of.dataDir), [['SIGKILL', 10_000]]);
  if (plan.databaseDiesFirst) await killDatabase();
  await killGroups();
  if (!plan.databaseDiesFirst) await killDatabase();
}

/** Only ever processes of this data folder. */
function doomed(victim: Victim, dataDir: string): number[] {
  if (victim === 'server') return [];
  if (victim === 'database') return databaseProcesses(dataDir);
  const { cluster, name } = readRecord(dataDir)!;
  const postmaster = findPostmaster(cluster, name);
  return postmaster === undefined ? [] : [postmaster];
}
