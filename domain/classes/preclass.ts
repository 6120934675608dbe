import { z } from 'zod';
import { no, yes } from '#domain/base/decision.ts';
import type { Decision } from '#domain/base/decision.ts';
import { line, note } from '#domain/base/text.ts';
import { standardAccuracyPercent } from './class-accuracy.ts';

/** M before the first visit, C in the clinic. */
export const classStages = ['M', 'C'] as const;
export type ClassStage = (typeof classStages)[number];

export const classCode = z.string().regex(/^[MC]-[A-Z]$/, { error: 'not-a-class-code' });

/** One class of the desk's table. Names and criteria are the clinic's, in both languages of the screen. */
export const CustomerClass = z.strictObject({
  code: classCode,
  name: z.strictObject({ zh: line(40).min(1), en: line(40).min(1) }),
  criteria: z.strictObject({ zh: note(400), en: note(400) }),
});
export type CustomerClass = z.infer<typeof CustomerClass>;

export const ClassTable = z
  .array(CustomerClass)
  .min(2)
  .max(20)
  .refine((table) => new Set(table.map(({ code }) => code)).size === table.length, { error: 'code-twice' })
  .refine((table) => classStages.every((stage) => table.some(({ code }) => stageOf(code) === stage)), {
    error: 'stage-without-class',
  });
export type ClassTable = z.infer<typeof ClassTable>;

/** What ships, for a clinic to rewrite: by how near the wish is, and by what the visit is for. */
export const standardClassTable: ClassTable = [
  {
    code: 'M-A',
    name: { zh: '意向明确', en: 'Decided' },
    criteria: { zh: '项目明确，愿意约定到诊时间', en: 'Knows what they want and will agree on a time' },
  },
  {
    code: 'M-B',
    name: { zh: '有意向，待约', en: 'Interested' },
    criteria: {
      zh: '项目明确，时间或预算还在考虑',
      en: 'Knows what they want; time or budget is still open',
    },
  },
  {
    code: 'M-C',
    name: { zh: '初步了解', en: 'Asking' },
    criteria: {
      zh: '只问价格或项目，尚无明确需求',
      en: 'Asks for prices or treatments, without a need of their own yet',
    },
  },
  {
    code: 'M-D',
    name: { zh: '暂不跟进', en: 'Not a customer' },
    criteria: {
      zh: '同行、广告、打错或明确不需要',
      en: 'A competitor, advertising, a wrong number, or a clear no',
    },
  },
  {
    code: 'C-A',
    name: { zh: '高价值专科', en: 'Specialist' },
    criteria: {
      zh: '种植、正畸、修复、手术等，需要完整方案',
      en: 'Implant, orthodontics, prosthetics, surgery: needs a whole plan',
    },
  },
  {
    code: 'C-B',
    name: { zh: '有潜在需求', en: 'With potential' },
    criteria: {
      zh: '为小项目而来，检查发现还有其他需求',
      en: 'Came for something small; the examination found more',
    },
  },
  {
    code: 'C-C',
    name: { zh: '基础治疗', en: 'Basic' },
    criteria: { zh: '单项治疗，暂无其他需求', en: 'One treatment, and no other need for now' },
  },
  {
    code: 'C-D',
    name: { zh: '复查或疗程中', en: 'Under way' },
    criteria: {
      zh: '按计划复诊、拆线、换药、调整',
      en: 'Comes back by plan: check, stitches, dressing, adjustment',
    },
  },
  {
    code: 'C-E',
    name: { zh: '需要特别留意', en: 'Handle with care' },
    criteria: {
      zh: '有不满、有疑虑，或自身条件受限',
      en: 'Unhappy, in doubt, or limited by their own condition',
    },
  },
];

/** The table with the figures of the weekly look at it, as a clinic edits them. What it leaves out is as shipped. */
export const ClassRules = z.strictObject({
  classes: ClassTable.default(standardClassTable),
  /** So many contacts of each person and week are coded again by the supervisor. */
  sampleSize: z.int().min(1).max(200).default(20),
  /** At least so many of a hundred classes are right. */
  accuracyPercent: z.int().min(50).max(100).default(standardAccuracyPercent),
});
export type ClassRules = z.infer<typeof ClassRules>;

export const standardClassRules: ClassRules = ClassRules.parse({});

export function stageFor(hasVisited: boolean): ClassStage {
  return hasVisited ? 'C' : 'M';
}

export function stageOf(code: string): ClassStage {
  return code.startsWith('M') ? 'M' : 'C';
}

/** Whether a class of the table may stand for a contact: M before the first visit, and C from then on. */
export function fitsStage(code: string, stage: ClassStage, table: readonly CustomerClass[]): Decision {
  if (!table.some((each) => each.code === code)) return no('class-unknown');
  return stageOf(code) === stage ? yes : no('class-of-other-stage');
}
