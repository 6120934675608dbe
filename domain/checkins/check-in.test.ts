import { describe, expect, it } from 'vitest';
import { doorLimits, isCalled, isSoon, mayBeLookedFor, whoIsHere } from './check-in.ts';
import type { Awaited } from './check-in.ts';

it.each([
  { name: '张三', said: '张', is: true },
  { name: '张三', said: '张先生', is: true },
  { name: '欧阳娜娜', said: '欧阳女士', is: true },
  { name: '张三', said: ' 张 三 ', is: true },
  { name: '张三', said: '三', is: false },
  { name: '张三', said: '先生', is: false },
  { name: '张三', said: '张三丰', is: false },
  { name: 'Anna Schmidt', said: 'Ms. schmidt', is: true },
  { name: 'Anna Schmidt', said: 'Anna Schmidt', is: true },
  { name: 'Anna Schmidt', said: 'Schm', is: false },
  { name: 'Anna Schmidt', said: ' ', is: false },
])('"$said" calls $name: $is', ({ name, said, is }) => expect(isCalled(name, said)).toBe(is));

describe('who stands at the door', () => {
  const zhang: Awaited = {
    ...{ appointmentId: 'a', customerId: 'zhang', customerName: '张三', phones: ['+8613800001234'] },
    startsAt: '2026-03-10T02:00:00.000Z',
  };
  const later = { ...zhang, appointmentId: 'b', startsAt: '2026-03-10T06:00:00.000Z' };
  const sister = { ...later, customerId: 'sister', customerName: '张小妹' };
  const li = { ...sister, customerName: '李四' };
  it.each([
    { name: 'is who has the digits and the name', awaited: [zhang, li], id: 'a' },
    { name: 'is here for the earlier of two hours', awaited: [later, zhang], id: 'a' },
    { name: 'is nobody where two have both', awaited: [zhang, sister], id: null },
    { name: 'is nobody where nobody is awaited', awaited: [], id: null },
    { name: 'is nobody by another telephone', awaited: [{ ...zhang, phones: ['+8613800001235'] }], id: null },
  ])('$name', ({ awaited, id }) => {
    expect(whoIsHere(awaited, { name: '张', digits: '1234' })?.appointmentId ?? null).toBe(id);
  });
});

it.each([
  { ofAddress: doorLimits.ofAddress - 1, ofClinic: 0, may: true },
  { ofAddress: doorLimits.ofAddress, ofClinic: 0, may: false },
  { ofAddress: 0, ofClinic: doorLimits.ofClinic - 1, may: true },
  { ofAddress: 0, ofClinic: doorLimits.ofClinic, may: false },
])('after $ofAddress wrong words of a house and $ofClinic of all: $may', ({ may, ...wrong }) =>
  expect(mayBeLookedFor(wrong)).toBe(may),
);

it.each([
  { now: '2026-03-10T00:59:59.999Z', is: false },
  { now: '2026-03-10T01:00:00.000Z', is: true },
  { now: '2026-03-10T01:00:00.001Z', is: true },
])('at $now their own link says that they are here for two: $is', ({ now, is }) =>
  expect(isSoon('2026-03-10T02:00:00.000Z', now)).toBe(is),
);
