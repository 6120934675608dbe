import { Scorecard } from '#domain/scorecards/scorecard.ts';

type Criteria = Scorecard['criteria'];

export function textOf(criteria: Criteria): string {
  return criteria.map(({ name, points }) => `${name} ${points}`).join('\n');
}

/** One criterion a line with its points at the end; null where a line is no criterion. */
export function criteriaOf(text: string | undefined): Criteria | null {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const criteria = lines.map((line) => {
    const [, name = '', points = ''] = /^(.*?)\s*(\d{1,3})$/.exec(line) ?? [];
    return { name, points: Number(points) };
  });
  const read = Scorecard.shape.criteria.safeParse(criteria);
  return read.success ? read.data : null;
}
