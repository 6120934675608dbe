import { describe, expect, it } from 'vitest';
import { useOf } from './contact-use.ts';

describe('what a message uses of the contact budget', () => {
  it.each([
    { name: 'an offer', of: { kind: 'marketing', templateKey: 'spring', channel: 'sms' }, use: 'marketing' },
    {
      name: 'a survey',
      of: { kind: 'care', templateKey: 'rating-link', channel: 'wecom' },
      use: 'satisfaction',
    },
    {
      name: 'a reminder',
      of: { kind: 'service_notice', templateKey: 'appointment-reminder', channel: 'sms' },
      use: null,
    },
    { name: 'care', of: { kind: 'care', templateKey: 'care-after-visit', channel: 'sms' }, use: null },
    { name: 'a code', of: { kind: 'otp', templateKey: 'one-time-code', channel: 'sms' }, use: null },
    {
      name: 'a notice',
      of: { kind: 'staff_notice', templateKey: 'notice-case', channel: 'group' },
      use: null,
    },
  ] as const)('$name: $use', ({ of, use }) => {
    expect(useOf(of)?.purpose ?? null).toBe(use);
  });

  it.each([
    ['sms', 'sms'],
    ['email', 'sms'],
    ['wechat', 'wechat'],
    ['wecom', 'wechat'],
  ])('by %s counts as by %s', (channel, counts) => {
    expect(useOf({ kind: 'marketing', templateKey: 'spring', channel })?.channel).toBe(counts);
  });
});
