/** When it is in the measured chains: a Thursday morning, so that the day's list is the same on every day. */
export const now = '2026-03-12T02:00:00.000Z';
export const login = 'agent';
export const password = 'a long enough password';

export interface Size {
  customers: number;
  followups: number;
}

/** Whose customers and followups are filled in, and where and by whom those are worked that are measured. */
export interface Place {
  orgId: string;
  clinicId: string;
  agentId: string;
}
