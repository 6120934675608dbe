import { describe, expect, it } from 'vitest';
import { byWorth, completenessBy } from './record-facts.ts';
import type { KnownParts, RecordFacts } from './record-facts.ts';

const known: KnownParts = {
  name: true,
  phone: true,
  'channel-source': true,
  birthday: true,
  gender: true,
  address: true,
  owner: true,
  guardian: true,
  occupation: true,
  likes: true,
  referrer: true,
  wechat: true,
  'chief-complaints': true,
  'latent-problems': true,
  photos: true,
  'next-followup': true,
};
const whole: RecordFacts = { grade: 'A', isMinor: true, everCame: true, known };
const without = (...parts: (keyof KnownParts)[]) => ({
  ...known,
  ...Object.fromEntries(parts.map((part) => [part, false])),
});

describe('a record by its facts', () => {
  it('is whole when all that somebody can fill in is there', () => {
    expect(completenessBy(whole)).toEqual({ score: 100, missing: [] });
  });

  it.each([
    { name: 'a guardian is asked of a minor', isMinor: true, missing: ['guardian'] },
    { name: 'and of nobody else', isMinor: false, missing: [] },
  ])('$name', ({ isMinor, missing }) => {
    expect(completenessBy({ ...whole, isMinor, known: without('guardian') }).missing).toEqual(missing);
  });

  it.each([
    { name: 'who was here has a complaint, findings and photos', everCame: true, asked: 3 },
    { name: 'a lead has none of them', everCame: false, asked: 0 },
  ])('$name', ({ everCame, asked }) => {
    const facts = { ...whole, everCame, known: without('chief-complaints', 'latent-problems', 'photos') };
    expect(completenessBy(facts).missing).toHaveLength(asked);
  });

  it('is asked for less of grade C', () => {
    const facts = { ...whole, known: without('likes') };
    expect(completenessBy(facts).missing).toEqual(['likes']);
    expect(completenessBy({ ...facts, grade: 'C' }).missing).toEqual([]);
  });
});

describe('what is worth completing first', () => {
  it('is A before B, then who spends most, then the emptiest', () => {
    const records = [
      { id: 'b', grade: 'B', spentFen: 900, score: 10 },
      { id: 'a-full', grade: 'A', spentFen: 100, score: 90 },
      { id: 'a-empty', grade: 'A', spentFen: 100, score: 20 },
      { id: 'a-rich', grade: 'A', spentFen: 500, score: 90 },
    ] as const;
    expect([...records].sort(byWorth).map(({ id }) => id)).toEqual(['a-rich', 'a-empty', 'a-full', 'b']);
  });
});
