import type { Step, TriggerEvent } from './protocol.ts';

/** Somebody who is unhappy is not courted: no offers, no birthday wishes, until the case is closed (B3). */
export function waitsWhileFrozen(followup: { purpose: Step['purpose']; event: TriggerEvent }): boolean {
  return followup.purpose === 'marketing' || followup.event === 'birthday';
}
