import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { line } from '#domain/base/text.ts';
import { mostAtOnce } from './appointment.ts';
import { triageAreas } from '#domain/triage/area.ts';

const minutes = (most: number) => z.int().min(1).max(most);

/** The figures of a clinic's front desk; each is a default that the clinic can change. */
export const DeskRules = z.strictObject({
  /** The book is ruled in steps of so many minutes. */
  stepMinutes: z
    .union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30)])
    .default(15),
  /** How many customers one doctor sees side by side. */
  customersAtOnce: z.int().min(1).max(mostAtOnce).default(1),
  /** Why appointments are cancelled, as the desk picks it. */
  cancelReasons: z
    .array(line(60).min(1))
    .min(1)
    .max(30)
    .refine((all) => new Set(all).size === all.length, { error: 'repeats' })
    .default([
      '时间不合适',
      '身体不适',
      '价格顾虑',
      '想再考虑',
      '去了别家',
      '天气或交通',
      '医生停诊',
      '重复预约',
      '其他',
    ]),
  /** E1: a first visit is confirmed between so many days ahead and so many. */
  confirmFirstFromDays: z.int().min(1).max(14).default(3),
  confirmFirstByDays: z.int().min(0).max(14).default(1),
  /** E1: a return visit is confirmed so many days ahead. */
  confirmReturnDays: z.int().min(0).max(14).default(1),
  /** E1: whether a message asks first, and from which hour of the day; else the desk calls everybody. */
  askByMessage: z.boolean().default(true),
  askFromHour: z.int().min(7).max(21).default(10),
  /** E2: so long after the hour the desk is told to call, and so long after it the call is on record. */
  lateCallMinutes: minutes(120).default(10),
  lateRecordMinutes: minutes(240).default(15),
  /** E2: who cancelled is called within so many minutes. */
  cancelContactMinutes: minutes(240).default(15),
  /** A freed slot is kept so long for whom it is offered to, and offered to nobody later than so long before it. */
  waitlistOfferMinutes: minutes(1440).default(30),
  waitlistNoticeMinutes: minutes(1440).default(60),
  /** E5: so long a first visitor waits at most, and one who returns. */
  waitFirstMinutes: minutes(240).default(15),
  waitReturnMinutes: minutes(240).default(20),
  /** E5: so often who waits is told how long it still takes. */
  wordEveryMinutes: minutes(120).default(10),
  /** E5: so long a first visitor is left alone before somebody goes to them. */
  aloneMinutes: minutes(60).default(3),
  /** So long before it closes the next day's sheets are made for paper. */
  paperMinutesBeforeClosing: z.int().min(0).max(480).default(60),
  /** How much of a name stands on paper, and whether the numbers to call do, each counted as seen by who prints. */
  paperNames: z.enum(['surname', 'full']).default('surname'),
  paperPhones: z.enum(['masked', 'whole']).default('masked'),
  /** E4: what each doctor is good at; who is not named here takes everything. */
  specialities: z
    .array(z.strictObject({ doctorId: idShape, areas: z.array(z.enum(triageAreas)).max(triageAreas.length) }))
    .max(200)
    .default([]),
});
export type DeskRules = z.infer<typeof DeskRules>;

export const standardDeskRules: DeskRules = DeskRules.parse({});

/** E1: whether an appointment so many days ahead is one to confirm today. */
export function isToConfirm(
  appointment: { daysAhead: number; isFirst: boolean },
  rules: Pick<DeskRules, 'confirmFirstFromDays' | 'confirmFirstByDays' | 'confirmReturnDays'>,
): boolean {
  const { daysAhead, isFirst } = appointment;
  if (!isFirst) return daysAhead >= 0 && daysAhead <= rules.confirmReturnDays;
  // What was booked too late for it is still confirmed, up to the day itself.
  return daysAhead >= 0 && daysAhead <= rules.confirmFirstFromDays;
}
