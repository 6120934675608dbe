/** What makes it less likely that somebody comes (E1); each is said beside the appointment. */
export const riskReasons = [
  'missed-before',
  'declined',
  'unreached',
  'booked-long-ago',
  'first-visit',
] as const;
export type RiskReason = (typeof riskReasons)[number];
export type RiskLevel = 'high' | 'medium' | 'low';

/** From so many days between booking and appointment on, people forget. */
const longAheadDays = 7;
const weights: Readonly<Record<RiskReason, number>> = {
  'missed-before': 2,
  declined: 4,
  unreached: 2,
  'booked-long-ago': 1,
  'first-visit': 1,
};

export interface Likelihood {
  level: RiskLevel;
  /** What it would cost to be wrong: the list is in this order. */
  points: number;
  reasons: RiskReason[];
}

/** How likely it is that a customer does not come, and why; who has confirmed is no risk. */
export function riskOf(appointment: {
  isFirst: boolean;
  /** Days between booking and appointment; null where nobody knows when it was booked. */
  leadDays: number | null;
  missedBefore: number;
  confirmation: 'confirmed' | 'declined' | 'unreached' | null;
}): Likelihood {
  const { isFirst, leadDays, missedBefore, confirmation } = appointment;
  if (confirmation === 'confirmed') return { level: 'low', points: 0, reasons: [] };
  const holds: Record<RiskReason, boolean> = {
    'missed-before': missedBefore > 0,
    declined: confirmation === 'declined',
    unreached: confirmation === 'unreached',
    'booked-long-ago': leadDays !== null && leadDays >= longAheadDays,
    'first-visit': isFirst,
  };
  const reasons = riskReasons.filter((reason) => holds[reason]);
  const points = reasons.reduce((sum, reason) => sum + weights[reason], 0);
  return { level: points >= 3 ? 'high' : points >= 1 ? 'medium' : 'low', points, reasons };
}
