import { defineConfig } from 'vitest/config';

// A zone nobody here lives in, so that code which forgets to name its zone fails loudly.
process.env['TZ'] = 'Asia/Kathmandu';

export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.spec.ts'],
    // Each journey starts a server and a browser of its own, and spends much of its time waiting for them.
    maxWorkers: 2,
    retry: 1,
    testTimeout: 900_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
  },
});
