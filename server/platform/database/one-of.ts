import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/**
 * Whether the column, an id, is one of these. A single one is compared as such: a list the database takes to be ten
 * long where it keeps a plan, and therefore plans anew each time for one that is shorter.
 */
export function isOneOf(column: string, ids: readonly string[]): RawBuilder<boolean> {
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0
    ? sql<boolean>`${sql.ref(column)} = ${only}::uuid`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}
