import { describe, expect, it } from 'vitest';
import { columnWidth, pixelsPerMinuteFor, standings, timeAtPixel } from './layout.ts';

const at = (time: string): string => `2026-03-12T${time}:00.000Z`;
const item = (id: string, from: string, to: string) => ({ id, startsAt: at(from), endsAt: at(to) });

describe('a place in the book', () => {
  it.each([
    [-20, '09:00'],
    [0, '09:00'],
    [7, '09:00'],
    [8, '09:15'],
    [15, '09:15'],
    [60, '10:00'],
  ])('%i minutes below the opening is %s', (minutes, time) => {
    expect(timeAtPixel(at('09:00'), minutes * 1.3, 15 * 1.3, 15)).toBe(at(time));
  });

  it.each([
    { name: 'nobody is booked', minutes: [], pixels: 1.3 },
    { name: 'half hours', minutes: [30, 60], pixels: 1.3 },
    { name: 'ten minutes, which must be read', minutes: [30, 10], pixels: 2 },
    { name: 'five, within reason', minutes: [5], pixels: 2.4 },
  ])('is drawn as high as the shortest appointment needs: $name', ({ minutes, pixels }) => {
    expect(pixelsPerMinuteFor(minutes)).toBe(pixels);
  });
});

describe('appointments of one column', () => {
  it('stand alone where they do not overlap, and beside each other where they do', () => {
    const placed = standings([
      item('alone', '09:00', '09:30'),
      item('long', '10:00', '11:00'),
      item('beside', '10:15', '10:30'),
      item('after', '10:30', '11:30'),
      item('last', '11:30', '12:00'),
    ]);

    expect(Object.fromEntries(placed)).toEqual({
      alone: { lane: 0, lanes: 1 },
      long: { lane: 0, lanes: 2 },
      beside: { lane: 1, lanes: 2 },
      after: { lane: 1, lanes: 2 },
      last: { lane: 0, lanes: 1 },
    });
  });
});

describe('a column', () => {
  it.each([
    { lanes: 0, width: 130 },
    { lanes: 1, width: 130 },
    { lanes: 2, width: 176 },
    { lanes: 5, width: 440 },
  ])('with $lanes side by side is $width wide', ({ lanes, width }) => {
    const placed = Array.from({ length: lanes }, (_, lane) => [String(lane), { lane, lanes }] as const);
    expect(columnWidth(new Map(placed))).toBe(width);
  });
});
