import type { LinkPurpose } from '#domain/links/link.ts';
import type { StandingConsent } from './contract.ts';
import type { Standing } from './standing.ts';

/** Which of a customer's pages have a line that ends offers; the page of consents says all that and more by itself. */
export const pagesWithNoMore = [
  'rating',
  'form',
  'intake',
  'appointment',
  'waitlist',
] as const satisfies readonly LinkPurpose[];

/** How offers stand on all ways together: agreed where one way is, refused only where each of them is. */
export function standingOfOffers(standing: readonly StandingConsent[]): Exclude<Standing, 'lapsed'> {
  const offers = standing.filter(({ purpose }) => purpose === 'marketing').map(({ stands }) => stands);
  if (offers.includes('given')) return 'given';
  return offers.every((stands) => stands === 'withdrawn') ? 'withdrawn' : 'never';
}
