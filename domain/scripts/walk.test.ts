import { describe, expect, it } from 'vitest';
import { aPassage, aScript, asking, somebody } from './a-script.fixture.ts';
import { answered, answersOnTheWay, walk } from './walk.ts';
import type { ScriptFacts } from './facts.ts';
import type { Answer, ScriptDefinition } from './script.ts';

const branching = aScript(
  aPassage('greet', { phase: 'greet', onlyFor: { isMinor: false } }),
  aPassage('greet-parent', { phase: 'greet', onlyFor: { isMinor: true } }),
  aPassage('used', asking(['yes', 'how'], ['no', 'why-not'])),
  aPassage('how', { ...asking(['fine'], ['sore', 'stop']), then: 'close' }),
  aPassage('stop', { then: 'end' }),
  aPassage('why-not', { onlyFor: { genders: ['female'] }, then: 'close' }),
  aPassage('close'),
);
const saidTo = (facts: Partial<ScriptFacts>, answers: Answer[], script: ScriptDefinition = branching) =>
  walk(script, { ...somebody, ...facts }, answers).map(({ passage }) => passage.key);
const used = (choice: string): Answer => ({ passage: 'used', choice });
const how = (choice: string): Answer => ({ passage: 'how', choice });

describe('walking a script', () => {
  it.each([
    { name: 'waits at the first question', answers: [], said: ['greet', 'used'] },
    { name: 'goes on where the answer leads', answers: [used('yes')], said: ['greet', 'used', 'how'] },
    {
      name: 'goes where the passage leads when the answer leads nowhere itself',
      answers: [used('yes'), how('fine')],
      said: ['greet', 'used', 'how', 'close'],
    },
    {
      name: 'ends where it says so',
      answers: [used('yes'), how('sore')],
      said: ['greet', 'used', 'how', 'stop'],
    },
    {
      name: 'ends after the last passage',
      answers: [used('no')],
      said: ['greet', 'used', 'why-not', 'close'],
    },
    {
      name: 'a passage for others is left out, and the call goes on behind it',
      facts: { gender: 'male' as const },
      answers: [used('no')],
      said: ['greet', 'used', 'close'],
    },
    { name: "a child's parent is greeted", facts: { age: 17 }, answers: [], said: ['greet-parent', 'used'] },
    { name: 'from 18 on the customer is', facts: { age: 18 }, answers: [], said: ['greet', 'used'] },
    { name: 'an answer it does not know is none', answers: [used('maybe')], said: ['greet', 'used'] },
  ])('$name', ({ facts = {}, answers, said }) => {
    expect(saidTo(facts, answers)).toEqual(said);
  });

  it('never runs in a circle', () => {
    const circle = aScript(aPassage('a'), aPassage('b', { then: 'a' }));
    expect(saidTo({}, [], circle)).toEqual(['a', 'b']);
  });

  it('forgets the answers of a branch that was left', () => {
    expect(answersOnTheWay(branching, somebody, [used('no'), how('sore')])).toEqual([used('no')]);
  });

  it('asks again what came after an answer that is changed', () => {
    const before = [used('yes'), how('sore')];
    expect(answered(branching, somebody, before, used('no'))).toEqual([used('no')]);
    expect(answered(branching, somebody, before, how('fine'))).toEqual([used('yes'), how('fine')]);
  });
});
