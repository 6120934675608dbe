import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a telephone system signs: when it says it, and every byte of what it says. */
export function signCalls(secret: string, sentAt: string, body: Uint8Array): string {
  return `v1=${createHmac('sha256', secret).update(`${sentAt}.`).update(body).digest('hex')}`;
}

/** Compared in a time that tells nothing of where they differ. */
export function isSameSignature(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
