import type { EventOf } from '#domain/events.ts';
import { chosenAfterLowScore, redFlagsIn } from '#domain/forms/answering.ts';
import type { RecoveryRules } from '#domain/recovery/recovery-rules.ts';
import { opensCase } from '#domain/recovery/sign.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findWritten } from '../forms/find-written.ts';
import type { Written } from '../forms/find-written.ts';
import { rulesInForce } from './get-rules.ts';
import { noteSign } from './note-sign.ts';
import { noteWords } from './note-words.ts';

/** Forms tell of the whole by their score, of the body by the red flags in them, and in the customer's own words. */
export async function noteFormAnswers(
  ctx: TransactionContext,
  events: readonly EventOf<'form.answered'>[],
): Promise<void> {
  // What somebody comes for hurts, and is no complaint about us.
  const told = events.filter(({ form }) => form !== 'intake');
  if (told.length === 0) return;
  const { rules } = await rulesInForce(ctx);
  const written = await findWritten(
    ctx,
    told.map(({ answerId }) => answerId),
  );
  for (const event of told) await noteFormAnswer(ctx, event, written.get(event.answerId)!, rules);
}

async function noteFormAnswer(
  ctx: TransactionContext,
  { answerId, customerId, visitId, score, at }: EventOf<'form.answered'>,
  { definition, values }: Written,
  rules: RecoveryRules,
): Promise<void> {
  const written = definition.questions.flatMap(({ kind, key }) => {
    const value = kind === 'text' ? values[key] : null;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  const words = written.join('\n') || null;
  const heard = { customerId, clinicId: null, visitId, sourceId: answerId, at, byId: null, score, words };
  const flags = redFlagsIn(definition, values).map(({ name }) => name.zh);
  if (flags.length > 0) {
    const named = [flags.join('、'), ...written].join('\n');
    await noteSign(ctx, { ...heard, kind: 'red-flag', words: named, special: null });
  }
  if (opensCase(score, rules)) {
    const said = [...chosenAfterLowScore(definition, values), ...written].join('\n') || null;
    await noteSign(ctx, { ...heard, kind: 'low-score', words: said, special: null });
  }
  await noteWords(ctx, heard);
}
