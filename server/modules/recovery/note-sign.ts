import type { Instant } from '#domain/base/time.ts';
import { breaksAt, levelAt, resolveBy } from '#domain/recovery/deadline.ts';
import { caseToJoin, graver, gravityOf } from '#domain/recovery/sign.ts';
import type { Sign } from '#domain/recovery/sign.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { announce } from '#server/platform/events/announce.ts';
import { newId } from '#server/platform/ids.ts';
import { holdSurvivor } from '../customers/hold-survivor.ts';
import { findTreating } from '../visits/find-treating.ts';
import { insertAct } from './acts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { clockAfter } from './hold-case.ts';
import { insertSign, isSignKnown } from './signs-store.ts';
import { insertCase, lockOpenOf, updateCase } from './store.ts';
import type { StoredCase } from './store.ts';
import { tellLevel, tellRise } from './tell-level.ts';

export interface HeardSign extends Sign {
  customerId: string;
  /** Where it was heard, if that is known; else where the customer belongs. */
  clinicId: string | null;
  /** The call, the answer or the message; told twice it is one sign. */
  sourceId: string;
  /** By what it is spoken of, for who says more of it. */
  id?: string;
  byId: string | null;
  decidedBy?: readonly string[];
  /** Whom it is about beside who treated them. */
  aboutId?: string | null;
}

/**
 * Makes a case of a sign, or adds it to the open one of the same matter. Null where the sign is known already or the
 * customer is gone.
 */
export async function noteSign(ctx: TransactionContext, sign: HeardSign): Promise<string | null> {
  const customer = await holdSurvivor(ctx, sign.customerId);
  if (!customer || (await isSignKnown(ctx, sign.kind, sign.sourceId))) return null;
  const joined = caseToJoin(await lockOpenOf(ctx, customer.id), sign.visitId);
  const caseId = joined ? await joinCase(ctx, joined, sign) : await openNew(ctx, customer, sign);
  const { kind, sourceId, at, byId, score, words, decidedBy = [] } = sign;
  await insertSign(ctx, {
    ...{
      id: sign.id ?? newId(),
      caseId,
      customerId: customer.id,
      kind,
      sourceId,
      at,
      byId,
      score,
      words,
      decidedBy,
    },
  });
  return caseId;
}

/** What is known of the case only grows: how grave it is, whom it is about, the score it began with. */
async function joinCase(ctx: TransactionContext, joined: StoredCase, sign: HeardSign): Promise<string> {
  const { rules } = await rulesInForce(ctx);
  const special = joined.special ?? sign.special;
  const change = {
    gravity: graver(joined.gravity, gravityOf({ ...sign, special })),
    special,
    first_score: joined.firstScore ?? sign.score,
    visit_id: joined.visitId ?? sign.visitId,
    about_ids: withNew(joined.aboutIds, sign.aboutId),
  };
  const clock = clockAfter(joined, change, rules, ctx.now);
  await updateCase(ctx, joined.id, { ...change, ...clock });
  await tellRise(ctx, joined, { ...change, ...clock });
  await insertAct(ctx, joined.id, { kind: 'joined', words: sign.words, score: sign.score });
  await recordAudit(ctx, { action: 'case.joined', subject: { type: 'case', id: joined.id } });
  return joined.id;
}

async function openNew(
  ctx: TransactionContext,
  customer: { id: string; clinicId: string; doctorId: string | null },
  sign: HeardSign,
): Promise<string> {
  const { rules } = await rulesInForce(ctx);
  const treating = await findTreating(ctx, { customerId: customer.id, visitId: sign.visitId });
  const doctorId = treating?.doctorId ?? customer.doctorId;
  const gravity = gravityOf(sign);
  const id = newId();
  const clock = { step: 'doctor', startedAt: sign.at, stepSince: sign.at, formalDueAt: null } as const;
  const clinicId = sign.clinicId ?? treating?.clinicId ?? customer.clinicId;
  const level = levelAt(gravity, clock, rules, ctx.now);
  await insertCase(ctx, {
    ...{ id, clinic_id: clinicId, customer_id: customer.id },
    ...{ visit_id: sign.visitId, team_id: treating?.teamId ?? null, kind: sign.kind, gravity },
    ...{ special: sign.special, about_ids: withNew(doctorId ? [doctorId] : [], sign.aboutId) },
    ...{ owner_id: doctorId, doctor_id: doctorId, first_score: sign.score },
    ...{ started_at: sign.at, step_since: sign.at, opened_at: sign.at, opened_by: sign.byId },
    ...{ breaks_at: breaksAt(clock, rules), resolve_by: resolveBy(clock, rules), level },
  });
  await insertAct(ctx, id, { kind: 'opened', words: sign.words, score: sign.score });
  await recordAudit(ctx, { action: 'case.opened', subject: { type: 'case', id } });
  await announceCase(ctx, 'case.opened', { id, customerId: customer.id, kind: sign.kind }, sign.at);
  const told = { id, clinicId, gravity, level, breaksAt: breaksAt(clock, rules), reopened: 0 };
  await tellLevel(ctx, { ...told, isNew: true });
  return id;
}

export function announceCase(
  ctx: TransactionContext,
  type: 'case.opened' | 'case.closed',
  { id, customerId, kind }: Pick<StoredCase, 'id' | 'customerId' | 'kind'>,
  at: Instant,
): Promise<void> {
  return announce(ctx, { type, caseId: id, customerId, kind, at });
}

function withNew(ids: readonly string[], id: string | null | undefined): string[] {
  return id && !ids.includes(id) ? [...ids, id] : [...ids];
}
