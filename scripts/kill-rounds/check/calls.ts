import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import type { RecordCall, RecordedCall } from '#domain/followups/contract.ts';
import type { z } from 'zod';
import type { Entry } from '../clients/history.ts';
import type { Violation } from './violation.ts';

interface AttemptRow {
  callId: string;
  key: string;
  isUndone: boolean;
  /** What was heard, as the caller sent it. */
  heard: object;
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Every acknowledged call is there once and word for word, every refused one is not, and one in doubt happened
 * whole or not at all.
 */
export async function checkCalls(db: pg.Client, entries: readonly Entry[]): Promise<Violation[]> {
  const byKey = Map.groupBy(await readAttempts(db), (attempt) => attempt.key);
  const calls = entries.filter((entry) => entry.asked.act === 'call');
  const violations = calls.flatMap((entry) => compare(entry, byKey.get(entry.asked.key) ?? []));
  const asked = new Set(calls.map((entry) => entry.asked.key));
  const strangers = [...byKey.keys()].filter((key) => !asked.has(key));
  return [
    ...violations,
    ...strangers.map((key): Violation => ({ kind: 'altered', words: `nobody asked for the call ${key}` })),
    ...(await checkFollowups(db)),
    ...(await checkAudit(db)),
  ];
}

/** The keys of the calls that left attempts. */
export async function callsThere(db: pg.Client): Promise<Set<string>> {
  return new Set((await readAttempts(db)).map((attempt) => attempt.key));
}

async function readAttempts(db: pg.Client): Promise<AttemptRow[]> {
  const { rows } = await db.query<AttemptRow>(`
    select call_id as "callId", right(notes, 36) as key, undone_at is not null as "isUndone",
      json_build_object('customerId', customer_id, 'followupId', followup_id, 'channel', channel, 'result', result,
        'durationSeconds', duration_seconds, 'score', score, 'notes', notes, 'problem', problem,
        'actionPlan', action_plan, 'nextAppointmentOn', next_appointment_on, 'callBackAt', ${iso('call_back_at')},
        'reason', reason) as heard
    from attempts order by followup_id`);
  return rows;
}

function compare({ asked, told }: Entry, attempts: AttemptRow[]): Violation[] {
  const found = (kind: Violation['kind'], words: string): Violation[] => [
    { kind, words: `call ${asked.key}: ${words}` },
  ];
  const wanted = heardIn(asked.body as RecordCall);
  const callIds = [...new Set(attempts.map((attempt) => attempt.callId))];
  if (callIds.length > 1) return found('doubled', `it is there as ${callIds.join(' and ')}`);
  if (attempts.length === 0) {
    return told?.status === 200 ? found('lost', 'it was acknowledged and is not there') : [];
  }
  if (told && told.status !== 200) return found('altered', `it was refused (${told.status}) and is there`);
  if (attempts.length < wanted.length)
    return found('half', `${attempts.length} of ${wanted.length} followups`);
  if (attempts.length > wanted.length)
    return found('doubled', `${attempts.length} attempts for ${wanted.length}`);
  if (attempts.some((attempt) => attempt.isUndone)) return found('lost', 'it was taken back');
  if (
    !isDeepStrictEqual(
      attempts.map((attempt) => attempt.heard),
      wanted,
    )
  ) {
    return found(
      'altered',
      `${JSON.stringify(attempts.map((attempt) => attempt.heard))} is not what was sent`,
    );
  }
  const acknowledged = told && (told.body as z.infer<typeof RecordedCall>).callId;
  return acknowledged && acknowledged !== callIds[0] ? found('altered', `it was ${acknowledged} before`) : [];
}

/** As `readAttempts` gives them: one object a followup, in the order of their ids. */
function heardIn({ followups, refusesAllContact: _refusal, ...call }: RecordCall): object[] {
  return followups
    .map(({ version: _version, ...heard }) => ({ ...call, ...heard }))
    .sort((a, b) => (a.followupId < b.followupId ? -1 : 1));
}

/** A followup ends by one answer, and each try moved it on by one version: no update was lost. */
async function checkFollowups(db: pg.Client): Promise<Violation[]> {
  const { rows } = await db.query<{
    id: string;
    state: string;
    version: number;
    tries: number;
    ends: number;
  }>(`
    select f.id, f.state, f.version, count(a.id)::int as tries,
      count(a.id) filter (where a.result in ('reached', 'refused'))::int as ends
    from followups f left join attempts a on a.org_id = f.org_id and a.followup_id = f.id and a.undone_at is null
    group by f.org_id, f.id
    having f.version <> 1 + count(a.id)
      or count(a.id) filter (where a.result = 'reached') <> (f.state = 'done')::int
      or count(a.id) filter (where a.result = 'refused') <> (f.state = 'refused')::int`);
  return rows.map(({ id, ...is }) => ({
    kind: is.ends > 1 ? 'doubled' : 'altered',
    words: `followup ${id}: ${JSON.stringify(is)}`,
  }));
}

async function checkAudit(db: pg.Client): Promise<Violation[]> {
  const { rows } = await db.query<{ call: string; entries: number }>(`
    select c.call_id as call, count(e.id)::int as entries
    from (select distinct org_id, call_id from attempts) c
    left join audit_entries e on e.org_id = c.org_id and e.reason = c.call_id::text and e.action like 'call.%'
    group by c.call_id having count(e.id) <> 1`);
  return rows.map(({ call, entries }) => ({
    kind: entries === 0 ? 'lost' : 'doubled',
    words: `call ${call} has ${entries} audit entries`,
  }));
}
