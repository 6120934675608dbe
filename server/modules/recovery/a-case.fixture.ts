import type { RecoveryCase } from '#domain/recovery/contract.ts';
import { answers } from '#server/modules/grading/a-graded-customer.fixture.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import type { Context } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { dayAt } from '#domain/base/time.ts';
import { as } from '#tests/support/clinic.ts';
import { answerCase, confirmCase } from './answer-case.ts';
import { takeWord } from './close-case.ts';
import { getCase } from './get-case.ts';
import { listCustomerCases } from './list-cases.ts';

/** The customer's cases, whole: the open first. */
export async function casesOf(ctx: Context, customerId: string): Promise<RecoveryCase[]> {
  const { items } = await listCustomerCases(ctx, { id: customerId });
  return Promise.all(items.map(({ id }) => getCase(ctx, { id })));
}

export async function caseOf(ctx: Context, customerId: string): Promise<RecoveryCase> {
  const [first] = await casesOf(ctx, customerId);
  if (!first) throw new Error('there is no case');
  return first;
}

/** A call in which the customer gives a score. Gives the call's id. */
export async function hears(ctx: Context, customerId: string, score: number): Promise<string> {
  const { id, version } = await createReminder(ctx, {
    customerId,
    assigneeId: ctx.actor.id!,
    dueOn: dayAt(ctx.now, ctx.zone),
    matter: `满意吗 ${newId()}`,
  });
  return answers(ctx, customerId, { id, version }, score);
}

export const answer = { cause: 'pain', answer: '术后肿痛比预期重，已电话说明并约复诊' };

/** As far as the customer's own word: answered, and taken to the customer by that agent. */
export async function aConfirmedCase(
  ctx: Context,
  agent: Context,
  customerId: string,
): Promise<RecoveryCase> {
  const { id, version } = await caseOf(ctx, customerId);
  const answered = await answerCase(await as(ctx, 'cs_supervisor'), { id, version, ...answer });
  return confirmCase(agent, { id, version: answered.version, words: '已转告客户' });
}

/** All the way to the end, by people the case is not about. */
export async function settles(ctx: Context, customerId: string, score = 9): Promise<RecoveryCase> {
  const agent = await as(ctx, 'cs_agent');
  const { id, version } = await aConfirmedCase(ctx, agent, customerId);
  return takeWord(agent, { id, version, isSettled: true, score, words: '复诊后不疼了' });
}
