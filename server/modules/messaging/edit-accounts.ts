import type { z } from 'zod';
import { isSealedField, placesOfSecret, sealedFields, settingsOf } from '#domain/messaging/account.ts';
import type { AccountKind } from '#domain/messaging/account.ts';
import { balanceUnitOf, isLow } from '#domain/messaging/balance.ts';
import type {
  AddAccount,
  ChannelAccount,
  ChannelAccounts,
  EditAccount,
  NewAccount,
} from '#domain/messaging/contract.ts';
import { maySeeClinic, requireClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { lockAccount, saveTest, selectAccounts, updateAccount } from './accounts-store.ts';
import type { AccountRow } from './accounts-store.ts';
import { addAccount } from './add-account.ts';
import { askBalance, noteBalance } from './ask-balances.ts';
import type { Clients } from './channels/channel.ts';
import { openAccount, openSettings, placeOf, sealSettings } from './open-account.ts';
import { sumSpending } from './sum-spending.ts';

/** The accounts that messages go out by, with what they cost today; their secrets stay where they are. */
export async function listAccounts(ctx: Context): Promise<z.input<typeof ChannelAccounts>> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => ({ items: await shownAccounts(ctx) }));
}

async function shownAccounts(ctx: TransactionContext): Promise<ChannelAccount[]> {
  const spending = await sumSpending(ctx);
  return (await selectAccounts(ctx))
    .filter(({ clinicId }) => clinicId === null || maySeeClinic(ctx, clinicId))
    .map(({ sealedSecret: _, sealedSettings, balanceToldAt: __, balanceAskedAt: ___, ...account }) => {
      return {
        ...account,
        // Also of an account that was set up before they were sealed.
        settings: Object.fromEntries(
          Object.entries(account.settings).filter(([field]) => !isSealedField(field)),
        ),
        sealed: sealedFields.filter((field) => field in sealedSettings),
        sentToday: spending.unitsOf(account).today,
        costTodayFen: spending.costOf(account).todayFen,
        balanceUnit: balanceUnitOf[account.kind],
        isLow: isLow({ left: account.balanceLeft, floor: account.balanceFloor }),
      };
    });
}

/** Sets up an account, switched off until it was tried. Gives the address its provider calls back, shown once. */
export async function createAccount(ctx: Context, input: AddAccount, keys: Keys): Promise<NewAccount> {
  requirePermission(ctx, 'channels.manage');
  if (input.clinicId !== null) requireClinic(ctx, input.clinicId, 'clinic', input.clinicId);
  const { settings, ...account } = { ...input, settings: readSettings(input.kind, input.settings) };
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const callbackToken = await addAccount(ctx, { ...account, id, settings }, keys);
    await recordAudit(ctx, {
      action: 'channel-account.created',
      subject: { type: 'channel-account', id },
      after: { kind: input.kind, name: input.name },
    });
    return { account: (await shownAccounts(ctx)).find((one) => one.id === id)!, callbackToken };
  });
}

/**
 * Changes an account; a secret that is not given stays. What leads elsewhere than what was tried is off until it was tried
 * again. Throws Conflict `not-tested` where it is switched on untried, and `secret-again` where a secret that is kept
 * would go to another place.
 */
export async function editAccount(
  ctx: Context,
  input: EditAccount & { id: string; version: number },
  keys: Keys,
): Promise<ChannelAccount> {
  requirePermission(ctx, 'channels.manage');
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAccount(ctx, input.id);
    if (before.version !== input.version)
      throw new Conflict('stale-version', {
        current: (await shownAccounts(ctx)).find(({ id }) => id === input.id),
      });
    const { secret, name, perMinute, fenPerThousand, position, isEnabled, balanceFloor } = input;
    const settings = input.settings && changedSettings(ctx, before, input.settings, keys);
    if (settings && secret === undefined && goesElsewhere(before, settings.settings))
      throw new Conflict('secret-again');
    const isTestVoid = secret !== undefined || settings !== undefined;
    if (isEnabled === true && (isTestVoid || before.testResult !== 'ok')) throw new Conflict('not-tested');
    await updateAccount(ctx, before.id, {
      ...(name !== undefined && { name }),
      ...(perMinute !== undefined && { perMinute }),
      ...(fenPerThousand !== undefined && { fenPerThousand }),
      ...(position !== undefined && { position }),
      ...(isEnabled !== undefined && { isEnabled }),
      ...(balanceFloor !== undefined && balanceFloor !== before.balanceFloor && { balanceFloor }),
      ...(isTestVoid && { isTestVoid, isEnabled: false }),
      ...settings,
      ...(secret !== undefined && { sealedSecret: keys.seal(secret, placeOf(ctx, before.id)) }),
    });
    await recordAudit(ctx, {
      action: 'channel-account.edited',
      subject: { type: 'channel-account', id: before.id },
      before,
      after: {
        ...{ name, perMinute, fenPerThousand, position, balanceFloor },
        isEnabled: isTestVoid ? false : isEnabled,
        ...(settings && { settings: settings.settings, sealed: Object.keys(settings.sealedSettings) }),
        ...(secret === undefined ? {} : { secret: ctx.now }),
      },
    });
    return (await shownAccounts(ctx)).find(({ id }) => id === before.id)!;
  });
}

/** The settings as they are from now on, where anything is another; a sealed one that is not given stays. */
function changedSettings(
  ctx: Context,
  before: AccountRow,
  given: NonNullable<EditAccount['settings']>,
  keys: Keys,
): Pick<AccountRow, 'settings' | 'sealedSettings'> | undefined {
  const kept = openSettings(ctx, before, keys);
  const settings = readSettings(before.kind, { ...kept, ...given });
  const known = { ...readSettings(before.kind, { ...before.settings, ...kept }) };
  const isSame = Object.keys(settings).every((field) => settings[field] === known[field]);
  return isSame ? undefined : sealSettings(ctx, before.id, settings, keys);
}

function goesElsewhere({ kind, settings: before }: AccountRow, after: AccountRow['settings']): boolean {
  return (placesOfSecret[kind] ?? []).some((field) => before[field] !== after[field]);
}

/** Tries the account at its provider; no customer hears of it. */
export async function testAccount(
  ctx: Context,
  input: { id: string },
  { keys, clients }: { keys: Keys; clients: Clients },
): Promise<ChannelAccount> {
  requirePermission(ctx, 'channels.manage');
  const account = await inTransaction(ctx, (ctx) => holdAccount(ctx, input.id));
  // The provider is called outside of any transaction: it may take its time.
  const { ok, code } = await clients[account.kind].test(openAccount(ctx, account, keys));
  const balance = ok ? await askBalance(ctx, account, { keys, clients }) : null;
  return inTransaction(ctx, async (ctx) => {
    if (!(await saveTest(ctx, account, ok ? 'ok' : (code ?? 'failed'))))
      throw new Conflict('stale-version', {
        current: (await shownAccounts(ctx)).find(({ id }) => id === account.id),
      });
    await noteBalance(ctx, account, balance);
    await recordAudit(ctx, {
      action: 'channel-account.tested',
      subject: { type: 'channel-account', id: account.id },
      reason: ok ? 'ok' : code,
    });
    return (await shownAccounts(ctx)).find(({ id }) => id === account.id)!;
  });
}

async function holdAccount(ctx: TransactionContext, id: string): Promise<AccountRow> {
  const account = await lockAccount(ctx, id);
  if (!account || (account.clinicId !== null && !maySeeClinic(ctx, account.clinicId)))
    throw new NotFound('channel-account', id);
  return account;
}

function readSettings(kind: AccountKind, settings: unknown): AccountRow['settings'] {
  const read = settingsOf[kind].safeParse(settings);
  if (read.success) return read.data as AccountRow['settings'];
  throw new Invalid(
    ...read.error.issues.map(({ path, code }) => ({
      path: ['settings', ...path.map(String)].join('.'),
      code,
    })),
  );
}
