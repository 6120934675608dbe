/** How many slips of the finger lie between two texts: a letter more, less, another, or two changed places. */
export function slipsBetween(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let before: number[] = [];
  let last = to.map((_, column) => column + 1);
  last.unshift(0);
  for (const [row, letter] of from.entries()) {
    const next = [row + 1];
    for (const [column, other] of to.entries()) {
      let cost = Math.min(
        last[column + 1]! + 1,
        next[column]! + 1,
        last[column]! + (letter === other ? 0 : 1),
      );
      const changedPlaces = letter === to[column - 1] && other === from[row - 1];
      if (row > 0 && column > 0 && changedPlaces) cost = Math.min(cost, before[column - 1]! + 1);
      next.push(cost);
    }
    before = last;
    last = next;
  }
  return last[to.length]!;
}

/** Jaro–Winkler: 1 for the same, 0 for nothing in common; a shared beginning counts for more. */
export function jaroWinkler(a: string, b: string): number {
  const one = [...a];
  const other = [...b];
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  const kept: string[] = [];
  for (const [place, letter] of one.entries()) {
    const from = Math.max(0, place - reach);
    const to = Math.min(other.length - 1, place + reach);
    for (let at = from; at <= to; at++) {
      if (taken.has(at) || other[at] !== letter) continue;
      taken.add(at);
      kept.push(letter);
      break;
    }
  }
  if (kept.length === 0) return 0;
  const answered = other.filter((_, place) => taken.has(place));
  const moved = kept.filter((letter, place) => letter !== answered[place]).length / 2;
  const jaro =
    (kept.length / one.length + kept.length / other.length + (kept.length - moved) / kept.length) / 3;
  const start = one.slice(0, 4).findIndex((letter, place) => letter !== other[place]);
  const shared = start === -1 ? Math.min(4, one.length) : start;
  return jaro + shared * 0.1 * (1 - jaro);
}

/** Dice's share of the pairs of neighbouring letters that two texts have in common, 0 to 1. */
export function sharedPairs(a: string, b: string): number {
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  const total = pairs.length + others.length;
  if (total === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of others) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared++;
  }
  return (2 * shared) / total;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, place) => letters[place]! + letter);
}
