import { expect, it } from 'vitest';
import { underOneName } from './script.tsx';

it.each([
  { script: '{name}您好，我是{clinic}的护士{caller}。', said: '{name}您好，我是{caller}。' },
  { script: '{clinic}的{caller}和同事们', said: '{caller}和同事们' },
  { script: 'this is {caller} from {clinic}.', said: 'this is {caller}.' },
  {
    script: 'this is {caller}, nurse at {clinic}. {clinic} thanks you.',
    said: 'this is {caller}. {clinic} thanks you.',
  },
])('a discreet caller has one name: $script', ({ script, said }) => {
  expect(underOneName(script)).toBe(said);
});
