import { describe, expect, it } from 'vitest';
import { lacksGuardian, relationKinds, seenFromOtherSide } from './relations.ts';

describe('a relation', () => {
  it('is what it was after it was turned twice', () => {
    for (const kind of relationKinds) expect(seenFromOtherSide(seenFromOtherSide(kind))).toBe(kind);
  });

  it('makes a parent of whose child this is', () => {
    expect(seenFromOtherSide('parent')).toBe('child');
    expect(seenFromOtherSide('spouse')).toBe('spouse');
  });
});

describe('a guardian', () => {
  const guardian = { isGuardian: true };
  const aunt = { isGuardian: false };
  it.each([
    { name: 'of seventeen', age: 17, relations: [], lacks: true },
    { name: 'of eighteen', age: 18, relations: [], lacks: false },
    { name: 'of nineteen', age: 19, relations: [], lacks: false },
    { name: 'of nobody knows what age', age: null, relations: [], lacks: false },
    { name: 'of seven, with a guardian', age: 7, relations: [aunt, guardian], lacks: false },
    { name: 'of seven, with an aunt only', age: 7, relations: [aunt], lacks: true },
  ])('is missed in a customer $name: $lacks', ({ age, relations, lacks }) => {
    expect(lacksGuardian(age, relations)).toBe(lacks);
  });
});
