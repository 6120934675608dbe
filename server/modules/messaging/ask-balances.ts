import { addMinutes } from '#domain/base/time.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { balanceEveryMinutes, balanceUnitOf, isLow, lowBalanceText } from '#domain/messaging/balance.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { Keys } from '#server/platform/keys.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import { lockAccount } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';
import { claimBalances, saveBalance } from './balances-store.ts';
import type { BalanceAnswer, Clients } from './channels/channel.ts';
import { listOpenAccounts } from './list-accounts.ts';
import { openAccount } from './open-account.ts';
import { queueNotice } from './queue-notice.ts';

interface By {
  keys: Keys;
  clients: Clients;
}

/** Asks every provider that tells it what is left there, once in an hour. */
export async function askBalances(ctx: Context, by: By): Promise<void> {
  const due = await inTransaction(ctx, async (ctx) => {
    const before = addMinutes(ctx.now, -balanceEveryMinutes);
    const asked = (await listOpenAccounts(ctx)).filter(
      ({ kind, balanceAskedAt }) =>
        balanceUnitOf[kind] !== null && (balanceAskedAt === null || balanceAskedAt <= before),
    );
    const ours = await claimBalances(
      ctx,
      asked.map(({ id }) => id),
      before,
    );
    return asked.filter(({ id }) => ours.has(id));
  });
  // The providers are called outside of any transaction: they may take their time.
  await Promise.all(
    due.map(async (account) => {
      const answer = await askBalance(ctx, account, by);
      await inTransaction(ctx, (ctx) => noteBalance(ctx, account, answer));
    }),
  );
}

/** What a provider says is left; null where it tells nobody. */
export async function askBalance(
  ctx: Pick<Context, 'orgId'>,
  account: AccountRow,
  { keys, clients }: By,
): Promise<BalanceAnswer | null> {
  const client = clients[account.kind];
  if (balanceUnitOf[account.kind] === null || !client.balance) return null;
  let open;
  try {
    open = openAccount(ctx, account, keys);
  } catch {
    // Sealed with a key that was lost: one account that cannot be asked keeps no other and no other job waiting.
    return { code: 'sealed-otherwise' };
  }
  return client.balance(open);
}

/** Keeps it with its time; who is to recharge is told once, when it has fallen below the clinic's figure. */
export async function noteBalance(
  ctx: TransactionContext,
  asked: Pick<AccountRow, 'id' | 'version'>,
  answer: BalanceAnswer | null,
): Promise<void> {
  const account = await lockAccount(ctx, asked.id);
  // Changed meanwhile: another account was asked than the one that stands there.
  if (answer === null || !account || account.version !== asked.version) return;
  if ('code' in answer) {
    await saveBalance(ctx, account.id, { fault: answer.code });
    return;
  }
  const { left } = answer;
  const { balanceFloor: floor, balanceToldAt: toldAt } = account;
  const isLowNow = isLow({ left, floor });
  if (isLowNow && toldAt === null) await tellLow(ctx, account, { left, floor: floor! });
  await saveBalance(ctx, account.id, { left, fault: null, toldAt: isLowNow ? (toldAt ?? ctx.now) : null });
}

const providerNames: Partial<Record<AccountKind, string>> = {
  'aliyun-sms': '阿里云短信',
  'tencent-sms': '腾讯云短信',
};

/** The groups of its clinic; of one that all share, those of every clinic, each once. */
async function tellLow(
  ctx: TransactionContext,
  account: AccountRow,
  balance: { left: number; floor: number },
): Promise<void> {
  const clinicIds =
    account.clinicId === null ? [...(await listClinicZones(ctx)).keys()].sort() : [account.clinicId];
  const clinic = account.clinicId === null ? null : (await getClinic(ctx, account.clinicId)).name;
  const provider = providerNames[account.kind] ?? account.kind;
  const text = lowBalanceText({ provider, clinic }, balance, balanceUnitOf[account.kind]!);
  for (const clinicId of clinicIds)
    await queueNotice(ctx, {
      ...{ clinicId, kind: 'account', text },
      cause: { kind: 'low-balance', id: `${account.id} ${ctx.now}` },
    });
}
