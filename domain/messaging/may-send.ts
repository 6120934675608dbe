import { addHours, addMinutes } from '#domain/base/time.ts';
import type { Instant, TimeZone } from '#domain/base/time.ts';
import { guardianBelow, ofAgeAt } from '#domain/consents/lapse.ts';
import type { Standing } from '#domain/consents/standing.ts';
import { quietUntil } from './quiet-hours.ts';
import { codeLimits } from './rule-set.ts';
import type { MessageRules } from './rule-set.ts';
import type { MessageChannel, MessageKind } from './template.ts';

/** All that decides whether a message goes now; read in the transaction that writes down that it goes. */
export interface SendFacts {
  kind: MessageKind;
  channel: MessageChannel;
  isUrgent: boolean;
  staleAt: Instant;
  customer: {
    age: number | null;
    refusesContact: boolean;
    isFrozen: boolean;
    isGone: boolean;
    /** As the ledger of consents says of this channel. */
    marketing: Standing;
    care: Standing;
    /** The address of a guardian; null where there is none. */
    guardian: string | null;
    own: string | null;
  };
  /** Whether this address has said no to offers, under whatever name. */
  isSuppressed: boolean;
  /** When this person or this address was last written to, the newest first. */
  sent: { kind: MessageKind; at: Instant }[];
  /** Until when the contact budget of all departments keeps it back; null for what does not wait for it. */
  budgetUntil: Instant | null;
  /** What was spent today is over the clinic's limit. */
  isOverCost: boolean;
  hasAccount: boolean;
}

export type SendDecision =
  | { do: 'send'; to: string; toGuardian: boolean }
  | { do: 'wait'; until: Instant; why: string }
  | { do: 'stop'; why: string }
  | { do: 'by-hand'; why: string };

/** Whether, when and to whom a message goes. A code answers what the person asked for themselves a moment ago. */
export function maySend(facts: SendFacts, rules: MessageRules, now: Instant, zone: TimeZone): SendDecision {
  const { kind, customer } = facts;
  const refused = whyNever(facts);
  if (refused !== null) return { do: 'stop', why: refused };
  if (facts.staleAt < now) return tooLate(kind);

  const { toGuardian, guardianOnly } = whoReads(kind, customer);
  const to = toGuardian ? customer.guardian : guardianOnly ? null : customer.own;
  if (to === null) return byHand(kind, guardianOnly ? 'no-guardian' : 'no-address');
  if (!facts.hasAccount) return byHand(kind, 'no-account');

  const waits = whenNext(facts, rules, now, zone);
  if (waits === null) return { do: 'send', to, toGuardian };
  // Nobody is asked by hand what the others' contacts leave no room for.
  if (waits.until > facts.staleAt && waits.why === 'contact-budget') return { do: 'stop', why: waits.why };
  // What would come too late by itself is brought by a person, who may judge.
  if (waits.until > facts.staleAt) return tooLate(kind);
  return { do: 'wait', ...waits };
}

/** The same of what a colleague is asked to send at once: a hand is stopped by the refusals that stop a provider. */
export function mayHandOver({
  kind,
  customer,
}: Pick<SendFacts, 'kind' | 'customer'>): { do: 'stop'; why: string } | HandedOver {
  const refused = whyNever({ kind, customer, isSuppressed: false });
  if (refused !== null) return { do: 'stop', why: refused };
  const { toGuardian, guardianOnly } = whoReads(kind, customer);
  return { do: 'by-hand', why: guardianOnly && !toGuardian ? 'no-guardian' : null, toGuardian };
}
export interface HandedOver {
  do: 'by-hand';
  why: string | null;
  toGuardian: boolean;
}

/** Under age it is who answers for them, where one is known; a child is written to by no other way. */
function whoReads(kind: MessageKind, { age, guardian }: SendFacts['customer']) {
  const isMinor = kind !== 'otp' && age !== null && age < ofAgeAt;
  return {
    toGuardian: isMinor && guardian !== null,
    guardianOnly: isMinor && age < guardianBelow,
  };
}

/** A refusal, or a rule, that no waiting changes; null: none. */
export function whyNever({
  kind,
  customer,
  isSuppressed,
}: Pick<SendFacts, 'kind' | 'customer' | 'isSuppressed'>): string | null {
  if (customer.isGone) return 'gone';
  if (kind === 'otp') return null;
  if (customer.refusesContact) return 'refuses-contact';
  if (kind !== 'marketing') return customer.care === 'withdrawn' ? 'consent-withdrawn' : null;
  if (isSuppressed) return 'suppressed';
  if (customer.marketing !== 'given') return whyNoYes[customer.marketing];
  if (customer.age !== null && customer.age < ofAgeAt) return 'minor';
  return customer.isFrozen ? 'frozen' : null;
}

const whyNoYes: Record<Exclude<Standing, 'given'>, string> = {
  withdrawn: 'consent-withdrawn',
  lapsed: 'consent-lapsed',
  never: 'no-consent',
};

/** An offer or a code that comes too late is nothing; care that comes too late is a matter for a person. */
function tooLate(kind: MessageKind): SendDecision {
  return kind === 'otp' || kind === 'marketing'
    ? { do: 'stop', why: 'stale' }
    : { do: 'by-hand', why: 'stale' };
}

/** No colleague is asked to send an offer that could not go by itself. */
function byHand(kind: MessageKind, why: string): SendDecision {
  return kind === 'marketing' ? { do: 'stop', why } : { do: 'by-hand', why };
}

function whenNext(
  facts: SendFacts,
  rules: MessageRules,
  now: Instant,
  zone: TimeZone,
): { until: Instant; why: string } | null {
  const { kind, sent, isUrgent } = facts;
  const quiet = quietUntil(facts, rules, now, zone);
  if (quiet !== null) return { until: quiet, why: 'quiet-hours' };
  if (kind === 'otp') {
    const free = codesFree(sent, now);
    if (free !== null) return { until: free, why: 'too-many-codes' };
  }
  if (kind === 'marketing') {
    const last = sent.find((each) => each.kind === 'marketing');
    const free = last && addHours(last.at, rules.daysBetweenMarketing * 24);
    if (free !== undefined && free > now) return { until: free, why: 'too-often' };
  }
  if (facts.budgetUntil !== null && facts.budgetUntil > now)
    return { until: facts.budgetUntil, why: 'contact-budget' };
  if (kind === 'care' && !isUrgent) {
    const today = sent.filter((each) => each.kind === 'care' && addHours(each.at, 24) > now);
    if (today.length >= rules.carePerDay)
      return { until: addHours(today[rules.carePerDay - 1]!.at, 24), why: 'too-often' };
  }
  if (facts.isOverCost && (kind === 'marketing' || kind === 'otp'))
    return { until: addMinutes(now, 60), why: 'cost' };
  return null;
}

function codesFree(sent: SendFacts['sent'], now: Instant): Instant | null {
  const codes = sent.filter(({ kind }) => kind === 'otp');
  const waits = codeLimits.flatMap(({ minutes, codes: limit }) => {
    const inSpan = codes.filter(({ at }) => addMinutes(at, minutes) > now);
    return inSpan.length < limit ? [] : [addMinutes(inSpan[limit - 1]!.at, minutes)];
  });
  return waits.sort().at(-1) ?? null;
}
