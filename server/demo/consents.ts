import { addHours, dayAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { guardianBelow, ofAgeAt } from '#domain/consents/lapse.ts';
import type { ConsentChannel, ConsentPurpose } from '#domain/consents/consent.ts';
import { ageOf } from '#domain/customers/age.ts';
import type { PastConsent } from '../modules/consents/add-consent-history.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain } from './chain.ts';
import { zone } from './content/chain.ts';
import { diceOf, idsOf } from './dice.ts';
import type { Story } from './stories.ts';

/** The desk has asked since the tablet came; who came before is asked when they come again. */
const weeksAsked = 10;
const shares = { asked: 0.75, offersBySms: 0.55, offersByWechat: 0.3, recording: 0.4, takenBack: 0.06 };
const tookBack = [
  { way: 'phone', evidence: '来电说活动短信太多，不要再发' },
  { way: 'phone', evidence: '回访时说不想收优惠信息' },
  { way: 'in_person', evidence: '到诊时口头说不再接收活动信息' },
] as const;

/** What first visitors of the last weeks agreed to at the desk, and what some of them took back. */
export function consentsOf({ customer, visits }: Story, chain: Chain, now: Instant): PastConsent[] {
  const first = visits.find(({ kind }) => kind === 'first');
  if (!first || first.openedAt < addHours(now, -weeksAsked * 7 * 24)) return [];
  const dice = diceOf('consents', customer.id);
  if (!dice.happens(shares.asked)) return [];
  const newId = idsOf(Date.parse(first.openedAt), dice);
  const place = chain.clinics.findIndex(({ id }) => id === customer.clinicId);
  const [desk] = colleaguesOf(chain, 'front_desk', place);
  const age = ageOf({ birthday: null, birthYear: null, ...customer }, dayAt(now, zone)) ?? ofAgeAt;
  const guardian = /^监护人：(母亲|父亲)(\S+)$/.exec(customer.notes ?? '');
  if (age < guardianBelow && !guardian) return [];
  const said = (
    at: Instant,
    purpose: ConsentPurpose,
    channel: ConsentChannel | null,
    how: Pick<PastConsent, 'decision' | 'way' | 'evidence'>,
  ): PastConsent => ({
    ...{ id: newId(), customerId: customer.id, phone: customer.phone!, at, purpose, channel, ...how },
    clinicName: chain.clinics[place]!.name,
    ...(age < ofAgeAt && guardian
      ? { guardianName: guardian[2]!, guardianRelation: guardian[1]! }
      : { guardianName: null, guardianRelation: null }),
    recordedBy: desk?.id ?? null,
  });
  const evidence = `初诊登记表 ${dayAt(first.openedAt, zone)}，前台存档`;
  const agreed = { decision: 'given', way: 'paper', evidence } as const;
  const given = [said(first.openedAt, 'care', null, agreed)];
  if (dice.happens(shares.recording)) given.push(said(first.openedAt, 'call_recording', null, agreed));
  if (age < ofAgeAt) return given;
  if (dice.happens(shares.offersByWechat)) given.push(said(first.openedAt, 'marketing', 'wechat', agreed));
  if (!dice.happens(shares.offersBySms)) return given;
  given.push(said(first.openedAt, 'marketing', 'sms', agreed));
  const later = addHours(first.openedAt, dice.whole(5 * 24, 30 * 24));
  if (!dice.happens(shares.takenBack) || later >= now) return given;
  return [...given, said(later, 'marketing', 'sms', { decision: 'withdrawn', ...dice.pick(tookBack) })];
}
