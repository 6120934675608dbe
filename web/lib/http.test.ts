import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { chooseClinic } from './chosen-clinic.ts';
import { connection, sessionEnded } from './connection.ts';
import { get, patch, post } from './http.ts';

const Thing = z.object({ id: z.string() });
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const asked = vi.fn<(path: string, request: RequestInit) => Promise<Response>>();
const header = (call: number, name: string) =>
  (asked.mock.calls[call]![1].headers as Record<string, string>)[name];

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
  connection.set('fine');
  sessionEnded.set(false);
  chooseClinic(null);
});
afterEach(() => vi.unstubAllGlobals());

describe('a question to the server', () => {
  it('says which clinic is meant, and leaves empty filters out', async () => {
    chooseClinic('c1');
    asked.mockResolvedValueOnce(answer({ id: 'a' }));
    await get('/things', Thing, { search: '', page: 2, state: undefined });
    expect(asked.mock.calls[0]![0]).toBe('/api/v1/things?page=2');
    expect(header(0, 'X-Clinic-Id')).toBe('c1');
  });

  it('refuses an answer of another shape than was agreed', async () => {
    asked.mockResolvedValueOnce(answer({ name: 'no id' }));
    await expect(get('/things', Thing)).rejects.toMatchObject({ code: 'unreadable-answer' });
  });

  it('says plainly that the server was not reached', async () => {
    asked.mockRejectedValueOnce(new TypeError('failed to fetch'));
    await expect(get('/things', Thing)).rejects.toMatchObject({ status: 0, code: 'network' });
    expect(connection.get()).toBe('lost');
  });

  it('notices that the session has ended', async () => {
    asked.mockResolvedValueOnce(answer({ code: 'signed-out' }, 401));
    await expect(get('/things', Thing)).rejects.toMatchObject({ code: 'signed-out' });
    expect(sessionEnded.get()).toBe(true);
  });

  it('does not take a wrong password for an ended session', async () => {
    asked.mockResolvedValueOnce(answer({ code: 'wrong-login' }, 401));
    await expect(post('/session', {}, Thing)).rejects.toMatchObject({ code: 'wrong-login' });
    expect(sessionEnded.get()).toBe(false);
  });
});

describe('a write', () => {
  it('keeps its key when nobody knows whether the first one arrived', async () => {
    asked
      .mockRejectedValueOnce(new TypeError('failed to fetch'))
      .mockImplementation(async () => answer({ id: 'a' }));
    await post('/things', { name: 'x' }, Thing).catch(() => undefined);
    await post('/things', { name: 'x' }, Thing);
    await post('/things', { name: 'x' }, Thing);
    expect(header(1, 'Idempotency-Key')).toBe(header(0, 'Idempotency-Key'));
    expect(header(2, 'Idempotency-Key')).not.toBe(header(0, 'Idempotency-Key'));
  });

  it('takes a new key after a plain refusal, or with other content', async () => {
    asked
      .mockResolvedValueOnce(answer({ code: 'name-taken' }, 409))
      .mockRejectedValueOnce(new TypeError('failed to fetch'))
      .mockImplementation(async () => answer({ id: 'a' }));
    await post('/things', { name: 'x' }, Thing).catch(() => undefined);
    await post('/things', { name: 'x' }, Thing).catch(() => undefined);
    await post('/things', { name: 'y' }, Thing);
    expect(new Set([0, 1, 2].map((call) => header(call, 'Idempotency-Key'))).size).toBe(3);
  });

  it('says on which version it was made', async () => {
    asked.mockResolvedValueOnce(answer({ id: 'a' }));
    await patch('/things/a', {}, Thing, { ifMatch: 3 });
    expect(header(0, 'If-Match')).toBe('"3"');
  });
});
