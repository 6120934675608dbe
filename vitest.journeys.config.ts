import { defineConfig } from 'vitest/config';

// A zone nobody here lives in, so that code which forgets to name its zone fails loudly.
process.env['TZ'] = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.spec.ts'],
    // Each journey starts a server and a browser of its own; two at once would only wait for each other.
    maxWorkers: 1,
    fileParallelism: false,
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
});
