import type { Answer } from './channel.ts';
import { askProvider, textOf } from './ask-provider.ts';

interface Kept {
  token: string;
  until: number;
}
export type Token = { token: string } | { answer: Answer };

/**
 * Access tokens, kept for as long as the provider says less a few minutes. Asking for one sends no message: whatever
 * goes wrong here, nothing was taken.
 */
export function keepTokens(now: () => string) {
  const kept = new Map<string, Kept>();
  return {
    forget: (key: string): void => void kept.delete(key),
    async get(key: string, url: string, request: RequestInit = {}): Promise<Token> {
      const known = kept.get(key);
      if (known && known.until > Date.parse(now())) return { token: known.token };
      const asked = await askProvider(url, request);
      if ('answer' in asked) {
        const outcome = asked.answer.outcome === 'refused' ? 'refused' : 'not-reached';
        return { answer: { ...asked.answer, outcome } };
      }
      const token = textOf(asked.json['access_token']);
      if (token === '')
        return { answer: { outcome: 'refused', code: `token-${textOf(asked.json['errcode'])}` } };
      const seconds = Number(asked.json['expires_in']) || 7200;
      kept.set(key, { token, until: Date.parse(now()) + Math.max(60, seconds - 300) * 1000 });
      return { token };
    },
  };
}

/** Codes that say the token is no longer good: nothing was taken, and the next try fetches another. */
export const tokenIsOver = new Set(['40001', '40014', '42001']);
/** Their system is busy, and may have taken it. */
export const isBusy = new Set(['-1']);
/** Over a limit of theirs. */
export const isOverLimit = new Set(['45009', '45033', '45047', '130101', '9499', '11232']);
