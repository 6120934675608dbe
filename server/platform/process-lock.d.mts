/** Names a process so that a later one with the same number is told apart. */
export function processMark(pid?: number): string;

/** Whether the process so marked still runs. */
export function isRunning(mark: string): boolean;

/** Does the work while no other process holds the same lock file; the lock of a dead holder is taken over. */
export function withLock<T>(
  file: string,
  work: () => Promise<T>,
  options?: { onWait?: (holderPid: string) => void; sayAfterMs?: number },
): Promise<T>;
