import type { RecoveryCard } from './card.ts';
import { aestheticCards } from './standard/aesthetic.ts';
import { dentalCards } from './standard/dental.ts';

/** What ships: shown, and marked as not approved, until a doctor of the clinic has taken a card over or it has its own. */
export const standardCards: readonly RecoveryCard[] = [...dentalCards, ...aestheticCards];
