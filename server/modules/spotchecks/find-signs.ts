import type { CalendarDate } from '#domain/base/time.ts';
import { signsOf } from '#domain/spotchecks/signs.ts';
import type { Sign } from '#domain/spotchecks/signs.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectAnswers } from './store.ts';

/**
 * The signs in a day's records, by call. One caller works for many clinics: what was written down in all of them counts,
 * so that whoever looks, and whatever they see, a record shows the same signs.
 */
export async function findSigns(ctx: TransactionContext, day: CalendarDate): Promise<Map<string, Sign[]>> {
  return signsOf(await selectAnswers(ctx, { day, clinicIds: null }));
}
