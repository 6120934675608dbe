import { instantOf, millisecondsOf } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import type { Step } from '#domain/followups/protocol.ts';
import type { FollowupChange, FollowupHistory } from '../modules/followups/add-followup-history.ts';
import { rowsOwed } from '../modules/followups/plan-events.ts';
import type { FollowupRow, PlanningGround, PlanRow } from '../modules/followups/plan-events.ts';
import { instantOn } from './calendar.ts';
import type { Asked } from './calls.ts';
import type { Trouble } from './content/troubles.ts';
import type { Desk } from './desk.ts';
import type { Happening, Reminder } from './happenings.ts';
import type { Scene, Visits } from './visits.ts';

/** Where the followups of all people are worked on. */
export interface Office {
  desk: Desk;
  ground: PlanningGround;
  steps: ReadonlyMap<string, { protocolCode: string; step: Step }>;
}

export function officeOf(desk: Desk, ground: PlanningGround): Office {
  const steps = new Map(
    ground.protocols.flatMap(({ versionId, definition }) =>
      definition.steps.map(
        (step) => [`${versionId} ${step.key}`, { protocolCode: definition.code, step }] as const,
      ),
    ),
  );
  return { desk, ground, steps };
}

/** A followup on its way, with what a call for it needs to know. */
export interface Owed extends Asked {
  row: FollowupRow;
  createdAt: Instant;
  change: FollowupChange;
  version: number;
  callAtMs: number;
}

export interface CaseFile {
  scene: Scene;
  story: Visits;
  office: Office;
  ownerId: string | null;
  open: Owed[];
  ended: Owed[];
  history: FollowupHistory;
  isStranger: boolean;
  refusesContact: boolean;
}

/** Opens what the happening owes, and says when somebody will get round to it. */
export function planFor(file: CaseFile, happening: Happening, trouble: Trouble | null = null): void {
  const { office, ownerId, refusesContact } = file;
  const isReminder = 'reminder' in happening;
  const { plans, followups } = isReminder
    ? reminderRows(file, happening.at, happening.reminder)
    : rowsOwed(office.ground, happening.event, { ownerIds: [ownerId], refusesContact, isFrozen: false });
  const versionOf = new Map(plans.map((plan) => [plan.id, plan.protocolVersionId]));
  for (const plan of plans) file.history.plans.push({ ...plan, createdAt: happening.at });
  for (const row of followups) {
    const owed: Owed = {
      row,
      ...office.steps.get(`${versionOf.get(row.planId)!} ${row.stepKey}`)!,
      about: happening.about,
      outcomes: isReminder ? happening.reminder.outcomes : null,
      trouble,
      createdAt: happening.at,
      change: { ...untouched },
      version: 1,
      callAtMs: Infinity,
    };
    if (millisecondsOf(row.opensAt) < file.scene.calendar.nowMs)
      owed.callAtMs = office.desk.momentIn(row.opensAt, row.closesAt, file.scene.dice);
    file.open.push(owed);
  }
}

const untouched: FollowupChange = {
  state: 'open',
  escalation: null,
  tries: 0,
  next_try_at: null,
  next_channel: null,
  last_attempt_at: null,
  ended_at: null,
  end_reason: null,
};

/** As a colleague sets it by hand. */
function reminderRows(
  { scene, office }: CaseFile,
  at: Instant,
  reminder: Reminder,
): { plans: PlanRow[]; followups: FollowupRow[] } {
  const { calendar, chain, person, newId } = scene;
  const protocol = office.ground.protocols.find((each) => each.definition.trigger.event === 'manual')!;
  const step = protocol.definition.steps[0]!;
  const places = { customerId: person.id, clinicId: chain.clinics[person.clinic]!.id };
  const followupId = newId();
  const plan = {
    id: newId(),
    ...places,
    protocolVersionId: protocol.versionId,
    event: 'manual',
    eventKey: `${followupId} ${reminder.matter}`,
    eventAt: at,
    visitId: null,
  };
  const opens = instantOn(calendar, reminder.dueDay, 0);
  const closes = instantOf(millisecondsOf(opens) + 86_399_999);
  const followup = {
    id: followupId,
    planId: plan.id,
    ...places,
    stepKey: step.key,
    purpose: step.purpose,
    role: step.role,
    assigneeId: reminder.assigneeId,
    opensAt: opens > at ? opens : at,
    dueAt: closes,
    closesAt: closes,
  };
  return { plans: [plan], followups: [followup] };
}

/** Takes a followup off the list, with what became of it. */
export function end(file: CaseFile, owed: Owed): void {
  file.open.splice(file.open.indexOf(owed), 1);
  file.ended.push(owed);
}
