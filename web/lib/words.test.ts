import { describe, expect, it } from 'vitest';
import type { AnyWords } from './words.ts';

const files = import.meta.glob<Record<string, unknown>>('../**/*words.ts', { eager: true });

const bundles = Object.entries(files).flatMap(([file, exports]) =>
  Object.values(exports)
    .filter((value): value is AnyWords => typeof value === 'object' && value !== null && 'area' in value)
    .map((words) => ({ name: `${words.area} (${file})`, words })),
);

/** `rows_one` is English for the `rows` of one. */
const baseOf = (key: string) => key.replace(/_one$/, '');
const placeholders = (text = '') => [...new Set(text.match(/\{\{\w+\}\}/g))].sort();

describe('the words of the interface', () => {
  it('are found', () => {
    expect(bundles.length).toBeGreaterThan(3);
    expect(new Set(bundles.map(({ words }) => words.area)).size).toBe(bundles.length);
  });

  it.each(bundles)('$name: Chinese and English have the same keys', ({ words }) => {
    const english = new Set(Object.keys(words.en).map(baseOf));
    expect([...english].sort()).toEqual(Object.keys(words.zh).sort());
  });

  it.each(bundles)('$name: no word is empty', ({ words }) => {
    const empty = [...Object.entries(words.zh), ...Object.entries(words.en)].filter(
      ([, text]) => text?.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it.each(bundles)('$name: both languages fill the same places', ({ words }) => {
    const differing = Object.entries(words.en).filter(([key, text]) => {
      // Of one thing English may say "a" or "one" instead of its count.
      const isOne = key.endsWith('_one');
      const places = (words: string | undefined) =>
        placeholders(words).filter((place) => !(isOne && place === '{{count}}'));
      return places(text).join() !== places(words.zh[baseOf(key)]).join();
    });
    expect(differing).toEqual([]);
  });
});

describe('an error', () => {
  it('always says what to do', () => {
    const errors = bundles.find(({ words }) => words.area === 'errors')!.words;
    const codes = Object.keys(errors.zh).filter((key) => !key.endsWith('.do'));
    expect(codes.filter((code) => !(`${code}.do` in errors.zh))).toEqual([]);
  });
});
