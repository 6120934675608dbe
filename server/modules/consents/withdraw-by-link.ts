import type { ConsentChannel, ConsentPurpose } from '#domain/consents/consent.ts';
import { guardianBelow } from '#domain/consents/lapse.ts';
import { consentText } from '#domain/consents/consent-texts.ts';
import { greetingOf } from '#domain/customer-page/greeting.ts';
import { pagesWithNoMore, standingOfOffers } from '#domain/consents/offers.ts';
import type { ConsentPage, ReachPage } from '#domain/customer-page/contract.ts';
import { ageOf } from '#domain/customers/age.ts';
import { dayAt } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import type { Keys } from '#server/platform/keys.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { followLink } from '../links/follow-link.ts';
import { nameHouse } from '../records/name-house.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { showConsents } from './get-consents.ts';
import { noteWithdrawal } from './withdraw-consent.ts';

const purposes = ['consent'] as const;

/** What a customer agreed to, in the words it was agreed to in, and what else they may refuse. */
export async function showChoices(
  ctx: TransactionContext,
  { customerId }: { customerId: string },
  keys: Keys,
): Promise<ConsentPage> {
  const customer = await requireCustomer(ctx, customerId);
  const clinic = await getClinic(ctx, customer.clinicId);
  const clinicName = await nameHouse(ctx, { customerId, clinicId: clinic.id });
  const { standing, history } = await showConsents(ctx, customerId, keys);
  const age = ageOf(customer, dayAt(ctx.now, ctx.zone));
  // The words agreed to name the clinic; where others may read along, the record has them and the page has their like.
  const isNamed = clinicName === clinic.name;
  return {
    kind: 'consent',
    clinicName,
    greeting: greetingOf(customer.name),
    isForChild: age !== null && age < guardianBelow,
    choices: standing.map(({ purpose, channel, stands }) => {
      const last = history.find((one) => one.purpose === purpose && one.channel === channel);
      const said = history.find((one) => one.purpose === purpose && one.channel === channel && one.textShown);
      return {
        ...{ purpose, channel, stands },
        text: (isNamed && said?.textShown) || consentText(purpose, channel, clinicName),
        since: last?.at ?? null,
      };
    }),
  };
}

/**
 * The customer, or who answers for a child, takes a yes back on their own page. It holds from this moment: whatever is
 * queued is asked again before it goes. Pressed twice it is one no, and the link stays open for the other answers.
 */
export async function withdrawByLink(
  house: PublicContext,
  input: { token: string; purpose: ConsentPurpose; channel: ConsentChannel | null },
): Promise<ConsentPage> {
  const { token, purpose, channel } = input;
  const keys = keysOf(house.dataDir);
  return followLink(house, { token, purposes, toUse: true }, async (ctx, { customerId }) => {
    const { standing } = await showConsents(ctx, customerId, keys);
    const asked = standing.find((one) => one.purpose === purpose && one.channel === channel);
    if (asked?.stands !== 'withdrawn')
      await noteWithdrawal(ctx, { customerId, purpose, channel, way: 'page', evidence: null }, keys);
    return showChoices(ctx, { customerId }, keys);
  });
}

/** Whoever has just answered has the thanks before them, with the same line below: for a while it is good for that alone. */
const ofOtherPages = { purposes: pagesWithNoMore, evenJustUsed: true };

/** What reaches the customer, asked on one of their other pages: nothing of what they came for. It uses nothing. */
export async function showReach(house: PublicContext, { token }: { token: string }): Promise<ReachPage> {
  return followLink(house, { token, ...ofOtherPages }, (ctx, { customerId }) =>
    reachOf(ctx, customerId, keysOf(house.dataDir)),
  );
}

/** On the same page: no more offers, on any way. It holds as on the page of consents, and the page stays as it was. */
export async function refuseOffers(house: PublicContext, { token }: { token: string }): Promise<ReachPage> {
  const keys = keysOf(house.dataDir);
  const wanted = { token, ...ofOtherPages, toUse: true };
  return followLink(house, wanted, async (ctx, { customerId }) => {
    const { offers } = await reachOf(ctx, customerId, keys);
    const no = { customerId, purpose: 'marketing', channel: null, way: 'page', evidence: null } as const;
    if (offers !== 'withdrawn') await noteWithdrawal(ctx, no, keys);
    return reachOf(ctx, customerId, keys);
  });
}

async function reachOf(ctx: TransactionContext, customerId: string, keys: Keys): Promise<ReachPage> {
  const { refusesContact } = await requireCustomer(ctx, customerId);
  const { standing } = await showConsents(ctx, customerId, keys);
  const care = standing.find(({ purpose }) => purpose === 'care');
  return {
    offers: standingOfOffers(standing),
    hasCare: !refusesContact && care?.stands !== 'withdrawn',
  };
}
