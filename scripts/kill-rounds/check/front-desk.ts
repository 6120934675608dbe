import type pg from 'pg';
import type { Entry } from '../clients/history.ts';
import type { Violation } from './violation.ts';

interface Found {
  id: string;
  /** The key of the write that made it, or made it what it is. */
  key: string;
}

/** Customers and visits that were acknowledged are there once, as they were sent; those refused are not. */
export async function checkFrontDesk(db: pg.Client, entries: readonly Entry[]): Promise<Violation[]> {
  const of = (act: string) => entries.filter((entry) => entry.asked.act === act);
  return [
    ...compare(of('customer'), await customersThere(db)),
    ...compare(of('visit-open'), await visitsThere(db)),
    ...compare(of('visit-edit'), await editsThere(db)),
    ...compareClosing(of('visit-close'), await closedVisits(db)),
  ];
}

export async function frontDeskThere(db: pg.Client): Promise<Set<string>> {
  const found = [await customersThere(db), await visitsThere(db), await editsThere(db)].flat();
  return new Set(found.map(({ key }) => key));
}

export async function closedVisits(db: pg.Client): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from visits where state = 'closed' and import_batch_id is null`,
  );
  return new Set(rows.map((row) => row.id));
}

async function customersThere(db: pg.Client): Promise<Found[]> {
  const { rows } = await db.query<Found>(
    `select id, right(notes, 36) as key from customers where import_batch_id is null`,
  );
  return rows;
}

async function visitsThere(db: pg.Client): Promise<Found[]> {
  const { rows } = await db.query<Found>(
    `select id, right(chief_complaint, 36) as key from visits where import_batch_id is null`,
  );
  return rows;
}

async function editsThere(db: pg.Client): Promise<Found[]> {
  const { rows } = await db.query<Found>(`select visit_id as id, right(name, 36) as key from treatments`);
  return rows;
}

function compare(entries: readonly Entry[], found: readonly Found[]): Violation[] {
  const byKey = Map.groupBy(found, ({ key }) => key);
  const asked = new Set(entries.map((entry) => entry.asked.key));
  const strangers = [...byKey.keys()].filter((key) => !asked.has(key));
  return [
    ...strangers.map((key): Violation => ({ kind: 'altered', words: `nobody asked for ${key}` })),
    ...entries.flatMap(({ asked, told }): Violation[] => {
      const its = byKey.get(asked.key) ?? [];
      const words = `${asked.act} ${asked.key}`;
      if (its.length > 1) return [{ kind: 'doubled', words: `${words} is there ${its.length} times` }];
      if (!told) return [];
      if (told.status !== 200)
        return its.length === 0 ? [] : [{ kind: 'altered', words: `${words} was refused` }];
      if (its.length === 0) return [{ kind: 'lost', words: `${words} was acknowledged and is not there` }];
      const { id } = told.body as { id: string };
      return its[0]!.id === id ? [] : [{ kind: 'altered', words: `${words} is not ${id} any more` }];
    }),
  ];
}

function compareClosing(entries: readonly Entry[], closed: ReadonlySet<string>): Violation[] {
  return entries
    .filter(({ asked, told }) => told?.status === 200 && !closed.has(visitOf(asked.path)))
    .map(({ asked }) => ({
      kind: 'lost',
      words: `the closing of ${visitOf(asked.path)}, which was acknowledged`,
    }));
}

export const visitOf = (path: string): string => path.split('/')[2]!;
