import type { Step } from './protocol.ts';

/** An offer can wait a week; what a customer is owed waits only where its protocol says so. */
const offersWaitDays = 7;

/** How many days later than its window a step may be done where days are full. */
export function mayWaitDays(step: Pick<Step, 'purpose' | 'anyDay' | 'mayWaitDays'>): number {
  if (step.anyDay) return 0;
  return step.mayWaitDays ?? (step.purpose === 'marketing' ? offersWaitDays : 0);
}
