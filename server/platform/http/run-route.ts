import { hash } from 'node:crypto';
import type { SignedInContext, Route } from './define-route.ts';
import { insertRow, putTogetherOnce } from '../database/put-together-once.ts';
import { inTransaction } from '../database/transaction.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { TransactionContext } from '../context.ts';
import { requirePermission } from '../access.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs a signed-in route: permission first, then the verb; of a write with an Idempotency-Key, verb and the
 * memory of its answer in one transaction, so that the same request sent again gets the same answer and acts
 * once. A refusal leaves its audit row and nothing else.
 */
export async function runRoute(
  route: Route,
  ctx: SignedInContext,
  readInput: () => object,
  idempotencyKey: string | undefined,
): Promise<{ answer: unknown; replayed: boolean }> {
  const does = route.does as (ctx: SignedInContext, input: object) => Promise<unknown>;
  try {
    if (route.permission !== 'signed-in' && route.permission !== 'public')
      requirePermission(ctx, route.permission);
    const input = readInput();
    if (route.method === 'GET' || idempotencyKey === undefined || route.multipart) {
      return { answer: await does(ctx, input), replayed: false };
    }
    if (!uuid.test(idempotencyKey)) throw new Invalid({ path: 'Idempotency-Key', code: 'not-a-uuid' });
    return await once(route, ctx, input, idempotencyKey);
  } catch (error) {
    if (error instanceof Forbidden || error instanceof NotFound) await recordRefusal(ctx, route, error);
    throw error;
  }
}

/** The verb and the memory of its answer, or what was answered before. */
async function once(
  route: Route,
  ctx: SignedInContext,
  input: object,
  key: string,
): Promise<{ answer: unknown; replayed: boolean }> {
  const does = route.does as (ctx: SignedInContext, input: object) => Promise<unknown>;
  const claim = {
    id: key,
    actor_id: actorKey(ctx),
    request_hash: hash('sha256', JSON.stringify([route.method, route.path, input])),
    created_at: ctx.realNow,
  };
  try {
    const answer = await inTransaction(ctx, async (ctx) => {
      const claiming = insertRow(ctx, 'idempotency_keys', claim);
      if (route.asksFirst) ctx.alongside(claiming);
      else await claiming;
      const answer = await does(ctx, input);
      const response = route.once ? null : JSON.stringify(answer);
      ctx.alongside(rememberAnswer(ctx, { actorId: claim.actor_id, id: key, response }));
      return answer;
    });
    return { answer, replayed: false };
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { answer: await inTransaction(ctx, (ctx) => answerBefore(ctx, route, claim)), replayed: true };
  }
}

function isTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === '23505' && constraint === 'idempotency_keys_pkey';
}

async function answerBefore(
  ctx: TransactionContext,
  route: Route,
  claim: { id: string; actor_id: string; request_hash: string },
): Promise<unknown> {
  const earlier = await ctx.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'response'])
    .where('org_id', '=', ctx.orgId)
    .where('actor_id', '=', claim.actor_id)
    .where('id', '=', claim.id)
    .executeTakeFirstOrThrow();
  if (earlier.request_hash !== claim.request_hash) throw new Conflict('idempotency-key-reused');
  if (route.once) throw new Conflict('already-done');
  return earlier.response;
}

const rememberAnswer = putTogetherOnce(
  (ctx, given: { actorId: string; id: string; response: string | null }) =>
    ctx.db
      .updateTable('idempotency_keys')
      .set({ status: 200, response: given.response })
      .where('org_id', '=', ctx.orgId)
      .where('actor_id', '=', given.actorId)
      .where('id', '=', given.id),
);

function actorKey(ctx: SignedInContext | TransactionContext): string {
  return ctx.actor.id ?? ctx.orgId;
}

async function recordRefusal(ctx: SignedInContext, route: Route, error: Forbidden | NotFound): Promise<void> {
  const id = error instanceof NotFound && error.id !== null && uuid.test(error.id) ? error.id : null;
  await inTransaction(ctx, (ctx) =>
    recordAudit(ctx, {
      action: 'access.refused',
      reason: `${route.method} ${route.path}: ${error.message}`,
      ...(id && error instanceof NotFound ? { subject: { type: error.subject, id } } : {}),
    }),
  );
}
