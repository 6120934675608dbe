import { addHours } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { asksForRepair } from '#domain/followups/satisfaction.ts';
import { permissionsOf } from '#domain/staff/permissions.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { answerCase, confirmCase } from '../modules/recovery/answer-case.ts';
import { noteSign } from '../modules/recovery/note-sign.ts';
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

/** The last low score of each customer in the last days; what was heard before is settled by now. */
export function lowScoresOf(
  stories: readonly Pick<Story, 'customer' | 'history'>[],
  now: Instant,
): LowScore[] {
  const since = addHours(now, -lastHours);
  return stories.flatMap(({ customer, history }) =>
    history.attempts
      .filter(({ at, score }) => at >= since && asksForRepair(score))
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

function actingAs(ctx: TransactionContext, { id, role }: Colleague): TransactionContext {
  return {
    ...ctx,
    actor: { kind: 'staff', id, role, permissions: permissionsOf[role], clinicIds: 'all', teamIds: [] },
  };
}
