/** What a leg of the test run came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that we count by. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
}

/** What scripts/check.ts writes to the file named in CARECURVE_CHECK_REPORT. */
export interface CheckReport {
  checks: { name: string; ok: boolean }[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/**
 * Counts a vitest run so that nothing bad can hide: a file that could not be loaded, a run that ended badly
 * without a failed test, a missing report, and a run of no tests at all are failures too.
 */
export function tallyOfVitest(report: VitestReport | undefined, exitCode: number): Tally {
  if (!report) return { ...nothing, failed: 1 };
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  );
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const ranNothing = tally.passed + tally.failed + tally.skipped === 0;
  const endedBadly = exitCode !== 0 && tally.failed === 0;
  return ranNothing || endedBadly ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** What failed, a line each with the file, the test and why, to stand at the very end of a long run's output. */
export function failuresOfVitest(report: VitestReport | undefined): string[] {
  return (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${name}: ${firstLines(message)}`];
      return failed.map(
        (test) => `${name} > ${test.fullName}: ${firstLines(test.failureMessages?.join('\n') ?? '')}`,
      );
    });
}

const firstLines = (text: string): string => text.trim().split('\n').slice(0, 3).join(' | ').slice(0, 600);

/** Every check counts as one test; without a report the whole counts as one. */
export function tallyOfChecks(report: CheckReport | undefined, exitCode: number): Tally {
  const ok = report?.checks.filter((check) => check.ok).length ?? (exitCode === 0 ? 1 : 0);
  const failed = report?.checks.filter((check) => !check.ok).length ?? 0;
  return { passed: ok, failed: exitCode !== 0 && failed === 0 ? 1 : failed, skipped: 0 };
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, next) => ({
      passed: total.passed + next.passed,
      failed: total.failed + next.failed,
      skipped: total.skipped + next.skipped,
    }),
    nothing,
  );
}

export const inWords = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
