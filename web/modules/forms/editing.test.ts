import { describe, expect, it } from 'vitest';
import { flawsOfForm } from '#domain/forms/flaws.ts';
import { FormDefinition } from '#domain/forms/form.ts';
import { asKind, blankForm, blankQuestion, moved, optionsIn } from './editing.ts';

const name = { zh: '回访', en: 'Call' };

describe('writing a form', () => {
  it('begins with one that may be published as it is', () => {
    const form = blankForm('a-form', name);
    expect(FormDefinition.parse(form)).toEqual(form);
    expect(flawsOfForm(form)).toEqual([]);
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

  it('moves a question up and down', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  });
});
