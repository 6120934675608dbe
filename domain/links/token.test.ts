import { randomBytes, randomFillSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base62, drawCharacters, readToken, secretLength, withoutTokens } from './token.ts';

describe('a token', () => {
  it.each([
    { token: 'A1b2'.repeat(5), code: 'A1b2' },
    { token: 'A1b2'.repeat(4) + 'A1b', code: undefined },
    { token: 'A1b2'.repeat(5) + 'A', code: undefined },
    { token: 'A1b2'.repeat(4) + 'A1b-', code: undefined },
    { token: '', code: undefined },
  ])('"$token" names $code', ({ token, code }) => {
    expect(readToken(token)?.code).toBe(code);
  });

  it.each([
    { text: `请点开：https://a.example/c/${'A1b2'.repeat(5)}`, shown: '请点开：https://a.example/c/…' },
    { text: `/c/${'A1b2'.repeat(5)} 或 /c/${'Z'.repeat(20)}。`, shown: '/c/… 或 /c/…。' },
    { text: `/c/${'A1b2'.repeat(5)}A`, shown: `/c/${'A1b2'.repeat(5)}A` },
    { text: '没有链接', shown: '没有链接' },
  ])('is not shown in "$text"', ({ text, shown }) => {
    expect(withoutTokens(text)).toBe(shown);
  });

  it('is drawn from all 62 characters alike', () => {
    const counts = new Map<string, number>();
    for (const each of drawCharacters(620_000, randomBytes)) counts.set(each, (counts.get(each) ?? 0) + 1);
    expect(counts.size).toBe(base62.length);
    // 10,000 of each; ten standard deviations, so that chance never fails this and a favoured character does.
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(1_000);
  });

  it('passes over the bytes that would favour some characters', () => {
    const bytes = [255, 248, 247, 61, 62, 0];
    const next = (count: number) => Uint8Array.from(bytes.splice(0, count));
    expect(drawCharacters(4, next)).toBe(`${base62[247 % 62]}z00`);
  });

  // A hundred thousand links live, and the guesser knows the organization's code and draws as we do. One hit is to be expected
  // in 10^16 such runs; a secret of six characters, or one drawn from a clock, would be hit a dozen times in one.
  it('is hit by none of ten million guesses', () => {
    const live = new Set<string>();
    const bulk = Buffer.alloc(1 << 20);
    let at = bulk.length;
    const fast = (count: number): Uint8Array => {
      if (at + count > bulk.length) {
        randomFillSync(bulk);
        at = 0;
      }
      return bulk.subarray(at, (at += count));
    };
    for (let n = 0; n < 100_000; n += 1) live.add(drawCharacters(secretLength, fast));
    expect(live.size).toBe(100_000);
    let hits = 0;
    for (let n = 0; n < 10_000_000; n += 1) if (live.has(drawCharacters(secretLength, fast))) hits += 1;
    expect(hits).toBe(0);
  });
});
