import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { ImportCounts } from '#domain/exchange/contract.ts';
import type { TriedSheet } from '../clients/importers.ts';
import type { Violation } from './violation.ts';

interface Batch {
  id: string;
  fileName: string;
  state: string;
  problem: string | null;
  counts: ImportCounts | null;
  silentSeconds: number;
  /** Rows that carry its id. */
  customers: number;
  appointments: number;
  visits: number;
}

// A dead process is noticed after a minute of silence, by a clock that looks every half minute.
const stuckAfterSeconds = 100;

/** Each sheet is in, whole and once, or not at all; each batch says which, and none goes on without a process. */
export async function checkImports(db: pg.Client, sheets: readonly TriedSheet[]): Promise<Violation[]> {
  const batches = await readBatches(db);
  const inside = await readInside(db);
  const byFile = Map.groupBy(batches, (batch) => batch.fileName);
  return [
    ...batches.flatMap(checkBatch),
    ...sheets.flatMap((sheet) => checkSheet(sheet, inside, byFile.get(sheet.fileName) ?? [])),
    ...checkStrangers(sheets, inside),
  ];
}

/** The sheets that are in. */
export async function sheetsInside(db: pg.Client, sheets: readonly TriedSheet[]): Promise<Set<TriedSheet>> {
  const { customers } = await readInside(db);
  return new Set(
    sheets.filter((sheet) => [...sheet.customerNumbers].some((number) => customers.has(number))),
  );
}

/** Batches whose process is at work, or died and was not found out yet; with `since`, only of the former. */
export async function batchesAtWork(db: pg.Client, since?: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from import_batches where state in ('checking', 'running') and beat_at >= coalesce($1, '-infinity'::timestamptz)`,
    [since ?? null],
  );
  return rows.map((row) => row.id);
}

/** The newest batch of each sheet that failed and was not brought in since. */
export async function failedBatches(db: pg.Client): Promise<{ id: string; fileName: string }[]> {
  const { rows } = await db.query<{ id: string; fileName: string }>(
    `select id, file_name as "fileName" from import_batches where state = 'failed' order by created_at desc`,
  );
  return rows;
}

/** Lets the dead be found out at once instead of after a minute. */
export async function ageBatches(db: pg.Client): Promise<void> {
  await db.query(
    `update import_batches set beat_at = beat_at - interval '65 seconds' where state in ('checking', 'running')`,
  );
}

interface Inside {
  customers: Map<string, number>;
  appointments: Map<string, { state: string; times: number; visits: number }>;
}

async function readInside(db: pg.Client): Promise<Inside> {
  const customers = await db.query<{ number: string; times: number }>(
    `select number, count(*)::int as times from customers where import_batch_id is not null group by number`,
  );
  const appointments = await db.query<{ number: string; state: string; times: number; visits: number }>(`
    select a.number, min(a.state) as state, count(distinct a.id)::int as times, count(v.id)::int as visits
    from appointments a left join visits v on v.org_id = a.org_id and v.appointment_id = a.id and v.state = 'closed'
    group by a.number`);
  return {
    customers: new Map(customers.rows.map((row) => [row.number, row.times])),
    appointments: new Map(appointments.rows.map((row) => [row.number, row])),
  };
}

async function readBatches(db: pg.Client): Promise<Batch[]> {
  const { rows } = await db.query<Batch>(`
    select b.id, b.file_name as "fileName", b.state, b.problem->>'code' as problem, b.counts,
      extract(epoch from clock_timestamp() - b.beat_at)::int as "silentSeconds",
      (select count(*)::int from customers c where c.org_id = b.org_id and c.import_batch_id = b.id) as customers,
      (select count(*)::int from appointments a where a.org_id = b.org_id and a.import_batch_id = b.id) as appointments,
      (select count(*)::int from visits v where v.org_id = b.org_id and v.import_batch_id = b.id) as visits
    from import_batches b`);
  return rows;
}

function checkBatch(batch: Batch): Violation[] {
  const words = `batch ${batch.id} of ${batch.fileName}, ${batch.state}`;
  const { customers, appointments, visits, counts } = batch;
  const brought = { customers, appointments, visits };
  if (batch.state === 'done') {
    const said = {
      customers: counts!.newCustomers,
      appointments: counts!.newAppointments,
      visits: counts!.newVisits,
    };
    if (isDeepStrictEqual(brought, said)) return [];
    return [
      {
        kind: 'altered',
        words: `${words}: says ${JSON.stringify(said)}, brought ${JSON.stringify(brought)}`,
      },
    ];
  }
  if (customers + appointments + visits > 0) {
    return [{ kind: 'half', words: `${words}: it brought ${JSON.stringify(brought)}` }];
  }
  if (['checking', 'running'].includes(batch.state)) {
    const isStuck = batch.silentSeconds > stuckAfterSeconds;
    return isStuck ? [{ kind: 'stuck', words: `${words}: silent for ${batch.silentSeconds} s` }] : [];
  }
  const isRight = batch.state === 'ready' || (batch.state === 'failed' && batch.problem === 'interrupted');
  return isRight ? [] : [{ kind: 'altered', words: `${words}: ${batch.problem}` }];
}

function checkSheet(sheet: TriedSheet, inside: Inside, batches: readonly Batch[]): Violation[] {
  const done = batches.filter((batch) => batch.state === 'done');
  const violations = done.flatMap((batch) => checkCounts(sheet, batch));
  const found = (kind: Violation['kind'], words: string): void => {
    violations.push({ kind, words: `${sheet.fileName}: ${words}` });
  };
  const customers = [...sheet.customerNumbers].map((number) => inside.customers.get(number) ?? 0);
  const appointments = [...sheet.appointments].map(([number, state]) => {
    const row = inside.appointments.get(number);
    if (row && (row.state !== state || row.visits !== (state === 'kept' ? 1 : 0))) {
      found('altered', `appointment ${number} should be ${state}: ${JSON.stringify(row)}`);
    }
    return row?.times ?? 0;
  });
  const times = [...customers, ...appointments];
  const there = times.filter((count) => count > 0).length;
  if (times.some((count) => count > 1)) found('doubled', 'rows of it are there more than once');
  if (there > 0 && there < times.length) found('half', `${there} of ${times.length} of its rows are there`);
  if (there === 0 && (sheet.isToldIn || done.length > 0)) found('lost', 'it was in and is not there');
  const bringers = done.filter((batch) => batch.counts!.newCustomers > 0);
  if (bringers.length !== (there > 0 ? 1 : 0))
    found('doubled', `${bringers.length} batches say they brought it in`);
  return violations;
}

function checkCounts(sheet: TriedSheet, batch: Batch): Violation[] {
  const kept = [...sheet.appointments.values()].filter((state) => state === 'kept').length;
  const isNew = batch.counts!.newCustomers > 0;
  const expected = {
    rows: sheet.rows,
    appointments: sheet.appointments.size,
    customers: sheet.customerNumbers.size,
    kept,
    missed: sheet.appointments.size - kept,
    warned: 0,
    rejected: 0,
    newCustomers: isNew ? sheet.customerNumbers.size : 0,
    newAppointments: isNew ? sheet.appointments.size : 0,
    newVisits: isNew ? kept : 0,
    plannedFollowups: 0,
  };
  if (isDeepStrictEqual(batch.counts, expected)) return [];
  const words = `${sheet.fileName}: batch ${batch.id} counted ${JSON.stringify(batch.counts)}, the file has ${JSON.stringify(expected)}`;
  return [{ kind: 'altered', words }];
}

function checkStrangers(sheets: readonly TriedSheet[], inside: Inside): Violation[] {
  const wanted = new Set(sheets.flatMap((sheet) => [...sheet.customerNumbers, ...sheet.appointments.keys()]));
  return [...inside.customers.keys(), ...inside.appointments.keys()]
    .filter((number) => !wanted.has(number))
    .map((number) => ({ kind: 'altered', words: `no sheet has ${number}` }));
}
