import { expect, it } from 'vitest';
import { withoutLinks } from './log.ts';

it.each([
  { line: '{"url":"/c/abcdEFGH1234ijkl5678"}', kept: '{"url":"/c/…"}' },
  { line: 'GET https://clinic.example/c/abcd?x=1 failed', kept: 'GET https://clinic.example/c/…?x=1 failed' },
  { line: '/c/abcd then /c/efgh', kept: '/c/… then /c/…' },
  { line: '{"route":"/api/v1/customers/:id"}', kept: '{"route":"/api/v1/customers/:id"}' },
])('a log line has no customer’s token in it: $kept', ({ line, kept }) => {
  expect(withoutLinks(line)).toBe(kept);
});
