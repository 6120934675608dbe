import type { z } from 'zod';
import { addDays, dayAt, endOfDay } from '#domain/base/time.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import type { AskDecision, Decided, DecisionPreview } from '#domain/capacity/contract.ts';
import { fillOf } from '#domain/capacity/fill.ts';
import type { WorkItem } from '#domain/capacity/level.ts';
import { decided } from '#domain/capacity/overflow.ts';
import { mayHold, takerOf } from '#domain/followups/hand-over.ts';
import { mayWaitDays } from '#domain/followups/may-wait.ts';
import type { InQuestion, Outcome } from '#domain/capacity/overflow.ts';
import type { EndReason } from '#domain/followups/ending.ts';
import { maySeeClinic, requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, Invalid } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import { changeFollowups, holdFollowups } from '../followups/change-followups.ts';
import type { Change, Standing } from '../followups/change-followups.ts';
import { findFollowups } from '../followups/find-followups.ts';
import type { FollowupWithStep } from '../followups/find-followups.ts';
import type { OpenFollowup } from '../followups/find-load.ts';
import { readGround } from './read-ground.ts';
import type { Ground } from './read-ground.ts';
import { readWork, requirePerson } from './show-capacity.ts';
import { insertDecision, selectDecisions } from './store.ts';

const dropped: EndReason = 'fact:no-capacity';

interface Plan {
  ground: Ground;
  open: ReadonlyMap<string, OpenFollowup>;
  said: ReadonlyMap<string, FollowupWithStep>;
  work: readonly WorkItem[];
  outcomes: readonly Outcome[];
}

/** What a decision on a full day would change, and how full the days would be, without changing anything. */
export async function previewDecision(ctx: Context, input: AskDecision): Promise<DecisionPreview> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => describePlan(ctx, input, await planDecision(ctx, input)));
}

/** Does what the preview of the same says. Throws Conflict `nothing-to-change` where it changes nothing any more. */
export async function decideOverflow(ctx: Context, input: AskDecision): Promise<z.infer<typeof Decided>> {
  requirePermission(ctx, 'followups.supervise');
  return inTransaction(ctx, async (ctx) => {
    await holdFollowups(ctx, input.followupIds);
    const plan = await planDecision(ctx, input);
    const id = newId();
    const changes = plan.outcomes.flatMap((outcome) => changeBy(ctx, input, plan, id, outcome));
    if (changes.length === 0) throw new Conflict('nothing-to-change');
    await insertDecision(ctx, { ...input, id });
    const changed = await changeFollowups(ctx, changes);
    await recordAudit(ctx, {
      action: `capacity.${input.kind === 'extend' ? 'extended' : input.kind === 'lend' ? 'lent' : 'dropped'}`,
      subject: { type: 'capacity-decision', id },
      reason: `${changed}`,
    });
    const [decision] = await selectDecisions(ctx, { id, limit: 1 });
    return { decision: decision!, changed };
  });
}

async function planDecision(ctx: TransactionContext, input: AskDecision): Promise<Plan> {
  const ground = await readGround(ctx);
  requirePerson(ctx, ground, input.staffId);
  if (input.toId !== null) requireThere(ctx, ground, { ...input, toId: input.toId });
  const { open: all, work } = await readWork(ctx, ground);
  const ids = new Set(input.followupIds);
  const open = new Map(
    all
      .filter(({ id, clinicId }) => ids.has(id) && maySeeClinic(ctx, clinicId))
      .map((each) => [each.id, each]),
  );
  const said = await findFollowups(ctx, [...open.keys()]);
  const to = input.toId === null ? null : takerOf(ground.people.get(input.toId)!);
  const questions = work
    .filter(({ id, personId, day }) => open.has(id) && personId === input.staffId && day === input.day)
    .map((item): InQuestion => {
      const followup = open.get(item.id)!;
      const waits = mayWaitDays(said.get(item.id)!.step);
      return {
        ...{ item, mayWaitDays: waits, laterDays: laterDays(ground, followup, item, waits) },
        mayBeLent: to !== null && mayHold(to, followup.clinicId).allowed,
      };
    });
  const inQuestion = new Set(questions.map(({ item }) => item.id));
  const others = work.filter(({ id }) => !inQuestion.has(id));
  const outcomes = decided(input.kind, questions, others, ground.capacityOf, input.toId);
  return { ground, open, said, work, outcomes };
}

/** The days behind its window on which whoever does it works, as far as it may wait in all. */
function laterDays(ground: Ground, followup: OpenFollowup, item: WorkItem, waits: number): CalendarDate[] {
  const zone = ground.zoneOf(followup.clinicId);
  const last = dayAt(followup.closesAt, zone);
  // What was extended before has waited already: it is counted from its protocol's day.
  const farthest = addDays(item.wanted, waits);
  const days: CalendarDate[] = [];
  for (let day = addDays(last, 1); day <= farthest; day = addDays(day, 1))
    if (ground.capacityOf(item.personId, day) > 0) days.push(day);
  return days;
}

/** Whoever gets something lent is at work, serves a clinic the asker sees, and is there that day. */
function requireThere(
  ctx: Context,
  ground: Ground,
  input: { staffId: string; day: string; toId: string },
): void {
  const to = requirePerson(ctx, ground, input.toId);
  const isFree = input.toId !== input.staffId && to.state === 'active' && to.role !== 'admin';
  if (!isFree || ground.isAway(to.id, input.day)) throw new Invalid({ path: 'toId', code: 'not-at-work' });
}

function changeBy(
  ctx: TransactionContext,
  input: AskDecision,
  { ground, open }: Plan,
  causeId: string,
  outcome: Outcome,
): Change[] {
  const followupId = outcome.id;
  const change = (kind: Change['kind'], after: Partial<Standing>): Change[] => [
    { followupId, kind, causeId, after },
  ];
  switch (outcome.kind) {
    case 'stays':
      return [];
    case 'dropped':
      return change('dropped', { state: 'ended', endedAt: ctx.now, endReason: dropped });
    case 'lent':
      return change('lent', {
        assigneeId: input.toId,
        heldBecause: { code: 'lent', insteadOfId: open.get(followupId)!.assigneeId },
      });
    case 'moves': {
      const { clinicId, dueAt, dueByProtocol } = open.get(followupId)!;
      const closesAt = endOfDay(outcome.day, ground.zoneOf(clinicId));
      return change('extended', { dueAt: closesAt, closesAt, dueByProtocol: dueByProtocol ?? dueAt });
    }
  }
}

async function describePlan(
  ctx: TransactionContext,
  input: AskDecision,
  plan: Plan,
): Promise<DecisionPreview> {
  const { ground, open, said, outcomes } = plan;
  const customers = await briefCustomers(
    ctx,
    [...open.values()].map(({ customerId }) => customerId),
  );
  const nameOf = (id: string) => customers.get(open.get(id)?.customerId ?? '')?.name ?? '';
  const known = new Set(outcomes.map(({ id }) => id));
  return {
    changes: outcomes.flatMap((outcome) =>
      outcome.kind === 'stays'
        ? []
        : {
            followupId: outcome.id,
            customerName: nameOf(outcome.id),
            stepName: said.get(outcome.id)!.stepName,
            toDay: outcome.kind === 'dropped' ? null : outcome.day,
            toName: outcome.kind === 'lent' ? ground.people.get(input.toId!)!.name : null,
          },
    ),
    hindered: [
      ...outcomes.flatMap((outcome) =>
        outcome.kind === 'stays'
          ? { followupId: outcome.id, customerName: nameOf(outcome.id), why: outcome.why }
          : [],
      ),
      ...input.followupIds
        .filter((id) => !known.has(id))
        .map((id) => ({ followupId: id, customerName: nameOf(id), why: 'gone' as const })),
    ],
    days: daysTouched(input, plan),
  };
}

/** How full the days are that it touches, before and after. */
function daysTouched(input: AskDecision, { ground, work, outcomes }: Plan): DecisionPreview['days'] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const after = work.flatMap((item): WorkItem[] => {
    const outcome = byId.get(item.id);
    if (outcome?.kind === 'dropped') return [];
    if (outcome?.kind === 'moves') return [{ ...item, day: outcome.day }];
    if (outcome?.kind === 'lent')
      return [
        { ...item, personId: input.toId!, minutes: ground.minutesOf(input.toId!, item.purpose).minutes },
      ];
    return [item];
  });
  const [fillBefore, fillAfter] = [fillOf(work, ground.capacityOf), fillOf(after, ground.capacityOf)];
  const touched = new Set([
    `${input.staffId} ${input.day}`,
    ...outcomes.flatMap((outcome) =>
      outcome.kind === 'moves'
        ? `${input.staffId} ${outcome.day}`
        : outcome.kind === 'lent'
          ? `${input.toId!} ${outcome.day}`
          : [],
    ),
  ]);
  return [...touched].sort().map((key) => {
    const [staffId, day] = key.split(' ') as [string, string];
    return {
      ...{ staffId, day, name: ground.people.get(staffId)!.name },
      capacity: ground.capacityOf(staffId, day),
      before: fillBefore.of(staffId, day).load,
      after: fillAfter.of(staffId, day).load,
    };
  });
}
