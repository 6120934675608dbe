import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '#server/platform/clock.ts';
import { morning } from '#tests/support/clinic.ts';
import { anApp } from '#tests/support/http.ts';
import { snapshotOf } from '#tests/support/snapshot.ts';
import { serveWeb } from './serve-web.ts';

let app: FastifyInstance;
let folder: string;
const customerPage = '<script>ask()</script>customer';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'carecurve-pages-'));
  mkdirSync(path.join(folder, 'customer/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), 'staff');
  writeFileSync(path.join(folder, 'service-worker.js'), 'worker');
  writeFileSync(path.join(folder, 'customer/page.html'), customerPage);
  writeFileSync(path.join(folder, 'customer/assets/page-1.js'), 'plain');
  writeFileSync(path.join(folder, 'customer/assets/page-1.js.gz'), gzipSync('plain'));
  app = await anApp(clockAt(morning));
  expect(await serveWeb(app, path.join(folder, 'not-built'))).toBe(false);
  await serveWeb(app, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the page behind a customer’s link', () => {
  it('is the same for every token, and a preview of it changes nothing', async () => {
    const before = await snapshotOf([]);
    const addresses = [`/c/${'A'.repeat(20)}`, '/c/no-token', `/screen/${'A'.repeat(20)}`];
    const pages = await Promise.all(addresses.map((url) => app.inject({ url })));
    // What a messenger asks first, to see whether there is something.
    const heads = await Promise.all(addresses.map((url) => app.inject({ url, method: 'HEAD' })));
    expect(heads.map(({ statusCode, body }) => [statusCode, body])).toEqual(heads.map(() => [200, '']));
    expect(pages.map(({ statusCode, body }) => [statusCode, body])).toEqual(
      pages.map(() => [200, customerPage]),
    );
    expect(await snapshotOf([])).toEqual(before);
  });

  it('may run its own script and nothing else, is kept nowhere and tells no other host where it was', async () => {
    const { headers } = await app.inject({ url: `/c/${'A'.repeat(20)}` });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const hash = createHash('sha256').update('ask()').digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    const script = await app.inject({ url: '/customer/assets/page-1.js' });
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it('comes in few bytes to who can read them, and plain to the others', async () => {
    const ask = (encoding: string) =>
      app.inject({ url: '/customer/assets/page-1.js', headers: { 'accept-encoding': encoding } });
    const [short, plain] = [await ask('gzip'), await ask('identity')];
    expect(short.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(short.headers['content-type']).toContain('javascript');
    expect(short.headers['cache-control']).toContain('immutable');
    expect(gunzipSync(short.rawPayload).toString()).toBe('plain');
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'plain']);
  });
});

it('the service worker is asked for anew each time, and may run', async () => {
  const { headers, body } = await app.inject({ url: '/service-worker.js' });
  expect(body).toBe('worker');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-type']).toContain('javascript');
  expect(headers['content-security-policy']).toContain("worker-src 'self'");
});

it('any other address is the staff’s page, and a file that is not there is none', async () => {
  expect((await app.inject({ url: '/customers/1' })).body).toBe('staff');
  expect((await app.inject({ url: '/assets/gone.js' })).statusCode).toBe(404);
});
