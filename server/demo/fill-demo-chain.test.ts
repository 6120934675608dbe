import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import type { AttemptOutcome } from '#domain/messaging/after-attempt.ts';
import { stages } from '#domain/reception/stage.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import { violations } from '#scripts/outbox-rounds/checker.ts';
import { onScratchDatabase } from '#scripts/schema/scratch-database.ts';
import type { Context, Database } from '#server/platform/context.ts';
import { applicationUrl } from '#server/platform/database/migrate.ts';
import { openDatabase } from '#server/platform/database/pool.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { keysOf } from '#server/platform/keys.ts';
import { showAccuracy } from '../modules/classes/show-accuracy.ts';
import { showOutcomes } from '../modules/consultations/show-outcomes.ts';
import { checkCoverageNow } from '../modules/coverage/check-coverage.ts';
import { listCustomers } from '../modules/customers/list-customers.ts';
import { showEvidence } from '../modules/evidence/show-evidence.ts';
import { listToday } from '../modules/followups/list-today.ts';
import { listUnfinished } from '../modules/followups/list-unfinished.ts';
import { aProvider } from '../modules/messaging/an-outbox.fixture.ts';
import { editAccount, listAccounts } from '../modules/messaging/edit-accounts.ts';
import { listMessages } from '../modules/messaging/list-messages.ts';
import { listReplies } from '../modules/messaging/list-replies.ts';
import { listWays } from '../modules/messaging/list-ways.ts';
import { sendDue, settleDoubts } from '../modules/messaging/send-due.ts';
import { showBoard } from '../modules/reception/show-board.ts';
import { listClinics } from '../modules/staff/edit-clinics.ts';
import { listStaff } from '../modules/staff/edit-staff.ts';
import { systemContext } from '../modules/staff/gate.ts';
import { isEmptyInstallation } from '../modules/staff/open-organization.ts';
import { settle } from '../settle.ts';
import { runClock } from '../worker.ts';
import type { Colleague } from './chain.ts';
import { fillDemoChain } from './fill-demo-chain.ts';
import type { FilledChain } from './fill-demo-chain.ts';
import { heardAtOnce } from '../reactions.ts';

// Early in a month, when its round makes work for everybody.
const clock = { now: () => '2026-03-04T02:30:00.000Z' };
const customers = 400;

let house: { database: Database; clock: typeof clock; dataDir: string };
let filled: FilledChain;
let finish: () => void;
let whole: Promise<void>;

beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-demo-'));
  await new Promise<void>((ready, failed) => {
    whole = onScratchDatabase(async (ownerUrl) => {
      const database = openDatabase(await applicationUrl(ownerUrl), {
        heardAtOnce,
        connections: 4,
        checkTenancy: true,
      });
      house = { database, clock, dataDir };
      ready();
      await new Promise<void>((done) => (finish = done));
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    whole.catch(failed);
  });
});
afterAll(async () => {
  finish();
  await whole;
});

/** What this colleague sees at the hour of the fill. */
async function by(colleague: Colleague): Promise<Context> {
  const { id, role, clinic } = colleague;
  const clinicIds = clinic === null ? ('all' as const) : [filled.chain.clinics[clinic]!.id];
  return {
    ...(await systemContext(house, filled.orgId)),
    zone: 'Asia/Shanghai',
    actor: {
      kind: 'staff',
      id,
      role,
      treats: false,
      permissions: permissionsOf[role],
      clinicIds,
      teamIds: [],
    },
  };
}

function colleagues(role: string): Colleague[] {
  return filled.chain.staff.filter((each) => each.role === role);
}

const whoever = { page: 1, pageSize: 50 };

describe('filling a demo chain', () => {
  it('leaves nothing behind when it is cut off', async () => {
    // Where the sign-ins should be kept there is a folder in the way: the very last thing before the commit fails.
    const inTheWay = { ...house, dataDir: path.join(house.dataDir, 'in-the-way') };
    await mkdir(path.join(inTheWay.dataDir, 'demo-sign-ins.txt'), { recursive: true });

    await expect(fillDemoChain(inTheWay, { customers: 20 })).rejects.toThrow();

    expect(await isEmptyInstallation(house)).toBe(true);
  });

  it('gives three clinics, sixty people of every role, and as many customers as asked for', async () => {
    const said: string[] = [];
    filled = (await fillDemoChain(house, { customers, onProgress: (line) => said.push(line) }))!;

    const ctx = await by(colleagues('owner')[0]!);
    const staff = (await listStaff(ctx)).items;
    expect((await listClinics(ctx)).items).toHaveLength(3);
    expect(staff).toHaveLength(60);
    expect(new Set(staff.map((each) => each.role)).size).toBe(10);
    expect(staff.every((each) => each.state === 'active' && each.login !== null)).toBe(true);
    expect((await listCustomers(ctx, whoever)).total).toBe(customers);
    expect(said.join('\n')).toContain(filled.password);
  });

  it('keeps the sign-ins where only the owner of the data folder reads them', async () => {
    const file = path.join(house.dataDir, 'demo-sign-ins.txt');
    expect(await readFile(file, 'utf8')).toContain(filled.password);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('gives the agents a day with work in it, and the supervisor yesterday’s', async () => {
    const lists = await Promise.all(
      colleagues('cs_agent').map(async (agent) => listToday(await by(agent), { ...whoever, scope: 'mine' })),
    );
    expect(lists.reduce((sum, list) => sum + list.customers, 0)).toBeGreaterThan(0);

    const supervisor = await by(colleagues('cs_supervisor')[0]!);
    const unfinished = await listUnfinished(supervisor, { ...whoever, kind: 'missed' });
    expect(unfinished.people.reduce((sum, person) => sum + person.owed, 0)).toBeGreaterThan(0);
  });

  it('gives the desk contacts with and without a class, of which some turned out to be another', async () => {
    const [supervisor] = colleagues('cs_supervisor');
    const ctx = await by(supervisor!);
    const { total, people } = await showAccuracy(ctx, { against: 'confirmed' });
    expect(people.length).toBeGreaterThan(1);
    expect(total.classified.share).toBeGreaterThan(0.8);
    expect(total.accuracy.of).toBeGreaterThan(0);
  });

  it('gives the consultants some who said yes, and some who did not', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    const { total } = await showOutcomes(ctx, { from: '2000-01-01' });
    expect(total.closed).toBeGreaterThan(total.deals);
  });

  it('has answered nearly everybody who came or asked, as a chain that works with this does', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    const { kept, of } = await checkCoverageNow(ctx, {});
    expect(kept / of).toBeGreaterThan(0.98);
  });

  it('gives the desk of a clinic somebody in every column of the board', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    const { cards } = await showBoard(ctx, { clinicId: filled.chain.clinics[0]!.id });
    expect(new Set(cards.map(({ stage }) => stage))).toEqual(new Set(stages));
  });

  it('gives the outbox messages that kept what is promised of them, answers, and calls that a log shows', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    const found = await inTransaction(ctx, async ({ db, orgId }) => ({
      messages: await db.selectFrom('messages').selectAll().where('org_id', '=', orgId).execute(),
      attempts: await db.selectFrom('message_attempts').selectAll().where('org_id', '=', orgId).execute(),
    }));
    const sent = found.messages.filter(({ cause_kind }) => cause_kind !== 'confirmation');
    expect(sent.filter(({ state }) => state === 'delivered').length).toBeGreaterThan(5);
    expect(
      violations({
        planned: sent.map(({ id }) => id),
        messages: sent.map((one) => ({
          ...{ id: one.id, state: one.state, kind: one.kind, reason: one.reason, dueAt: one.due_at },
          ...{ customerId: one.customer_id!, causeId: one.cause_id, templateKey: one.template_key },
        })),
        calls: found.attempts.map((one) => ({
          ...{ messageId: one.message_id, attemptId: one.id, to: '', accountKind: 'aliyun-sms' as const },
          ...{
            at: one.started_at,
            told: one.outcome as AttemptOutcome,
            taken: one.outcome !== 'refused',
            wasTwin: false,
          },
        })),
        receipts: { stored: 0, distinct: 0 },
        now: ctx.now,
      }),
    ).toEqual([]);
    expect((await listReplies(ctx, { ...whoever, list: 'open' })).total).toBeGreaterThan(0);
    const { all } = await showEvidence(ctx, {});
    expect(all.E1).toBeGreaterThan(all.E0);
  });

  it('calls no provider, whatever account is switched on', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    const { items } = await listAccounts(ctx);
    const { id, version } = items.find(({ testResult }) => testResult === 'ok')!;
    const keys = keysOf(house.dataDir);
    await editAccount(ctx, { id, version, isEnabled: true }, keys);
    const { sent, outbox } = aProvider();

    const tomorrow = { ...(await systemContext(house, filled.orgId)), now: addHours(clock.now(), 30) };
    await sendDue(tomorrow, { ...outbox, keys });
    await settleDoubts(tomorrow, { ...outbox, keys });

    expect(sent).toEqual([]);
    expect(await listWays(ctx)).toMatchObject({ items: [], isMadeUp: true });
    expect((await listMessages(ctx, { ...whoever, list: 'waiting' })).items).toEqual([]);
  });

  it('leaves nothing for the clock to plan a second time', async () => {
    const ctx = await by(colleagues('owner')[0]!);
    // Who left a moment ago is heard of first.
    await settle(house, filled.orgId);
    const before = (await listToday(ctx, { ...whoever, scope: 'all' })).followups;

    await runClock(house);
    await settle(house, filled.orgId);

    expect((await listToday(ctx, { ...whoever, scope: 'all' })).followups).toBe(before);
  });

  it('does nothing where there is an organization already', async () => {
    const said: string[] = [];
    expect(await fillDemoChain(house, { onProgress: (line) => said.push(line) })).toBeNull();
    expect(said).toEqual(['The database is not empty: no demo chain is filled in.']);
  });
});
