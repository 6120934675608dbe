import { addDays, dayAt, startOfDay } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { isInForceAt } from '#domain/followups/additions.ts';
import { askedBy } from '#domain/followups/event-kind.ts';
import type { Replay, ReplayAnswer } from '#domain/followups/protocol-contract.ts';
import type { PublishedProtocol } from '#domain/followups/protocol.ts';
import { addToLoad, emptyLoad, firstDayOf, reachOf, replayDays, rolesOf } from '#domain/followups/replay.ts';
import type { EventGroup, Load, ReplaySpan } from '#domain/followups/replay.ts';
import { hasRole } from '#domain/staff/role.ts';
import type { FollowupRole } from '#domain/staff/role.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { log } from '#server/platform/log.ts';
import { runningFrom } from '#server/platform/stopwatch.ts';
import { workInBackground } from '#server/platform/work-in-background.ts';
import { findKeptBirthdays } from '../customers/find-birthdays.ts';
import type { KeptBirthday } from '../customers/find-birthdays.ts';
import { insertReplay, selectDraft, selectLastReplay, updateReplay } from './draft-store.ts';
import type { StoredDraft } from './draft-store.ts';
import { holdDraft } from './find-protocol.ts';
import { readPlanningGround } from './plan-events.ts';
import { selectEventGroups } from './replay-store.ts';
import type { HappenedQuestion } from './replay-store.ts';

/** Each part is read in a transaction of its own, so that progress shows and nothing is held for long. */
const shortestPartDays = 31;
const mostParts = 12;
/** As many groups are counted before others on this machine get their turn. */
const groupsAtOnce = 250;

interface Work {
  replayId: string;
  draft: StoredDraft;
  before: PublishedProtocol[];
  after: PublishedProtocol[];
  parts: { from: Instant; until: Instant }[];
}

/** Begins to work out what the draft would have planned in the last 90 days; the answer does not wait for the end. */
export async function replayDraft(ctx: Context, input: { code: string }): Promise<Replay> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const draft = await holdDraft(ctx, input.code);
    const { protocols } = await readPlanningGround(ctx);
    const { before, after } = beforeAndAfter(protocols, draft, ctx.now);
    const parts = partsOf(ctx, [...before, ...after]);
    const replayId = newId();
    await insertReplay(ctx, {
      id: replayId,
      draftId: draft.id,
      draftVersion: draft.version,
      parts: parts.length,
    });
    await recordAudit(ctx, { action: 'protocol.replayed', reason: input.code });
    workInBackground(ctx, (ctx) => runReplay(ctx, { replayId, draft, before, after, parts }));
    return (await selectLastReplay(ctx, draft.id))!;
  });
}

export async function getReplay(ctx: Context, input: { code: string }): Promise<{ replay: Replay | null }> {
  requirePermission(ctx, 'protocols.manage');
  return inTransaction(ctx, async (ctx) => {
    const draft = await selectDraft(ctx, input.code);
    return { replay: draft && (await selectLastReplay(ctx, draft.id)) };
  });
}

/** What plans such events now, and what would with the draft; each as if it had always been so. */
export function beforeAndAfter(
  protocols: readonly PublishedProtocol[],
  draft: Pick<StoredDraft, 'code' | 'addsTo' | 'place' | 'basedOn' | 'definition'>,
  now: Instant,
): { before: PublishedProtocol[]; after: PublishedProtocol[] } {
  const main = draft.addsTo ?? draft.code;
  const before = protocols
    .filter((each) => isInForceAt(each, now))
    .filter(({ addsTo, definition: { code } }) => code === main || addsTo === main)
    .map((each) => ({ ...each, effectiveFrom: null, retiredAt: null }));
  const { definition, addsTo, place, basedOn } = draft;
  const drafted: PublishedProtocol = {
    ...{ versionId: 'draft', version: basedOn + 1, definition, addsTo, place },
    effectiveFrom: null,
    retiredAt: null,
  };
  return { before, after: [...before.filter((each) => each.definition.code !== draft.code), drafted] };
}

/** The time whose events can be due in the span, in parts. */
function partsOf(ctx: TransactionContext, protocols: readonly PublishedProtocol[]): Work['parts'] {
  const to = dayAt(ctx.now, ctx.zone);
  const reach = Math.max(...protocols.map(({ definition }) => reachOf(definition.steps)));
  const ahead = 32;
  const parts: Work['parts'] = [];
  const last = addDays(to, ahead);
  const partDays = Math.max(shortestPartDays, Math.ceil((replayDays + reach + ahead) / mostParts));
  for (let day = addDays(firstDayOf(to), -reach); day < last; day = addDays(day, partDays)) {
    const until = addDays(day, partDays) < last ? addDays(day, partDays) : last;
    parts.push({ from: startOfDay(day, ctx.zone), until: startOfDay(until, ctx.zone) });
  }
  return parts;
}

async function runReplay(ctx: Context, work: Work): Promise<void> {
  const realNow = runningFrom(ctx.realNow);
  const note = (change: Omit<Parameters<typeof updateReplay>[2], 'beatAt'>) =>
    inTransaction(ctx, (ctx) => updateReplay(ctx, work.replayId, { ...change, beatAt: realNow() }));
  try {
    const ground = await inTransaction(ctx, readPlanningGround);
    const to = dayAt(ctx.now, ctx.zone);
    const span: ReplaySpan = {
      to,
      zoneOf: (clinicId) => ground.zones.get(clinicId) ?? ground.zone,
      workingDaysOf: (clinicId) => ground.workingDays?.get(clinicId),
    };
    const [before, after] = [emptyLoad(), emptyLoad()];
    for (const [index, part] of work.parts.entries()) {
      const question = questionOf([...work.before, ...work.after], part);
      const groups = await inTransaction(ctx, async (ctx) =>
        selectEventGroups(ctx, { ...question, birthdays: await birthdaysOf(ctx, question) }),
      );
      for (const some of inTurns(groups)) {
        addToLoad(before, work.before, some, span);
        addToLoad(after, work.after, some, span);
        await new Promise((resolve) => setImmediate(resolve));
      }
      // Nobody waits for it where the draft was published or discarded meanwhile.
      if (!(await note({ partsDone: index + 1 }))) return;
    }
    const people = (role: FollowupRole) => ground.candidates.filter((each) => hasRole(each, role)).length;
    await note({ state: 'done', answer: answerOf(work, to, before, after, people) });
  } catch (error) {
    log.error({ error }, 'a replay failed');
    await note({ state: 'failed' });
  }
}

function* inTurns(groups: readonly EventGroup[]): Generator<EventGroup[]> {
  for (let from = 0; from < groups.length; from += groupsAtOnce)
    yield groups.slice(from, from + groupsAtOnce);
}

function questionOf(
  protocols: readonly PublishedProtocol[],
  part: { from: Instant; until: Instant },
): Omit<HappenedQuestion, 'birthdays'> {
  return {
    ...part,
    events: [...new Set(protocols.map(({ definition }) => definition.trigger.event))],
    asks: askedBy(protocols),
  };
}

/** As they are planned, in every clinic's zone. */
async function birthdaysOf(
  ctx: TransactionContext,
  { events, from, until }: Pick<HappenedQuestion, 'events' | 'from' | 'until'>,
): Promise<KeptBirthday[]> {
  if (!events.includes('birthday')) return [];
  return findKeptBirthdays(ctx, addDays(dayAt(from, ctx.zone), -1), addDays(dayAt(until, ctx.zone), 1));
}

function answerOf(
  work: Work,
  to: string,
  before: Load,
  after: Load,
  people: (role: FollowupRole) => number,
): ReplayAnswer {
  const none = Array<number>(replayDays).fill(0);
  const steps = new Map(
    [...work.before, ...work.after].flatMap(({ definition }) =>
      definition.steps.map(({ key, name }) => [key, name] as const),
    ),
  );
  return {
    from: firstDayOf(to),
    to,
    events: Math.max(before.events, after.events),
    roles: rolesOf(before, after).map((role) => ({
      role,
      people: people(role),
      before: before.byRole.get(role) ?? none,
      after: after.byRole.get(role) ?? none,
    })),
    steps: [...steps].map(([key, name]) => ({
      key,
      name,
      before: before.bySteps.get(key) ?? 0,
      after: after.bySteps.get(key) ?? 0,
    })),
  };
}
