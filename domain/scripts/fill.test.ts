import { expect, it } from 'vitest';
import { filledText, underOneName, unknownVariables } from './fill.ts';

const values = { name: '张三', caller: '小王', clinic: '河畔' };

it.each([
  { text: '{name}您好，我是{clinic}的{caller}。', said: '张三您好，我是河畔的小王。' },
  { text: '您{visitDay}做的{treatment}', said: '您前几天做的治疗' },
  { text: '{doctor}和{colleague}', said: '您的医生和我的同事' },
  { text: '{somebody}您好{}', said: '您好' },
  { text: '没有括号', said: '没有括号' },
])('no place stays empty: $text', ({ text, said }) => {
  expect(filledText(text, 'zh', values)).toBe(said);
});

it('says what is known, and in the language of the text what is not', () => {
  expect(filledText('{doctor}, {visitDay}', 'en', { ...values, doctor: 'Dr Chen', visitDay: ' ' })).toBe(
    'Dr Chen, the other day',
  );
});

it('knows which variables nobody fills', () => {
  expect(unknownVariables('{name} {nmae} {nmae} {} {a b}')).toEqual(['nmae', '', 'a b']);
});

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
