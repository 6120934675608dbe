import { createHash } from 'node:crypto';
import { consentText, consentTextVersion } from '#domain/consents/consent-texts.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import type { Keys } from '#server/platform/keys.ts';
import { insertPastConsents } from './history-store.ts';
import type { PastConsentRow } from './history-store.ts';
import { insertSuppressions } from './store.ts';

/** A yes or a no of earlier; a yes was given to the words of the clinic. */
export type PastConsent = Omit<PastConsentRow, 'textShown' | 'textVersion' | 'textHash'> & {
  clinicName: string;
  phone: string;
};

/** Adds what customers agreed to and took back earlier, for a demo that writes its own audit row of the whole. */
export async function addConsentHistory(
  ctx: TransactionContext,
  consents: readonly PastConsent[],
  keys: Keys,
): Promise<void> {
  await insertPastConsents(
    ctx,
    consents.map(({ clinicName, phone: _, ...consent }) => {
      if (consent.decision === 'withdrawn')
        return { ...consent, textShown: null, textVersion: null, textHash: null };
      const textShown = consentText(consent.purpose, consent.channel, clinicName);
      const textHash = createHash('sha256').update(textShown).digest('hex');
      return { ...consent, textShown, textVersion: consentTextVersion, textHash };
    }),
  );
  const refused = consents.filter(
    ({ decision, purpose }) => decision === 'withdrawn' && purpose === 'marketing',
  );
  for (const { phone, at } of refused)
    await insertSuppressions({ ...ctx, now: at }, [keys.hashOf(ctx.orgId, phone)], 'staff');
}
