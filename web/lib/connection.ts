import { signal } from './signal.ts';

/** Whether the server answered the last time it was asked. */
export const connection = signal<'fine' | 'lost'>('fine');

/** The server no longer knows this sign-in; the page stays as it is until somebody signs in again. */
export const sessionEnded = signal(false);
