import { expect, it } from 'vitest';
import { actionWords } from './action-words.ts';

const sources = import.meta.glob<string>(['../../../server/**/*.ts', '!../../../server/**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

it('every action that the server writes down can be read', () => {
  const actions = Object.values(sources).flatMap((text) =>
    [...text.matchAll(/action: '([a-z.-]+)'/g)].map(([, one]) => one!),
  );
  expect(actions.length).toBeGreaterThan(20);
  expect(actions.filter((action) => !(action in actionWords.zh))).toEqual([]);
});
