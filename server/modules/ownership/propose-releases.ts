import { dayAt, startOfDay } from '#domain/base/time.ts';
import type { CalendarDate, TimeZone } from '#domain/base/time.ts';
import type { ReleaseRules } from '#domain/ownership/release-rules.ts';
import { daysToReview, releaseProposal, stillStands, warningBefore } from '#domain/ownership/release.ts';
import type { ReleaseOutlook, ReleaseProposal } from '#domain/ownership/release.ts';
import type { FallReason } from '#domain/ownership/contract.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { derivedId } from '#server/platform/ids.ts';
import { findOwnedIds } from '../customers/find-owned.ts';
import { collectFacts, factOf } from './collect-facts.ts';
import type { Facts, OwnedInClinic } from './collect-facts.ts';
import { rulesInForce } from './get-rules.ts';
import { lockRun, selectLastNights, updateRun } from './rules-store.ts';
import { insertWarnings, selectOpenOf, selectWarned, upsertProposals, withdrawProposals } from './store.ts';
import type { NewProposal, Outlook, StoredProposal } from './store.ts';

const customersAtOnce = 2_000;

/**
 * The nightly look at who owns whom, once a day of each clinic: warns the owners, puts releases before who decides,
 * and lets those fall that something stopped. In steps that are each kept, so that it can be broken off anywhere,
 * and run by two processes.
 */
export async function proposeReleases(ctx: Context): Promise<void> {
  for (const { clinicId, zone, last } of await inTransaction(ctx, selectLastNights)) {
    const today = dayAt(ctx.now, zone);
    // A clock that runs forward has nothing to do on a day it has done.
    let goesOn = last === null || last < today;
    while (goesOn)
      goesOn = await inTransaction(ctx, async (ctx) => {
        const run = await lockRun(ctx, clinicId, today);
        if (!run || run.finishedAt !== null) return false;
        const afterId = await lookAtNext(ctx, { clinicId, zone, today, last }, run.afterId);
        await updateRun(ctx, clinicId, today, {
          afterId: afterId ?? run.afterId,
          finishedAt: afterId === null ? ctx.now : null,
        });
        return afterId !== null;
      });
  }
}

interface Night {
  clinicId: string;
  zone: TimeZone;
  today: CalendarDate;
  last: CalendarDate | null;
}

/** Looks at the next few after an id; gives the last one's, or null where nobody is left. */
async function lookAtNext(
  ctx: TransactionContext,
  night: Night,
  after: string | null,
): Promise<string | null> {
  const { clinicId, today, last } = night;
  const ids = await findOwnedIds(ctx, { clinicId, after, limit: customersAtOnce });
  const { version, ruleSet } = await rulesInForce(ctx);
  const facts = await collectFacts(ctx, ids, night);
  await letFall(ctx, await selectOpenOf(ctx, ids), facts, ruleSet, today);

  const warned = await selectWarned(ctx, ids, startOfDay(today, night.zone));
  const proposals = new Map<string, NewProposal>();
  const warnings: (Outlook & { daysLeft: number })[] = [];
  for (const day of daysToReview(last, ruleSet, today))
    for (const fact of facts.values()) {
      const says = unwarnedIsWarning(releaseProposal(fact, ruleSet, day), fact, { warned, ruleSet, today });
      if (says?.kind === 'warning' && day === today)
        warnings.push({ ...warningOf(fact, says, says.daysLeft), daysLeft: says.daysLeft });
      // What a day proposed that was missed must still stand today.
      if (says?.kind !== 'release' || !stillStands(says, fact, ruleSet, today).stands) continue;
      const proposal = { ...proposalOf(fact, says), decidedIn: says.decidedBy, rulesVersion: version };
      proposals.set(proposal.id, proposal);
    }
  await insertWarnings(ctx, warnings);
  await upsertProposals(ctx, [...proposals.values()]);
  return ids.length < customersAtOnce ? null : ids.at(-1)!;
}

/** A release the owner was never told of is told first, and comes up the next time. */
function unwarnedIsWarning(
  says: ReleaseProposal,
  fact: OwnedInClinic,
  known: { warned: ReadonlySet<string>; ruleSet: ReleaseRules; today: CalendarDate },
): ReleaseProposal | null {
  if (says.kind !== 'release') return says;
  const { customerId, ownerKind, ownerId } = fact;
  const isWarned = known.warned.has([customerId, ownerKind, ownerId, says.clock, says.since].join(' '));
  return isWarned ? says : warningBefore(says, fact, known.ruleSet, known.today);
}

async function letFall(
  ctx: TransactionContext,
  open: readonly StoredProposal[],
  facts: Facts,
  rules: ReleaseRules,
  today: CalendarDate,
): Promise<void> {
  const fallen = open.flatMap((proposal) => {
    const because = fallsBecause(proposal, facts, rules, today);
    return because === null ? [] : [{ id: proposal.id, because }];
  });
  if (fallen.length > 0) await withdrawProposals(ctx, fallen);
}

/** Why a proposal cannot be decided any more, by what is known of the customer today; null where it can. */
export function fallsBecause(
  proposal: Pick<StoredProposal, 'customerId' | 'kind' | 'ownerId' | 'clock' | 'since'>,
  facts: Facts,
  rules: ReleaseRules,
  today: CalendarDate,
): FallReason | null {
  const fact = factOf(proposal, facts);
  if (!fact) return 'owner-changed';
  const standing = stillStands(proposal, fact, rules, today);
  return standing.stands ? null : standing.because;
}

/** One that was decided to stay, and comes up again after its day, is another one. */
function proposalOf(fact: OwnedInClinic, says: ReleaseOutlook): Outlook {
  return outlookOf(fact, says, ['release', fact.keptUntil ?? '']);
}

function warningOf(fact: OwnedInClinic, says: ReleaseOutlook, daysLeft: number): Outlook {
  return outlookOf(fact, says, ['release warning', says.releasesOn, String(daysLeft)]);
}

function outlookOf(fact: OwnedInClinic, says: ReleaseOutlook, [what, ...more]: string[]): Outlook {
  const { clinicId, customerId, ownerKind: kind, ownerId } = fact;
  const { clock, since, releasesOn, stoppedBy, evidence } = says;
  const id = derivedId(what!, customerId, kind, ownerId, clock, since, ...more);
  return { id, clinicId, customerId, kind, ownerId, clock, since, releasesOn, stoppedBy, evidence };
}
