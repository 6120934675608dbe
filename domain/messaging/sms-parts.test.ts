import { describe, expect, it } from 'vitest';
import { smsParts } from './sms-parts.ts';

describe('a text message', () => {
  it.each([
    { name: 'of one character', text: '好', signature: null, length: 1, parts: 1 },
    { name: 'below the limit', text: '好'.repeat(69), signature: null, length: 69, parts: 1 },
    { name: 'at the limit', text: '好'.repeat(70), signature: null, length: 70, parts: 1 },
    { name: 'one above it', text: '好'.repeat(71), signature: null, length: 71, parts: 2 },
    { name: 'of two full parts', text: '好'.repeat(134), signature: null, length: 134, parts: 2 },
    { name: 'one above two full parts', text: '好'.repeat(135), signature: null, length: 135, parts: 3 },
    {
      name: 'whose signature makes it two',
      text: '好'.repeat(65),
      signature: '晴川口腔',
      length: 71,
      parts: 2,
    },
    { name: 'with a little picture', text: '🙂', signature: null, length: 2, parts: 1 },
  ])('$name has $length characters and $parts part(s)', ({ text, signature, length, parts }) => {
    expect(smsParts(text, signature)).toEqual({ length, parts });
  });
});
