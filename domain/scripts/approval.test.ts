import { expect, it } from 'vitest';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { answersInWords } from './answers.ts';
import { mayApprove, mayPublish } from './approval.ts';
import { aPassage, aScript, asking } from './a-script.fixture.ts';
import { lint } from './lint.ts';
import type { Answer } from './script.ts';

const sound = { isClinical: true, authorIds: ['author'], approvedById: null, findings: [] };
const wrong = { ...sound, findings: lint(aScript(aPassage('a', { then: 'gone' }))) };
const onlyWarned = { ...sound, findings: lint(aScript(aPassage('a'))) };

it.each<{
  name: string;
  draft?: Parameters<typeof mayApprove>[0];
  treats?: boolean;
  id?: string;
  says: Decision;
}>([
  { name: 'a doctor who did not write it may', says: yes },
  { name: 'warnings are not in the way', draft: onlyWarned, says: yes },
  { name: 'who does not treat is no doctor', treats: false, says: no('only-a-doctor') },
  { name: 'nobody approves their own', id: 'author', says: no('own-script') },
  { name: 'not what is wrong', draft: wrong, says: no('script-has-errors') },
  { name: 'not twice', draft: { ...sound, approvedById: 'x' }, says: no('already-approved') },
  {
    name: 'not what says nothing of health',
    draft: { ...sound, isClinical: false },
    says: no('needs-no-doctor'),
  },
])('approving: $name', ({ draft = sound, treats = true, id = 'doctor', says }) => {
  expect(mayApprove(draft, { id, treats })).toEqual(says);
});

it.each<{ name: string; draft: Parameters<typeof mayPublish>[0]; says: Decision }>([
  { name: 'a clinical one waits for a doctor', draft: sound, says: no('needs-a-doctor') },
  { name: 'an approved one may', draft: { ...sound, approvedById: 'doctor' }, says: yes },
  { name: 'what is not clinical may', draft: { ...sound, isClinical: false }, says: yes },
  { name: 'not what is wrong', draft: { ...wrong, approvedById: 'x' }, says: no('script-has-errors') },
])('publishing: $name', ({ draft, says }) => {
  expect(mayPublish(draft)).toEqual(says);
});

it.each<{ name: string; answers: Answer[]; words: string[] | null }>([
  { name: 'none', answers: [], words: [] },
  { name: 'one', answers: [{ passage: 'a', choice: 'x' }], words: ['x'] },
  { name: 'no such answer', answers: [{ passage: 'a', choice: 'z' }], words: null },
  { name: 'no such question', answers: [{ passage: 'b', choice: 'x' }], words: null },
  {
    name: 'two to one question',
    answers: [
      { passage: 'a', choice: 'x' },
      { passage: 'a', choice: 'y' },
    ],
    words: null,
  },
])('answers in words: $name', ({ answers, words }) => {
  const script = aScript(aPassage('a', asking(['x'], ['y'])), aPassage('b'));
  expect(answersInWords(script, answers)?.map(({ answer }) => answer.en) ?? null).toEqual(words);
});
