import { describe, expect, it } from 'vitest';
import { failuresOfVitest, inWords, sum, tallyOfChecks, tallyOfVitest } from './tally.ts';
import type { VitestReport } from './tally.ts';

const report = (says: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...says,
});

const unloadable = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
const withFailedTest = {
  name: 'b.test.ts',
  status: 'failed',
  message: '',
  assertionResults: [
    { fullName: 'adds', status: 'passed' },
    {
      fullName: 'takes away',
      status: 'failed',
      failureMessages: ['expected 1 to be 2', ...Array(9).fill('    at somewhere')],
    },
  ],
};

describe('counting a test run', () => {
  it.each([
    {
      name: 'adds up what passed, failed and was skipped',
      says: report({
        numPassedTests: 3,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        testResults: [withFailedTest],
      }),
      exitCode: 1,
      comesTo: '3 passed, 1 failed, 3 skipped',
    },
    {
      name: 'counts a file that could not be loaded as failed',
      says: report({ numPassedTests: 3, testResults: [unloadable] }),
      exitCode: 1,
      comesTo: '3 passed, 1 failed, 0 skipped',
    },
    {
      name: 'counts a bad end without a failed test as failed',
      says: report({ numPassedTests: 3 }),
      exitCode: 1,
      comesTo: '3 passed, 1 failed, 0 skipped',
    },
    {
      name: 'counts no tests as failed',
      says: report({}),
      exitCode: 0,
      comesTo: '0 passed, 1 failed, 0 skipped',
    },
    {
      name: 'counts no report as failed',
      says: undefined,
      exitCode: 0,
      comesTo: '0 passed, 1 failed, 0 skipped',
    },
  ])('$name', ({ says, exitCode, comesTo }) => {
    expect(inWords(tallyOfVitest(says, exitCode))).toBe(comesTo);
  });

  it.each([
    {
      name: 'every check is one',
      says: {
        checks: [
          { name: 'types', ok: true },
          { name: 'lint', ok: false },
        ],
      },
      exitCode: 1,
      comesTo: '1 passed, 1 failed, 0 skipped',
    },
    {
      name: 'a crash after good checks fails',
      says: { checks: [{ name: 'types', ok: true }] },
      exitCode: 1,
      comesTo: '1 passed, 1 failed, 0 skipped',
    },
    {
      name: 'without a report all are one',
      says: undefined,
      exitCode: 0,
      comesTo: '1 passed, 0 failed, 0 skipped',
    },
  ])('of checks: $name', ({ says, exitCode, comesTo }) => {
    expect(inWords(tallyOfChecks(says, exitCode))).toBe(comesTo);
  });

  it('names each failed test and each file that could not be loaded, with the first of what they said', () => {
    const fine = { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [] };

    expect(failuresOfVitest(report({ testResults: [unloadable, withFailedTest, fine] }))).toEqual([
      'a.test.ts: no such module',
      'b.test.ts > takes away: expected 1 to be 2 |     at somewhere |     at somewhere',
    ]);
    expect(failuresOfVitest(undefined)).toEqual([]);
  });

  it('adds up the legs', () => {
    const leg = { passed: 1, failed: 2, skipped: 3 };

    expect(sum([leg, leg])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
