import type { Answer } from './channel.ts';

/** Nobody waits longer for a provider than this; the lease of a message is much longer. */
export const patienceMs = 10_000;

export type Asked = { json: Record<string, unknown> } | { answer: Answer };

/** Before a byte of the request left: nothing was taken. */
const neverLeft = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...[
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Sends a request and says what is certain of it: an answer to read; refused, throttled or never reached; or unknown,
 * which is everything else, such as a time-out, a reset after the request left, and a fault of theirs.
 */
export async function askProvider(url: string, request: RequestInit): Promise<Asked> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    text = await response.text();
  } catch (error) {
    return { answer: whatFailed(error as Error) };
  }
  const json = readJson(text);
  if (response.status === 429) {
    const seconds = Number(response.headers.get('retry-after'));
    const waits =
      Number.isFinite(seconds) && seconds > 0 ? { retryAfterSeconds: Math.min(seconds, 3600) } : {};
    return { answer: { outcome: 'throttled', code: 'http-429', ...waits } };
  }
  if (response.status >= 500) return { answer: { outcome: 'unknown', code: `http-${response.status}` } };
  // A provider says what it refuses in the answer's words, some of them with status 400.
  if (json !== null) return { json };
  if (response.status >= 400) return { answer: { outcome: 'refused', code: `http-${response.status}` } };
  return { answer: { outcome: 'unknown', code: 'unreadable-answer' } };
}

function whatFailed(error: Error): Answer {
  const cause = error.cause as { code?: string } | undefined;
  const code = cause?.code ?? error.name;
  if (neverLeft.has(code)) return { outcome: 'not-reached', code: code.toLowerCase() };
  return { outcome: 'unknown', code: code.toLowerCase() };
}

function readJson(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
