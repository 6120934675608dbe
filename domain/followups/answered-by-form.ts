import type { Instant } from '#domain/base/time.ts';
import type { Purpose } from '#domain/contacts/contact.ts';

interface FilledIn {
  source: 'staff' | 'link' | 'tablet';
  form: string;
  /** What it was sent for. */
  followupId: string | null;
  score: number | null;
  at: Instant;
}

interface OpenFollowup {
  id: string;
  purpose: Purpose;
  asksScore: boolean;
  opensAt: Instant;
}

/**
 * The open followups whose question a customer has answered by themselves: what was to ask how content they are and has
 * begun, or is what the form was sent for. What a colleague writes down belongs to the call they record.
 */
export function followupsAnsweredBy(answer: FilledIn, open: readonly OpenFollowup[]): string[] {
  if (answer.source === 'staff' || answer.score === null) return [];
  // How a wound heals is another question.
  if (answer.form !== 'satisfaction' && answer.form !== 'service') return [];
  return open
    .filter(({ purpose, asksScore }) => purpose === 'satisfaction' && asksScore)
    .filter(({ id, opensAt }) => id === answer.followupId || opensAt <= answer.at)
    .map(({ id }) => id);
}
