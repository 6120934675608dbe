import { readToken } from '#domain/links/token.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { NotFound } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { openToken } from '../links/open-token.ts';
import { systemContext } from '../staff/gate.ts';
import { selectPlace } from './store.ts';
import type { StoredPlace } from './store.ts';

/** Does `work` as the system for a clinic whose page is open. Throws NotFound (`online-booking`), TooMany to who guesses. */
export async function enterPlace<T>(
  house: PublicContext,
  token: string,
  work: (ctx: TransactionContext, place: StoredPlace) => Promise<T>,
): Promise<T> {
  const opened = await openToken(house, readToken(token)?.code, async (orgId) => {
    const ctx = await systemContext(house, orgId, house.exchange.ip);
    return inTransaction(ctx, async (ctx) => {
      const place = await selectPlace(ctx, { token });
      return place?.rules.isOpen ? { found: await work(ctx, place) } : undefined;
    });
  });
  if (opened === undefined) throw new NotFound('online-booking');
  return opened.found;
}
