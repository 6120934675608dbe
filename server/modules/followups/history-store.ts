import type { Instant } from '#domain/base/time.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { insertNew } from '#server/platform/database/insert-many.ts';
import type { FollowupRow, PlanRow } from './planning-store.ts';
import type { AttemptRow } from './attempts-store.ts';
import type { FollowupChange } from './store.ts';

export type PastPlan = PlanRow & { createdAt: Instant };

/** A followup with what became of it. */
export type PastFollowup = FollowupRow & { change: FollowupChange; version: number; createdAt: Instant };

const planColumns = {
  id: 'uuid',
  customer_id: 'uuid',
  clinic_id: 'uuid',
  protocol_version_id: 'uuid',
  event: 'text',
  event_key: 'text',
  event_at: 'timestamptz',
  visit_id: 'uuid',
  created_at: 'timestamptz',
};

export function insertPastPlans(ctx: TransactionContext, plans: readonly PastPlan[]): Promise<void> {
  const rows = plans.map((plan) => ({
    id: plan.id,
    customer_id: plan.customerId,
    clinic_id: plan.clinicId,
    protocol_version_id: plan.protocolVersionId,
    event: plan.event,
    event_key: plan.eventKey,
    event_at: plan.eventAt,
    visit_id: plan.visitId,
    created_at: plan.createdAt,
  }));
  return insertNew(ctx, 'plans', planColumns, rows);
}

const followupColumns = {
  id: 'uuid',
  plan_id: 'uuid',
  customer_id: 'uuid',
  clinic_id: 'uuid',
  step_key: 'text',
  occurrence: 'integer',
  purpose: 'text',
  role: 'text',
  assignee_id: 'uuid',
  opens_at: 'timestamptz',
  due_at: 'timestamptz',
  closes_at: 'timestamptz',
  state: 'text',
  escalation: 'text',
  tries: 'integer',
  next_try_at: 'timestamptz',
  next_channel: 'text',
  last_attempt_at: 'timestamptz',
  ended_at: 'timestamptz',
  end_reason: 'text',
  created_at: 'timestamptz',
  version: 'integer',
};

export function insertPastFollowups(
  ctx: TransactionContext,
  followups: readonly PastFollowup[],
): Promise<void> {
  const rows = followups.map((followup) => ({
    id: followup.id,
    plan_id: followup.planId,
    customer_id: followup.customerId,
    clinic_id: followup.clinicId,
    step_key: followup.stepKey,
    occurrence: followup.occurrence ?? 1,
    purpose: followup.purpose,
    role: followup.role,
    assignee_id: followup.assigneeId,
    opens_at: followup.opensAt,
    due_at: followup.dueAt,
    closes_at: followup.closesAt,
    ...followup.change,
    created_at: followup.createdAt,
    version: followup.version,
  }));
  return insertNew(ctx, 'followups', followupColumns, rows);
}

const attemptColumns = {
  opened_at: 'timestamptz',
  id: 'uuid',
  call_id: 'uuid',
  customer_id: 'uuid',
  followup_id: 'uuid',
  staff_id: 'uuid',
  at: 'timestamptz',
  happened_at: 'timestamptz',
  channel: 'text',
  result: 'text',
  duration_seconds: 'integer',
  score: 'integer',
  notes: 'text',
  problem: 'text',
  action_plan: 'text',
  next_appointment_on: 'date',
  call_back_at: 'timestamptz',
  reason: 'text',
  followup_before: 'jsonb',
  customer_before: 'jsonb',
  script_answers: 'jsonb',
};

export function insertPastAttempts(ctx: TransactionContext, attempts: readonly AttemptRow[]): Promise<void> {
  return insertNew<AttemptRow>(ctx, 'attempts', attemptColumns, attempts);
}
