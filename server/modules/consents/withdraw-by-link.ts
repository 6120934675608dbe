import { guardianBelow } from '#domain/consents/consent.ts';
import type { ConsentChannel, ConsentPurpose } from '#domain/consents/consent.ts';
import { consentText } from '#domain/consents/consent-texts.ts';
import { greetingOf } from '#domain/customer-page/greeting.ts';
import type { ConsentPage } from '#domain/customer-page/contract.ts';
import { ageOf } from '#domain/customers/age.ts';
import { dayAt } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import type { Keys } from '#server/platform/keys.ts';
import { requireCustomer } from '../customers/get-customer.ts';
import { followLink } from '../links/follow-link.ts';
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
  const { standing, history } = await showConsents(ctx, customerId, keys);
  const age = ageOf(customer, dayAt(ctx.now, ctx.zone));
  return {
    kind: 'consent',
    clinicName: clinic.name,
    greeting: greetingOf(customer.name),
    isForChild: age !== null && age < guardianBelow,
    choices: standing.map(({ purpose, channel, stands }) => {
      const last = history.find((one) => one.purpose === purpose && one.channel === channel);
      const said = history.find((one) => one.purpose === purpose && one.channel === channel && one.textShown);
      return {
        ...{ purpose, channel, stands },
        text: said?.textShown ?? consentText(purpose, channel, clinic.name),
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
    const { choices } = await showChoices(ctx, { customerId }, keys);
    const choice = choices.find((one) => one.purpose === purpose && one.channel === channel);
    if (choice?.stands !== 'withdrawn')
      await noteWithdrawal(ctx, { customerId, purpose, channel, way: 'page', evidence: null }, keys);
    return showChoices(ctx, { customerId }, keys);
  });
}
