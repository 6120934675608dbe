import type { ConsentChannel, ConsentEntry, ConsentPurpose } from './consent.ts';
import { hasLapsed } from './lapse.ts';
import type { Whose } from './lapse.ts';

/** How a purpose stands on a channel; lapsed is a yes of an age at which another decided. */
export const standings = ['given', 'withdrawn', 'never', 'lapsed'] as const;
export type Standing = (typeof standings)[number];

/** What was said last about this purpose on this channel; what was said of every channel counts for each. */
export function standingConsent(
  entries: readonly ConsentEntry[],
  purpose: ConsentPurpose,
  channel: ConsentChannel | null,
  whose: Whose,
): Standing {
  const about = entries.filter(
    (entry) => entry.purpose === purpose && (entry.channel === channel || entry.channel === null),
  );
  // Of two at one moment the refusal holds.
  const last = about.reduce<ConsentEntry | null>(
    (found, entry) =>
      found === null || entry.at > found.at || (entry.at === found.at && entry.decision === 'withdrawn')
        ? entry
        : found,
    null,
  );
  if (last?.decision === 'given' && hasLapsed(last, whose)) return 'lapsed';
  return last?.decision ?? 'never';
}
