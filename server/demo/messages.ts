import {
  addDays,
  addHours,
  addMinutes,
  dayAt,
  instantAt,
  instantOf,
  millisecondsOf,
  saidAt,
} from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { quietUntil } from '#domain/messaging/quiet-hours.ts';
import { standardMessageRules } from '#domain/messaging/rule-set.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { PastConsent } from '../modules/consents/add-consent-history.ts';
import type { PastMessage } from '../modules/messaging/add-message-history.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { offerKey } from './channels.ts';
import { zone } from './content/chain.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';
import type { Story } from './stories.ts';

/** What was sent earlier nobody looks up any more. */
const weeksBack = 3;
const shares = { booked: 0.3, reminded: 0.35, caredFor: 0.5, notReached: 0.15, birthday: 0.4, offered: 0.25 };
/** Of those with a provider: what never arrives, and what nobody hears of. */
const lost = { undelivered: 0.05, unknown: 0.035 };
const careAfter: ReadonlySet<TreatmentCategory> = new Set(['surgery', 'extraction', 'implant']);
/** The day of the offer, before today. */
const offeredDaysAgo = 9;
const clinicPhone = '400-000-0000';

type Wish = Pick<PastMessage, 'templateKey' | 'variables' | 'cause' | 'dueAt' | 'queuedBy'> & {
  queuedAt?: Instant;
  /** A text that no provider has approved is a colleague's to send. */
  isByHand?: boolean;
};

/** What a customer was sent in the last weeks, what waits for a colleague, and what is still to go. */
export function messagesOf(
  story: Story,
  consents: readonly PastConsent[],
  chain: Chain,
  now: Instant,
): PastMessage[] {
  const dice = diceOf('messages', story.customer.id);
  const since = addHours(now, -weeksBack * 7 * 24);
  const wishes = [
    ...aboutAppointments(story, dice),
    ...afterVisits(story, dice),
    ...afterCalls(story, dice),
    ...onBirthday(story, now, dice),
  ].filter(({ dueAt, queuedAt = dueAt }) => queuedAt >= since && queuedAt < now);
  const place = chain.clinics.findIndex(({ id }) => id === story.customer.clinicId);
  const by = dice.pick(colleaguesOf(chain, 'cs_agent', place)).id;
  const { id, clinicId, name, gender, phone } = story.customer;
  const customer = {
    ...{ id, clinicId, clinicName: chain.clinics[place]!.name, name },
    ...{ gender: gender ?? 'unknown', phone: phone! },
  };
  return [
    ...wishes.map(({ isByHand, queuedAt = null, ...wish }) => {
      const queued = { ...wish, customer, queuedAt: queuedAt ?? wish.dueAt };
      if (story.customer.refusesContact)
        return { ...queued, held: { state: 'stopped', reason: 'refuses-contact' } as const };
      return isByHand ? byHand(queued, by, now, dice) : byProvider(queued, by, now, dice);
    }),
    ...offers(story, consents, chain, now, dice).map((wish) =>
      offered({ ...wish, customer }, consents, dice),
    ),
  ];
}

function aboutAppointments({ appointments }: Story, dice: Dice): Wish[] {
  return appointments.flatMap(({ id, bookedAt, startsAt, state }): Wish[] => {
    const said = saidAt(startsAt, zone);
    const about = {
      variables: { day: said.slice(0, -5), time: said.slice(-5) },
      ...{ cause: { kind: 'appointment', id }, queuedBy: null },
    };
    const remindAt = instantAt(`${addDays(dayAt(startsAt, zone), -1)}T10:00`, zone);
    const wishes: Wish[] = [];
    if (bookedAt !== null && dice.happens(shares.booked))
      wishes.push({ ...about, templateKey: 'appointment-booked', dueAt: bookedAt });
    if (bookedAt !== null && bookedAt < remindAt && state !== 'cancelled' && dice.happens(shares.reminded))
      wishes.push({
        ...{ ...about, templateKey: 'appointment-reminder', dueAt: remindAt },
        // Wished for when the list of that day is made.
        queuedAt: addHours(remindAt, -44),
      });
    return wishes;
  });
}

function afterVisits({ visits }: Story, dice: Dice): Wish[] {
  return visits.flatMap(({ id, closedAt, treatments }): Wish[] => {
    if (!treatments.some(({ category }) => careAfter.has(category)) || !dice.happens(shares.caredFor))
      return [];
    const wish = { templateKey: 'care-after-visit', variables: { phone: clinicPhone } };
    return [
      { ...wish, cause: { kind: 'visit', id }, dueAt: addHours(closedAt, 3), queuedBy: null, isByHand: true },
    ];
  });
}

function afterCalls({ history }: Story, dice: Dice): Wish[] {
  const silent = history.attempts.filter(
    ({ result, channel }) => result === 'no_answer' && channel === 'phone',
  );
  return [...new Map(silent.map((call) => [call.call_id, call])).values()].flatMap((call): Wish[] =>
    dice.happens(shares.notReached)
      ? [
          {
            ...{ templateKey: 'not-reached', variables: {}, cause: { kind: 'call', id: call.call_id } },
            ...{ dueAt: call.at, queuedBy: call.staff_id },
          },
        ]
      : [],
  );
}

function onBirthday({ customer }: Story, now: Instant, dice: Dice): Wish[] {
  if (customer.birthday == null || !dice.happens(shares.birthday)) return [];
  const year = dayAt(now, zone).slice(0, 4);
  const day = `${year}${customer.birthday.slice(4)}`;
  if (day.endsWith('-02-29') || day < (customer.createdAt ?? now).slice(0, 10)) return [];
  const dueAt = instantAt(`${day}T09:00`, zone);
  const wish = {
    templateKey: 'birthday',
    variables: {},
    cause: { kind: 'birthday', id: `${customer.id} ${year}` },
  };
  return [{ ...wish, dueAt, queuedBy: null, isByHand: true }];
}

/** Sent from the work phone within a day; what is of today is in part still to do. */
function byHand(queued: PastMessage, by: string, now: Instant, dice: Dice): PastMessage {
  const held = { ...queued, held: { state: 'by_hand', reason: null } as const };
  const at = addMinutes(queued.dueAt, dice.pick([20, 75, 190, 700, 1_300]));
  if (at >= now) return held;
  return { ...held, settled: { as: dice.happens(0.93) ? 'sent' : 'not-sent', at, by } };
}

function byProvider(queued: PastMessage, by: string, now: Instant, dice: Dice): PastMessage {
  const wanted = quietUntil({ kind: 'care', isUrgent: false }, standardMessageRules, queued.dueAt, zone);
  const at = instantOf(millisecondsOf(wanted ?? queued.dueAt) + dice.whole(2, 50) * 1000);
  if (at >= now) return queued;
  const settledAt = addHours(at, dice.whole(2, 40));
  const settled = settledAt < now ? { at: settledAt, by } : undefined;
  const roll = dice.roll();
  if (roll < lost.unknown) {
    const call = { at, outcome: 'unknown', code: dice.pick(['timeouterror', 'http-502']) } as const;
    // Whether it goes to a person is known only after a while.
    if (addMinutes(at, 31) < now)
      return { ...queued, call, settled: settled && { as: 'arrived', ...settled } };
  } else if (roll < lost.unknown + lost.undelivered) {
    const code = dice.pick(['UNDELIV', 'MOBILE_NOT_ON_SERVICE', 'EXPIRED']);
    const receipt = { at: addMinutes(at, 1), arrived: false, code };
    if (receipt.at < now) {
      const call = { ...accepted(at), receipt };
      return {
        ...queued,
        call,
        settled: settled && { as: dice.happens(0.8) ? 'sent' : 'not-sent', ...settled },
      };
    }
  }
  return arrives(queued, at, now, dice);
}

function arrives(queued: PastMessage, at: Instant, now: Instant, dice: Dice): PastMessage {
  const toldAt = instantOf(millisecondsOf(at) + dice.whole(3, 400) * 1000);
  const receipt = toldAt < now ? { at: toldAt, arrived: true, code: null } : undefined;
  return { ...queued, call: { ...accepted(at), receipt } };
}

const accepted = (at: Instant) => ({ at, outcome: 'accepted', code: null }) as const;

/** The one offer of these weeks: to who agreed to it, and to some whom the rules held back. */
function offers(
  { customer, visits }: Story,
  consents: readonly PastConsent[],
  chain: Chain,
  now: Instant,
  dice: Dice,
): Omit<PastMessage, 'customer'>[] {
  const clinic = chain.clinics.find(({ id }) => id === customer.clinicId)!;
  const at = instantAt(`${addDays(dayAt(now, zone), -offeredDaysAgo)}T10:00`, zone);
  const wasAsked = consents.some(
    (one) => one.purpose === 'marketing' && one.channel === 'sms' && one.at < at,
  );
  const isForgotten = !wasAsked && visits.length > 0 && dice.happens(0.001);
  if (clinic.kind !== 'dental' || !(isForgotten || (wasAsked && dice.happens(shares.offered)))) return [];
  const cause = { kind: 'campaign', id: `cleaning ${dayAt(at, zone)}` };
  return [{ templateKey: offerKey, variables: {}, cause, queuedAt: at, queuedBy: null, dueAt: at }];
}

function offered(queued: PastMessage, consents: readonly PastConsent[], dice: Dice): PastMessage {
  const last = consents.findLast(
    (one) => one.purpose === 'marketing' && one.channel === 'sms' && one.at < queued.dueAt,
  );
  const held = (reason: string) => ({ ...queued, held: { state: 'stopped', reason } as const });
  if (!last) return held('no-consent');
  if (last.decision === 'withdrawn') return held('consent-withdrawn');
  const at = addMinutes(queued.dueAt, dice.whole(1, 20));
  if (dice.happens(0.06))
    return { ...queued, call: { at, outcome: 'refused', code: 'isv.BLACK_KEY_CONTROL_LIMIT' } };
  if (dice.happens(0.05)) {
    const receipt = { at: addMinutes(at, 2), arrived: false, code: 'UNDELIV' };
    return { ...queued, call: { ...accepted(at), receipt } };
  }
  return {
    ...queued,
    call: { ...accepted(at), receipt: { at: addMinutes(at, 1), arrived: true, code: null } },
  };
}
