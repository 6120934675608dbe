import { describe, expect, it } from 'vitest';
import { mayReveal, revealsPerDay } from './reveal.ts';

describe('whole phone numbers a day', () => {
  it.each([
    { role: 'consultant', perDay: 60 },
    { role: 'web_consultant', perDay: 60 },
    { role: 'cs_agent', perDay: 150 },
    { role: 'cs_supervisor', perDay: 150 },
    { role: 'front_desk', perDay: 80 },
    { role: 'doctor', perDay: 100 },
    { role: 'owner', perDay: 100 },
    { role: null, perDay: 100 },
  ] as const)('$role: $perDay', ({ role, perDay }) => {
    expect(revealsPerDay(role)).toBe(perDay);
    expect(mayReveal(role, perDay - 1)).toEqual({ allowed: true });
    expect(mayReveal(role, perDay)).toEqual({ allowed: false, reason: 'reveal-quota' });
    expect(mayReveal(role, perDay + 1)).toEqual({ allowed: false, reason: 'reveal-quota' });
  });
});
