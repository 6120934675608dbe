import type { Instant } from '#domain/base/time.ts';
import { serverNow } from './clock.ts';
import { signal } from './signal.ts';

/** Whether the server answered the last time it was asked. */
export const connection = signal<'fine' | 'lost'>('fine');

const known: { heardAt: Instant | null; lostAt: Instant | null } = { heardAt: null, lostAt: null };

/** It answered. */
export function hearServer(): void {
  known.heardAt = serverNow();
  connection.set('fine');
}

/** When it last answered, and since when it has not. */
export const lastContact = (): Readonly<typeof known> => known;

connection.watch(() => {
  known.lostAt = connection.get() === 'lost' ? serverNow() : null;
});

/** The server no longer knows this sign-in; the page stays as it is until somebody signs in again. */
export const sessionEnded = signal(false);
