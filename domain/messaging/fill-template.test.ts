import { describe, expect, it } from 'vitest';
import { fillTemplate, missingVariables, tidyValues, unknownVariablesIn, valuesIn } from './fill-template.ts';

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
    '${name}',
    '{{name}}',
    '#{name}',
    '<%= name %>',
    '{name',
    '<script>{clinic}</script>',
    '%s\\n\\0',
  ])('puts in what a value says and runs nothing of it: %s', (value) => {
    expect(fillTemplate('{name}您好', { name: value, clinic: '晴天口腔' })).toBe(`${value}您好`);
  });

  it('keeps each value on its line, but for a text a person wrote', () => {
    const values = { day: '周五\r\n【银行】', time: ' 十点\u2028 整 ', text: '第一行\n第二行' };
    expect(tidyValues(values)).toEqual({ day: '周五 【银行】', time: '十点 整', text: '第一行\n第二行' });
  });

  it('gives its values in the order of the text, and no others', () => {
    const kept = { day: '周五', name: '王女士', clinic: '晴天口腔', link: 'x' };
    expect(Object.entries(valuesIn('{name}，{day}见。{name}', kept))).toEqual([
      ['name', '王女士'],
      ['day', '周五'],
    ]);
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
