import { addMinutes } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { channelOf, dedupMinutesOf } from '#domain/messaging/account.ts';
import type { AccountChannel } from '#domain/messaging/account.ts';
import { valuesIn } from '#domain/messaging/fill-template.ts';
import { costHolds, unitsOf } from '#domain/messaging/cost.ts';
import { pausesAll } from '#domain/messaging/pause.ts';
import { maySend, whyNever } from '#domain/messaging/may-send.ts';
import type { MessageRules } from '#domain/messaging/rule-set.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { listClinicZones } from '../staff/list-clinic-zones.ts';
import type { AccountRow } from './accounts-store.ts';
import { holdBrakes, selectPause } from './brakes-store.ts';
import type { Outgoing } from './channels/channel.ts';
import { collectFacts, minuteAgo } from './collect-facts.ts';
import type { Facts } from './collect-facts.ts';
import { findTemplateVersions } from './find-template.ts';
import { rulesInForce } from './get-rules.ts';
import { accountsFor, listOpenAccounts } from './list-accounts.ts';
import { placeOf } from './queue-code.ts';
import { insertIntents, lockDue, saveHeldBack } from './outbox-store.ts';
import type { DueMessage, Intent } from './outbox-store.ts';
import { sumSpending } from './sum-spending.ts';
import { countCalls } from './use-store.ts';

/** Much longer than a provider is waited for, and short enough that a reminder is not late for a dead worker. */
export const leaseSeconds = 60;

export interface Claimed {
  account: AccountRow;
  outgoing: Outgoing;
}

/**
 * Takes what is due and writes down that it goes, before anybody is called: when this returns it is committed. `found`
 * says whether there was anything, be it kept back.
 */
export async function claimDue(
  ctx: Context,
  keys: Keys,
  limit: number,
): Promise<{ found: number; claimed: Claimed[] }> {
  return inTransaction(ctx, async (ctx) => {
    const pause = await selectPause(ctx);
    if (pausesAll(pause)) return { found: 0, claimed: [] };
    const messages = await lockDue(ctx, limit, pause);
    if (messages.length === 0) return { found: 0, claimed: [] };
    // After the messages are held: nobody who has the brakes waits for a message.
    await holdBrakes(ctx);
    const decided = await decide(ctx, messages, keys);
    const [intents, held] = [
      decided.flatMap((one) => one.intent ?? []),
      decided.flatMap((one) => one.held ?? []),
    ];
    if (intents.length > 0) await insertIntents(ctx, intents);
    if (held.length > 0) await saveHeldBack(ctx, held);
    return { found: messages.length, claimed: decided.flatMap((one) => one.claimed ?? []) };
  });
}

type Held = Parameters<typeof saveHeldBack>[1][number];
interface Decided {
  intent?: Intent;
  held?: Held;
  claimed?: Claimed;
}

async function decide(
  ctx: TransactionContext,
  messages: readonly DueMessage[],
  keys: Keys,
): Promise<Decided[]> {
  const { rules } = await rulesInForce(ctx);
  const zones = await listClinicZones(ctx);
  const zoneOf = (clinicId: string): TimeZone => zones.get(clinicId) ?? 'Asia/Shanghai';
  const templateOf = await findTemplateVersions(ctx);
  const accounts = await listOpenAccounts(ctx);
  const calls = await countCalls(ctx, minuteAgo(ctx));
  const known = await collectFacts(
    ctx,
    messages.filter(({ customerId }) => customerId !== null),
    rules,
    zoneOf,
    keys,
  );
  const left = new Map(accounts.map(({ id, perMinute }) => [id, perMinute - (calls.get(id) ?? 0)]));
  const mayCost = await watchCost(ctx, messages, rules);

  const written = new Map<string, number>();
  return messages.map((message): Decided => {
    const template = templateOf(message.templateKey, message.templateVersion);
    const boundTo = known.boundTo(message);
    const ways = waysOf(message, accounts, template).filter(({ id }) => boundTo === null || id === boundTo);
    const hold = (state: Held['state'], reason: string | null, dueAt: string | null = null): Decided => ({
      held: { id: message.id, state, reason, dueAt },
    });
    const free = () => ways.find(({ id }) => left.get(id)! > 0);
    const go = (to: string, toGuardian: boolean, hash: string | null): Decided => {
      const account = free();
      if (!account) return hold('queued', 'rate', addMinutes(ctx.now, 0.25));
      left.set(account.id, left.get(account.id)! - 1);
      mayCost.spend(message, account);
      return intentOf(ctx, message, { account, template, to, toGuardian, hash });
    };
    if (message.maybeTakenAt !== null) return repeat(ctx, message, { accounts, template, known, hold });
    const isOverCost = mayCost.isOver(message, free() ?? ways[0]);
    if (message.customerId === null) {
      const isReached = ways.length > 0;
      return toNobodyKnown(ctx, message, { isReached, isOverCost, keys, hold, go });
    }
    const hasAccount = ways.length > 0 || message.channel === 'by_hand';
    const { facts, hashOf } = known.of(message, { hasAccount, isOverCost });
    const decision = maySend(facts, rules, ctx.now, zoneOf(message.clinicId));
    if (decision.do === 'wait') return hold('queued', decision.why, decision.until);
    if (decision.do === 'stop') return hold('stopped', decision.why);
    if (decision.do === 'by-hand') return hold('by_hand', decision.why);
    // Two of one kind to one number in the same breath: the second sees the first with the next claim.
    const hash = hashOf(decision.to);
    const key = `${hash} ${message.kind}`;
    if (message.kind !== 'service_notice' && written.has(key))
      return hold('queued', 'one-by-one', addMinutes(ctx.now, 0.25));
    written.set(key, 1);
    if (message.channel === 'by_hand') return hold('by_hand', null);
    return go(decision.to, decision.toGuardian, hash);
  });
}

/**
 * The brake of the cost: what was spent before, and what goes with this claim. What was spent is asked only where
 * something wants to go that it may hold.
 */
async function watchCost(ctx: TransactionContext, messages: readonly DueMessage[], rules: MessageRules) {
  const isLimited = rules.dailyCostFen !== null || rules.monthlyCostFen !== null;
  const isAsked = isLimited && messages.some(({ kind }) => kind === 'marketing' || kind === 'otp');
  const spending = isAsked ? await sumSpending(ctx, { onlyPriced: true }) : null;
  return {
    isOver: ({ text }: DueMessage, account: AccountRow | undefined): boolean =>
      spending !== null &&
      account !== undefined &&
      account.fenPerThousand > 0 &&
      costHolds(spending.with(account, unitsOf(account, text)), rules) !== null,
    spend: ({ text }: DueMessage, account: AccountRow): void =>
      spending?.add(account, unitsOf(account, text)),
  };
}

/** A notice to colleagues, or a code to a telephone of whom nobody knows whose it is. */
function toNobodyKnown(
  ctx: TransactionContext,
  { id, sealedTo, staleAt }: DueMessage,
  by: {
    isReached: boolean;
    isOverCost: boolean;
    keys: Keys;
    hold: (state: Held['state'], reason: string) => Decided;
    go: (to: string, toGuardian: boolean, hash: string | null) => Decided;
  },
): Decided {
  if (staleAt < ctx.now) return by.hold('stopped', 'stale');
  if (!by.isReached) return by.hold('failed', 'no-account');
  if (sealedTo === null) return by.go('', false, null);
  // Whoever pumps codes through a page finds the brake; a code that waited for tomorrow's money would help nobody.
  if (by.isOverCost) return by.hold('stopped', 'cost');
  const to = openedPhone(by.keys, id, sealedTo);
  if (to === null) return by.hold('failed', 'secret-unreadable');
  return by.go(to, false, by.keys.hashOf(ctx.orgId, to));
}

/** Null where our keys open it no more, as after a restore with others: it must not keep back what waits behind it. */
function openedPhone(keys: Keys, messageId: string, sealed: string): string | null {
  try {
    return keys.open(sealed, placeOf(messageId));
  } catch {
    return null;
  }
}

/**
 * Sent again although the provider may have it: to the same account, in its window, and whatever a limit says, for it is
 * no second message; but to nobody who has said no meanwhile. Else nobody knows what became of it.
 */
function repeat(
  ctx: TransactionContext,
  message: DueMessage,
  by: {
    accounts: readonly AccountRow[];
    template: MessageTemplate | null;
    known: Facts;
    hold: (state: Held['state'], reason: string) => Decided;
  },
): Decided {
  const account = by.accounts.find(({ id }) => id === message.accountId);
  const until = account && addMinutes(message.maybeTakenAt!, dedupMinutesOf[account.kind]);
  if (!account || ctx.realNow > until!) return by.hold('unknown', 'window-over');
  const { template } = by;
  const same = { account, template, toGuardian: false };
  // A code that may have come is not sent twice: they ask for another.
  if (message.sealedTo !== null) return by.hold('unknown', 'window-over');
  if (message.customerId === null) return intentOf(ctx, message, { ...same, to: '', hash: null });
  const { facts, hashOf } = by.known.of(message, { hasAccount: true, isOverCost: false });
  const refused = whyNever(facts);
  if (refused !== null) return by.hold('unknown', refused);
  const to = facts.customer.own;
  if (to === null) return by.hold('unknown', 'window-over');
  return intentOf(ctx, message, { ...same, to, hash: hashOf(to) });
}

function waysOf(
  message: DueMessage,
  accounts: readonly AccountRow[],
  template: MessageTemplate | null,
): AccountRow[] {
  if (message.customerId === null && message.sealedTo === null)
    return accounts.filter(({ id }) => id === message.accountId);
  const channel = message.channel as AccountChannel;
  return accountsFor(accounts, { clinicId: message.clinicId, channel, template });
}

interface Way {
  account: AccountRow;
  template: MessageTemplate | null;
  to: string;
  toGuardian: boolean;
  hash: string | null;
}

function intentOf(ctx: TransactionContext, message: DueMessage, way: Way): Decided {
  const { account, template, to, toGuardian, hash } = way;
  const attemptId = newId();
  const { id: messageId, text, subject, variables } = message;
  // What is kept as an object has lost its order.
  const values = template === null ? variables : valuesIn(template.text, variables);
  // A template of WeChat's is itself the link, without naming it.
  if (channelOf[account.kind] === 'wechat' && variables['link']) values['link'] = variables['link'];
  const next = { number: message.tries + 1, fence: message.fence + 1 };
  return {
    intent: {
      ...{ messageId, attemptId, accountId: account.id, ...next, channel: message.channel },
      ...{ addressHash: hash, toGuardian, leasedUntil: addMinutes(ctx.realNow, leaseSeconds / 60) },
      units: unitsOf(account, text),
    },
    claimed: {
      account,
      outgoing: {
        ...{ attemptId, messageId, to, text, subject, values },
        code: template?.providerCodes[account.kind] ?? null,
      },
    },
  };
}
