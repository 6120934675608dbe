import { describe, expect, it } from 'vitest';
import { errorWords, fieldWords } from './error-words.ts';

const sources = import.meta.glob<string>(
  ['../../server/**/*.ts', '../../domain/**/*.ts', '!../../**/*.test.ts'],
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
);

function saidBy(pattern: RegExp): string[] {
  const codes = Object.values(sources).flatMap((text) =>
    [...text.matchAll(pattern)].map(([, code]) => code!),
  );
  return [...new Set(codes)].sort();
}

describe('the words of errors', () => {
  it('are there for every reason the server refuses with', () => {
    const reasons = saidBy(/new (?:Conflict|SignedOut)\('([a-z-]+)'/g);
    expect(reasons.length).toBeGreaterThan(10);
    expect(reasons.filter((reason) => !(reason in errorWords.zh))).toEqual([]);
  });

  it('are there for every flaw that a shape of the wire names', () => {
    const flaws = saidBy(/error: '([a-z-]+)'/g).filter((flaw) => !ofProtocols.includes(flaw));
    expect(flaws.filter((flaw) => !(flaw in fieldWords.zh))).toEqual([]);
  });
});

// Protocols are not edited on a screen yet.
const ofProtocols = ['step-keys-repeat', 'window-runs-backwards'];
