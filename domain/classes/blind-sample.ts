import type { CalendarDate } from '#domain/base/time.ts';

/**
 * The contacts of one person and week that the supervisor codes again without seeing the class: drawn by dice
 * that fall alike for the same week, person and contact, so that nobody can draw again until it pleases.
 */
export function blindSample(
  contactIds: readonly string[],
  week: CalendarDate,
  staffId: string,
  size: number,
): string[] {
  return [...new Set(contactIds)]
    .map((contactId) => ({ contactId, lot: lotOf(`${week} ${staffId} ${contactId}`) }))
    .sort((a, b) => a.lot - b.lot || (a.contactId < b.contactId ? -1 : 1))
    .slice(0, size)
    .map(({ contactId }) => contactId);
}

/** A number between 0 and 2³² that a text always draws, and that says nothing about it (FNV-1a, then stirred). */
function lotOf(text: string): number {
  let lot = 0x811c9dc5;
  for (const letter of text) lot = Math.imul(lot ^ letter.codePointAt(0)!, 0x01000193);
  lot = Math.imul(lot ^ (lot >>> 16), 0x85ebca6b);
  lot = Math.imul(lot ^ (lot >>> 13), 0xc2b2ae35);
  return (lot ^ (lot >>> 16)) >>> 0;
}
