import { dayAt, endOfDay, startOfDay } from '#domain/base/time.ts';
import type { ListHeldBack, ListToday, Worklist, WorklistRow } from '#domain/followups/contract.ts';
import { wayToTry } from '#domain/followups/ways-to-try.ts';
import { workOf } from '#domain/staff/role.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { findRecipients } from '../customers/find-recipients.ts';
import { findCustomerIds } from '../customers/find-customer-ids.ts';
import { findWays } from './read-reach.ts';
import { selectFollowups } from './store.ts';
import type { FollowupWithStep } from './store.ts';
import {
  countByProtocol,
  countDoneToday,
  countWorklist,
  selectNextAt,
  selectStaffOfRole,
  selectTeamMembers,
  selectWorklist,
} from './worklist-store.ts';
import type { WorklistGroup, WorklistQuestion } from './worklist-store.ts';

/** Today's work (C4): by what the levelled days put on today and what is worth most, several followups of one customer as one row. */
export async function listToday(ctx: Context, input: ListToday): Promise<Worklist> {
  requirePermission(ctx, permissionFor(input));
  return inTransaction(ctx, async (ctx) => {
    const question = await questionOf(ctx, input);
    const page = {
      section: input.section ?? null,
      limit: input.pageSize,
      offset: (input.page - 1) * input.pageSize,
    };
    const [totals, protocols, groups, done, nextAt] = await Promise.all([
      countWorklist(ctx, question),
      // All of them, also while one is chosen: the others are still there to go over to.
      countByProtocol(ctx, { ...question, protocolCode: null }),
      selectWorklist(ctx, question, page),
      countDoneToday(ctx, question, input.scope === 'mine' ? ctx.actor.id : null),
      selectNextAt(ctx, question),
    ]);
    const customers = totals.overdue + totals.due_now + totals.later_today + totals.waiting;
    return {
      day: dayAt(ctx.now, ctx.zone),
      now: ctx.now,
      customers,
      followups: protocols
        .filter((each) => input.protocolCode === undefined || each.code === input.protocolCode)
        .reduce((sum, each) => sum + each.followups, 0),
      protocols,
      counters: { ...totals, done },
      items: await rowsOf(ctx, groups),
      total: input.section ? totals[input.section] : customers,
      nextAt,
    };
  });
}

/** One's own and one's team's list are everybody's; the others' is the supervisor's. */
export function permissionFor(input: ListHeldBack): 'followups.supervise' | 'followups.read' {
  return input.scope === 'all' || input.assigneeId ? 'followups.supervise' : 'followups.read';
}

/** Whose followups are asked for, and which of them. */
export async function questionOf(ctx: TransactionContext, input: ListHeldBack): Promise<WorklistQuestion> {
  const today = dayAt(ctx.now, ctx.zone);
  const { id, role, treats } = ctx.actor;
  const own = id === null || role === null ? null : { staffId: id, roles: workOf({ role, treats }) };
  const clinicIds = clinicsAsked(ctx, input.clinicId);
  return {
    now: ctx.now,
    startOfDay: startOfDay(today, ctx.zone),
    endOfDay: endOfDay(today, ctx.zone),
    zone: ctx.zone,
    clinicIds,
    mine: input.scope === 'mine' ? own : null,
    team: input.scope === 'team' ? await teamOf(ctx, input.teamId) : null,
    assigneeId: input.assigneeId ?? null,
    protocolCode: input.protocolCode ?? null,
    purpose: input.purpose ?? null,
    ownerId: input.ownerId ?? null,
    grade: input.grade ?? null,
    classCode: input.classCode ?? null,
    customerIds: input.search ? await findCustomerIds(ctx, input.search, clinicIds) : null,
    withEscalated: input.scope === 'all',
  };
}

/** A team's people and roles; who is in no team works with everybody of the same role. */
async function teamOf(
  ctx: TransactionContext,
  teamId: string | undefined,
): Promise<WorklistQuestion['team']> {
  const teamIds = teamId ? [teamId] : ctx.actor.teamIds;
  const members =
    teamIds.length > 0
      ? await selectTeamMembers(ctx, teamIds)
      : ctx.actor.role
        ? await selectStaffOfRole(ctx, ctx.actor.role)
        : [];
  return {
    staffIds: members.map((member) => member.id),
    roles: [...new Set(members.flatMap(workOf))],
  };
}

async function rowsOf(ctx: TransactionContext, groups: readonly WorklistGroup[]): Promise<WorklistRow[]> {
  const customerIds = groups.map((group) => group.customerId);
  const [customers, followups] = await Promise.all([
    briefCustomers(ctx, customerIds),
    selectFollowups(ctx, { ids: groups.flatMap((group) => group.followupIds) }),
  ]);
  const byId = new Map(followups.map((followup) => [followup.id, followup]));
  const wayOf = await waysNow(
    ctx,
    groups.map(({ followupIds }) => byId.get(followupIds[0]!)!),
  );
  return groups.map((group) => {
    const own = group.followupIds.map((id) => byId.get(id)!);
    return {
      customer: customers.get(group.customerId)!,
      clinicId: own[0]!.clinicId,
      section: group.section,
      closesAt: group.closesAt,
      dueAt: group.dueAt,
      opensAt: group.opensAt,
      nextTryAt: group.nextTryAt,
      nextChannel: wayOf(own[0]!),
      tries: group.tries,
      escalated: group.escalated,
      assigneeName: own[0]!.assigneeName,
      followups: own.map(reasonOf),
    };
  });
}

/** The way the ladder turned to, while it still leads there; who is simply called is not asked about again. */
async function waysNow(ctx: TransactionContext, firsts: readonly FollowupWithStep[]) {
  const written = firsts.filter(({ nextChannel }) => nextChannel !== null && nextChannel !== 'phone');
  if (written.length === 0) return ({ nextChannel }: FollowupWithStep) => nextChannel;
  const people = await findRecipients(
    ctx,
    written.map(({ customerId }) => customerId),
  );
  const reachable = [...people.values()].map((person) => ({ ...person, hasPhone: person.phone !== null }));
  const ways = await findWays(ctx, reachable);
  return ({ customerId, nextChannel, purpose }: FollowupWithStep) =>
    nextChannel && people.has(customerId) ? wayToTry(nextChannel, ways(customerId, purpose)) : nextChannel;
}

function reasonOf(followup: FollowupWithStep): WorklistRow['followups'][number] {
  const { id, protocolCode, protocolName, stepName, repeat, purpose, closesAt } = followup;
  return { id, protocolCode, protocolName, stepName, repeat, purpose, closesAt };
}
