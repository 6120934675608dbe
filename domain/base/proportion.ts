/** How sure an interval is meant to be: 95 of 100 such intervals hold the true share. */
const z = 1.96;

export interface Interval {
  low: number;
  high: number;
}

/** Wilson's interval of a share seen `part` times in `whole`: true also near 0 and 1, and of few. Null of none. */
export function wilsonInterval(part: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const share = part / whole;
  const squared = (z * z) / whole;
  const middle = (share + squared / 2) / (1 + squared);
  const half = (z / (1 + squared)) * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The interval of the difference between two shares of one whole, such as those who would and would not. */
export function differenceInterval(more: number, less: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const [a, b] = [more / whole, less / whole];
  const half = z * Math.sqrt(Math.max(0, a + b - (a - b) ** 2) / whole);
  return { low: Math.max(-1, a - b - half), high: Math.min(1, a - b + half) };
}
