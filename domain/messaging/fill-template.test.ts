import { describe, expect, it } from 'vitest';
import { fillTemplate, missingVariables, unknownVariablesIn } from './fill-template.ts';

describe('a template', () => {
  it('is filled, and a name that is used twice is filled twice', () => {
    expect(
      fillTemplate('{name}您好，{clinic}提醒：{name}请准时', { name: '王女士', clinic: '晴天口腔' }),
    ).toBe('王女士您好，晴天口腔提醒：王女士请准时');
  });

  it('takes a value for what it is, be it written like a place or like a pattern', () => {
    expect(fillTemplate('{name}|{clinic}', { name: '{clinic}', clinic: '$& {{x}} ${y}' })).toBe(
      '{clinic}|$& {{x}} ${y}',
    );
  });

  it.each([
    { text: '{name}', values: { name: '王' }, missing: [] },
    { text: '{name}{link}', values: { name: '王' }, missing: ['link'] },
    { text: '{link}', values: { link: '  ' }, missing: ['link'] },
    { text: '{prize}', values: {}, missing: ['prize'] },
    { text: 'no places', values: {}, missing: [] },
  ])('$text lacks $missing', ({ text, values, missing }) => {
    expect(missingVariables(text, values)).toEqual(missing);
  });

  it('knows its variables', () => {
    expect(unknownVariablesIn('{name}{Name}{}{constructor}{link}')).toEqual(['Name', '', 'constructor']);
  });
});
