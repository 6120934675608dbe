import { describe, expect, it } from 'vitest';
import { isPlaceOf } from '#domain/records/places.ts';
import { askedQuestions, flawsOfAnswers, keptAnswers, overallScore, scoresIn } from './answering.ts';
import { chosenAfterLowScore, redFlagsIn, withoutPhotos } from './answering.ts';
import { Question } from './form.ts';
import type { AnswerValues } from './form.ts';

const title = { zh: '问题', en: 'Question' };
const question = (facts: object) => Question.parse({ title, ...facts });
const options = ['pain', 'price'].map((key) => ({ key, name: title, isRedFlag: key === 'pain' }));
const questions = [
  question({ key: 'overall', kind: 'score', dimension: 'overall', isRequired: true }),
  question({ key: 'why', kind: 'choices', options, showIf: { question: 'overall', atMost: 7 } }),
  question({ key: 'where', kind: 'map', area: 'tooth', showIf: { question: 'why', anyOf: ['pain'] } }),
  question({ key: 'words', kind: 'text' }),
  question({ key: 'call', kind: 'choice', options }),
  question({ key: 'pictures', kind: 'photo' }),
  question({ key: 'nps', kind: 'score', dimension: 'recommend' }),
];
const form = { questions };
const keysAsked = (values: AnswerValues) => askedQuestions(form, values).map(({ key }) => key);

describe('what is asked', () => {
  it.each([
    { name: 'nothing is answered yet', values: {}, more: [] },
    { name: 'a score above the branch', values: { overall: 8 }, more: [] },
    { name: 'a score at the branch', values: { overall: 7 }, more: ['why'] },
    { name: 'another reason', values: { overall: 7, why: ['price'] }, more: ['why'] },
    { name: 'the reason itself', values: { overall: 0, why: ['price', 'pain'] }, more: ['why', 'where'] },
    { name: 'a reason left from before', values: { overall: 9, why: ['pain'] }, more: [] },
  ])('after $name', ({ values, more }) => {
    expect(keysAsked(values)).toEqual(['overall', ...more, 'words', 'call', 'pictures', 'nps']);
  });
});

describe('answers', () => {
  it.each([
    { name: 'all that is asked for', values: { overall: 10 }, flaws: [] },
    { name: 'nothing', values: {}, flaws: ['overall missing'] },
    { name: 'an empty text for a score', values: { overall: '' }, flaws: ['overall missing'] },
    { name: 'words for a score', values: { overall: 'ten' }, flaws: ['overall not-an-answer'] },
    { name: 'an option there is not', values: { overall: 9, call: 'x' }, flaws: ['call not-an-answer'] },
    { name: 'an option twice', values: { overall: 7, why: ['pain', 'pain'] }, flaws: ['why not-an-answer'] },
    {
      name: 'a tooth there is not',
      values: { overall: 7, why: ['pain'], where: ['19'] },
      flaws: ['where not-an-answer'],
    },
    { name: 'a tooth', values: { overall: 7, why: ['pain'], where: ['18'] }, flaws: [] },
    { name: 'a wrong answer to what is not asked', values: { overall: 9, where: ['19'] }, flaws: [] },
    { name: 'a number for words', values: { overall: 9, words: 3 }, flaws: ['words not-an-answer'] },
    {
      name: 'a photo too many',
      values: { overall: 9, pictures: ['1', '2', '3', '4', '5'] },
      flaws: ['pictures not-an-answer'],
    },
  ] as { name: string; values: AnswerValues; flaws: string[] }[])('with $name', ({ values, flaws }) => {
    const found = flawsOfAnswers(form, values, isPlaceOf);
    expect(found.map(({ path, code }) => `${path.replace('values.', '')} ${code}`)).toEqual(flaws);
  });

  it('keep what was asked, and drop what a changed answer left behind', () => {
    const values = { overall: 9, why: ['pain'], words: '', unknown: 'x', nps: 10 };
    expect(keptAnswers(form, values)).toEqual({ overall: 9, nps: 10 });
  });

  it.each([
    { values: { overall: 4, nps: 6 }, overall: 4 },
    { values: { nps: 6 }, overall: null },
  ])('stand for an overall score of $overall', ({ values, overall }) => {
    expect(overallScore(scoresIn(form, values))).toBe(overall);
  });

  it('without an overall score stand for what was said of the result', () => {
    expect(overallScore([{ dimension: 'result', score: 0 }])).toBe(0);
  });
});

it.each([
  { name: 'one of several', values: { overall: 5, why: ['price', 'pain'] }, named: ['pain'] },
  { name: 'in two questions', values: { overall: 5, why: ['pain'], call: 'pain' }, named: ['pain', 'pain'] },
  { name: 'that is not asked any more', values: { overall: 9, why: ['pain'] }, named: [] },
  { name: 'not chosen', values: { overall: 5, why: ['price'] }, named: [] },
])('a red flag $name', ({ values, named }) => {
  expect(redFlagsIn(form, values).map(({ key }) => key)).toEqual(named);
});

it.each([
  { name: 'in words and not by itself', values: { overall: 5, words: '等了很久', call: 'price' }, said: [] },
  { name: 'by what was chosen', values: { overall: 5, why: ['price', 'pain'] }, said: ['问题 疼、贵'] },
  { name: 'by nothing, of a score that asks no more', values: { overall: 9, why: ['price'] }, said: [] },
])('what was wrong is said $name', ({ values, said }) => {
  const names = { pain: { zh: '疼', en: 'Pain' }, price: { zh: '贵', en: 'Price' } };
  const named = questions.map((each) => ({
    ...each,
    options: each.options.map((option) => ({ ...option, name: names[option.key as 'pain'] })),
  }));
  expect(chosenAfterLowScore({ questions: named }, values)).toEqual(said);
});

it('a colleague asks for no photo', () => {
  expect(withoutPhotos(form).questions.map(({ kind }) => kind)).not.toContain('photo');
});
