import { createHash } from 'node:crypto';
import { dayAt } from '#domain/base/time.ts';
import { guardianBelow, ofAgeAt } from '#domain/consents/lapse.ts';
import { consentText, consentTextVersion } from '#domain/consents/consent-texts.ts';
import type { ConsentsOfCustomer, GiveConsent } from '#domain/consents/contract.ts';
import { ageOf } from '#domain/customers/age.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import type { Keys } from '#server/platform/keys.ts';
import { holdCustomer } from '../customers/get-customer.ts';
import { findPhones } from '../records/find-phones.ts';
import { getClinic } from '../staff/get-clinic.ts';
import { showConsents } from './get-consents.ts';
import { insertConsent, liftSuppressions } from './store.ts';

/** Somebody said yes, to these words, in a way that can be shown. Throws Conflict `needs-guardian` or `minor-no-marketing`. */
export async function giveConsent(
  ctx: Context,
  input: GiveConsent & { id: string },
  keys: Keys,
): Promise<ConsentsOfCustomer> {
  requirePermission(ctx, 'consents.write');
  const { id: customerId, purpose, channel, way, evidence, guardianName, guardianRelation } = input;
  return inTransaction(ctx, async (ctx) => {
    const customer = await holdCustomer(ctx, customerId);
    const age = ageOf(customer, dayAt(ctx.now, ctx.zone));
    if (age !== null && age < guardianBelow && guardianName === null) throw new Conflict('needs-guardian');
    if (purpose === 'marketing' && age !== null && age < ofAgeAt) throw new Conflict('minor-no-marketing');
    const clinic = await getClinic(ctx, customer.clinicId);
    const textShown = consentText(purpose, channel, clinic.name);
    const consent = {
      ...{ id: newId(), purpose, channel, decision: 'given' as const, way, textShown, evidence },
      ...{ textVersion: consentTextVersion, guardianName, guardianRelation },
    };
    const textHash = createHash('sha256').update(textShown).digest('hex');
    await insertConsent(ctx, { ...consent, customerId, textHash });
    if (purpose === 'marketing' && (channel === 'sms' || channel === null)) {
      const hashes = (await findPhones(ctx, customerId)).map((phone) => keys.hashOf(ctx.orgId, phone));
      await liftSuppressions(ctx, hashes, consent.id);
    }
    await recordAudit(ctx, {
      action: 'consent.given',
      subject: { type: 'customer', id: customerId },
      after: { [`${purpose}.${channel ?? 'all'}`]: true },
    });
    return showConsents(ctx, customerId, keys);
  });
}
