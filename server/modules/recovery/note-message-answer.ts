import type { EventOf } from '#domain/events.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { derivedId } from '#server/platform/ids.ts';
import { noteWords } from './note-words.ts';

/** What a customer wrote back is heard like what they say: where it complains it is a case. */
export async function noteMessageAnswer(
  ctx: TransactionContext,
  { customerId, messageId, text, at }: EventOf<'message.answered'>,
): Promise<void> {
  await noteWords(ctx, {
    ...{ customerId, clinicId: null, visitId: null, at, byId: null, score: null, words: text },
    // Two answers to one message are two signs, one told twice is one.
    sourceId: derivedId('answer', messageId, at, text),
  });
}
