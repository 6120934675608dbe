import type { Step, TriggerEvent } from './protocol.ts';

/** Somebody who is unhappy is not courted: no offers, no birthday wishes, until the case is closed (B3). */
export function waitsWhileFrozen(followup: { purpose: Step['purpose']; event: TriggerEvent }): boolean {
  return followup.purpose === 'marketing' || followup.event === 'birthday';
}

/** What somebody who wants no contact is still told: what concerns their health, and an answer to their complaint. */
export function reachesWhoRefuses(purpose: Step['purpose']): boolean {
  return purpose === 'medical' || purpose === 'complaint';
}

/** Whether a followup is planned for such a customer at all. */
export function isOwedTo(
  customer: { refusesContact: boolean; isFrozen: boolean; isGone?: boolean },
  followup: { purpose: Step['purpose']; event: TriggerEvent },
): boolean {
  if (customer.isGone) return false;
  if (customer.refusesContact && !reachesWhoRefuses(followup.purpose)) return false;
  return !(customer.isFrozen && waitsWhileFrozen(followup));
}
