import type pg from 'pg';
import { endOfDay, instantAt } from '#domain/base/time.ts';
import { plansOwed } from '#domain/followups/plan.ts';
import type { PlanningEvent } from '#domain/followups/plan.ts';
import { standardVersions } from '#domain/followups/standard-protocols.ts';
import type { TreatmentCategory, VisitKind } from '#domain/visits/visit.ts';
import { trialClock, zone } from '../sheets.ts';
import type { Violation } from './violation.ts';

const protocols = standardVersions();
const openAt = instantAt(trialClock, zone);
const lastMonth = '2026-02';

interface VisitRow {
  id: string;
  customerId: string;
  clinicId: string;
  kind: VisitKind;
  closedAt: string;
  month: string;
  isImported: boolean;
  categories: TreatmentCategory[];
}

/** One followup that is owed, in the clinic's own words: whom, for what, which step. */
type Owed = string;

/**
 * Everything that happened is owed its followups once: what the rules say of the visits, months and calls in the
 * database, worked out here from nothing else, against what was planned.
 */
export function planChecker(): (db: pg.Client) => Promise<Violation[]> {
  // A closed visit never changes, so what it owes is worked out once.
  const owedByVisit = new Map<string, Owed[]>();
  return async (db) => {
    const owed = new Set<Owed>();
    const seenLastMonth = new Map<string, VisitRow>();
    for (const visit of await readVisits(db)) {
      if (!owedByVisit.has(visit.id)) owedByVisit.set(visit.id, owedBy(afterVisit(visit), visit.isImported));
      for (const each of owedByVisit.get(visit.id)!) owed.add(each);
      if (visit.isImported && visit.month === lastMonth) seenLastMonth.set(visit.customerId, visit);
    }
    for (const visit of seenLastMonth.values())
      for (const each of owedBy(afterMonth(visit), true)) owed.add(each);
    for (const event of await readLowScores(db)) for (const each of owedBy(event, false)) owed.add(each);
    return compare(owed, await readPlanned(db));
  };
}

function owedBy(event: PlanningEvent, isHistory: boolean): Owed[] {
  return plansOwed(protocols, event, { zone, openAt: isHistory ? openAt : undefined }).flatMap((plan) =>
    plan.followups.map((followup) =>
      [event.customerId, event.event, event.key, plan.protocol.definition.code, followup.stepKey].join(' '),
    ),
  );
}

function compare(owed: ReadonlySet<Owed>, planned: ReadonlyMap<Owed, number>): Violation[] {
  const violations: Violation[] = [];
  for (const each of owed)
    if (!planned.has(each)) violations.push({ kind: 'lost', words: `not planned: ${each}` });
  for (const [each, times] of planned) {
    if (times > 1) violations.push({ kind: 'doubled', words: `planned ${times} times: ${each}` });
    if (!owed.has(each)) violations.push({ kind: 'altered', words: `planned for no reason: ${each}` });
  }
  return violations;
}

function afterVisit(visit: VisitRow): PlanningEvent {
  return {
    event: 'visit.closed',
    key: visit.id,
    at: visit.closedAt,
    customerId: visit.customerId,
    clinicId: visit.clinicId,
    visitId: visit.id,
    visitKind: visit.kind,
    categories: visit.categories,
  };
}

function afterMonth(visit: VisitRow): PlanningEvent {
  return {
    event: 'month.closed',
    key: lastMonth,
    at: endOfDay(`${lastMonth}-28`, zone),
    customerId: visit.customerId,
    clinicId: visit.clinicId,
    visitId: null,
    visitKind: null,
    categories: [],
  };
}

async function readVisits(db: pg.Client): Promise<VisitRow[]> {
  const { rows } = await db.query<VisitRow>(`
    select v.id, v.customer_id as "customerId", v.clinic_id as "clinicId", v.kind,
      to_char(v.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closedAt",
      to_char(v.visited_on, 'YYYY-MM') as month, v.import_batch_id is not null as "isImported",
      array(select t.category from treatments t where t.org_id = v.org_id and t.visit_id = v.id) as categories
    from visits v where v.state = 'closed'`);
  return rows;
}

/** Answers under 8 to anything but a call that was itself the answer to a low score. */
async function readLowScores(db: pg.Client): Promise<PlanningEvent[]> {
  const { rows } = await db.query<{ callId: string; customerId: string; clinicId: string }>(`
    select distinct a.call_id as "callId", a.customer_id as "customerId", f.clinic_id as "clinicId"
    from attempts a
    join followups f on f.org_id = a.org_id and f.id = a.followup_id
    join plans p on p.org_id = f.org_id and p.id = f.plan_id
    where a.result = 'reached' and a.score < 8 and a.undone_at is null and p.event <> 'satisfaction.low'`);
  return rows.map(({ callId, customerId, clinicId }) => ({
    event: 'satisfaction.low',
    key: callId,
    at: openAt,
    customerId,
    clinicId,
    visitId: null,
    visitKind: null,
    categories: [],
  }));
}

async function readPlanned(db: pg.Client): Promise<Map<Owed, number>> {
  const { rows } = await db.query<{ owed: Owed; times: number }>(`
    select concat_ws(' ', f.customer_id, p.event, p.event_key, v.code, f.step_key) as owed, count(*)::int as times
    from followups f
    join plans p on p.org_id = f.org_id and p.id = f.plan_id
    join protocol_versions v on v.org_id = p.org_id and v.id = p.protocol_version_id
    group by 1`);
  return new Map(rows.map((row) => [row.owed, row.times]));
}
