import type { CalendarDate } from '#domain/base/time.ts';
import type { Role } from '#domain/staff/role.ts';
import type { ReleasableKind } from './owner-kind.ts';

/**
 * Whether nobody answers for a customer: a lead has neither a web consultant nor a consultant, somebody who has come
 * has no consultant; the web consultant who won them stays on the record and does not answer for them any more.
 */
export function isInPool(customer: {
  ownerId: string | null;
  webConsultantId: string | null;
  lastVisitOn: CalendarDate | null;
}): boolean {
  return customer.ownerId === null && (customer.webConsultantId === null || customer.lastVisitOn !== null);
}

/** In which capacity somebody of that post claims: web consultants win leads, who has come goes to a consultant. */
export function claimKind(role: Role | null, lastVisitOn: CalendarDate | null): ReleasableKind | null {
  if (role === 'web_consultant') return lastVisitOn === null ? 'web_consultant' : null;
  return role === 'consultant' || role === 'manager' || role === 'owner' ? 'consultant' : null;
}
