import type { Likeness } from '#domain/customers/duplicates.ts';

/** What is typed of a new customer so far. */
export interface Typed {
  name: string;
  phone: string | null;
  birthday: string | null;
}

/**
 * Whether somebody with a record is worth a hint to who is typing. A namesake is, until a phone or a birthday
 * says more.
 */
export function isWorthAHint({ suggestion, reasons }: Likeness, typed: Typed): boolean {
  if (suggestion !== null) return true;
  return typed.phone === null && typed.birthday === null && reasons.some(({ code }) => code === 'name-same');
}
