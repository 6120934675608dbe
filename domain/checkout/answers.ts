/** What is settled before a customer leaves (E6); each point has an answer, or says that nobody asked. */
export const points = ['paid', 'next', 'offer', 'followup', 'rating', 'account'] as const;
export type Point = (typeof points)[number];

export const answersOf = {
  paid: ['settled', 'owes', 'not_asked'],
  next: ['booked', 'none', 'not_asked'],
  offer: ['offered', 'nothing_fits', 'not_asked'],
  followup: ['agreed', 'declined', 'not_asked'],
  rating: ['asked', 'declined', 'not_asked'],
  account: ['added', 'already', 'declined', 'not_asked'],
} as const satisfies Record<Point, readonly string[]>;

export type Answers = { [P in Point]: (typeof answersOf)[P][number] };

/** What somebody says who was offered something: nobody is pressed, and a no is an answer. */
export const offerAnswers = ['bought', 'thinking', 'declined'] as const;
export const offerKinds = ['product', 'membership'] as const;

/** Points nobody asked about. */
export function unasked(answers: Answers): Point[] {
  return points.filter((point) => answers[point] === 'not_asked');
}
