import { expect, it } from 'vitest';
import { makeLog, withoutLinks } from './log.ts';

it.each([
  { line: '{"url":"/c/abcdEFGH1234ijkl5678"}', kept: '{"url":"/c/…"}' },
  { line: 'GET https://clinic.example/c/abcd?x=1 failed', kept: 'GET https://clinic.example/c/…?x=1 failed' },
  { line: '/c/abcd then /c/efgh', kept: '/c/… then /c/…' },
  { line: '/api/v1/provider-callbacks/mAbc.def-_1?x=1', kept: '/api/v1/provider-callbacks/…?x=1' },
  { line: 'GET /calendars/abc.ics, /screen/abc', kept: 'GET /calendars/…, /screen/…' },
  { line: '{"route":"/api/v1/customers/:id"}', kept: '{"route":"/api/v1/customers/:id"}' },
])('a log line has no customer’s token in it: $kept', ({ line, kept }) => {
  expect(withoutLinks(line)).toBe(kept);
});

it('the log writes no token, in whatever it is told', () => {
  const token = 'abcdEFGH1234ijkl5678';
  const lines: string[] = [];
  const log = makeLog({ write: (line) => void lines.push(line) });
  const error = Object.assign(new Error(`could not open https://clinic.example/c/${token}`), { token });
  log.error({ error, token, body: { token } }, `a request to /c/${token} failed`);
  log.warn({ req: { url: `/c/${token}`, headers: { cookie: token, authorization: `Bearer ${token}` } } });
  log.child({ url: `/api/v1/provider-callbacks/${token}` }).error('refused');
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain(token);
});
