import { NotFound } from '#server/platform/errors.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import { hashToken, organizationOf } from '#server/platform/tokens.ts';
import { systemContext } from '../staff/gate.ts';
import { selectAccounts } from './accounts-store.ts';
import type { Clients } from './channels/channel.ts';
import { makeClients } from './channels/make-clients.ts';
import { noteCallback } from './note-callback.ts';
import { openAccount } from './open-account.ts';

const clients = makeClients();

/**
 * A provider's server calls: known by the token in the address it was given, and by its signature where it signs. A
 * stranger is told nothing.
 */
export async function receiveCallback(
  house: PublicContext,
  { token }: { token: string },
  by: Clients = clients,
): Promise<string> {
  const orgId = organizationOf('m', token);
  if (orgId === null) throw new NotFound('callback');
  const ctx = await systemContext(house, orgId, house.exchange.ip);
  const [account] = await inTransaction(ctx, (ctx) =>
    selectAccounts(ctx, { callbackHash: hashToken(token) }),
  );
  if (!account) throw new NotFound('callback');
  const keys = keysOf(house.dataDir);
  const { query, body } = house.exchange.raw!();
  const heard = by[account.kind].readCallback?.(openAccount(ctx, account, keys), {
    query,
    body,
    now: ctx.realNow,
  });
  if (!heard) throw new NotFound('callback');
  await noteCallback(ctx, account.id, heard, keys);
  return heard.answer;
}
