import type { StandingConsent } from '#domain/consents/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { consentsWords } from './words.ts';

/** "优惠活动 · 短信": what it is about, and by which way where that matters. */
export function useConsentName(): (about: Pick<StandingConsent, 'purpose' | 'channel'>) => string {
  const say = useWords(consentsWords);
  return ({ purpose, channel }) =>
    say(`purpose.${purpose}`) + (channel === null ? '' : ` · ${say(`channel.${channel}`)}`);
}
