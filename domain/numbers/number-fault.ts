/** What is wrong with a customer's number, the surest first. */
export const numberFaults = ['missing', 'wrong', 'undeliverable', 'unreachable'] as const;
export type NumberFault = (typeof numberFaults)[number];

export interface NumberFacts {
  /** Of their own, or of a guardian. */
  hasPhone: boolean;
  /** Somebody else answered, or nobody has it. */
  isWrong: boolean;
  /** The last text to this number did not arrive: for what reason, as the provider said; null where it did. */
  notDelivered: string | null;
  /** All tries of the ladder went unanswered. */
  isUnreachable: boolean;
}

/** Whether somebody must find another number (C5); null where it works for all that is known. */
export function faultOf({ hasPhone, isWrong, notDelivered, isUnreachable }: NumberFacts): NumberFault | null {
  if (!hasPhone) return 'missing';
  if (isWrong) return 'wrong';
  if (notDelivered !== null && isAboutNumber(notDelivered)) return 'undeliverable';
  return isUnreachable ? 'unreachable' : null;
}

/** A receipt that it did not arrive is about the number; a refusal is only where the provider says so. */
export function isAboutNumber(reason: string): boolean {
  if (reason.startsWith('not-delivered:')) return true;
  return reason.startsWith('refused:') && /phone|mobile|number/i.test(reason);
}
