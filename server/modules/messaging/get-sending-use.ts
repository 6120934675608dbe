import type { SendingUse } from '#domain/messaging/contract.ts';
import { balanceUnitOf, isLow } from '#domain/messaging/balance.ts';
import { costHolds } from '#domain/messaging/cost.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { minuteAgo } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { listOpenAccounts } from './list-accounts.ts';
import { sumSpending } from './sum-spending.ts';
import { countCalls, countHeld } from './use-store.ts';

/** What the brakes of rate and cost allow, what of it is used, and what they hold. */
export async function getSendingUse(ctx: Context): Promise<SendingUse> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, async (ctx) => {
    const { rules } = await rulesInForce(ctx);
    const { dailyCostFen, monthlyCostFen } = rules;
    const accounts = await listOpenAccounts(ctx);
    const spending = await sumSpending(ctx);
    const calls = await countCalls(ctx, minuteAgo(ctx));
    const held = await countHeld(ctx);
    const { todayFen, monthFen } = spending.spent();
    const priced = accounts.filter(({ fenPerThousand }) => fenPerThousand > 0);
    const holding = priced.map((account) => costHolds(spending.with(account, 1), rules));
    return {
      ...{ spentTodayFen: todayFen, spentMonthFen: monthFen, dailyCostFen, monthlyCostFen },
      costHolds: priced.length > 0 && holding.every((held) => held !== null) ? holding[0]! : null,
      ...{ heldByCost: held.cost, heldByRate: held.rate },
      accounts: accounts
        .filter(({ clinicId }) => clinicId === null || maySeeClinic(ctx, clinicId))
        .map((account) => {
          const { id, clinicId, kind, name, perMinute, fenPerThousand } = account;
          const { balanceLeft, balanceAt, balanceFloor } = account;
          const { today: sentToday, month: sentMonth } = spending.unitsOf(account);
          const { todayFen: costTodayFen, monthFen: costMonthFen } = spending.costOf(account);
          return {
            ...{ id, clinicId, kind, name, perMinute, fenPerThousand, sentToday, sentMonth },
            ...{ costTodayFen, costMonthFen, balanceLeft, balanceAt, balanceFloor },
            ...{ balanceUnit: balanceUnitOf[kind], lastMinute: calls.get(id) ?? 0 },
            isLow: isLow({ left: balanceLeft, floor: balanceFloor }),
          };
        }),
    };
  });
}
