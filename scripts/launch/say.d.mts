export function say(line: string): void;

/** Nothing below can go on; the message is for a person, without a stack. */
export class CannotGoOn extends Error {}

/** Runs a command quietly: a sign of life every few seconds, its whole output only where it failed. */
export function runQuietly(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; doing: string },
): Promise<{ ok: boolean; output: string }>;
