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
  const found = [...searchDuplicates(customers)].filter((suggestion) => suggestion !== null);
  return found.sort((x, y) => y.score - x.score || compareText(x.a, y.a) || compareText(x.b, y.b));
}

/**
 * The same in no order, for a caller that does other things meanwhile: a hundred thousand customers take seconds,
 * and at each null, some milliseconds apart, is a place to pause.
 */
export function* searchDuplicates(customers: readonly Lookalike[]): Generator<Suggestion | null> {
  const traits: Traits[] = [];
  const places = new Map<string, number[]>();
  for (const [place, customer] of customers.entries()) {
    const read = traitsOf(customer);
    traits.push(read);
    for (const key of new Set(keysOf(read))) addTo(places, key, place);
    if (place % stride === 0) yield null;
  }
  let looked = 0;
  for (const [one, other] of pairsInBlocks(traits, places)) {
    if (++looked % stride === 0) yield null;
    const likeness = compareTraits(one, other);
    if (likeness.suggestion === null) continue;
    yield { a: one.customer.id, b: other.customer.id, ...likeness };
  }
}

const stride = 500;

/** The pairs that share at least one key, each once. Never all pairs: that would be five billion of 100,000. */
export function candidatePairs(customers: readonly Lookalike[]): [Lookalike, Lookalike][] {
  const traits = customers.map(traitsOf);
  const places = groupBy(traits.keys(), (place) => keysOf(traits[place]!));
  return [...pairsInBlocks(traits, places)].map(([a, b]) => [a.customer, b.customer]);
}

/** Under these words a customer is looked up; whoever shares one is worth a look. */
export function blockingKeys(customer: Lookalike): string[] {
  return keysOf(traitsOf(customer));
}

function* pairsInBlocks(
  traits: readonly Traits[],
  places: ReadonlyMap<string, number[]>,
): Generator<[Traits, Traits]> {
  const seen = new Set<number>();
  for (const block of blocksOf(traits, places)) {
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

function* blocksOf(
  traits: readonly Traits[],
  places: ReadonlyMap<string, number[]>,
): Generator<readonly number[]> {
  for (const block of places.values()) {
    if (block.length <= crowd) {
      yield block;
      continue;
    }
    const byName = groupBy(block.values(), (place) => soundsOf(traits[place]!));
    for (const part of byName.values()) if (part.length <= crowd) yield part;
  }
}

function groupBy(
  places: Iterable<number>,
  keysFor: (place: number) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const place of places) {
    for (const key of new Set(keysFor(place))) addTo(groups, key, place);
  }
  return groups;
}

function addTo(groups: Map<string, number[]>, key: string, place: number): void {
  const group = groups.get(key);
  if (group) group.push(place);
  else groups.set(key, [place]);
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
