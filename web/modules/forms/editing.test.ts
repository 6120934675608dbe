import { describe, expect, it } from 'vitest';
import { dimensionsThatShip } from '#domain/forms/dimension.ts';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import {
  asKind,
  blankForm,
  blankQuestion,
  copyOf,
  keyFrom,
  moved,
  optionLines,
  optionsIn,
} from './editing.ts';

const name = { zh: '回访', en: 'Call' };

describe('writing a form', () => {
  it('begins with one that may be published as it is', () => {
    const form = blankForm('a-form', name, 'other');
    expect(FormDefinition.parse(form)).toEqual(form);
    expect(flawsOfForm(form, dimensionsThatShip)).toEqual([]);
  });

  it('gives each new question a key of its own, and every kind what belongs to it', () => {
    const one = blankQuestion([]);
    expect(blankQuestion([one]).key).toBe('question-2');
    expect(asKind({ ...one, dimension: 'overall' }, 'choice')).toMatchObject({ dimension: null, area: null });
    expect(asKind(one, 'choice').options).toHaveLength(2);
    expect(asKind(asKind(one, 'choice'), 'map')).toMatchObject({ options: [], area: 'tooth' });
  });

  it('keeps the key of an option whose words or whose place stays', () => {
    const before = optionsIn('价格 | Price\n时间 | Time', []);
    const keys = (text: string) => optionsIn(text, before).map(({ key }) => key);
    expect(keys('时间 | Time\n价格 | Price')).toEqual(['option-2', 'option-1']);
    expect(keys('费用 | Costs\n时间 | Time')).toEqual(['option-1', 'option-2']);
    expect(keys('时间 | Time')).toEqual(['option-2']);
    expect(keys('价格 | Price\n\n时间 | Time\n距离 | Way')).toEqual(['option-1', 'option-2', 'option-3']);
  });

  it('copies a question under a key of its own, scored under nothing', () => {
    const one = { ...blankQuestion([]), dimension: 'doctor', title: { zh: '对医生', en: '' } };
    expect(copyOf(one, [one])).toMatchObject({ key: 'question-2', title: one.title, dimension: null });
  });

  it.each([
    { name: 'English words', en: 'Parking space', taken: [], key: 'parking-space' },
    { name: 'a name that is taken', en: 'Parking', taken: ['parking'], key: 'parking-2' },
    { name: 'no English at all', en: '', taken: [], key: 'own' },
    { name: 'nothing but signs', en: '!?', taken: ['own'], key: 'own-2' },
  ])('makes a key of $name', ({ en, taken, key }) => {
    expect(keyFrom(en, taken)).toBe(key);
  });

  it('reads a red flag from its mark, and writes it so', () => {
    const options = optionsIn('没有 | None\n出血 | Bleeding | !', []);
    expect(options.map(({ isRedFlag }) => isRedFlag)).toEqual([false, true]);
    expect(optionLines({ ...blankQuestion([]), options })).toBe('没有 | None\n出血 | Bleeding | !');
  });

  it('moves a question up and down', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  });
});
