import { describe, expect, it } from 'vitest';
import { errorWords, fieldWords } from './error-words.ts';

const server = import.meta.glob<string>(['../../server/**/*.ts', '!../../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});
const wire = import.meta.glob<string>(['../../domain/*/contract.ts', '../../domain/base/*.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

function saidIn(sources: Record<string, string>, pattern: RegExp): string[] {
  const codes = Object.values(sources).flatMap((text) =>
    [...text.matchAll(pattern)].map(([, code]) => code!),
  );
  return [...new Set(codes)].sort();
}

describe('the words of errors', () => {
  it('are there for every reason the server refuses with', () => {
    const reasons = saidIn(server, /new (?:Conflict|SignedOut)\('([a-z-]+)'/g);
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !(reason in errorWords.zh))).toEqual([]);
  });

  it('are there for every flaw that a shape of the wire names', () => {
    const flaws = saidIn(wire, /error: '([a-z-]+)'/g);
    expect(flaws.length).toBeGreaterThan(5);
    expect(flaws.filter((flaw) => !(flaw in fieldWords.zh))).toEqual([]);
  });
});
