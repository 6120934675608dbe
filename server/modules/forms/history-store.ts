import type { Instant } from '#domain/base/time.ts';
import type { FormSource } from '#domain/forms/contract.ts';
import type { AnswerValues, Dimension } from '#domain/forms/form.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';
import type { About } from './requests-store.ts';

/** That somebody was asked earlier, and what they answered; null where they did not. */
export interface PastRequest extends About {
  id: string;
  formVersionId: string;
  clinicId: string;
  customerId: string;
  source: FormSource;
  askedAt: Instant;
  askedBy: string | null;
  expiresAt: Instant;
  answer: PastAnswer | null;
}

export interface PastAnswer {
  id: string;
  sendId: string;
  at: Instant;
  values: AnswerValues;
  score: number | null;
  scores: readonly { dimension: Dimension; score: number }[];
}

const requestColumns = {
  id: 'uuid',
  form_version_id: 'uuid',
  clinic_id: 'uuid',
  customer_id: 'uuid',
  visit_id: 'uuid',
  source: 'text',
  doctor_id: 'uuid',
  team_id: 'uuid',
  category: 'text',
  asked_at: 'timestamptz',
  asked_by: 'uuid',
  expires_at: 'timestamptz',
  answered_at: 'timestamptz',
};
const answerColumns = {
  id: 'uuid',
  request_id: 'uuid',
  customer_id: 'uuid',
  values: 'jsonb',
  score: 'int',
  answered_at: 'timestamptz',
  send_id: 'uuid',
};
const scoreColumns = {
  answer_id: 'uuid',
  dimension: 'text',
  score: 'int',
  clinic_id: 'uuid',
  at: 'timestamptz',
};

export async function insertPastRequests(
  ctx: TransactionContext,
  requests: readonly PastRequest[],
): Promise<void> {
  const asked = requests.map((each) => ({
    id: each.id,
    form_version_id: each.formVersionId,
    clinic_id: each.clinicId,
    customer_id: each.customerId,
    visit_id: each.visitId,
    source: each.source,
    doctor_id: each.doctorId,
    team_id: each.teamId,
    category: each.category,
    asked_at: each.askedAt,
    asked_by: each.askedBy,
    expires_at: each.expiresAt,
    answered_at: each.answer?.at ?? null,
  }));
  const answered = requests.flatMap(({ id, customerId, clinicId, answer }) =>
    answer ? [{ requestId: id, customerId, clinicId, ...answer }] : [],
  );
  await insertNew(ctx, 'form_requests', requestColumns, asked);
  await insertNew(
    ctx,
    'form_answers',
    answerColumns,
    answered.map(({ id, requestId, customerId, values, score, at, sendId }) => ({
      ...{ id, request_id: requestId, customer_id: customerId, values },
      ...{ score, answered_at: at, send_id: sendId },
    })),
  );
  await insertNew(
    ctx,
    'form_scores',
    scoreColumns,
    answered.flatMap(({ id, clinicId, at, scores }) =>
      scores.map((score) => ({ ...score, answer_id: id, clinic_id: clinicId, at })),
    ),
  );
}
