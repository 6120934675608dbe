/** The bands of D2: 10 very satisfied, 8–9 satisfied, 6–7 fair, under 6 dissatisfied. */
export const satisfactionBands = ['very_satisfied', 'satisfied', 'fair', 'dissatisfied'] as const;
export type SatisfactionBand = (typeof satisfactionBands)[number];

export function bandOf(score: number): SatisfactionBand {
  if (score >= 10) return 'very_satisfied';
  if (score >= 8) return 'satisfied';
  return score >= 6 ? 'fair' : 'dissatisfied';
}

export function scoresOfBand(band: SatisfactionBand): number[] {
  return Array.from({ length: 11 }, (_, score) => score).filter((score) => bandOf(score) === band);
}

/** Fair and dissatisfied customers are called again by the supervisor (D5). */
export function asksForRepair(score: number | null): boolean {
  return score !== null && ['fair', 'dissatisfied'].includes(bandOf(score));
}
