import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readHistory } from '#scripts/simulate-year/check/history.ts';
import type { History, Violation } from '#scripts/simulate-year/check/history.ts';
import { checkYear } from '#scripts/simulate-year/checker.ts';
import { zone } from '#scripts/simulate-year/clinics.ts';
import { simulateYear } from '#scripts/simulate-year/year.ts';
import type { Year } from '#scripts/simulate-year/year.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import { log } from '#server/platform/log.ts';
import { heardAtOnce } from '#server/reactions.ts';

// Small years; `node scripts/simulate-year.ts` lives through as many large ones as anybody likes.
const seeds = Array.from({ length: 50 }, (_, index) => index + 1);
/** Years that are lived at the same time, so that the database has something to do while one of them thinks. */
const atOnce = 6;

interface Fault {
  name: string;
  kind: Violation['kind'];
  /** Says whether there was something to alter. */
  plant(history: History): boolean;
}

function alter<T>(rows: T[], is: (row: T) => boolean, change: (row: T) => void): boolean {
  const row = rows.find(is);
  if (row) change(row);
  return row !== undefined;
}

const faults: Fault[] = [
  {
    name: 'somebody who asked, and nothing came of it',
    kind: 'lost',
    plant: ({ customers }) => {
      const nobody = { id: 'nobody', name: '没人管的', birthday: null, birthdayCalendar: 'solar' };
      return customers.push({ ...nobody, isImported: false, createdAt: '2026-05-04T02:00:00.000Z' }) > 0;
    },
  },
  {
    name: 'a visitor whose followups were never planned',
    kind: 'lost',
    plant: (history) => {
      const isEarly = (at: string | null) => at !== null && at < '2026-11-01';
      const visit = history.visits.find(({ closedAt, isImported }) => !isImported && isEarly(closedAt));
      if (!visit) return false;
      const others = <T extends { customerId: string }>(rows: T[]) =>
        rows.filter(({ customerId }) => customerId !== visit.customerId);
      history.followups = others(history.followups);
      history.lost = others(history.lost);
      history.consultations = others(history.consultations);
      history.appointments = others(history.appointments);
      history.attempts = others(history.attempts);
      history.audit = history.audit.filter(({ subjectId }) => subjectId !== visit.customerId);
      return true;
    },
  },
  {
    name: 'a followup that lies for months',
    kind: 'forgotten',
    plant: (history) =>
      alter(
        history.followups,
        ({ state, closesAt }) => state === 'done' && closesAt < '2026-10-01',
        (followup) => {
          Object.assign(followup, { state: 'open', endedAt: null, version: 1 });
          history.attempts = history.attempts.filter(({ followupId }) => followupId !== followup.id);
        },
      ),
  },
  {
    name: 'a call at eleven in the evening',
    kind: 'out-of-hours',
    plant: ({ attempts }) =>
      alter(
        attempts,
        () => true,
        (attempt) => (attempt.at = `${attempt.at.slice(0, 10)}T15:00:00.000Z`),
      ),
  },
  {
    name: 'a call at no safe hour',
    kind: 'out-of-hours',
    plant: ({ attempts, discreet }) =>
      alter(
        attempts,
        ({ at }) => at.slice(11, 13) < '11',
        ({ customerId }) => {
          const safeHours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '19:30', to: '20:00' }];
          discreet.unshift({ customerId, since: '2026-01-01T00:00:00.000Z', safeHours });
        },
      ),
  },
  {
    name: 'a call to the dead',
    kind: 'not-to-be-called',
    plant: ({ attempts, audit }) =>
      alter(
        attempts,
        () => true,
        ({ customerId }) => {
          const died = { at: '2026-01-01T00:00:00.000Z', action: 'customer.deceased', subjectId: customerId };
          audit.push({ ...died, actorId: null, reason: null });
        },
      ),
  },
  {
    name: 'a survey of somebody who wants no contact',
    kind: 'not-to-be-called',
    plant: ({ attempts, followups }) => {
      const surveys = new Set(
        followups.filter(({ purpose }) => purpose === 'satisfaction').map(({ id }) => id),
      );
      const survey = attempts.find(({ followupId }) => surveys.has(followupId));
      if (!survey) return false;
      const refusal = { ...survey, callId: 'refusal', at: '2026-01-01T04:00:00.000Z' };
      return attempts.push({ ...refusal, refusedAll: true, undoneAt: null }) > 0;
    },
  },
  {
    name: 'a survey on a day on which somebody called already',
    kind: 'over-budget',
    plant: ({ attempts, followups }) => {
      const surveys = new Map(
        followups.filter(({ purpose }) => purpose === 'satisfaction').map((each) => [each.id, each]),
      );
      const isSpoken = ({ result, undoneAt }: History['attempts'][number]) =>
        result === 'reached' && undoneAt === null;
      const survey = attempts.find((each) => isSpoken(each) && surveys.has(each.followupId));
      if (
        !survey ||
        attempts.some(({ callId, followupId }) => callId === survey.callId && !surveys.has(followupId))
      )
        return false;
      for (const each of surveys.values()) each.closesAt = '2026-12-31T15:59:59.999Z';
      const at = new Date(Date.parse(survey.at) - 60_000).toISOString();
      return attempts.push({ ...survey, callId: 'a minute before', followupId: 'another', at }) > 0;
    },
  },
  {
    name: 'a followup of a visit that never was',
    kind: 'unexplained',
    plant: ({ plans }) =>
      alter(
        plans,
        ({ event }) => event === 'visit.closed',
        (plan) => (plan.eventKey = 'no-visit'),
      ),
  },
  {
    name: 'a birthday on another day',
    kind: 'unexplained',
    plant: ({ plans }) =>
      alter(
        plans,
        ({ event }) => event === 'birthday',
        (plan) => {
          plan.eventAt = new Date(Date.parse(plan.eventAt) - 3 * 86_400_000).toISOString();
        },
      ),
  },
  {
    name: 'a version that was not in force',
    kind: 'unexplained',
    plant: (history) =>
      alter(
        history.versions,
        ({ id }) => history.plans.some(({ versionId }) => versionId === id),
        (version) => {
          version.effectiveFrom = '2027-01-01T00:00:00.000Z';
          history.audit = history.audit.filter(({ subjectId }) => subjectId !== version.id);
        },
      ),
  },
  {
    name: 'a step that the version does not have',
    kind: 'unexplained',
    plant: ({ followups }) =>
      alter(
        followups,
        () => true,
        (followup) => (followup.stepKey = 'no-step'),
      ),
  },
  {
    name: 'a holder of another post',
    kind: 'unexplained',
    plant: (history) => {
      const doctor = history.staff.find(({ role }) => role === 'doctor')!;
      history.audit = history.audit.filter(({ action }) => action !== 'followups.followed-owner');
      const isPlain = ({ id }: { id: string }) => !history.audit.some(({ subjectId }) => subjectId === id);
      return alter(
        history.followups,
        (each) => each.role === 'cs_agent' && isPlain(each),
        (followup) => (followup.assigneeId = doctor.id),
      );
    },
  },
  {
    name: 'an answer that nobody gave',
    kind: 'unexplained',
    plant: ({ attempts }) =>
      alter(
        attempts,
        ({ result, undoneAt }) => result === 'reached' && undoneAt === null,
        (attempt) => (attempt.result = 'no_answer'),
      ),
  },
  {
    name: 'an end that nobody made',
    kind: 'unexplained',
    plant: ({ followups }) =>
      alter(
        followups,
        ({ state }) => state === 'ended',
        (followup) => (followup.endReason = '说不清'),
      ),
  },
  {
    name: 'a change that left no trace',
    kind: 'unexplained',
    plant: ({ followups }) =>
      alter(
        followups,
        () => true,
        (followup) => (followup.version += 1_000),
      ),
  },
  {
    name: 'a change that was lost',
    kind: 'unexplained',
    plant: ({ followups }) =>
      alter(
        followups,
        ({ state }) => state === 'done',
        (followup) => (followup.version = 1),
      ),
  },
  {
    name: 'a followup that was planned twice',
    kind: 'doubled',
    plant: ({ followups }) => followups.push({ ...followups[0]!, id: 'the same again' }) > 0,
  },
  {
    name: 'a call that the audit does not know',
    kind: 'unexplained',
    plant: (history) => {
      const before = history.audit.length;
      const [first] = history.attempts;
      history.audit = history.audit.filter(({ reason }) => reason !== first?.callId);
      return history.audit.length < before;
    },
  },
  {
    name: 'a call that is there twice',
    kind: 'doubled',
    plant: ({ audit }) =>
      alter(
        audit,
        ({ action }) => action === 'call.reached',
        (row) => audit.push({ ...row }),
      ),
  },
  {
    name: 'a lunar birthday kept by the other calendar',
    kind: 'unexplained',
    plant: ({ customers, plans }) =>
      alter(
        customers,
        ({ id, birthdayCalendar }) =>
          birthdayCalendar === 'lunar' &&
          plans.some((plan) => plan.event === 'birthday' && plan.customerId === id),
        (customer) => (customer.birthdayCalendar = 'solar'),
      ),
  },
  {
    name: 'a call about a cancellation that never was',
    kind: 'unexplained',
    plant: ({ appointments, plans }) => {
      const kept = appointments.find(
        ({ customerId, cancelledAt }) =>
          cancelledAt === null && plans.some((plan) => plan.customerId === customerId),
      );
      return (
        kept !== undefined &&
        alter(
          plans,
          ({ customerId }) => customerId === kept.customerId,
          (plan) =>
            Object.assign(plan, {
              event: 'appointment.cancelled',
              eventKey: `${kept.id} ${plan.eventAt}`,
            }),
        )
      );
    },
  },
  {
    name: 'a call about an absence that never was',
    kind: 'unexplained',
    plant: (history) => {
      history.audit = history.audit.filter(({ action }) => action !== 'appointment.missed');
      return history.plans.some(({ event }) => event === 'appointment.missed');
    },
  },
  {
    name: 'a message that nobody sent',
    kind: 'unexplained',
    plant: (history) => {
      history.audit = history.audit.filter(({ action }) => action !== 'message.queued');
      return history.messages.some(({ cause }) => cause === 'staff');
    },
  },
  {
    name: 'a message to the dead',
    kind: 'not-to-be-called',
    plant: ({ messages, audit }) =>
      alter(
        messages,
        () => true,
        ({ customerId }) => {
          const died = { at: '2026-01-01T00:00:00.000Z', action: 'customer.deceased', subjectId: customerId };
          audit.push({ ...died, actorId: null, reason: null });
        },
      ),
  },
  {
    name: 'an event that nobody heard',
    kind: 'unheard',
    plant: ({ unheardEvents }) => unheardEvents.push({ id: 'event', type: 'visit.closed' }) > 0,
  },
];

describe('a year of twenty clinics', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'carecurve-years-'));
  const db = new pg.Client({ connectionString: inject('ownerUrl') });
  // Not the tests' usual one: what these verbs ask has been read for its organization by their own tests.
  const database = openDatabase(inject('applicationUrl'), {
    heardAtOnce,
    connections: atOnce * 2,
    patienceMs: 150_000,
  });
  const years = new Map<number, { year: Year; history: History }>();

  const live = async (seed: number): Promise<void> => {
    const year = await simulateYear(database, {
      ...{ seed, dataDir, clinics: 20, customers: 2, nightEveryDays: 14, from: '2026-01-01', days: 365 },
      ...{ deathRate: 0.03, missRate: 0.1, jobs: 'followups' },
    });
    years.set(seed, { year, history: await readHistory(db, year.orgId, year.until, zone) });
  };

  beforeAll(async () => {
    // Processes that die say so.
    log.level = 'silent';
    await db.connect();
    const left = [...seeds];
    const liveOn = async (): Promise<void> => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) await live(seed);
    };
    await Promise.all(Array.from({ length: atOnce }, liveOn));
  }, 1_800_000);

  afterAll(async () => {
    await db.end();
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(seeds)('of seed %i loses nobody, calls nobody out of hours, explains every followup', (seed) => {
    expect(checkYear(years.get(seed)!.history)).toEqual([]);
  });

  it('is one in which people were called, and the process died at every point of a transaction', () => {
    const all = [...years.values()].map(({ year }) => year);
    expect(all.reduce((sum, { calls }) => sum + calls, 0)).toBeGreaterThan(50);
    const deaths = all.flatMap((year) => [...year.deaths.keys()]).join('; ');
    for (const point of ['between-questions', 'before-commit', 'after-commit'])
      expect(deaths).toContain(point);
  });

  describe('has a checker that', () => {
    it.each(faults)('sees $name', ({ kind, plant }) => {
      // No two years are quite the same: in one or the other what was altered may be nobody's any more.
      const isSeen = [...years.values()].some(({ history }) => {
        const altered = structuredClone(history);
        return plant(altered) && checkYear(altered).some((violation) => violation.kind === kind);
      });
      expect(isSeen).toBe(true);
    });
  });
});
