import { sql } from 'kysely';
import type { AccountKind, SealedField } from '#domain/messaging/account.ts';
import type { AddressChannel } from '#domain/messaging/address.ts';
import type { TransactionContext } from '#server/platform/context.ts';

export interface AccountRow {
  id: string;
  clinicId: string | null;
  kind: AccountKind;
  name: string;
  settings: Record<string, string | number | boolean>;
  sealedSecret: string;
  /** Settings that are as secret, each sealed by itself. */
  sealedSettings: Partial<Record<SealedField, string>>;
  isEnabled: boolean;
  perMinute: number;
  fenPerThousand: number;
  position: number;
  testedAt: string | null;
  testResult: string | null;
  /** In messages or whole fen, by the kind of account. */
  balanceLeft: number | null;
  balanceAt: string | null;
  balanceAskedAt: string | null;
  /** What the provider said instead, when it was asked last. */
  balanceFault: string | null;
  balanceFloor: number | null;
  balanceToldAt: string | null;
  version: number;
}

const columns = [
  'id',
  'clinic_id as clinicId',
  'kind',
  'name',
  'settings',
  'sealed_secret as sealedSecret',
  'sealed_settings as sealedSettings',
  'is_enabled as isEnabled',
  'per_minute as perMinute',
  'fen_per_thousand as fenPerThousand',
  'position',
  'tested_at as testedAt',
  'test_result as testResult',
  'balance_left as balanceLeft',
  'balance_at as balanceAt',
  'balance_asked_at as balanceAskedAt',
  'balance_fault as balanceFault',
  'balance_floor as balanceFloor',
  'balance_told_at as balanceToldAt',
  'version',
] as const;

export async function selectAccounts(
  ctx: TransactionContext,
  which: { id?: string; callbackHash?: string } = {},
): Promise<AccountRow[]> {
  const rows = await ctx.db
    .selectFrom('channel_accounts')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id!))
    .$if(which.callbackHash !== undefined, (query) => query.where('callback_hash', '=', which.callbackHash!))
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows as AccountRow[];
}

/** Held until the transaction ends. */
export async function lockAccount(ctx: TransactionContext, id: string): Promise<AccountRow | undefined> {
  const row = await ctx.db
    .selectFrom('channel_accounts')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as AccountRow | undefined;
}

export async function insertAccount(
  ctx: TransactionContext,
  account: Pick<
    AccountRow,
    | 'id'
    | 'clinicId'
    | 'kind'
    | 'name'
    | 'settings'
    | 'sealedSecret'
    | 'sealedSettings'
    | 'perMinute'
    | 'fenPerThousand'
    | 'balanceFloor'
  > & { callbackHash: string; isEnabled?: boolean },
): Promise<void> {
  await ctx.db
    .insertInto('channel_accounts')
    .values({
      org_id: ctx.orgId,
      id: account.id,
      clinic_id: account.clinicId,
      kind: account.kind,
      name: account.name,
      settings: JSON.stringify(account.settings),
      sealed_secret: account.sealedSecret,
      sealed_settings: JSON.stringify(account.sealedSettings),
      callback_hash: account.callbackHash,
      is_enabled: account.isEnabled ?? false,
      per_minute: account.perMinute,
      fen_per_thousand: account.fenPerThousand,
      balance_floor: account.balanceFloor,
      created_at: ctx.now,
      created_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
    })
    .execute();
}

export async function updateAccount(
  ctx: TransactionContext,
  id: string,
  set: Partial<
    Pick<
      AccountRow,
      | 'clinicId'
      | 'name'
      | 'settings'
      | 'sealedSecret'
      | 'sealedSettings'
      | 'perMinute'
      | 'fenPerThousand'
      | 'position'
      | 'isEnabled'
      | 'balanceFloor'
    >
  > & { isTestVoid?: boolean },
): Promise<void> {
  await ctx.db
    .updateTable('channel_accounts')
    .set((eb) => ({
      ...(set.clinicId !== undefined && { clinic_id: set.clinicId }),
      ...(set.name !== undefined && { name: set.name }),
      ...(set.settings !== undefined && { settings: JSON.stringify(set.settings) }),
      ...(set.sealedSecret !== undefined && { sealed_secret: set.sealedSecret }),
      ...(set.perMinute !== undefined && { per_minute: set.perMinute }),
      ...(set.fenPerThousand !== undefined && { fen_per_thousand: set.fenPerThousand }),
      ...(set.position !== undefined && { position: set.position }),
      ...(set.isEnabled !== undefined && { is_enabled: set.isEnabled }),
      ...(set.sealedSettings !== undefined && { sealed_settings: JSON.stringify(set.sealedSettings) }),
      ...(set.balanceFloor !== undefined && { balance_floor: set.balanceFloor, balance_told_at: null }),
      ...(set.isTestVoid && { tested_at: null, test_result: null, balance_asked_at: null }),
      version: eb('version', '+', 1),
    }))
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

/** What a try of the account came to; no edit of it. False where it was edited meanwhile: then something else was tried. */
export async function saveTest(
  ctx: TransactionContext,
  { id, version }: { id: string; version: number },
  result: string,
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('channel_accounts')
    .set({ tested_at: ctx.now, test_result: result })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Accounts one of these settings of which stands there readable, held. */
export async function lockReadable(
  ctx: TransactionContext,
  fields: readonly string[],
): Promise<AccountRow[]> {
  const rows = await ctx.db
    .selectFrom('channel_accounts')
    .select(columns)
    .where('org_id', '=', ctx.orgId)
    .where(sql<boolean>`settings ?| ${[...fields]}::text[]`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows as AccountRow[];
}

/** The same account, kept otherwise: no edit of it. */
export async function saveSealed(
  ctx: TransactionContext,
  id: string,
  { settings, sealedSettings }: Pick<AccountRow, 'settings' | 'sealedSettings'>,
): Promise<void> {
  await ctx.db
    .updateTable('channel_accounts')
    .set({ settings: JSON.stringify(settings), sealed_settings: JSON.stringify(sealedSettings) })
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', id)
    .execute();
}

export interface KnownAddress {
  customerId: string;
  channel: AddressChannel;
  address: string;
  /** The only account it is good at; null is any. */
  accountId: string | null;
}

/** Under what a customer is known at providers other than the telephone, where they have not left. */
export async function selectAddresses(
  ctx: TransactionContext,
  customerIds: readonly string[],
): Promise<KnownAddress[]> {
  if (customerIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('customer_addresses')
    .select(['customer_id as customerId', 'channel', 'address', 'account_id as accountId'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', 'in', [...customerIds])
    .where('left_at', 'is', null)
    .execute();
  // The channels are those the table's check allows.
  return rows as KnownAddress[];
}

/** Who is known by an openid or a WeCom id. */
export async function selectCustomersAt(ctx: TransactionContext, address: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('customer_addresses')
    .select('customer_id as customerId')
    .where('org_id', '=', ctx.orgId)
    .where('channel', 'in', ['wechat', 'wecom'])
    .where('address', '=', address)
    .orderBy('customer_id')
    .execute();
  return rows.map(({ customerId }) => customerId);
}
