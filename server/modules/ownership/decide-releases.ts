import { addDays, dayAt } from '#domain/base/time.ts';
import type {
  DecidedReleases,
  DecideReleases,
  Refusal,
  ReleasesPreview,
} from '#domain/ownership/contract.ts';
import { deciderSeats } from '#domain/ownership/decider.ts';
import { evidenceOf } from '#domain/ownership/release.ts';
import type { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudits } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Forbidden, Invalid, NotFound } from '#server/platform/errors.ts';
import { moveOwners } from '../customers/move-owners.ts';
import { countFollowupsOfOwners } from '../followups/find-owners-followups.ts';
import { collectFacts, factOf } from './collect-facts.ts';
import type { OwnedInClinic } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { fallsBecause } from './propose-releases.ts';
import { lockProposals, saveDecisions, withdrawProposals } from './store.ts';
import type { StoredProposal } from './store.ts';

type Refused = { id: string; reason: Refusal };
interface Weighed {
  stands: { proposal: StoredProposal; fact: OwnedInClinic }[];
  refused: Refused[];
  rules: ReleaseRules;
}

/**
 * Decides on releases, one or many: to the pool, to a colleague, or to stay for a reason until a day. Each is weighed
 * once more by the facts of this moment, and what does not stand any more is named with its reason.
 */
export async function decideReleases(ctx: Context, input: DecideReleases): Promise<DecidedReleases> {
  requirePermission(ctx, 'ownership.decide');
  const decidedBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  if (decidedBy === null) throw new Forbidden('a person');
  const today = dayAt(ctx.now, ctx.zone);
  if (input.decision === 'keep' && input.until <= today)
    throw new Invalid({ path: 'until', code: 'in-the-past' });
  return inTransaction(ctx, async (ctx) => {
    const { stands, refused, rules } = await weigh(ctx, input.ids);
    const moved =
      input.decision === 'keep'
        ? { done: stands, refused: [] }
        : await handOver(ctx, stands, {
            toId: input.decision === 'give' ? input.toId : null,
            reason: input.reason,
            returnsOn: addDays(today, rules.cooldownDays),
          });
    await saveDecisions(
      ctx,
      moved.done.map(({ proposal, fact }) => ({ id: proposal.id, evidence: evidenceOf(fact) })),
      {
        state: ({ pool: 'released', give: 'given', keep: 'kept' } as const)[input.decision],
        decidedBy,
        givenTo: input.decision === 'give' ? input.toId : null,
        keptUntil: input.decision === 'keep' ? input.until : null,
        reason: input.reason,
      },
    );
    if (moved.done.length > 0)
      await recordAudits(
        ctx,
        moved.done.map(({ proposal }) => ({
          action: `release.decided-${input.decision}`,
          subject: { type: 'customer', id: proposal.customerId },
          reason: input.reason,
        })),
      );
    return { decided: moved.done.length, refused: [...refused, ...moved.refused] };
  });
}

/** What would change hands if all of these were released; nothing is written. */
export async function previewReleases(ctx: Context, input: { ids: string[] }): Promise<ReleasesPreview> {
  requirePermission(ctx, 'ownership.decide');
  return inTransaction(ctx, async (ctx) => {
    const { stands, refused } = await weigh(ctx, input.ids, { isDryRun: true });
    const followups = await countFollowupsOfOwners(
      ctx,
      stands.map(({ proposal }) => proposal),
    );
    return { customers: stands.length, followups, refused };
  });
}

/** Which of these stand, by what is known now; those that do not fall for good. */
async function weigh(
  ctx: TransactionContext,
  ids: readonly string[],
  options: { isDryRun: boolean } = { isDryRun: false },
): Promise<Weighed> {
  const known = new Map((await lockProposals(ctx, ids)).map((proposal) => [proposal.id, proposal]));
  const { ruleSet: rules } = await rulesInForce(ctx);
  const today = dayAt(ctx.now, ctx.zone);
  const customerIds = [...known.values()].map(({ customerId }) => customerId);
  const facts = await collectFacts(ctx, customerIds, { zone: ctx.zone, today });
  const seats = deciderSeats(ctx.actor.role);
  const weighed: Weighed = { stands: [], refused: [], rules };
  const fallen: Parameters<typeof withdrawProposals>[1][number][] = [];
  for (const id of new Set(ids)) {
    const proposal = known.get(id);
    if (!proposal || !maySeeClinic(ctx, proposal.clinicId) || !seats.includes(proposal.decidedIn)) {
      weighed.refused.push({ id, reason: 'not-found' });
      continue;
    }
    if (proposal.state !== 'open') {
      weighed.refused.push({ id, reason: 'already-decided' });
      continue;
    }
    const because = fallsBecause(proposal, facts, rules, today);
    if (because === null) weighed.stands.push({ proposal, fact: factOf(proposal, facts)! });
    else {
      weighed.refused.push({ id, reason: because });
      fallen.push({ id, because });
    }
  }
  if (weighed.refused.length === new Set(ids).size && weighed.refused.every(isUnknown))
    throw new NotFound('release', ids[0]);
  if (fallen.length > 0 && !options.isDryRun) await withdrawProposals(ctx, fallen);
  return weighed;
}

function isUnknown({ reason }: Refused): boolean {
  return reason === 'not-found';
}

async function handOver(
  ctx: TransactionContext,
  stands: Weighed['stands'],
  to: { toId: string | null; reason: string | null; returnsOn: string },
): Promise<{ done: Weighed['stands']; refused: Refused[] }> {
  const { refused } = await moveOwners(
    ctx,
    stands.map(({ proposal: { customerId, kind, ownerId } }) => ({
      ...{ customerId, kind, fromId: ownerId, toId: to.toId },
    })),
    {
      how: to.toId === null ? 'released' : 'transferred',
      reason: to.reason,
      returnsOn: to.returnsOn,
    },
  );
  const reasonOf = ({ proposal }: Weighed['stands'][number]) =>
    refused.find(({ customerId, kind }) => customerId === proposal.customerId && kind === proposal.kind)
      ?.reason;
  return {
    // Whom somebody has already cannot be given to them.
    done: stands.filter((each) => reasonOf(each) === undefined && each.proposal.ownerId !== to.toId),
    refused: stands.flatMap((each) => {
      const reason = each.proposal.ownerId === to.toId ? 'cooldown' : reasonOf(each);
      return reason === undefined ? [] : [{ id: each.proposal.id, reason }];
    }),
  };
}
