import type { Context, TransactionContext } from '#server/platform/context.ts';
import { isInTransaction } from '#server/platform/context.ts';
import { log } from '#server/platform/log.ts';

const running = new Set<Promise<void>>();

/** Starts long work once the request's own transaction has committed; the request does not wait for it. */
export function workInBackground<C extends Context>(ctx: C, work: (ctx: C) => Promise<unknown>): void {
  const outside = withoutTransaction(ctx);
  const start = (): void => {
    const whole: Promise<void> = work(outside)
      .then(
        () => {},
        (error: unknown) => log.error({ error }, 'work in the background failed'),
      )
      .finally(() => running.delete(whole));
    running.add(whole);
  };
  if (isInTransaction(ctx)) ctx.afterCommit(start);
  else start();
}

/** Settles when nothing that was started here is at work any more. */
export async function backgroundIsQuiet(): Promise<void> {
  while (running.size > 0) await Promise.all(running);
}

/** The same question, asked outside the transaction it came in. */
function withoutTransaction<C extends Context>(ctx: C): C {
  const { db: _db, client: _client, afterCommit: _after, ...outside } = ctx as C & TransactionContext;
  return outside as unknown as C;
}
