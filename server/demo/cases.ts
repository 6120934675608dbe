import { addHours, dayAt, mondayOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { asksForRepair } from '#domain/followups/satisfaction.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { answerCase, confirmCase } from '../modules/recovery/answer-case.ts';
import { addLesson } from '../modules/recovery/show-week.ts';
import { takeWord } from '../modules/recovery/close-case.ts';
import { askRemedy, giveRemedy } from '../modules/recovery/give-remedy.ts';
import { noteSign } from '../modules/recovery/note-sign.ts';
import { actingAs } from './acting-as.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain, Colleague } from './chain.ts';
import type { Story } from './stories.ts';

/** A low score that somebody heard, as a case needs it. */
export interface LowScore {
  customerId: string;
  clinicId: string;
  callId: string;
  staffId: string | null;
  at: Instant;
  score: number;
  notes: string | null;
}

const lastHours = 60;
const atMost = 14;
const settledHours = 35 * 24;
const settledOneOf = 8;
const settledAtMost = 40;

/** The last low score of each customer in the last days; what was heard before is settled by now. */
export function lowScoresOf(
  stories: readonly Pick<Story, 'customer' | 'history'>[],
  now: Instant,
): LowScore[] {
  return lowBetween(stories, addHours(now, -lastHours), now);
}

/** Of the weeks before that, some: one of each customer. */
export function settledScoresOf(
  stories: readonly Pick<Story, 'customer' | 'history'>[],
  now: Instant,
): LowScore[] {
  const [from, to] = [addHours(now, -settledHours), addHours(now, -2 * lastHours)];
  return lowBetween(stories, from, to).filter((_, place) => place % settledOneOf === 0);
}

function lowBetween(
  stories: readonly Pick<Story, 'customer' | 'history'>[],
  from: Instant,
  to: Instant,
): LowScore[] {
  return stories.flatMap(({ customer, history }) =>
    history.attempts
      .filter(({ at, score }) => at >= from && at < to && asksForRepair(score))
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .slice(0, 1)
      .map(({ call_id: callId, staff_id: staffId, at, score, notes }) => ({
        ...{
          customerId: customer.id,
          clinicId: customer.clinicId,
          callId,
          staffId,
          at,
          score: score!,
          notes,
        },
      })),
  );
}

/** Opens them as cases, one in three answered and one in six with the customer already. */
export async function openCases(
  ctx: TransactionContext,
  chain: Chain,
  lowScores: readonly LowScore[],
): Promise<void> {
  const lastFirst = [...lowScores].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, atMost);
  for (const [place, low] of lastFirst.entries()) {
    const { customerId, clinicId, callId, staffId, at, score, notes } = low;
    const id = await noteSign(ctx, {
      ...{ kind: 'low-score', customerId, clinicId, visitId: null, sourceId: callId, at, byId: staffId },
      ...{ score, words: notes, special: null },
    });
    const clinic = chain.clinics.findIndex((each) => each.id === clinicId);
    const [supervisor] = colleaguesOf(chain, 'cs_supervisor', clinic);
    if (!id || !supervisor || place % 3 !== 2) continue;
    const as = actingAs(ctx, supervisor);
    const answer = '已向当班同事了解情况，安排主诊医生复诊时当面说明';
    const { version } = await answerCase(as, { id, version: 1, cause: 'explaining', answer });
    if (place % 6 === 5) await confirmCase(as, { id, version, words: '已电话告知客户，约好复诊时间' });
  }
}

/** What was heard in the weeks before went the whole way: answered, told to the customer, and closed by their word. */
export async function closeCases(
  ctx: TransactionContext,
  chain: Chain,
  lowScores: readonly LowScore[],
): Promise<void> {
  for (const [place, low] of lowScores.slice(0, settledAtMost).entries()) {
    const { customerId, clinicId, callId, staffId, at, score, notes } = low;
    const clinic = chain.clinics.findIndex((each) => each.id === clinicId);
    const [supervisor] = colleaguesOf(chain, 'cs_supervisor', clinic);
    if (!supervisor) continue;
    const after = (hours: number) => ({ ...actingAs(ctx, supervisor), now: addHours(at, hours) });
    const id = await noteSign(after(0), {
      ...{ kind: 'low-score', customerId, clinicId, visitId: null, sourceId: callId, at, byId: staffId },
      ...{ score, words: notes, special: null },
    });
    if (!id) continue;
    const { cause, answer, remedy } = settled[place % settled.length]!;
    let { version } = await answerCase(after(5), { id, version: 1, cause, answer });
    if (remedy) {
      const { remedies, ...asked } = await askRemedy(after(6), { id, version, ...remedy });
      ({ version } = asked);
      for (const each of remedies) ({ version } = await giveRemedy(after(7), { id: each.id }));
    }
    ({ version } = await confirmCase(after(8), { id, version, words: '已电话告知处理办法，客户同意' }));
    const second = 8 + (place % 3);
    await takeWord(after(26), { id, version, isSettled: true, score: second, words: '问题解决了，谢谢回电' });
  }
  const [supervisor] = colleaguesOf(chain, 'cs_supervisor', 0);
  if (supervisor) await addLessons(ctx, supervisor);
}

/** What the supervisors changed because of them. */
async function addLessons(ctx: TransactionContext, supervisor: Colleague): Promise<void> {
  for (const [weeksAgo, cause, changed] of lessons) {
    const now = addHours(ctx.now, -weeksAgo * 7 * 24);
    const week = mondayOf(dayAt(now, ctx.zone));
    await addLesson({ ...actingAs(ctx, supervisor), now }, { week, cause, changed });
  }
}

const lessons = [
  [1, 'waiting', '下午加诊前先给已到的客户打招呼，等候超过十五分钟由前台说明'],
  [3, 'explaining', '方案单打印后逐项讲解，客户签字确认听懂'],
] as const;

const settled = [
  { cause: 'waiting', answer: '当天加诊，已向客户致歉；加诊以后先告知再排', remedy: null },
  { cause: 'explaining', answer: '主诊医生已来电重新讲解方案和费用', remedy: null },
  {
    cause: 'pain',
    answer: '属术后正常肿胀，已约复查并调整用药',
    remedy: { kind: 'free-visit', what: '免费复查一次', costFen: 0 },
  },
  {
    cause: 'attitude',
    answer: '已向当班同事核实并致歉，科室例会讲评',
    remedy: { kind: 'gift', what: '护理套装一份', costFen: 6_800 },
  },
  { cause: 'result', answer: '医生约客户当面比对，免费微调', remedy: null },
  { cause: 'price', answer: '逐项核对账单，差额已说明', remedy: null },
] as const;
