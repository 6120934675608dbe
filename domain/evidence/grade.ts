/**
 * What shows that a call was made: E0 the one who recorded it said so; E1 the telephone's log matches; E2 the customer
 * answered a link; E3 the customer scored it there.
 */
export const evidenceGrades = ['E0', 'E1', 'E2', 'E3'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Later events raise a grade; none takes it away. */
export function strongest(a: EvidenceGrade, b: EvidenceGrade): EvidenceGrade {
  return evidenceGrades.indexOf(a) >= evidenceGrades.indexOf(b) ? a : b;
}

/** What an answer shows: only one from the customer's own hands is evidence. */
export function gradeOfAnswer(answer: {
  source: 'staff' | 'link' | 'tablet';
  score: number | null;
}): EvidenceGrade | null {
  if (answer.source !== 'link') return null;
  return answer.score === null ? 'E2' : 'E3';
}
