import type { Violation } from './check/violation.ts';
import type { KillPlan } from './kill.ts';
import type { Doubts } from './repair.ts';

export interface Outcome {
  kills: number;
  acknowledged: number;
  slowestStartMs: number;
  violations: Violation[];
}

interface Round {
  round: number;
  plan: KillPlan;
  /** The command's exit code, null when it was killed; undefined when there was none. */
  command: number | null | undefined;
  acknowledged: number;
  doubts: Doubts;
  interrupted: number;
  readyAfterMs: number;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

export function describeRound({ round, plan, command, ...found }: Round): string {
  const who = [
    'server',
    ...(plan.victim === 'server' ? [] : [plan.victim]),
    ...(command === null ? ['import command'] : []),
  ].join(' + ');
  const survivor = typeof command === 'number' ? `, the command left with ${command}` : '';
  return (
    `${String(round).padStart(3)}  ${who} killed: ${found.acknowledged} acknowledged, ` +
    `${found.doubts.asked} in doubt (${found.doubts.happened} had happened), ` +
    `${found.interrupted} imports interrupted${survivor}, ready again in ${seconds(found.readyAfterMs)}`
  );
}

export function describeOutcome({ kills, acknowledged, slowestStartMs, violations }: Outcome): string {
  const count = (kind: string): number => violations.filter((violation) => violation.kind === kind).length;
  const others = violations.length - count('lost') - count('doubled');
  return (
    `${kills} kills: ${acknowledged} acknowledged, ${count('lost')} lost, ${count('doubled')} doubled, ` +
    `${others > 0 ? `${others} otherwise wrong, ` : ''}slowest start ${seconds(slowestStartMs)}`
  );
}
