import { createHash } from 'node:crypto';
import { sql } from 'kysely';

/**
 * Put at the end of a question by a key that is asked all day: the database reads and plans it once a connection.
 * Not for one whose best plan depends on what is asked for, as a search's does.
 */
export const often = sql`/* often */`;

const longest = 2_000;
/** Each connection keeps them all: what makes texts of its own without end gets no names. */
const mostNames = 300;
const names = new Map<string, string>();

/** The name under which the database keeps the statement; undefined where it is read anew each time. */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames || text.length > longest || !isAskedOften(text)) return undefined;
  const name = createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}

/** Single rows are written and changed by their keys, whatever is in them. */
function isAskedOften(text: string): boolean {
  return /^(insert into|update) "/.test(text) || text.endsWith('/* often */');
}
