import { instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { afterAttempt, byPhone } from '#domain/followups/attempts.ts';
import { waysToTry } from '#domain/followups/ways-to-try.ts';
import type { RetryChannel } from '#domain/followups/ways-to-try.ts';
import { asksForRepair } from '#domain/followups/satisfaction.ts';
import type { FollowupHistory } from '../modules/followups/add-followup-history.ts';
import { changeBy } from '../modules/followups/record-call.ts';
import { callOf } from './calls.ts';
import type { Call } from './calls.ts';
import { end, planFor } from './case-file.ts';
import type { CaseFile, Office, Owed } from './case-file.ts';
import { colleaguesOf } from './chain.ts';
import { endings } from './content/remarks.ts';
import { happeningsOf } from './happenings.ts';
import type { Happening } from './happenings.ts';
import type { Scene, Visits } from './visits.ts';

export interface FollowedUp {
  history: FollowupHistory;
  /** Whether the customer wants no contact by now. */
  refusesContact: boolean;
}

/**
 * Lives through a person's followups from the first visit to now: what happens is planned by the protocols, each
 * call is made when somebody gets round to it, and what a call brings is decided by the rules of the house.
 */
export function followUp(
  scene: Scene,
  story: Visits,
  office: Office,
  known: { arrivedOn: number; ownerId: string | null },
): FollowedUp {
  const file: CaseFile = {
    scene,
    story,
    office,
    ownerId: known.ownerId,
    open: [],
    ended: [],
    history: { plans: [], followups: [], attempts: [], endings: [] },
    isStranger: scene.person.wrongNumber,
    refusesContact: false,
  };
  const happenings = happeningsOf(scene, story, known.arrivedOn);
  for (;;) {
    const call = nextCall(file);
    const [happening] = happenings;
    if (happening && millisecondsOf(happening.at) <= (call?.callAtMs ?? Infinity)) {
      happenings.shift();
      planFor(file, happening);
    } else if (call && call.callAtMs < scene.calendar.nowMs) {
      if (call.change.escalation === null) makeCall(file, call);
      else decide(file, call);
    } else break;
  }
  file.history.followups = [...file.ended, ...file.open].map(({ row, change, version, createdAt }) => ({
    ...row,
    change,
    version,
    createdAt,
  }));
  return { history: file.history, refusesContact: file.refusesContact };
}

function nextCall(file: CaseFile): Owed | undefined {
  let next: Owed | undefined;
  for (const owed of file.open) if (!next || owed.callAtMs < next.callAtMs) next = owed;
  return next;
}

/** One call for a followup, and for what else the same person has to ask by then. */
function makeCall(file: CaseFile, lead: Owed): void {
  const { scene, office } = file;
  const { assigneeId } = lead.row;
  const { role } = lead.step;
  const staffId = office.desk.callerFor(assigneeId, role, scene.person.clinic, scene.dice);
  const atMs = office.desk.take(staffId, lead.callAtMs);
  if (atMs >= scene.calendar.nowMs) {
    lead.callAtMs = Infinity;
    return;
  }
  const at = instantOf(atMs);
  const others = file.open.filter(
    (owed) =>
      owed !== lead &&
      owed.row.assigneeId === assigneeId &&
      owed.row.opensAt <= at &&
      owed.change.escalation === null,
  );
  const isSupervisor = role === 'cs_supervisor';
  record(file, [lead, ...others], at, { id: staffId, isSupervisor });
}

function record(
  file: CaseFile,
  group: readonly Owed[],
  at: Instant,
  by: { id: string; isSupervisor: boolean },
): void {
  const { scene, story } = file;
  const call = callOf(scene, story, group, at, {
    isSupervisor: by.isSupervisor,
    triesBefore: group[0]!.change.tries,
    isStranger: file.isStranger,
    refusesContact: file.refusesContact,
    turn: group[0]!.change.next_channel,
  });
  const callId = scene.newId();
  group.forEach((owed, place) => {
    file.history.attempts.push({
      id: scene.newId(),
      call_id: callId,
      customer_id: scene.person.id,
      followup_id: owed.row.id,
      staff_id: by.id,
      at,
      channel: call.channel,
      result: call.result,
      duration_seconds: call.durationSeconds,
      score: call.heard[place]!.score,
      notes: call.heard[place]!.notes,
      problem: call.problem,
      action_plan: call.actionPlan,
      next_appointment_on: call.nextAppointmentOn,
      call_back_at: call.callBackAt,
      reason: call.reason,
      followup_before: { ...owed.change },
      customer_before: call.refusesAll ? { refusesContact: false } : null,
    });
    settle(file, owed, call, at);
  });
  if (call.refusesAll) file.refusesContact = true;
  if (by.isSupervisor && call.result === 'reached') file.isStranger = false;
  const low = group.findIndex(
    (owed, place) => owed.trouble === null && asksForRepair(call.heard[place]!.score),
  );
  if (low !== -1) planFor(file, lowScore(group[low]!, callId, at), call.heard[low]!.trouble);
}

/** What the call makes of the followup, and when it is tried again. */
function settle(file: CaseFile, owed: Owed, call: Call, at: Instant): void {
  const { desk, ground } = file.office;
  const { clinicId } = owed.row;
  const attempt = { result: call.result, at, triesBefore: owed.change.tries, callBackAt: call.callBackAt };
  const reach = { ...byPhone(ground.zones.get(clinicId) ?? ground.zone), ways: waysOf(file, owed) };
  const next = afterAttempt(attempt, reach);
  owed.change = { ...owed.change, ...changeBy(next, owed.change, at, call.reason) };
  owed.version += 1;
  switch (next.kind) {
    case 'done':
    case 'refused':
      return end(file, owed);
    case 'retry':
      owed.callAtMs = desk.momentAfter(millisecondsOf(next.at), [0, 1.2], file.scene.dice);
      return;
    case 'escalate':
      owed.callAtMs = desk.momentAfter(millisecondsOf(at), [6, 80], file.scene.dice);
  }
}

/** Nobody has said what they think of offers by the time they are called; about their care they may be written to. */
function waysOf({ scene, refusesContact }: CaseFile, { step }: Owed): RetryChannel[] {
  const hasWechat = scene.person.wechat !== null;
  return waysToTry({ hasPhone: true, hasWechat, refusesContact, standing: () => 'never' }, step.purpose);
}

function lowScore(owed: Owed, callId: string, at: Instant): Happening {
  const { customerId, clinicId } = owed.row;
  return {
    at,
    about: owed.about,
    event: {
      event: 'satisfaction.low',
      key: callId,
      at,
      customerId,
      clinicId,
      visitId: null,
      visitKind: null,
      categories: [],
    },
  };
}

/** The supervisor finds another way to the customer, or ends it with a reason. */
function decide(file: CaseFile, lead: Owed): void {
  const { scene, office } = file;
  const { dice, person, chain } = scene;
  const escalation = lead.change.escalation!;
  const supervisor = dice.pick(colleaguesOf(chain, 'cs_supervisor', person.clinic));
  const atMs = office.desk.take(supervisor.id, lead.callAtMs);
  if (atMs >= scene.calendar.nowMs) {
    lead.callAtMs = Infinity;
    return;
  }
  const at = instantOf(atMs);
  const group = file.open.filter((owed) => owed.change.escalation === escalation);
  if (dice.happens(0.5)) {
    file.isStranger = false;
    record(file, group, at, { id: supervisor.id, isSupervisor: true });
    return;
  }
  const reason = dice.pick(endings[escalation]);
  for (const owed of group) {
    owed.change = {
      ...owed.change,
      state: 'ended',
      ended_at: at,
      end_reason: reason,
      next_try_at: null,
      next_channel: null,
    };
    owed.version += 1;
    const by = { staffId: supervisor.id, role: supervisor.role };
    file.history.endings.push({ followupId: owed.row.id, at, by, reason });
    end(file, owed);
  }
}
