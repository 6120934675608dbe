import { hoursBetween } from '#domain/base/time.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { keysOf } from '#server/platform/keys.ts';
import { isEmptyInstallation, newOrganizationContext } from '../modules/staff/open-organization.ts';
import { hashPassword } from '../modules/staff/passwords.ts';
import { addCallLogs } from '../modules/evidence/add-call-logs.ts';
import { bookDays } from './book-days.ts';
import { strayLogs } from './call-logs.ts';
import { closeCases, openCases } from './cases.ts';
import type { Chain } from './chain.ts';
import { zone } from './content/chain.ts';
import { openChannels } from './channels.ts';
import { foundChain } from './found-chain.ts';
import { openDesks } from './open-desks.ts';
import { hearReplies } from './replies.ts';
import { keepSignIns, newPassword, signInLines } from './sign-ins.ts';
import { writeStories } from './write-stories.ts';
import type { Written } from './write-stories.ts';

export interface DemoOptions {
  onProgress?: (line: string) => void;
  /** The same seed, filled at the same time, tells the same stories. */
  seed?: string;
  customers?: number;
}

export interface FilledChain extends Written {
  orgId: string;
  chain: Chain;
  password: string;
}

/**
 * Fills an empty database with a chain of clinics, its people and two years of their work, and says who signs in
 * with what. Everything is one transaction: a fill that is cut off leaves nothing behind. Where there is an
 * organization already it only says so, and gives null.
 */
export async function fillDemoChain(
  house: { database: Database; clock: Clock; dataDir: string },
  options: DemoOptions = {},
): Promise<FilledChain | null> {
  const say = options.onProgress ?? (() => {});
  const startedAt = house.clock.now();
  const seconds = () => `${Math.round(hoursBetween(startedAt, house.clock.now()) * 3600)} s`;
  const notEmpty = 'The database is not empty: no demo chain is filled in.';
  if (!(await isEmptyInstallation(house))) {
    say(notEmpty);
    return null;
  }
  const { seed = 'lanjiang', customers = 20_000 } = options;
  say(`Filling a demo chain with ${customers} customers and two years of their visits; about a minute …`);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  try {
    const ctx = await newOrganizationContext(house, zone);
    return await inTransaction(ctx, async (ctx) => {
      const chain = await foundChain(ctx, { seed, passwordHash, onlyFirst: true });
      const channels = await openChannels(ctx, chain, keysOf(house.dataDir));
      const written = await writeStories(ctx, chain, channels, {
        seed,
        customers,
        onWritten: (part) => {
          if (part.customers % 2_000 === 0)
            say(`  ${part.customers} of ${customers} customers, ${seconds()}`);
        },
      });
      await bookDays(ctx, chain, seed);
      await openDesks(ctx, chain, seed);
      await hearReplies(ctx, chain, written.messages, channels);
      const logs = [...written.callLogs, ...strayLogs(seed, ctx.now)];
      await addCallLogs(ctx, logs, channels.keys, null);
      await closeCases(ctx, chain, written.settledScores);
      await openCases(ctx, chain, written.lowScores);
      await recordAudit(ctx, { action: 'demo.filled', reason: `${customers} customers` });
      const lines = signInLines(chain, password);
      // Before the commit: better a file without its chain than a chain whose password nobody has.
      const file = await keepSignIns(house.dataDir, lines);
      ctx.afterCommit(() => {
        say(
          `Filled in ${seconds()}: ${written.customers} customers, ${written.visits} visits, ` +
            `${written.followups} followups, ${written.attempts} calls.`,
        );
        for (const line of ['', ...lines, '', `Kept in ${file}`, '']) say(line);
      });
      return { ...written, orgId: ctx.orgId, chain, password };
    });
  } catch (error) {
    if (!(error instanceof Conflict) || error.code !== 'not-empty') throw error;
    say(notEmpty);
    return null;
  }
}
