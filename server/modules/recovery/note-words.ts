import { judge } from '#domain/complaints/complaint.ts';
import { judgedBefore } from '#domain/complaints/correction.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectCorrected } from './corrections-store.ts';
import { noteSign } from './note-sign.ts';
import type { HeardSign } from './note-sign.ts';

/**
 * What somebody said or wrote: where it complains it is a sign, unless a person has said of the like that it is none.
 * Who names a lawyer, the press or an injury is not passed over for a text that named none.
 */
export async function noteWords(
  ctx: TransactionContext,
  heard: Omit<HeardSign, 'kind' | 'special' | 'words' | 'decidedBy'> & { words: string | null },
): Promise<void> {
  if (!heard.words) return;
  const { isComplaint, decidedBy, special } = judge(heard.words);
  const corrected = await selectCorrected(ctx);
  const alike = special ? corrected.filter(({ text }) => judge(text).special === special) : corrected;
  const before = judgedBefore(heard.words, alike);
  if (!(before ?? isComplaint)) return;
  await noteSign(ctx, { ...heard, kind: 'complaint', special, decidedBy });
}
