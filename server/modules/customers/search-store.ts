import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';
import { lookLikeInitials } from '#domain/customers/search.ts';
import type { SearchTerm } from '#domain/customers/search.ts';
import { readingsOf } from './pinyin.ts';

type Condition = RawBuilder<SqlBool>;

/** One way to find customers `c`: an index gives them in its order, so that a page of them reads a page of it. */
export interface Way {
  fits: Condition;
  /** Sorted by this before the name: what was typed in full stands before what goes on. */
  first: RawBuilder<string> | null;
}

/** All the ways in which customers are found by these terms, the closest first; a customer may be found in several. */
export function waysOf(terms: readonly SearchTerm[]): Way[] {
  const exact = terms.flatMap(exactly);
  return [
    ...(exact.length > 0 ? [byName(sql<boolean>`(${sql.join(exact, sql` or `)})`)] : []),
    ...terms.flatMap(waysOfTerm),
  ];
}

/** Few are found so: together they are one question. */
function exactly(term: SearchTerm): Condition[] {
  switch (term.by) {
    case 'last-four':
      return [sql<boolean>`c.phone_last4 = ${term.digits}`];
    case 'phone':
      return [sql<boolean>`c.phone = ${term.phone}`];
    case 'number':
      return [sql<boolean>`c.number = ${term.number}`];
    default:
      return [];
  }
}

function waysOfTerm(term: SearchTerm): Way[] {
  switch (term.by) {
    case 'number-start':
      return [byColumn('c.number', term.start)];
    case 'letters': {
      const bySound = byName(startsWith('c.name_pinyin', term.start));
      const byInitials = byColumn('c.name_initials', term.start);
      return lookLikeInitials(term.start) ? [byInitials, bySound] : [bySound, byInitials];
    }
    case 'name-start':
      return byStartOfName(term.start);
    case 'name-inside':
      return [
        ...byStartOfName(term.part),
        byColumn('c.name_from_second', term.part),
        byColumn('c.name_from_third', term.part),
        // Few names are that long; they have an index of their own.
        byName(sql<boolean>`(char_length(c.name) > 4 and strpos(c.name, ${term.part}) > 3)`),
      ];
    default:
      return [];
  }
}

/** Read in each of its ways, because the list stands in the order of the sounds and not of the signs. */
function byStartOfName(start: string): Way[] {
  const starts = startsWith('c.name', start);
  const readings = readingsOf(start);
  if (readings === null) return [byName(starts)];
  return readings
    .toSorted()
    .map((reading) => byName(sql<boolean>`(${startsWith('c.name_pinyin', reading)} and ${starts})`));
}

const byName = (fits: Condition): Way => ({ fits, first: null });

const byColumn = (column: string, start: string): Way => ({
  fits: startsWith(column, start),
  first: sql.ref(column),
});

/** As a range, byte by byte: row-level security lets no LIKE near an index, because it is not leakproof. */
function startsWith(column: string, start: string): Condition {
  return sql<boolean>`(${sql.ref(column)} ~>=~ ${start} and ${sql.ref(column)} ~<=~ ${`${start}\u{10ffff}`})`;
}
