import { describe, expect, it } from 'vitest';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { askedQuestions } from './answering.ts';
import { dimensionsThatShip, FormRules, withShipped } from './dimension.ts';
import { flawsOfForm } from './flaws.ts';
import { FormDefinition } from './form.ts';
import { satisfaction } from './standard/satisfaction.ts';
import { standardForms } from './standard-forms.ts';

describe.each(standardForms.map((form) => ({ code: form.code, form })))('$code', ({ form }) => {
  it('may be published as it is, in both languages', () => {
    expect(FormDefinition.parse(form)).toEqual(form);
    expect(flawsOfForm(form, dimensionsThatShip)).toEqual([]);
    const said = [
      form.name,
      form.title,
      form.readBy,
      form.thanks,
      ...form.questions.map((each) => each.title),
    ];
    expect(said.filter(({ zh, en }) => zh === '' || en === '')).toEqual([]);
  });
});

it('every treatment has its form for the end of it, and only one', () => {
  const filed = standardForms
    .filter(({ kind }) => kind === 'service')
    .flatMap(({ categories }) => categories);
  expect([...filed].sort()).toEqual(
    treatmentCategories.filter((category) => category !== 'consultation').sort(),
  );
});

describe('a form is not published', () => {
  const [overall, why] = satisfaction.questions as [
    FormDefinition['questions'][0],
    FormDefinition['questions'][0],
  ];
  const withQuestions = (...questions: FormDefinition['questions']) => ({ ...satisfaction, questions });
  const elsewhere = { question: 'later', atLeast: null, atMost: 3, anyOf: [] };
  it.each([
    { flaw: 'key-twice', form: withQuestions(overall, { ...overall, dimension: null }) },
    { flaw: 'dimension-twice', form: withQuestions(overall, { ...overall, key: 'again' }) },
    { flaw: 'dimension-unknown', form: withQuestions({ ...overall, dimension: 'parking' }) },
    { flaw: 'no-options', form: withQuestions(overall, { ...why, options: why.options.slice(0, 1) }) },
    {
      flaw: 'option-twice',
      form: withQuestions(overall, { ...why, options: [...why.options, why.options[0]!] }),
    },
    { flaw: 'no-area', form: withQuestions(overall, { ...why, kind: 'map', options: [] }) },
    { flaw: 'condition-leads-nowhere', form: withQuestions(overall, { ...why, showIf: elsewhere }) },
    {
      flaw: 'condition-leads-nowhere',
      form: withQuestions(overall, { ...why, showIf: { ...elsewhere, question: 'overall', anyOf: ['x'] } }),
    },
    {
      flaw: 'condition-is-empty',
      form: withQuestions(overall, { ...why, showIf: { ...elsewhere, question: 'overall', atMost: null } }),
    },
    { flaw: 'names-a-treatment', form: { ...satisfaction, title: { zh: '种植后的感受', en: '' } } },
    { flaw: 'asks-too-much', form: withQuestions({ ...overall, title: { zh: '您的身份证号', en: '' } }) },
  ] as const)('with $flaw', ({ flaw, form }) => {
    expect(flawsOfForm(form, dimensionsThatShip).map((found) => found.flaw)).toContain(flaw);
  });
});

it('the survey asks who is not content what it was, and nobody else', () => {
  const keys = (overall: number) => askedQuestions(satisfaction, { overall }).map(({ key }) => key);
  expect(keys(7)).toContain('what-was-wrong');
  expect(keys(8)).not.toContain('what-was-wrong');
});

describe('the dimensions of a clinic', () => {
  const parking = { key: 'parking', name: { zh: '停车', en: 'Parking' } };
  const keysOf = (dimensions: readonly object[]) => {
    const found = FormRules.safeParse({ dimensions });
    return found.success
      ? withShipped(found.data).dimensions.map(({ key }) => key)
      : found.error.issues[0]!.message;
  };
  const shipped = dimensionsThatShip.map(({ key }) => key);
  it.each([
    { name: 'as they ship where nothing was written', dimensions: [], keys: shipped },
    { name: 'its own before what ships', dimensions: [parking], keys: ['parking', ...shipped] },
    {
      name: 'in its own order',
      dimensions: [dimensionsThatShip[3]!],
      keys: ['nursing', ...shipped.filter((key) => key !== 'nursing')],
    },
    { name: 'none twice', dimensions: [parking, parking], keys: 'doubled' },
    {
      name: 'never without the whole',
      dimensions: [{ ...dimensionsThatShip[0]!, isUsed: false }],
      keys: 'always-used',
    },
  ])('are $name', ({ dimensions, keys }) => {
    expect(keysOf(dimensions)).toEqual(keys);
  });
});
