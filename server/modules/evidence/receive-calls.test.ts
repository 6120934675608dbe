import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addHours, addMinutes } from '#domain/base/time.ts';
import { mostBytes, mostRequestsPerMinute } from '#domain/evidence/telephone.ts';
import { editCustomer } from '#server/modules/customers/edit-customer.ts';
import { getCustomer } from '#server/modules/customers/get-customer.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { undoCall } from '#server/modules/followups/undo-call.ts';
import { addPhone } from '#server/modules/records/add-phone.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { keysOf } from '#server/platform/keys.ts';
import { runClock } from '#server/worker.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, later, morning, settled } from '#tests/support/clinic.ts';
import { anApp } from '#tests/support/http.ts';
import {
  addTelephone,
  editTelephone,
  listTelephones,
  nameExtension,
  replaceTelephoneSecret,
} from './edit-telephones.ts';
import { listEvidence } from './show-evidence.ts';
import { signCalls } from './sign-calls.ts';

let dataDir: string;
let app: FastifyInstance;
/** Ten in the evening by the clinic's clock: everything of the day is over. */
const evening = addHours(morning, 13);
let now = evening;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
  app = await anApp({ now: () => now }, dataDir);
});
afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** A clinic whose telephone system was set up. */
async function aTelephone() {
  now = evening;
  const { ctx } = await aClinic();
  const keys = keysOf(dataDir);
  const { system, token, secret } = await addTelephone(ctx, { name: '前台总机' }, keys);
  return { ctx, keys, system, token: token!, secret };
}

const spoken = {
  ...{ key: 'A1', phone: '013800001234', direction: 'out', person: '8001' },
  ...{ startedAt: addHours(morning, 1), seconds: 90 },
};

interface Telling {
  token: string;
  secret: string;
  calls?: readonly object[];
  sentAt?: string;
  signature?: string;
  body?: string;
}

function tell({ token, secret, calls = [spoken], ...said }: Telling) {
  const body = said.body ?? JSON.stringify({ calls });
  const sentAt = said.sentAt ?? String(Math.floor(Date.parse(now) / 1000));
  const signature = said.signature ?? signCalls(secret, sentAt, Buffer.from(body));
  return app.inject({
    ...{ method: 'POST', url: `/api/v1/telephone-calls/${token}`, payload: body },
    headers: {
      ...{ 'content-type': 'application/json', 'carecurve-time': sentAt, 'carecurve-signature': signature },
    },
  });
}

/** Somebody records a call so many minutes after ten in the morning. */
async function aRecordedCall(ctx: Context, phone = '13800001234', minutes = 3) {
  const customer = await aCustomer(ctx, { phone });
  await aClosedVisit(ctx, { customer });
  const agent = later(await as(ctx, 'cs_agent', { name: '小陈' }), addMinutes(ctx.now, 60 + minutes));
  const record = async () => {
    const [followup] = await followupsOf(ctx, customer.id);
    return recordCall(agent, {
      ...{ customerId: customer.id, result: 'reached', channel: 'phone', durationSeconds: 90 },
      followups: [{ followupId: followup!.id, version: followup!.version, score: null, notes: null }],
      ...{ problem: null, actionPlan: null, nextAppointmentOn: null, callBackAt: null, reason: null },
      refusesAllContact: false,
    });
  };
  return { customer, agent, record, callId: (await record()).callId };
}

const listed = async (ctx: Context) =>
  (await listEvidence(later(ctx, evening), { page: 1, pageSize: 50 })).items;
const logsIn = (ctx: Context) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('call_logs')
      .select(['source_key', 'staff_id'])
      .where('org_id', '=', ctx.orgId)
      .orderBy('source_key')
      .execute(),
  );
const matchedByTheClock = (ctx: Context) =>
  runClock({ database: ctx.database, clock: { now: () => evening }, dataDir }, { orgId: ctx.orgId });

describe('a telephone system', () => {
  it('tells of a call, and that shows the recorded one', async () => {
    const { ctx, ...telephone } = await aTelephone();
    const { callId } = await aRecordedCall(ctx);
    const answer = await tell(telephone);
    expect([answer.statusCode, answer.json()]).toEqual([200, { added: 1, known: 0, unread: 0, matched: 1 }]);
    expect(await listed(ctx)).toMatchObject([{ callId, grade: 'E1', log: { seconds: 90 } }]);
    expect((await listTelephones(ctx)).systems).toMatchObject([{ heardAt: evening, refusal: null }]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('call-logs.added');
  });

  it('may tell of it twice, in any order, and one call is there once', async () => {
    const { ctx, ...telephone } = await aTelephone();
    const { callId } = await aRecordedCall(ctx);
    const later = { ...spoken, key: 'A2', startedAt: addHours(morning, 3) };
    const answers = await Promise.all([
      tell({ ...telephone, calls: [later, spoken] }),
      tell({ ...telephone, calls: [spoken, spoken] }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const replayed = (await tell({ ...telephone, calls: [{ ...spoken, seconds: 900 }] })).json<object>();
    expect(replayed).toEqual({ added: 0, known: 1, unread: 0, matched: 0 });
    expect(await logsIn(ctx)).toHaveLength(2);
    expect(await listed(ctx)).toMatchObject([
      { callId, grade: 'E1', log: { startedAt: spoken.startedAt, seconds: 90 } },
    ]);
  });

  it.each([
    { name: 'signed with another secret', told: { secret: 'another' }, code: 'wrong-signature' },
    { name: 'without a signature', told: { signature: '' }, code: 'wrong-signature' },
    {
      name: 'signed for another time',
      told: { sentAt: undefined, signature: 'v1=00' },
      code: 'wrong-signature',
    },
    {
      name: 'played back later',
      told: { sentAt: String(Date.parse(evening) / 1000 - 301) },
      code: 'wrong-time',
    },
    { name: 'with no time', told: { sentAt: 'now' }, code: 'wrong-time' },
  ])('$name is turned away, which its page says', async ({ told, code }) => {
    const { ctx, ...telephone } = await aTelephone();
    const { sentAt, ...rest } = told as Partial<Telling>;
    const answer = await tell({ ...telephone, ...rest, ...(sentAt === undefined ? {} : { sentAt }) });
    expect([answer.statusCode, answer.json()]).toEqual([401, { code }]);
    expect(await logsIn(ctx)).toEqual([]);
    expect((await listTelephones(ctx)).systems).toMatchObject([
      { refusal: code, refusedAt: evening, heardAt: null },
    ]);
  });

  it('whose body was changed on the way is turned away', async () => {
    const { ctx, token, secret } = await aTelephone();
    const sentAt = String(Date.parse(evening) / 1000);
    const signature = signCalls(secret, sentAt, Buffer.from(JSON.stringify({ calls: [spoken] })));
    const answer = await tell({ token, secret, sentAt, signature, calls: [{ ...spoken, seconds: 91 }] });
    expect(answer.statusCode).toBe(401);
    expect(await logsIn(ctx)).toEqual([]);
  });

  it.each([
    { name: 'a body that is no JSON', told: { body: '{"calls":' }, status: 400 },
    { name: 'a call without its length', told: { calls: [{ ...spoken, seconds: null }] }, status: 400 },
    { name: 'more calls than fit', told: { calls: Array.from({ length: 501 }, () => spoken) }, status: 400 },
    { name: 'a body that is huge', told: { body: ' '.repeat(mostBytes + 1) }, status: 413 },
  ])('that sends $name is told so', async ({ told, status }) => {
    const { ctx, ...telephone } = await aTelephone();
    expect((await tell({ ...telephone, ...told })).statusCode).toBe(status);
    expect(await logsIn(ctx)).toEqual([]);
  });

  it('that does not stop is made to wait, and heard again the next minute', async () => {
    const { ctx, ...telephone } = await aTelephone();
    await inTransaction(ctx, (ctx) =>
      ctx.db
        .updateTable('telephone_systems')
        .set({ minute: `${now.slice(0, 16)}:00.000Z`, requests: mostRequestsPerMinute })
        .where('org_id', '=', ctx.orgId)
        .execute(),
    );
    const answer = await tell(telephone);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60']);
    now = addMinutes(evening, 1);
    expect((await tell(telephone)).statusCode).toBe(200);
  });

  it('that is switched off, or never was, is not found; nor does a key of ours open its door', async () => {
    const { ctx, system, ...telephone } = await aTelephone();
    const other = await aTelephone();
    expect((await tell({ ...telephone, token: `${telephone.token.slice(0, -1)}_` })).statusCode).toBe(404);
    expect((await tell({ ...telephone, token: 'x' })).statusCode).toBe(404);
    expect((await tell({ token: telephone.token, secret: other.secret })).statusCode).toBe(401);
    await editTelephone(ctx, { id: system.id, version: 1, isEnabled: false });
    expect((await tell(telephone)).statusCode).toBe(404);
    await expect(editTelephone(ctx, { id: system.id, version: 1, name: '总机' })).rejects.toMatchObject({
      code: 'stale-version',
    });
    await expect(editTelephone(ctx, { id: other.system.id, version: 1 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('goes on with its secret of before for a day', async () => {
    const { ctx, keys, system, ...telephone } = await aTelephone();
    const { secret, token } = await replaceTelephoneSecret(later(ctx, evening), { id: system.id }, keys);
    expect([token, secret === telephone.secret]).toEqual([null, false]);
    expect((await tell({ ...telephone, secret })).statusCode).toBe(200);
    expect((await tell(telephone)).statusCode).toBe(200);
    now = addHours(evening, 24);
    expect((await tell(telephone)).statusCode).toBe(401);
    expect((await tell({ ...telephone, secret })).statusCode).toBe(200);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('telephone-system.secret-replaced');
  });

  it('keeps its secret where nobody reads it', async () => {
    const { ctx, token, secret } = await aTelephone();
    const rows = await inTransaction(ctx, (ctx) =>
      ctx.db.selectFrom('telephone_systems').selectAll().where('org_id', '=', ctx.orgId).execute(),
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('an extension', () => {
  it('that nobody knows is listed, and named by hand: its calls are that person’s alone', async () => {
    const { ctx, ...telephone } = await aTelephone();
    const { callId, agent } = await aRecordedCall(ctx);
    const other = await as(ctx, 'cs_agent', { name: '小吴' });
    await tell(telephone);
    expect(await listed(ctx)).toMatchObject([{ callId, grade: 'E1' }]);
    const evenings = later(ctx, evening);
    expect((await listTelephones(evenings)).extensions).toEqual([
      { person: '8001', staffId: null, staffName: null, calls: 1, lastAt: spoken.startedAt },
    ]);

    await nameExtension(evenings, { person: '8001', staffId: other.actor.id });
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ callId, grade: 'E0', log: null }]);

    const named = await nameExtension(evenings, { person: '8001', staffId: agent.actor.id });
    expect(named.extensions).toMatchObject([{ person: '8001', staffName: '小陈', calls: 1 }]);
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ callId, grade: 'E1' }]);
    await expect(nameExtension(evenings, { person: '8001', staffId: ctx.orgId })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a log that came first', () => {
  it('shows the call that is recorded after it, without another log', async () => {
    const { ctx, ...telephone } = await aTelephone();
    expect((await tell(telephone)).json()).toMatchObject({ added: 1, matched: 0 });
    const { callId } = await aRecordedCall(ctx, undefined, 90);
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ callId, grade: 'E1', isLate: true }]);
    expect((await auditTrail(ctx)).map(({ action }) => action)).toContain('call-logs.matched');
  });

  it.each([
    {
      name: 'was corrected',
      change: async (ctx: Context, id: string) =>
        editCustomer(ctx, { id, version: (await getCustomer(ctx, { id })).version, phone: '13800001234' }),
    },
    {
      name: 'was added',
      change: (ctx: Context, id: string) => addPhone(ctx, { id, phone: '13800001234', label: '' }),
    },
  ])('shows it once the number $name', async ({ change }) => {
    const { ctx, ...telephone } = await aTelephone();
    const { customer } = await aRecordedCall(ctx, '13911112222');
    await tell(telephone);
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ grade: 'E0' }]);
    await change(ctx, customer.id);
    await settled(ctx);
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ grade: 'E1' }]);
  });

  it('is free again when the call was taken back, for the one that is recorded instead', async () => {
    const { ctx, ...telephone } = await aTelephone();
    const { agent, callId, record } = await aRecordedCall(ctx);
    await tell(telephone);
    await undoCall(agent, { id: callId });
    await settled(ctx);
    const { callId: again } = await record();
    await matchedByTheClock(ctx);
    expect(await listed(ctx)).toMatchObject([{ callId: again, grade: 'E1' }]);
  });
});
