import { defineConfig } from 'vitest/config';

// A zone nobody here lives in, so that code which forgets to name its zone fails loudly.
process.env['TZ'] = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['{domain,server,scripts,web}/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    globalSetup: ['tests/support/test-database-setup.ts'],
    // Far beyond what any takes: a busy machine fails no test, and one that hangs is still found.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    // Shown as such where it happens; what fails twice has failed.
    retry: 1,
    maxWorkers: 2,
    // No test changes what a module keeps for all: loading the house anew for each file was most of the time.
    isolate: false,
  },
});
