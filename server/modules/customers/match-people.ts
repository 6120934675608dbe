import type { CalendarDate } from '#domain/base/time.ts';
import { likenessesOf } from '#domain/exchange/people.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectByNumbers } from './store.ts';
import { selectKnownIds, selectNamesakes } from './bulk-store.ts';

/** A person a sheet speaks of, with the id that is always theirs when this sheet makes their record. */
export interface Sought {
  id: string;
  number: string | null;
  name: string | null;
  phone: string | null;
  birthday: CalendarDate | null;
}

/**
 * Who of these has a record already: by the chart number; without one by name and phone, name and birthday, or by
 * the record an earlier reading of the same sheet made, however it was corrected since. Gives the record's id by
 * the id sought.
 */
export async function matchPeople(
  ctx: TransactionContext,
  people: readonly Sought[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const numbered = people.filter((person) => person.number !== null);
  const unnumbered = people.filter((person) => person.number === null);
  if (numbered.length > 0) {
    const rows = await selectByNumbers(
      ctx,
      numbered.map((person) => person.number!),
    );
    const byNumber = new Map(rows.map((row) => [row.number, row.id]));
    for (const person of numbered) remember(found, person, byNumber.get(person.number!));
  }
  if (unnumbered.length > 0) {
    const byLikeness = await likenessesKnown(ctx, unnumbered);
    const made = await selectKnownIds(
      ctx,
      unnumbered.map((person) => person.id),
    );
    for (const person of unnumbered) {
      const alike = likenessesOf(person).find((likeness) => byLikeness.has(likeness));
      remember(found, person, alike ? byLikeness.get(alike) : made.get(person.id));
    }
  }
  return found;
}

async function likenessesKnown(
  ctx: TransactionContext,
  people: readonly Sought[],
): Promise<Map<string, string>> {
  const names = namesOf(people);
  const phones = people.map((person) => person.phone).filter((phone) => phone !== null);
  const birthdays = people.map((person) => person.birthday).filter((birthday) => birthday !== null);
  const rows = [
    ...(phones.length > 0 ? await selectNamesakes(ctx, names, { phones }) : []),
    ...(birthdays.length > 0 ? await selectNamesakes(ctx, names, { birthdays }) : []),
  ];
  const known = new Map<string, string>();
  for (const row of rows) {
    for (const likeness of likenessesOf(row)) if (!known.has(likeness)) known.set(likeness, row.id);
  }
  return known;
}

function namesOf(people: readonly Sought[]): string[] {
  return [...new Set(people.map((person) => person.name).filter((name) => name !== null))];
}

function remember(found: Map<string, string>, person: Sought, id: string | undefined): void {
  if (id !== undefined) found.set(person.id, id);
}
