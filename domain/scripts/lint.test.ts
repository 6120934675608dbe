import { describe, expect, it } from 'vitest';
import { aPassage, aScript, asking } from './a-script.fixture.ts';
import { lint } from './lint.ts';
import { promisesIn } from './promises.ts';
import { secondsToSay } from './reading-time.ts';
import type { Passage } from './script.ts';

const opening = [aPassage('greet', { phase: 'greet' }), aPassage('me', { phase: 'introduce_self' })];
const wrongWith = (...passages: Passage[]) =>
  lint(aScript(...opening, ...passages)).map(({ code, passage, choice, about }) =>
    [code, passage, choice, about].filter((part) => part !== null).join(' '),
  );
const saying = (zh: string, en = 'Hello'): Passage => aPassage('a', { text: { zh, en } });

describe('the ways of a script', () => {
  it.each<{ name: string; passages: Passage[]; wrong: string[] }>([
    { name: 'nothing is wrong with one that ends', passages: [aPassage('a')], wrong: [] },
    {
      name: 'nothing is wrong where branches meet again',
      passages: [
        aPassage('a', asking(['x', 'c'], ['y'])),
        aPassage('b', { then: 'd' }),
        aPassage('c'),
        aPassage('d'),
      ],
      wrong: [],
    },
    {
      name: 'a passage that is not there',
      passages: [aPassage('a', { then: 'b' })],
      wrong: ['leads-nowhere a b'],
    },
    {
      name: 'an answer that leads to a passage that is not there',
      passages: [aPassage('a', asking(['x', 'gone'], ['y'])), aPassage('b')],
      wrong: ['leads-nowhere a x gone'],
    },
    {
      name: 'an answer after which nothing is said',
      passages: [
        aPassage('a', asking(['x', 'b'], ['y', 'c'])),
        aPassage('b', { then: 'end' }),
        aPassage('c'),
      ],
      wrong: [],
    },
    {
      name: 'answers at the foot of the script',
      passages: [aPassage('a', asking(['x'], ['y']))],
      wrong: ['dead-end a x', 'dead-end a y'],
    },
    {
      name: 'an answer after which only some hear something',
      passages: [
        aPassage('a', asking(['x'], ['y', 'c'])),
        aPassage('b', { onlyFor: { genders: ['male'] }, then: 'end' }),
        aPassage('c'),
      ],
      wrong: ['dead-end a x'],
    },
    {
      name: 'a question with one answer',
      passages: [aPassage('a', asking(['x'])), aPassage('b')],
      wrong: ['too-few-choices a'],
    },
    {
      name: 'a passage nobody comes to',
      passages: [aPassage('a', { then: 'c' }), aPassage('b'), aPassage('c')],
      wrong: ['unreachable b'],
    },
    {
      name: 'a passage that only those come to for whom another is left out',
      passages: [
        aPassage('a', { onlyFor: { isMinor: true }, ...asking(['x', 'c'], ['y', 'c']) }),
        aPassage('b'),
        aPassage('c'),
      ],
      wrong: [],
    },
    {
      name: 'a circle',
      passages: [aPassage('a'), aPassage('b', asking(['x', 'a'], ['y'])), aPassage('c')],
      wrong: ['loop b'],
    },
    {
      name: 'a passage for nobody',
      passages: [aPassage('a', { onlyFor: { ageFrom: 40, ageTo: 39 } })],
      wrong: ['never-said a'],
    },
    {
      name: 'a phase that comes back',
      passages: [aPassage('a', { phase: 'appointment' }), aPassage('b')],
      wrong: ['phase-goes-back a'],
    },
  ])('$name', ({ passages, wrong }) => {
    expect(wrongWith(...passages)).toEqual(wrong);
  });

  it('a call greets, says who is speaking, and has a matter', () => {
    expect(lint(aScript(aPassage('a', { phase: 'reason' }))).map(({ about }) => about)).toEqual([
      'greet',
      'introduce_self',
      'matter',
    ]);
  });
});

describe('the words of a script', () => {
  it.each<{ text: [string, string?]; wrong: string[] }>([
    { text: ['我们保证有效果'], wrong: ['promise a 保证'] },
    { text: ['保 证'], wrong: ['promise a 保证'] },
    { text: ['您好', 'The best clinic'], wrong: ['promise a best'] },
    { text: ['您好', 'Bestow'], wrong: [] },
    { text: ['{nmae}您好'], wrong: ['unknown-variable a nmae'] },
    { text: ['', 'Hello'], wrong: ['words-missing a'] },
  ])('$text', ({ text, wrong }) => {
    expect(wrongWith(saying(...text))).toEqual(wrong);
  });

  it('are looked at in questions and answers too', () => {
    const { question } = asking(['x'], ['y']);
    const promising = { ...question!, name: { zh: '根治', en: 'Question' } };
    expect(wrongWith(aPassage('a', { question: promising }), aPassage('b'))).toEqual(['promise a 根治']);
  });

  it("may not be the clinic's own forbidden ones", () => {
    const script = aScript(...opening, saying('送您一张优惠券', 'A Voucher'));
    expect(lint(script, ['优惠券', 'voucher', '秒杀']).map(({ about }) => about)).toEqual([
      '优惠券',
      'voucher',
    ]);
  });

  it.each([
    { text: '成功率 99%', found: ['99%'] },
    { text: '百分百', found: ['百分百'] },
    { text: '100％', found: ['100％'] },
    { text: '90%', found: ['90%'] },
    { text: '89%', found: [] },
    { text: 'no side effects at all', found: ['no side effects'] },
    { text: '不保。证件', found: [] },
  ])('promises in "$text": $found', ({ text, found }) => {
    expect(promisesIn(text)).toEqual(found);
  });
});

describe('the length of a script', () => {
  it.each([
    { text: '字'.repeat(4), language: 'zh' as const, seconds: 1 },
    { text: '字'.repeat(5), language: 'zh' as const, seconds: 2 },
    { text: 'word '.repeat(5), language: 'en' as const, seconds: 2 },
    { text: '{name}', language: 'zh' as const, seconds: 1 },
  ])('$text takes $seconds s', ({ text, language, seconds }) => {
    expect(secondsToSay(text, language)).toBe(seconds);
  });

  it.each([
    { characters: 120, wrong: [] },
    { characters: 121, wrong: ['too-long a 31'] },
  ])('a passage of $characters characters', ({ characters, wrong }) => {
    expect(wrongWith(saying('字'.repeat(characters)))).toEqual(wrong);
  });

  it.each([
    { seconds: 240, last: 112, wrong: [] },
    { seconds: 241, last: 113, wrong: ['call-too-long 241'] },
  ])('a call of $seconds seconds', ({ last, wrong }) => {
    const full = Array.from({ length: 7 }, (_, index) => aPassage(`a${index}`, { text: long(120) }));
    const message = aPassage('message', { phase: 'message', text: long(120) });
    // The opening takes two seconds; what is sent afterwards takes no time on the telephone.
    expect(wrongWith(...full, aPassage('b', { text: long(last) }), message)).toEqual(wrong);
  });
});

function long(characters: number): Passage['text'] {
  return { zh: '字'.repeat(characters), en: 'Hello' };
}
