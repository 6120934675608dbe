import { dayAt, daysBetween } from '#domain/base/time.ts';
import type { TimeZone } from '#domain/base/time.ts';
import { daysOf } from '#domain/recoverycards/card.ts';
import type { AnsweredCard, PastRecovery } from '#domain/recoverycards/contract.ts';
import { mayFind } from '#domain/recoverycards/finding.ts';
import { heardInWords } from '#domain/recoverycards/heard.ts';
import type { HeardSign } from '#domain/redflags/sign.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, Invalid, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { insertAnswers, markAnswersUndone, selectAnswers } from './answers-store.ts';
import type { AnswerRow } from './answers-store.ts';
import { findCardVersion } from './find-cards-of-day.ts';

interface Recovery {
  callId: string;
  customerId: string;
  cards: readonly AnsweredCard[];
  visits: readonly Visit[];
  zone: TimeZone;
  /** Warning signs that were heard beside the cards, as in a script. */
  otherSigns: number;
  hasOpenFlag: boolean;
}

/**
 * Keeps what was answered by the cards in one call, in the words of that day, and gives the warning signs among it. For
 * a verb that has asked for its own permission. Throws Conflict `red-flag-needs-doctor` or `signs-not-asked`.
 */
export async function recordRecovery(ctx: TransactionContext, recovery: Recovery): Promise<HeardSign[]> {
  const { callId, customerId, cards, visits, zone } = recovery;
  const today = dayAt(ctx.now, zone);
  const rows: AnswerRow[] = [];
  const signs: HeardSign[] = [];
  for (const { visitId, code, version, finding, ...answers } of cards) {
    const visit = visits.find(({ id }) => id === visitId);
    if (!visit) throw new NotFound('visit', visitId);
    const card = (await findCardVersion(ctx, code, version))?.definition;
    const day = daysBetween(visit.visitedOn, today);
    const days = card && daysOf(card, day);
    const said = days && heardInWords(days, answers);
    if (!said) throw new Invalid({ path: 'cards', code: 'not-this-card' });
    signs.push(...said.flags);
    rows.push({
      ...{ id: newId(), call_id: callId, customer_id: customerId, visit_id: visitId },
      ...{ code, version, day, finding, heard: { ...said.heard, name: card.name } },
    });
  }
  const heard = {
    signsHeard: signs.length + recovery.otherSigns,
    hasOpenFlag: recovery.hasOpenFlag,
    isDoctor: ctx.actor.treats,
  };
  for (const { finding, signs: asked } of cards) {
    const decision = mayFind({ ...heard, finding, wereSignsAsked: asked !== null });
    if (!decision.allowed) throw new Conflict(decision.reason);
  }
  await insertAnswers(ctx, rows);
  return signs;
}

/** The call was a slip: what it heard counts no more. */
export function withdrawRecovery(ctx: TransactionContext, callId: string): Promise<void> {
  return markAnswersUndone(ctx, callId);
}

/** What was heard by the cards in these calls of a customer, by call. */
export async function findRecovery(
  ctx: TransactionContext,
  customerId: string,
  callIds: readonly string[],
): Promise<Map<string, PastRecovery[]>> {
  const found = new Map<string, PastRecovery[]>();
  for (const { callId, day, finding, heard } of await selectAnswers(ctx, customerId, callIds)) {
    const { name, ...words } = heard;
    found.set(callId, [...(found.get(callId) ?? []), { name, day, finding, heard: words }]);
  }
  return found;
}
