import { describe, expect, it } from 'vitest';
import { faultOf } from './number-fault.ts';
import type { NumberFacts } from './number-fault.ts';

const works: NumberFacts = { hasPhone: true, isWrong: false, notDelivered: null, isUnreachable: false };
const undelivered = 'not-delivered:UNDELIV';

describe('what is wrong with a number', () => {
  it.each([
    { name: 'nothing, for all that is known', facts: {}, fault: null },
    { name: 'there is none', facts: { hasPhone: false }, fault: 'missing' },
    {
      name: 'there is none, whatever was tried before',
      facts: { hasPhone: false, isWrong: true },
      fault: 'missing',
    },
    { name: 'somebody else answers', facts: { isWrong: true }, fault: 'wrong' },
    {
      name: 'somebody else answers, who does not read texts',
      facts: { isWrong: true, notDelivered: undelivered },
      fault: 'wrong',
    },
    { name: 'texts do not arrive', facts: { notDelivered: undelivered }, fault: 'undeliverable' },
    {
      name: 'texts do not arrive, and nobody answers',
      facts: { notDelivered: undelivered, isUnreachable: true },
      fault: 'undeliverable',
    },
    {
      name: 'the provider knows no such number',
      facts: { notDelivered: 'refused:isv.MOBILE_NUMBER_ILLEGAL' },
      fault: 'undeliverable',
    },
    {
      name: 'the provider refused the text, not the number',
      facts: { notDelivered: 'refused:isv.BLACK_KEY_CONTROL_LIMIT' },
      fault: null,
    },
    { name: 'nobody ever answers', facts: { isUnreachable: true }, fault: 'unreachable' },
  ])('$name', ({ facts, fault }) => {
    expect(faultOf({ ...works, ...facts })).toBe(fault);
  });
});
