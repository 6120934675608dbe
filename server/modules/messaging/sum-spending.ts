import { dayAt, startOfDay } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { costFen } from '#domain/messaging/cost.ts';
import type { Spent } from '#domain/messaging/cost.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectAccounts } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';
import { countUnits } from './use-store.ts';
import type { Units } from './use-store.ts';

type Priced = Pick<AccountRow, 'id' | 'fenPerThousand'>;

/** What all accounts were billed for and have cost today and this month, those that are switched off as well. */
export interface Spending {
  unitsOf(account: Priced): Units;
  costOf(account: Priced): Spent;
  spent(): Spent;
  /** As it would be with so many more. */
  with(account: Priced, more: number): Spent;
  /** So many more are going. */
  add(account: Priced, more: number): void;
}

export async function sumSpending(ctx: TransactionContext, { onlyPriced = false } = {}): Promise<Spending> {
  const accounts = (await selectAccounts(ctx)).filter(
    ({ fenPerThousand }) => fenPerThousand > 0 || !onlyPriced,
  );
  const billed = await countUnits(
    ctx,
    whenBegan(ctx),
    accounts.map(({ id }) => id),
  );
  const unitsOf = ({ id }: Priced): Units => billed.get(id) ?? { today: 0, month: 0 };
  const costOf = (account: Priced, more = 0): Spent => {
    const { today, month } = unitsOf(account);
    const { fenPerThousand } = account;
    return {
      todayFen: costFen(today + more, fenPerThousand),
      monthFen: costFen(month + more, fenPerThousand),
    };
  };
  const sumWith = (id: string | null, more: number): Spent => {
    const costs = accounts.map((account) => costOf(account, account.id === id ? more : 0));
    return {
      todayFen: costs.reduce((sum, { todayFen }) => sum + todayFen, 0),
      monthFen: costs.reduce((sum, { monthFen }) => sum + monthFen, 0),
    };
  };
  return {
    unitsOf,
    costOf: (account) => costOf(account),
    spent: () => sumWith(null, 0),
    with: ({ id }, more) => sumWith(id, more),
    add: (account, more) => {
      const { today, month } = unitsOf(account);
      billed.set(account.id, { today: today + more, month: month + more });
    },
  };
}

/** When today and this month began for the organization. */
function whenBegan(ctx: TransactionContext): { today: Instant; month: Instant } {
  const today = dayAt(ctx.realNow, ctx.zone);
  return { today: startOfDay(today, ctx.zone), month: startOfDay(`${today.slice(0, 8)}01`, ctx.zone) };
}
