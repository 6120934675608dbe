import { z } from 'zod';
import { line } from '#domain/base/text.ts';

/** By what the desk's service is judged (E9); every line, its points and the floor can be changed. */
export const Scorecard = z.strictObject({
  criteria: z
    .array(z.strictObject({ name: line(60).min(1), points: z.int().min(1).max(100) }))
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: 'repeats' }),
  /** Less than this of a hundred is talked about. */
  floor: z.int().min(0).max(100),
});
export type Scorecard = z.infer<typeof Scorecard>;

export const standardScorecard: Scorecard = {
  criteria: [
    { name: '仪容仪表整洁、佩戴工牌', points: 10 },
    { name: '客户进门起身、微笑问候', points: 15 },
    { name: '称呼姓氏、使用礼貌用语', points: 10 },
    { name: '问清是否首次、主诉和来源', points: 15 },
    { name: '告知等候时间，每 10 分钟关照一次', points: 15 },
    { name: '引领入诊室并介绍医生', points: 10 },
    { name: '结算清楚、确认下次预约', points: 15 },
    { name: '送客出门、道别', points: 10 },
  ],
  floor: 80,
};

/** The points given for each criterion, of as many as there are. */
export interface Mark {
  name: string;
  points: number;
  given: number;
}

/** Of a hundred, whole. */
export function scoreOf(marks: readonly Mark[]): number {
  const points = marks.reduce((sum, mark) => sum + mark.points, 0);
  const given = marks.reduce((sum, mark) => sum + mark.given, 0);
  return points === 0 ? 0 : Math.round((100 * given) / points);
}

export function isBelowFloor(score: number, floor: number): boolean {
  return score < floor;
}

export interface ScoredLook {
  staffId: string;
  day: string;
  score: number;
  floor: number;
}

/** Month by month: the average of each person, of how many looks, and how many below the floor. */
export function trendOf(
  looks: readonly ScoredLook[],
): { staffId: string; months: { month: string; average: number; looks: number; below: number }[] }[] {
  return grouped(looks, ({ staffId }) => staffId).map(([staffId, looks]) => ({
    staffId,
    months: grouped(looks, ({ day }) => day.slice(0, 7))
      .map(([month, looks]) => ({
        month,
        average: Math.round(looks.reduce((sum, { score }) => sum + score, 0) / looks.length),
        looks: looks.length,
        below: looks.filter(({ score, floor }) => isBelowFloor(score, floor)).length,
      }))
      .sort((one, other) => one.month.localeCompare(other.month)),
  }));
}

function grouped<T>(all: readonly T[], by: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return [...groups];
}
