import {
  flawsOfAnswers,
  keptAnswers,
  overallScore,
  scoresIn,
  withoutPhotos,
} from '#domain/forms/answering.ts';
import type { FormSource } from '#domain/forms/contract.ts';
import type { AnswerValue, AnswerValues, FormDefinition } from '#domain/forms/form.ts';
import { warningsIn } from '#domain/forms/warnings.ts';
import { withoutPapers } from '#domain/privacy/papers.ts';
import { isPlaceOf } from '#domain/records/places.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { revokeLinks } from '../links/use-link.ts';
import { withdrawMessages } from '../messaging/withdraw-messages.ts';
import { keepWarnings } from '../records/keep-warnings.ts';
import { insertAnswer, selectAnswerOf } from './answers-store.ts';
import { updateAnswered } from './requests-store.ts';
import type { StoredRequest } from './requests-store.ts';
import { selectVersion } from './store.ts';

/**
 * Keeps what was answered to a request that is held, and tells of it; sent a second time by the same name it is what it
 * was. Throws Invalid with what is missing or no answer, Conflict `form-answered` where somebody answered otherwise.
 */
export async function keepAnswer(
  ctx: TransactionContext,
  request: StoredRequest,
  sent: { values: AnswerValues; sendId: string; source: FormSource },
): Promise<{ id: string; definition: FormDefinition }> {
  const { definition } = await selectVersion(ctx, request.formVersionId);
  const earlier = await selectAnswerOf(ctx, request.id);
  if (earlier && earlier.sendId !== sent.sendId) throw new Conflict('form-answered');
  if (earlier) return { id: earlier.id, definition };

  const asked = sent.source === 'staff' ? withoutPhotos(definition) : definition;
  const flaws = [
    ...flawsOfAnswers(asked, sent.values, isPlaceOf),
    ...foreignPhotos(definition, sent.values, request.photoIds),
  ];
  if (flaws.length > 0) throw new Invalid(...flaws);
  const values = mapValues(keptAnswers(asked, sent.values), withoutPapersIn);
  const scores = scoresIn(asked, values);
  const score = overallScore(scores);
  const { customerId, clinicId, visitId } = request;
  const id = newId();
  await insertAnswer(ctx, {
    ...{ id, requestId: request.id, customerId, clinicId, values, score, scores },
    sendId: sent.sendId,
  });
  await keepWarnings(ctx, { customerId, answerId: id, told: warningsIn(definition, values) });
  await updateAnswered(ctx, request.id);
  // What was answered otherwise is asked by no message that still waits to go.
  for (const linkId of await revokeLinks(ctx, { subjectId: request.id }))
    await withdrawMessages(ctx, { kind: 'link', id: linkId });
  await recordAudit(ctx, {
    action: 'form.answered',
    subject: { type: 'customer', id: customerId },
    reason: definition.code,
  });
  await announce(ctx, {
    type: 'form.answered',
    answerId: id,
    ...{ customerId, visitId, form: definition.kind, followupId: request.followupId },
    ...{ source: sent.source, score, at: ctx.now },
  });
  return { id, definition };
}

/** Nobody asked for the number of their card. */
export const withoutPapersIn = (value: AnswerValue): AnswerValue =>
  typeof value === 'string' ? withoutPapers(value) : value;

const mapValues = (values: AnswerValues, change: (value: AnswerValue) => AnswerValue): AnswerValues =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));

/** A photo is answered with only by who sent it for this very request. */
function foreignPhotos(definition: FormDefinition, values: AnswerValues, own: readonly string[]) {
  return definition.questions.flatMap(({ key, kind }) => {
    const given = values[key];
    const isForeign = kind === 'photo' && Array.isArray(given) && given.some((id) => !own.includes(id));
    return isForeign ? [{ path: `values.${key}`, code: 'not-an-answer' }] : [];
  });
}
