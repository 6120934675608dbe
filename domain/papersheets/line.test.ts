import { describe, expect, it } from 'vitest';
import { no, yes } from '#domain/base/decision.ts';
import { areSheetsDue, editionOf, mayEnterCode, standingOfAppointment, standingOfCall } from './line.ts';
import type { AppointmentNow, CallNow, Standing } from './line.ts';
import { nameOnPaper } from './on-paper.ts';

const zone = 'Asia/Shanghai';

describe('the evening’s sheets', () => {
  it.each([
    { name: 'a minute before an hour before closing', now: '2026-03-12T08:59:00.000Z', is: false },
    { name: 'an hour before closing', now: '2026-03-12T09:00:00.000Z', is: true },
    { name: 'after closing', now: '2026-03-12T12:00:00.000Z', is: true },
  ])('are due $name: $is', ({ now, is }) => {
    expect(areSheetsDue('2026-03-12T10:00:00.000Z', { paperMinutesBeforeClosing: 60 }, now)).toBe(is);
  });

  it.each([
    { name: 'on the day', now: '2026-03-13T01:00:00.000Z', is: yes },
    { name: 'to the end of the third day after', now: '2026-03-16T15:59:00.000Z', is: yes },
    { name: 'not on the fourth', now: '2026-03-16T16:00:00.000Z', is: no('paper-code-expired') },
  ])('are entered by their codes $name', ({ now, is }) => {
    expect(mayEnterCode('2026-03-13', zone, now)).toEqual(is);
  });

  it.each([
    { name: 'nothing lies there', before: 0, now: 0, is: 'first' },
    { name: 'only what is new is printed', before: 3, now: 0, is: 'addition' },
    { name: 'what lies there is printed too', before: 3, now: 3, is: 'again' },
  ] as const)('where $name, are the $is', ({ is, ...printed }) => {
    expect(editionOf(printed)).toBe(is);
  });

  it.each([
    { name: '王小敏', gender: 'female', shows: 'surname', is: '王女士' },
    { name: '欧阳锋', gender: 'male', shows: 'surname', is: '欧阳先生' },
    { name: 'Zoë Smith', gender: 'female', shows: 'surname', is: 'Z.' },
    { name: '王小敏', gender: 'female', shows: 'full', is: '王小敏' },
  ] as const)('name $name by $shows as $is', ({ shows, is, ...customer }) => {
    expect(nameOnPaper(customer, shows)).toBe(is);
  });
});

const madeAt = '2026-03-12T09:00:00.000Z';
const startsAt = '2026-03-13T02:00:00.000Z';
const at = '2026-03-13T02:05:00.000Z';

describe('how a line about an appointment stands', () => {
  const asBooked: AppointmentNow = {
    ...{ state: 'booked', startsAt, confirmation: null, confirmedAt: null, confirmedByName: null },
    ...{ arrivedAt: null, receivedByName: null },
  };
  const said = (confirmation: 'confirmed' | 'unreached') => ({
    ...{ confirmation, confirmedAt: at, confirmedByName: '小周' },
  });
  const open: Standing = { state: 'open', before: null };
  it.each<{ name: string; kind: 'confirmation' | 'waiting'; now: Partial<AppointmentNow>; is: Standing }>([
    { name: 'nothing happened', kind: 'waiting', now: {}, is: open },
    { name: 'nobody asked', kind: 'confirmation', now: {}, is: open },
    {
      name: 'a yes on the screen',
      kind: 'confirmation',
      now: said('confirmed'),
      is: { state: 'done', what: 'confirmed', at, byName: '小周' },
    },
    {
      name: 'tried on the screen',
      kind: 'confirmation',
      now: said('unreached'),
      is: { state: 'open', before: { what: 'unreached', at, byName: '小周' } },
    },
    { name: 'they said yes and are to come', kind: 'waiting', now: said('confirmed'), is: open },
    {
      name: 'received on the screen',
      kind: 'waiting',
      now: { state: 'kept', arrivedAt: at, receivedByName: '小周' },
      is: { state: 'done', what: 'arrived', at, byName: '小周' },
    },
    {
      name: 'here before anybody asked',
      kind: 'confirmation',
      now: { state: 'kept' },
      is: { state: 'void', why: 'over' },
    },
    {
      name: 'missed on the screen',
      kind: 'waiting',
      now: { state: 'missed' },
      is: { state: 'done', what: 'missed', at: null, byName: null },
    },
    {
      name: 'cancelled meanwhile',
      kind: 'waiting',
      now: { state: 'cancelled' },
      is: { state: 'void', why: 'cancelled' },
    },
    {
      name: 'at another hour by now',
      kind: 'waiting',
      now: { startsAt: at },
      is: { state: 'void', why: 'moved' },
    },
    {
      name: 'moved and here',
      kind: 'waiting',
      now: { startsAt: at, state: 'kept' },
      is: { state: 'done', what: 'arrived', at: null, byName: null },
    },
  ])('$kind, $name', ({ kind, now, is }) => {
    const line = { kind, startsAt, madeAt, entered: null };
    expect(standingOfAppointment(line, { ...asBooked, ...now })).toEqual(is);
    const entered = { what: 'arrived', at, byName: '小李', happenedAt: startsAt } as const;
    expect(standingOfAppointment({ ...line, entered }, { ...asBooked, ...now })).toEqual({
      state: 'entered',
      ...entered,
    });
  });
});

describe('how a line about a call stands', () => {
  const tried = (result: 'reached' | 'no_answer', at: string) => ({ result, at, byName: '小周' });
  it.each<{ name: string; now: CallNow; is: Standing }>([
    { name: 'nobody called', now: { openFollowups: 1, lastTry: null }, is: { state: 'open', before: null } },
    {
      name: 'tried before the paper was made',
      now: { openFollowups: 1, lastTry: tried('no_answer', madeAt) },
      is: { state: 'open', before: null },
    },
    {
      name: 'tried since and still owed',
      now: { openFollowups: 1, lastTry: tried('no_answer', at) },
      is: { state: 'open', before: { what: 'no_answer', at, byName: '小周' } },
    },
    {
      name: 'reached on the screen',
      now: { openFollowups: 0, lastTry: tried('reached', at) },
      is: { state: 'done', what: 'reached', at, byName: '小周' },
    },
    {
      name: 'ended without a call',
      now: { openFollowups: 0, lastTry: null },
      is: { state: 'void', why: 'ended' },
    },
  ])('$name', ({ now, is }) => {
    expect(standingOfCall({ madeAt, entered: null }, now)).toEqual(is);
  });
});
