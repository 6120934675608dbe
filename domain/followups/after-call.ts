import type { CalendarDate } from '#domain/base/time.ts';
import type { AttemptResult } from './contract.ts';
import type { Step, TriggerEvent } from './protocol.ts';

/** Who asked and did not decide, or paid and did not come: they are called to be invited, whatever else is said. */
const invitingEvents: readonly TriggerEvent[] = ['consultation.no_deal', 'deposit.untreated'];

export interface CallMade {
  result: AttemptResult | null;
  /** The followups it was about. */
  followups: readonly { purpose: Step['purpose']; event: TriggerEvent }[];
  /** The day the customer agreed to come. */
  nextAppointmentOn: CalendarDate | null;
}

/** What may be written to the customer after a call (C9): what was said after an invitation, the address once they agree. */
export function messagesAfter({ result, followups, nextAppointmentOn }: CallMade): {
  summary: boolean;
  address: boolean;
} {
  if (result !== 'reached') return { summary: false, address: false };
  const agreed = nextAppointmentOn !== null;
  return { summary: agreed || followups.some(isInvitation), address: agreed };
}

function isInvitation({ purpose, event }: CallMade['followups'][number]): boolean {
  return purpose === 'marketing' || invitingEvents.includes(event);
}
