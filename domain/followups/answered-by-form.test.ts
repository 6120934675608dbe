import { describe, expect, it } from 'vitest';
import { followupsAnsweredBy } from './answered-by-form.ts';

const at = '2026-03-12T01:00:00.000Z';
const answer = { source: 'link', form: 'satisfaction', followupId: null, score: 9, at } as const;
const followup = { id: 'f', purpose: 'satisfaction', asksScore: true, opensAt: at } as const;

describe('a form filled in by the customer', () => {
  it.each([
    { name: 'answers what asks how content they are', closes: true },
    { name: 'answers it by a low score as well', answer: { score: 0 }, closes: true },
    { name: 'answers it on the tablet', answer: { source: 'tablet' }, closes: true },
    { name: 'answers it by the form at the end of a treatment', answer: { form: 'service' }, closes: true },
    { name: 'answers nothing without a score', answer: { score: null }, closes: false },
    { name: 'answers nothing where a colleague wrote it down', answer: { source: 'staff' }, closes: false },
    { name: 'answers nothing by how a wound heals', answer: { form: 'post_operative' }, closes: false },
    { name: 'leaves a nurse’s call', followup: { purpose: 'medical' }, closes: false },
    { name: 'leaves the call after a complaint', followup: { purpose: 'complaint' }, closes: false },
    { name: 'leaves what asks for no score', followup: { asksScore: false }, closes: false },
    {
      name: 'leaves what begins a moment later',
      followup: { opensAt: '2026-03-12T01:00:00.001Z' },
      closes: false,
    },
    {
      name: 'answers even that where it was sent for it',
      answer: { followupId: 'f' },
      followup: { opensAt: '2026-03-12T01:00:00.001Z' },
      closes: true,
    },
  ] as const)('$name', (given) => {
    const of = { answer: {}, followup: {}, ...given };
    expect(followupsAnsweredBy({ ...answer, ...of.answer }, [{ ...followup, ...of.followup }])).toEqual(
      of.closes ? ['f'] : [],
    );
  });
});
