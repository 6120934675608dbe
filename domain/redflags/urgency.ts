/** How soon a doctor has to be asked about a warning sign: at once, or the same day. */
export const urgencies = ['urgent', 'soon'] as const;
export type Urgency = (typeof urgencies)[number];

export function mostUrgent(of: readonly Urgency[]): Urgency | null {
  return urgencies.find((urgency) => of.includes(urgency)) ?? null;
}
