/** A command cannot do what it was asked to; the message is for the person at the terminal, without a stack. */
export class Refused extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Runs a command to its end and leaves with its code: 0 done, 1 refused with the reason, 2 not understood. */
export async function runCommand(command: () => Promise<void>): Promise<never> {
  try {
    await command();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`\n  ${messageOf(error).replaceAll('\n', '\n  ')}\n\n`);
    process.exit(error instanceof Refused ? error.exitCode : 1);
  }
}

function messageOf(error: unknown): string {
  const { message } = error as Error;
  return message || String(error);
}
