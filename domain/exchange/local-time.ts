import {
  addDays,
  instantAt,
  instantOf,
  millisecondsOf,
  startOfDay,
  type CalendarDate,
  type Instant,
  type TimeZone,
  type WallTime,
} from '#domain/base/time.ts';

const dayMs = 24 * 60 * 60_000;
const daysRemembered = 5_000;
const offsets = new Map<string, number | null>();

/** `instantAt` for a hundred thousand cells: on a day whose clocks stand still, an hour is that day's offset away. */
export function instantOfCell(wall: WallTime, zone: TimeZone): Instant {
  const offset = steadyOffset(wall.slice(0, 10), zone);
  return offset === null ? instantAt(wall, zone) : instantOf(millisecondsOf(`${wall}Z`) - offset);
}

/** How far the clocks of `zone` are from UTC all through `day`; null on a day on which they are changed. */
function steadyOffset(day: CalendarDate, zone: TimeZone): number | null {
  const key = `${zone} ${day}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const start = millisecondsOf(startOfDay(day, zone));
  const isSteady = millisecondsOf(startOfDay(addDays(day, 1), zone)) - start === dayMs;
  const offset = isSteady ? millisecondsOf(`${day}T00:00:00Z`) - start : null;
  if (offsets.size >= daysRemembered) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
