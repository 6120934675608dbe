import type { TestProject } from 'vitest/node';
import { applicationUrl } from '#server/platform/database/migrate.ts';
import { onScratchDatabase } from '#scripts/schema/scratch-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    applicationUrl: string;
  }
}

/** One migrated database for the whole run; every test makes an organization of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let finish!: () => void;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  let whole!: Promise<void>;
  await new Promise<void>((ready, failed) => {
    whole = onScratchDatabase(async (ownerUrl) => {
      project.provide('ownerUrl', ownerUrl);
      project.provide('applicationUrl', await applicationUrl(ownerUrl));
      ready();
      await finished;
    });
    whole.catch(failed);
  });
  return async () => {
    finish();
    await whole;
  };
}
