import { createHash } from 'node:crypto';
import { sql } from 'kysely';

/**
 * Put at the end of a question by a key that is asked all day: the database reads and plans it once a connection.
 * Not for one whose best plan depends on what is asked for, as a search's does.
 */
export const often = sql`/* often */`;

const longest = 2_000;

/**
 * Gives the name under which the database keeps a statement; undefined where it is read anew each time. Each connection
 * keeps them all: after `most` of them, what makes texts of its own without end gets no names.
 */
export function statementNames(most = 1_000): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most || text.length > longest || !isAskedOften(text)) return undefined;
    const name = createHash('sha1').update(text).digest('hex');
    names.set(text, name);
    return name;
  };
}

export const preparedName = statementNames();

/** Single rows are written and changed by their keys, whatever is in them. */
function isAskedOften(text: string): boolean {
  return /^(insert into|update) "/.test(text) || text.endsWith('/* often */');
}
