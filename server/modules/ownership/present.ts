import type { OwnWarning } from '#domain/ownership/contract.ts';
import type { BriefCustomer } from '../customers/brief-customers.ts';
import type { Outlook } from './store.ts';

export function presentPerson({ id, number, name, grade, phone, lastVisitOn }: BriefCustomer) {
  return { id, number, name, grade, phone, lastVisitOn };
}

export function presentOutlook(
  outlook: Outlook,
  person: BriefCustomer,
): Omit<OwnWarning, 'warnedAt' | 'daysLeft' | 'isProposed'> {
  const { id, kind, clock, since, releasesOn, stoppedBy, evidence } = outlook;
  return { id, customer: presentPerson(person), kind, clock, since, releasesOn, stoppedBy, evidence };
}
