import { expect, it } from 'vitest';
import { doAll } from './do-all.ts';

const fails = (words: string) => () => Promise.reject(new Error(words));
const [one, other] = [fails('one'), fails('other')];

it.each([
  { name: 'none fails', tasks: [], fault: undefined },
  { name: 'one fails', tasks: [one], fault: { message: 'one' } },
  { name: 'all fail alike', tasks: [one, one], fault: { message: 'one' } },
  {
    name: 'two fail',
    tasks: [one, other],
    fault: { message: 'one; other', errors: [{ message: 'one' }, { message: 'other' }] },
  },
])('where $name the rest is done, and it is told', async ({ tasks, fault }) => {
  const done: string[] = [];
  const last = () => Promise.resolve(done.push('last'));
  const told: unknown = await doAll([...tasks, last]).catch((error: unknown) => error);
  expect(done).toEqual(['last']);
  if (fault) expect(told).toMatchObject(fault);
  else expect(told).toBeUndefined();
});
