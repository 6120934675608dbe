import { ToldCalls } from '#domain/evidence/contract.ts';
import type { HeardCalls } from '#domain/evidence/contract.ts';
import { isFresh, mostRequestsPerMinute } from '#domain/evidence/telephone.ts';
import type { Refusal } from '#domain/evidence/telephone.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid, NotFound, SignedOut, TooMany } from '#server/platform/errors.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import type { Keys } from '#server/platform/keys.ts';
import { hashToken, organizationOf } from '#server/platform/tokens.ts';
import { systemContext } from '../staff/gate.ts';
import { addCallLogs } from './add-call-logs.ts';
import { isSameSignature, signCalls } from './sign-calls.ts';
import { countRequest, noteRequest } from './telephone-store.ts';
import type { SealedSecrets } from './telephone-store.ts';

/**
 * A telephone system tells of calls that are over. It is known by its address and by its signature over time and body;
 * told twice, a call is there once. Throws NotFound for an address of nobody, SignedOut (`wrong-time`,
 * `wrong-signature`) for who cannot sign, TooMany for who calls too often.
 */
export async function receiveCalls(house: PublicContext, { token }: { token: string }): Promise<HeardCalls> {
  const orgId = organizationOf('t', token);
  if (orgId === null) throw new NotFound('telephone-system');
  const ctx = await systemContext(house, orgId, house.exchange.ip);
  const minute = `${ctx.realNow.slice(0, 16)}:00.000Z`;
  const system = await inTransaction(ctx, (ctx) => countRequest(ctx, hashToken(token), minute));
  if (!system?.isEnabled) throw new NotFound('telephone-system');
  if (system.requests > mostRequestsPerMinute) throw new TooMany(60);

  const keys = keysOf(house.dataDir);
  const { headers, body } = house.exchange.raw!();
  const said = {
    sentAt: oneOf(headers['carecurve-time']),
    signature: oneOf(headers['carecurve-signature']),
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
  };
  const refusal = refusalOf(ctx, said, secretsOf(ctx, system, keys));
  if (refusal !== null) {
    await inTransaction(ctx, (ctx) => noteRequest(ctx, system.id, refusal));
    throw new SignedOut(refusal);
  }
  const { calls } = ToldCalls.parse(readJson(said.body));
  return inTransaction(ctx, async (ctx) => {
    await noteRequest(ctx, system.id, null);
    return addCallLogs(ctx, calls, keys, system.id);
  });
}

function refusalOf(
  { realNow }: Context,
  said: { sentAt: string | undefined; signature: string | undefined; body: Buffer },
  secrets: readonly string[],
): Refusal | null {
  const { sentAt, signature = '', body } = said;
  if (sentAt === undefined || !isFresh(sentAt, realNow)) return 'wrong-time';
  const isRight = secrets.some((secret) => isSameSignature(signature, signCalls(secret, sentAt, body)));
  return isRight ? null : 'wrong-signature';
}

function secretsOf(ctx: Context, system: { id: string } & SealedSecrets, keys: Keys): string[] {
  const { sealedSecret, formerSecret, formerUntil } = system;
  const isStillGood = formerUntil !== null && formerUntil > ctx.realNow;
  const sealed = formerSecret !== null && isStillGood ? [sealedSecret, formerSecret] : [sealedSecret];
  return sealed.map((one) => keys.open(one, secretPlace(ctx, system.id)));
}

/** A secret copied to another system or organization does not open there. */
export function secretPlace({ orgId }: Pick<Context, 'orgId'>, systemId: string): string {
  return `telephone ${orgId} ${systemId}`;
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Invalid({ path: 'body', code: 'not-json' });
  }
}
