import { describe, expect, it } from 'vitest';
import { lateOptions, suggestedChoice, whoComesAfter } from './late-options.ts';

const at = (time: string): string => `2026-03-12T${time}:00.000Z`;
const booked = (id: string, from: string, to: string, isHere = false) => ({
  ...{ id, startsAt: at(from), endsAt: at(to), isHere },
});
const late = booked('late', '09:00', '09:30');

const of = (arrives: string, after: ReturnType<typeof booked>[]) =>
  Object.fromEntries(
    lateOptions({ late, arrivesAt: at(arrives), after }).map(({ choice, delays, minutes, isPossible }) => [
      choice,
      { delays: delays.map((each) => `${each.id} ${each.minutes}`), minutes, isPossible },
    ]),
  );

describe('what lateness does to the others', () => {
  it('is a delay that runs on until a gap takes it up, for whoever waits', () => {
    const after = [
      booked('a', '09:30', '10:00'),
      booked('b', '10:00', '10:30'),
      booked('c', '10:45', '11:00'),
      booked('d', '11:00', '11:30'),
    ];
    expect(of('09:20', after)['wait']).toEqual({
      ...{ delays: ['a 20', 'b 20', 'c 5', 'd 5'], minutes: 30, isPossible: true },
    });
  });

  it.each([
    { arrives: '09:14', minutes: 16, isPossible: true },
    { arrives: '09:15', minutes: 15, isPossible: true },
    { arrives: '09:16', minutes: 14, isPossible: false },
    { arrives: '09:40', minutes: 0, isPossible: false },
  ])('at $arrives $minutes minutes are left, of 30: enough to shorten: $isPossible', (row) => {
    const { minutes, isPossible } = row;
    expect(of(row.arrives, [])['shorten']).toEqual({ delays: [], minutes, isPossible });
  });

  it('is nothing to who is here and goes first, while they are done before whoever is late comes', () => {
    const after = [booked('a', '09:30', '10:00', true), booked('b', '10:00', '10:30')];
    expect(of('09:30', after)['swap']).toEqual({ delays: ['a -30'], minutes: 30, isPossible: true });
    expect(of('09:45', after)['swap']!.delays).toEqual(['a -30', 'b 15']);
    expect(of('09:30', [booked('a', '09:30', '10:00')])['swap']!.isPossible).toBe(false);
  });

  it('is nothing where there is another time', () => {
    expect(of('10:30', [booked('a', '09:30', '10:00')])['rebook']).toMatchObject({ delays: [] });
  });
});

describe('what is suggested', () => {
  const next = (isHere: boolean) => [booked('a', '09:30', '10:00', isHere), booked('b', '10:00', '10:30')];
  it.each([
    { name: 'nobody comes after them', arrives: '09:25', after: [], choice: 'wait' },
    { name: 'enough is left of their time', arrives: '09:15', after: next(false), choice: 'shorten' },
    { name: 'the next one is here', arrives: '09:30', after: next(true), choice: 'swap' },
    { name: 'too little is left and nobody is here', arrives: '09:16', after: next(false), choice: 'rebook' },
    {
      name: 'the next one would wait a quarter of an hour',
      arrives: '09:20',
      after: [booked('a', '09:35', '10:00')],
      choice: 'wait',
    },
    {
      name: 'the next one would wait longer than that',
      arrives: '09:21',
      after: [booked('a', '09:35', '10:00')],
      choice: 'rebook',
    },
  ])('$name: $choice', ({ arrives, after, choice }) => {
    expect(suggestedChoice(lateOptions({ late, arrivesAt: at(arrives), after }))).toBe(choice);
  });
});

describe('somebody late holds up', () => {
  const nine = '2026-03-10T01:00:00.000Z';
  const late = { id: 'late', doctorId: 'wang', startsAt: nine, isToCome: true };
  const next = { ...late, id: 'next', startsAt: '2026-03-10T01:30:00.000Z' };
  it.each([
    { name: 'who comes to the same doctor after them', late, other: next, holds: true },
    { name: 'who comes at the same hour', late, other: { ...next, startsAt: nine }, holds: true },
    {
      name: 'nobody who came before them',
      late,
      other: { ...next, startsAt: '2026-03-10T00:59:59.999Z' },
      holds: false,
    },
    { name: 'nobody of another doctor', late, other: { ...next, doctorId: 'li' }, holds: false },
    { name: 'nobody who has no doctor yet', late, other: { ...next, doctorId: null }, holds: false },
    {
      name: 'nobody where they have no doctor yet',
      late: { ...late, doctorId: null },
      other: { ...next, doctorId: null },
      holds: false,
    },
    { name: 'nobody who does not come any more', late, other: { ...next, isToCome: false }, holds: false },
    { name: 'not themselves', late, other: late, holds: false },
  ])('$name: $holds', ({ late, other, holds }) => {
    expect(whoComesAfter(late, [other])).toEqual(holds ? [other] : []);
  });
});
