import { describe, expect, it } from 'vitest';
import { lintTemplate } from './lint-template.ts';
import { standardTemplates } from './standard-templates.ts';
import { MessageTemplate } from './template.ts';

const today = '2026-03-12';
const care = MessageTemplate.parse({
  ...{
    key: 'a',
    kind: 'care',
    name: { zh: '甲', en: 'A' },
    text: '{name}您好，{clinic}想知道您好不好。',
    channels: ['sms'],
  },
});
const offer = {
  ...{ ...care, kind: 'marketing' as const, text: '{clinic}本月洗护优惠，拒收请回复R' },
  ...{ approvalNumber: '（沪）医广【2026】第03-12-A001号', approvalUntil: '2026-12-31' },
};
const codes = (template: MessageTemplate, kindBefore: string | null = null) =>
  lintTemplate(template, { today, kindBefore, forbidden: ['亲亲'] }).map(({ code }) => code);

describe('a text', () => {
  it.each([
    { text: '{name}，我们保证不疼', finds: ['promise'] },
    { text: '{name}，亲亲', finds: ['forbidden-word'] },
    { text: '{nmae}您好', finds: ['unknown-variable'] },
    { text: '{name}，您的种植牙该复查了', finds: ['names-treatment'] },
    { text: '{name}，复查只要{text}', finds: ['price'] },
    { text: '{name}，复查 ¥99', finds: ['price'] },
    { text: '{name}，复查99元', finds: ['price'] },
    { text: '{name}，8折', finds: ['price'] },
    { text: '{name}您好，请来复查', finds: [] },
  ])('of care that says $text: $finds', ({ text, finds }) => {
    expect(codes({ ...care, text })).toEqual(finds);
  });

  it.each([
    { name: 'as it should be', some: {}, finds: [] },
    { name: 'without a way to refuse', some: { text: '{clinic}本月优惠' }, finds: ['no-opt-out'] },
    { name: 'with another way to refuse', some: { text: '本月优惠，回T退订' }, finds: [] },
    { name: 'without its approval', some: { approvalNumber: null }, finds: ['no-approval'] },
    { name: 'on the last day of it', some: { approvalUntil: today }, finds: [] },
    { name: 'a day later', some: { approvalUntil: '2026-03-11' }, finds: ['approval-over'] },
  ])('that is an offer $name: $finds', ({ some, finds }) => {
    expect(codes({ ...offer, ...some })).toEqual(finds);
  });

  it('stays of its kind, and a code has its code', () => {
    expect(codes(care, 'marketing')).toEqual(['kind-is-fixed']);
    expect(codes({ ...care, kind: 'otp' })).toEqual(['code-missing']);
  });

  it.each(standardTemplates.map((template) => ({ key: template.key, template })))(
    '$key ships without a flaw',
    ({ template }) => {
      expect(codes(template)).toEqual([]);
    },
  );
});
