import { beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { addMinutes } from '#domain/base/time.ts';
import { clockAt } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { routes } from '#server/app.ts';
import { aClinic, morning } from '#tests/support/clinic.ts';
import type { TestClinic } from '#tests/support/clinic.ts';
import { aClosedVisit, followupsOf } from '#tests/support/builders.ts';
import { aCaller, anApp, send } from '#tests/support/http.ts';
import type { Caller } from '#tests/support/http.ts';

const clock = clockAt(morning);
let app: FastifyInstance;
let clinic: TestClinic;
let owner: Caller;

beforeAll(async () => {
  app = await anApp(clock);
  clinic = await aClinic();
  owner = await aCaller(clinic.ctx, clock, 'owner');
});

describe('a write sent twice with one Idempotency-Key', () => {
  it('acts once and gives the same answer', async () => {
    const headers = { 'idempotency-key': newId() };
    const create = () => send(app, '/clinics', { as: owner, body: { name: 'Twice' }, headers });
    const [one, other] = await Promise.all([create(), create()]);
    const third = await create();

    expect(new Set([one, other, third].map((answer) => answer.body)).size).toBe(1);
    expect(third.headers['idempotent-replay']).toBe('true');
    const { items } = (await send(app, '/clinics', { as: owner })).json();
    expect(items.filter((each: { name: string }) => each.name === 'Twice')).toHaveLength(1);
  });

  it('acts once where its key is claimed with its first question, and answers the same when its hour is over', async () => {
    const { customerId } = await aClosedVisit(clinic.ctx);
    const [followup] = await followupsOf(clinic.ctx, customerId);
    const headers = { 'idempotency-key': newId() };
    const body = {
      ...{ customerId, channel: 'phone', result: 'call_back', callBackAt: addMinutes(morning, 5) },
      ...{ followups: [{ followupId: followup!.id, version: followup!.version }] },
    };
    const record = (app: FastifyInstance) => send(app, '/followups/calls', { as: owner, body, headers });
    const [one, other] = await Promise.all([record(app), record(app)]);
    const third = await record(await anApp(clockAt(addMinutes(morning, 10))));

    expect([one, other, third].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(new Set([one, other, third].map((answer) => answer.body)).size).toBe(1);
    expect(third.headers['idempotent-replay']).toBe('true');
    const [after] = await followupsOf(clinic.ctx, customerId);
    expect(after!.version).toBe(followup!.version + 1);
  });

  it('is refused when another request has the key, whatever it asks first', async () => {
    const { id, customerId } = await aClosedVisit(clinic.ctx);
    const [followup] = await followupsOf(clinic.ctx, customerId);
    const headers = { 'idempotency-key': newId(), 'if-match': '"2"' };
    await send(app, '/clinics', { as: owner, body: { name: 'First' }, headers });
    const call = {
      ...{ customerId, channel: 'phone', result: 'reached' },
      followups: [{ followupId: followup!.id, version: followup!.version, score: 9 }],
    };
    for (const [path, body] of [
      ['/followups/calls', call],
      [`/visits/${id}/close`, {}],
    ] as const)
      expect((await send(app, path, { as: owner, body, headers })).json()).toEqual({
        code: 'idempotency-key-reused',
      });
    expect((await followupsOf(clinic.ctx, customerId))[0]!.state).toBe('open');
  });

  it('is refused when the request is another', async () => {
    const headers = { 'idempotency-key': newId() };
    await send(app, '/clinics', { as: owner, body: { name: 'One' }, headers });
    expect((await send(app, '/clinics', { as: owner, body: { name: 'Other' }, headers })).json()).toEqual({
      code: 'idempotency-key-reused',
    });
  });

  it('may be tried again after a refusal', async () => {
    const headers = { 'idempotency-key': newId() };
    const refused = await send(app, '/clinics', { as: owner, body: { name: 'Riverside' }, headers });
    expect(refused.json()).toEqual({ code: 'name-taken' });
    expect((await send(app, '/clinics', { as: owner, body: { name: 'Free now' }, headers })).statusCode).toBe(
      200,
    );
  });

  it('never tells a secret again', async () => {
    const headers = { 'idempotency-key': newId() };
    const create = () =>
      send(app, '/api-keys', { as: owner, body: { name: 'k', permissions: ['staff.read'] }, headers });
    expect((await create()).json().secret).toMatch(/^k\./);
    expect((await create()).json()).toEqual({ code: 'already-done' });
  });
});

describe('a request', () => {
  it.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://localhost:81' }],
    ['from nowhere', { origin: 'null' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
  ])('that writes and comes %s is refused', async (_, headers) => {
    for (const route of routes.filter((each) => each.method !== 'GET')) {
      const url = route.path.replaceAll(/:\w+/g, newId());
      const answer = await send(app, url, {
        method: route.method,
        as: owner,
        headers: headers as Record<string, string>,
        body: {},
      });
      expect([route.path, answer.statusCode, answer.json().code]).toEqual([
        route.path,
        403,
        'foreign-origin',
      ]);
    }
  });

  it('from this site is let in', async () => {
    const answer = await send(app, '/clinics', {
      as: owner,
      body: { name: 'Own' },
      headers: { origin: 'http://localhost:80' },
    });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['an unknown field', { body: { name: 'x', isAdmin: true } }, 'unrecognized_keys'],
    ['a missing field', { body: {} }, 'invalid_type'],
    ['a field of another kind', { body: { name: { $ne: 1 } } }, 'invalid_type'],
    ['a zone that does not exist', { body: { name: 'x', timezone: 'Mars/Base' } }, 'not-a-time-zone'],
    ['control characters', { body: { name: 'a\u0000b' } }, 'control-characters'],
  ])('with %s is told which', async (_, sent, code) => {
    const answer = await send(app, '/clinics', { as: owner, ...sent });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid', details: [{ code }] });
  });

  it('with broken JSON, an unknown path or an unknown query is a clear refusal', async () => {
    const broken = await app.inject({
      method: 'POST',
      url: '/api/v1/clinics',
      headers: { cookie: owner.cookie, 'content-type': 'application/json' },
      payload: '{"name":',
    });
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'invalid']);
    expect((await send(app, '/no-such-thing', { as: owner })).json()).toEqual({ code: 'not-found' });
    expect((await send(app, '/clinics?sort=name;drop', { as: owner })).json()).toMatchObject({
      code: 'invalid',
    });
  });
});

describe('the server', () => {
  it('says that it is alive and ready, and describes every route', async () => {
    expect((await app.inject('/api/health')).json()).toEqual({ alive: true });
    expect((await app.inject('/api/ready')).statusCode).toBe(200);
    const document = (await app.inject('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const known = routes.map((route) => `${route.method} /api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(known.sort());
  });

  it('lets no other site frame, sniff or script it', async () => {
    const { headers } = await app.inject('/api/health');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-eval');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
