import { expect, it } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import { isTimeToCall } from './calling-hours.ts';

const zone = 'Asia/Shanghai';
const at = (time: string) => instantAt(`2016-06-09T${time}`, zone);

it.each([
  { name: 'a minute before the first hour', now: '08:59', is: false },
  { name: 'from the first hour on', now: '09:00', is: true },
  { name: 'until the last', now: '19:59', is: true },
  { name: 'no more from then on', now: '20:00', is: false },
  { name: 'at the minute the customer named', now: '20:30', wish: '20:30', is: true },
  { name: 'an hour after it', now: '21:30', wish: '20:30', is: true },
  { name: 'later no more', now: '21:31', wish: '20:30', is: false },
  { name: 'not before it', now: '20:29', wish: '20:30', is: false },
])('customers are called $name: $is', ({ now, wish, is }) => {
  const followups = [{ nextTryAt: null }, { nextTryAt: wish ? at(wish) : null }];
  expect(isTimeToCall(followups, { fromHour: 9, toHour: 20 }, at(now), zone)).toBe(is);
});
