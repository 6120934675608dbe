import type { Decision } from '#domain/base/decision.ts';
import type { RecoveryCase } from '#domain/recovery/contract.ts';
import {
  mayAnswer,
  mayAskForEnd,
  mayConfirm,
  mayDecideEnd,
  mayDirect,
  mayReopen,
  maySendBack,
  mayTakeWord,
  mayTry,
} from '#domain/recovery/recovery-case.ts';
import type { Hand, Standing } from '#domain/recovery/recovery-case.ts';
import { isOwed } from '#domain/recovery/remedy.ts';
import { mayDo } from '#domain/staff/permissions.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findPeople } from '../staff/find-people.ts';
import { selectActs } from './acts-store.ts';
import { rulesInForce } from './get-rules.ts';
import { presentRows } from './present.ts';
import { selectRemedies } from './remedies-store.ts';
import type { StoredRemedy } from './remedies-store.ts';
import { selectSigns } from './signs-store.ts';
import type { StoredCase } from './store.ts';

/** The whole of a case for the page, with what the one who asks may do on it now. */
export async function viewCase(ctx: TransactionContext, stored: StoredCase): Promise<RecoveryCase> {
  const [row] = await presentRows(ctx, [stored]);
  const { rules } = await rulesInForce(ctx);
  const remedies = await selectRemedies(ctx, stored.id);
  const signs = await selectSigns(ctx, [stored.id]);
  const people = await findPeople(ctx, [
    ...stored.aboutIds,
    ...(stored.endAskedBy ? [stored.endAskedBy] : []),
  ]);
  const { cause, answer, formalDueAt, tries, endAskedBy, endReason } = stored;
  const standing = standingOf(stored, remedies);
  const hand = {
    id: ctx.actor.id ?? '',
    supervises: mayDo(ctx.actor.permissions, 'recovery.supervise'),
  };
  return {
    ...row!,
    ...{ cause, answer, formalDueAt, tries },
    about: stored.aboutIds.flatMap((id) => people.get(id) ?? []),
    endAsked: (endAskedBy && { byName: people.get(endAskedBy)?.name ?? '', reason: endReason ?? '' }) || null,
    signs: signs.map(({ caseId: _case, sourceId: _source, withdrawnAt, ...sign }) => ({
      ...sign,
      kind: sign.kind as StoredCase['kind'],
      isWithdrawn: withdrawnAt !== null,
    })),
    acts: await selectActs(ctx, stored.id),
    remedies: remedies.map(({ caseId: _case, askedBy, ...remedy }) => ({ ...remedy, askedById: askedBy })),
    causes: rules.causes,
    settledFrom: rules.settledFrom,
    triesBeforeEnd: rules.triesBeforeEnd,
    remedyLimitFen: rules.remedyLimitFen,
    may: mayOf(standing, hand, rules),
  };
}

/** What the rules ask of a case. */
export function standingOf(
  { state, step, aboutIds, doctorId, answeredBy, ownerId, cause, tries, endAskedBy }: StoredCase,
  remedies: readonly StoredRemedy[],
): Standing {
  return {
    ...{ state, step, aboutIds, ownerId, cause, tries, endAskedBy },
    answererIds: [doctorId, answeredBy].filter((id) => id !== null),
    remediesOwed: remedies.filter(isOwed).length,
  };
}

function mayOf(
  standing: Standing,
  hand: Hand,
  rules: { settledFrom: number; triesBeforeEnd: number },
): RecoveryCase['may'] {
  return {
    answer: shown(mayAnswer(standing, hand)),
    sendBack: shown(maySendBack(standing, hand)),
    confirm: shown(mayConfirm(standing, hand)),
    try: shown(mayTry(standing)),
    // Whether "settled" is believed is asked with the score.
    takeWord: shown(mayTakeWord(standing, hand, { isSettled: false, score: 0 }, rules)),
    askForEnd: shown(mayAskForEnd(standing, hand, rules)),
    decideEnd: shown(
      hand.supervises ? mayDecideEnd(standing, hand) : { allowed: false, reason: 'not-yours' },
    ),
    direct: shown(hand.supervises ? mayDirect(standing, hand) : { allowed: false, reason: 'not-yours' }),
    reopen: shown(mayReopen(standing)),
  };
}

function shown(decision: Decision): { allowed: boolean; reason: string | null } {
  return { allowed: decision.allowed, reason: decision.allowed ? null : decision.reason };
}
