import { compareTraits, traitsOf } from './duplicates.ts';
import type { Likeness, Lookalike, Traits } from './duplicates.ts';
import { birthdayKey, saysOnlyYear } from './likeness/birthday.ts';

export interface Suggestion extends Likeness {
  a: string;
  b: string;
}

/**
 * A key that more customers share than this says nothing: the clinic's own phone, a birthday somebody made up.
 * Such a crowd is looked at only by name.
 */
const crowd = 40;

/** Everybody who may be one person with somebody else, the likeliest pair first. */
export function findDuplicates(customers: readonly Lookalike[]): Suggestion[] {
  const traits = customers.map(traitsOf);
  const found: Suggestion[] = [];
  for (const [one, other] of pairsWorthALook(traits)) {
    const likeness = compareTraits(one, other);
    if (likeness.suggestion === null) continue;
    found.push({ a: one.customer.id, b: other.customer.id, ...likeness });
  }
  return found.sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b));
}

/** The pairs that share at least one key, each once. Never all pairs: that would be five billion of 100,000. */
export function candidatePairs(customers: readonly Lookalike[]): [Lookalike, Lookalike][] {
  return [...pairsWorthALook(customers.map(traitsOf))].map(([a, b]) => [a.customer, b.customer]);
}

/** Under these words a customer is looked up; whoever shares one is worth a look. */
export function blockingKeys(customer: Lookalike): string[] {
  return keysOf(traitsOf(customer));
}

function* pairsWorthALook(traits: readonly Traits[]): Generator<[Traits, Traits]> {
  const blocks = blocksOf(traits);
  const seen = new Set<number>();
  for (const block of blocks) {
    for (const [place, one] of block.entries()) {
      for (const other of block.slice(place + 1)) {
        const pair = one * traits.length + other;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [traits[one]!, traits[other]!];
      }
    }
  }
}

function blocksOf(traits: readonly Traits[]): number[][] {
  const byKey = groupBy(traits.keys(), (place) => keysOf(traits[place]!));
  return [...byKey.values()].flatMap((block) => {
    if (block.length <= crowd) return block.length > 1 ? [block] : [];
    const byName = groupBy(block.values(), (place) => soundsOf(traits[place]!));
    return [...byName.values()].filter((part) => part.length > 1 && part.length <= crowd);
  });
}

function groupBy(
  places: Iterable<number>,
  keysFor: (place: number) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    for (const key of new Set(keysFor(place))) {
      const group = groups.get(key);
      if (group) group.push(place);
      else groups.set(key, [place]);
    }
  }
  return groups;
}

function keysOf(traits: Traits): string[] {
  const { birthday } = traits.customer;
  const sounds = soundsOf(traits);
  const keys: string[] = [];
  if (traits.phone !== '') keys.push(`phone ${traits.phone}`);
  if (traits.number !== '') keys.push(`number ${traits.number}`);
  if (birthday !== null && !saysOnlyYear(birthday)) keys.push(`born ${birthdayKey(birthday)}`);
  if (birthday !== null) {
    const year = birthday.slice(0, 4);
    const day = birthday.slice(5);
    for (const sound of sounds) keys.push(`name ${sound} ${year}`, `name ${sound} ${day}`);
  }
  keys.push(...homeKeys(traits));
  return keys;
}

/** The home with what the family is called; and the name with each end of the home, where one was written otherwise. */
function homeKeys(traits: Traits): string[] {
  const { address } = traits;
  if (address === null) return [];
  const { letters, numbers } = address;
  const keys = [`home ${letters} ${numbers.join(' ')}`];
  for (const start of startsOf(traits)) {
    for (const number of numbers) keys.push(`home ${number} ${start}`);
    keys.push(`home ${letters.slice(0, 6)} ${start}`, `home ${letters.slice(-6)} ${start}`);
  }
  return keys;
}

/** How a name sounds, whichever way round it was written. */
function soundsOf({ names }: Traits): string[] {
  return names.map(({ script, sound, folded, words }) =>
    script === 'han' ? sound || folded : [...words].sort().join(''),
  );
}

/** The first letters of each word of the names, or the family name. */
function startsOf({ names }: Traits): string[] {
  return names.flatMap(({ script, family, words }) =>
    script === 'han' ? [family] : words.map((word) => word.slice(0, 3)),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
