import type { CustomerLedger, NewBooking } from '#domain/ledger/contract.ts';

export type BookableKind = NewBooking['kind'];

/** What can be booked on the account as it stands, the likeliest first. */
export function bookableKinds({ balance, courses }: CustomerLedger): BookableKind[] {
  const owes = balance.owedFen > 0;
  const hasDeposit = balance.depositFen > 0;
  const kinds: [BookableKind, boolean][] = [
    ['payment', owes],
    ['charge', true],
    ['deposit-used', owes && hasDeposit],
    ['session-used', courses.length > 0],
    ['deposit', true],
    ['course-sold', true],
    ['refund', balance.chargedFen > 0],
    ['deposit-refund', hasDeposit],
    ['course-refund', courses.length > 0],
  ];
  return kinds.filter(([, isPossible]) => isPossible).map(([kind]) => kind);
}
