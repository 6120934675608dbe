import { describe, expect, it } from 'vitest';
import { joinTexts, proposedChoices, proposedSurvivor } from './choices.ts';

describe('what is proposed for two records that become one', () => {
  it.each([
    { name: 'what is written stays', keep: { name: '张三' }, gone: { name: '张叁' }, choices: {} },
    { name: 'what is empty is filled', keep: {}, gone: { phone: '138****0001' }, choices: { phone: 'gone' } },
    { name: 'what only the kept one says stays', keep: { address: '文三路1号' }, gone: {}, choices: {} },
    {
      name: 'an unknown gender is filled',
      keep: { gender: 'unknown' },
      gone: { gender: 'female' },
      choices: { gender: 'gone' },
    },
    {
      name: 'an unknown gender fills nothing',
      keep: { gender: 'female' },
      gone: { gender: 'unknown' },
      choices: {},
    },
    {
      name: 'both notes are kept',
      keep: { notes: '怕疼' },
      gone: { notes: '周末才方便' },
      choices: { notes: 'both' },
    },
    { name: 'one note is kept once', keep: { notes: '怕疼' }, gone: { notes: '怕疼' }, choices: {} },
  ])('$name', ({ keep, gone, choices }) => {
    expect(proposedChoices(keep, gone)).toEqual(choices);
  });
});

describe('two texts in one', () => {
  it.each([
    { keep: '怕疼', gone: '周末才方便', text: '怕疼\n周末才方便' },
    { keep: '怕疼，周末才方便', gone: '怕疼', text: '怕疼，周末才方便' },
    { keep: '怕疼', gone: '怕疼，周末才方便', text: '怕疼，周末才方便' },
    { keep: null, gone: '怕疼', text: '怕疼' },
    { keep: '怕疼', gone: null, text: '怕疼' },
    { keep: null, gone: null, text: null },
  ])('$keep and $gone make $text', ({ keep, gone, text }) => {
    expect(joinTexts(keep, gone)).toBe(text);
  });
});

describe('which record is proposed to stay', () => {
  const nothing = { visits: 0, appointments: 0, calls: 0, followups: 0, ledgerEntries: 0 };
  it.each([
    { name: 'the one on which more hangs', a: { visits: 1 }, b: { calls: 2 }, stays: 'b' },
    { name: 'of equals the older one', a: { visits: 1 }, b: { calls: 1 }, stays: 'a' },
  ])('$name', ({ a, b, stays }) => {
    const one = { id: 'a', createdAt: '2026-01-01T00:00:00.000Z', counts: { ...nothing, ...a } };
    const other = { id: 'b', createdAt: '2026-02-01T00:00:00.000Z', counts: { ...nothing, ...b } };
    expect(proposedSurvivor(one, other).id).toBe(stays);
    expect(proposedSurvivor(other, one).id).toBe(stays);
  });
});
