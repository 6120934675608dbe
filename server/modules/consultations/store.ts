import type { Instant } from '#domain/base/time.ts';
import type { NextStep, OfferedItem, Outcome, Place } from '#domain/consultations/consultation.ts';
import type { WhyNot } from '#domain/consultations/reasons.ts';
import type { TreatmentCategory } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';

/** A consultation as stored, with the names a list says beside it. */
export interface StoredConsultation {
  id: string;
  customerId: string;
  clinicId: string;
  timezone: string;
  consultantId: string | null;
  consultantName: string | null;
  place: Place;
  visitId: string | null;
  isVisitOpen: boolean;
  channelSource: string | null;
  askedCategories: TreatmentCategory[];
  asked: string;
  items: OfferedItem[];
  agreedFen: number | null;
  depositFen: number | null;
  depositEntryId: string | null;
  whyNot: WhyNot[];
  whyNotWords: string;
  needs: string;
  nextStep: NextStep | null;
  /** Of the next step: who asks again, and when the appointment is. */
  nextStaffName: string | null;
  appointmentStartsAt: Instant | null;
  state: 'open' | 'closed';
  outcome: Outcome | null;
  dealFen: number | null;
  openedAt: Instant;
  openedByName: string | null;
  closedAt: Instant | null;
  closedByName: string | null;
  closings: number;
  version: number;
}

/** Each with its people, its visit and its appointment. */
export function withNames(ctx: TransactionContext) {
  return ctx.db
    .selectFrom('consultations as c')
    .innerJoin('clinics as k', (join) =>
      join.on('k.org_id', '=', ctx.orgId).onRef('k.id', '=', 'c.clinic_id'),
    )
    .leftJoin('staff as s', (join) =>
      join.on('s.org_id', '=', ctx.orgId).onRef('s.id', '=', 'c.consultant_id'),
    )
    .leftJoin('staff as n', (join) =>
      join.on('n.org_id', '=', ctx.orgId).onRef('n.id', '=', 'c.next_step_staff_id'),
    )
    .leftJoin('staff as o', (join) => join.on('o.org_id', '=', ctx.orgId).onRef('o.id', '=', 'c.opened_by'))
    .leftJoin('staff as e', (join) => join.on('e.org_id', '=', ctx.orgId).onRef('e.id', '=', 'c.closed_by'))
    .leftJoin('visits as v', (join) => join.on('v.org_id', '=', ctx.orgId).onRef('v.id', '=', 'c.visit_id'))
    .leftJoin('appointments as a', (join) =>
      join.on('a.org_id', '=', ctx.orgId).onRef('a.id', '=', 'c.next_step_appointment_id'),
    )
    .select([
      'c.id',
      'c.customer_id as customerId',
      'c.clinic_id as clinicId',
      'k.timezone',
      'c.consultant_id as consultantId',
      's.name as consultantName',
      'c.place',
      'c.visit_id as visitId',
      'v.state as visitState',
      'c.channel_source as channelSource',
      'c.asked_categories as askedCategories',
      'c.asked',
      'c.items',
      'c.agreed_fen as agreedFen',
      'c.deposit_fen as depositFen',
      'c.deposit_entry_id as depositEntryId',
      'c.why_not as whyNot',
      'c.why_not_words as whyNotWords',
      'c.needs',
      'c.next_step as step',
      'c.next_step_on as stepOn',
      'c.next_step_staff_id as stepStaffId',
      'c.next_step_appointment_id as stepAppointmentId',
      'c.next_step_words as stepWords',
      'n.name as nextStaffName',
      'a.starts_at as appointmentStartsAt',
      'c.state',
      'c.outcome',
      'c.deal_fen as dealFen',
      'c.opened_at as openedAt',
      'o.name as openedByName',
      'c.closed_at as closedAt',
      'e.name as closedByName',
      'c.closings',
      'c.version',
    ])
    .where('c.org_id', '=', ctx.orgId);
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

export function asConsultation({ step, stepOn, stepStaffId, stepAppointmentId, stepWords, ...row }: Row) {
  const { visitState, ...rest } = row;
  return {
    ...rest,
    isVisitOpen: visitState === 'open',
    nextStep: asNextStep({ step, stepOn, stepStaffId, stepAppointmentId, stepWords }),
    place: row.place as Place,
    askedCategories: row.askedCategories as TreatmentCategory[],
    items: row.items as unknown as OfferedItem[],
    whyNot: row.whyNot as unknown as WhyNot[],
    state: row.state as StoredConsultation['state'],
    outcome: row.outcome as Outcome | null,
  };
}

/** Whole by the table's own constraint. */
function asNextStep(
  row: Pick<Row, 'step' | 'stepOn' | 'stepStaffId' | 'stepAppointmentId' | 'stepWords'>,
): NextStep | null {
  switch (row.step as NextStep['kind'] | null) {
    case null:
      return null;
    case 'followup':
      return { kind: 'followup', on: row.stepOn!, staffId: row.stepStaffId!, matter: row.stepWords! };
    case 'appointment':
      return { kind: 'appointment', appointmentId: row.stepAppointmentId! };
    case 'treatment':
      return { kind: 'treatment' };
    case 'none':
      return { kind: 'none', reason: row.stepWords! };
  }
}

export async function selectConsultation(
  ctx: TransactionContext,
  id: string,
): Promise<StoredConsultation | undefined> {
  const row = await withNames(ctx).where('c.id', '=', id).executeTakeFirst();
  return row && asConsultation(row);
}

/** The consultation, held until the transaction ends so that it is not closed while somebody writes in it. */
export async function lockConsultation(
  ctx: TransactionContext,
  id: string,
): Promise<StoredConsultation | undefined> {
  const row = await withNames(ctx).where('c.id', '=', id).forNoKeyUpdate(['c']).executeTakeFirst();
  return row && asConsultation(row);
}

export async function selectOfCustomer(
  ctx: TransactionContext,
  customerId: string,
): Promise<StoredConsultation[]> {
  const rows = await withNames(ctx)
    .where('c.customer_id', '=', customerId)
    .orderBy('c.opened_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(asConsultation);
}

/** The appointment, booked, of this customer and still to come; asked here as the foreign key asks it. */
export function selectAppointmentsAhead(ctx: TransactionContext, customerId: string) {
  return ctx.db
    .selectFrom('appointments')
    .select(['id', 'starts_at as startsAt'])
    .where('org_id', '=', ctx.orgId)
    .where('customer_id', '=', customerId)
    .where('state', '=', 'booked')
    .where('starts_at', '>', ctx.now)
    .orderBy('starts_at')
    .orderBy('id')
    .limit(20)
    .execute();
}

/** Whether the visit is this customer's; asked here as the foreign key asks it. */
export async function selectVisitClinic(
  ctx: TransactionContext,
  visitId: string,
  customerId: string,
): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('visits')
    .select('clinic_id as clinicId')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', visitId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  return row?.clinicId;
}

export async function staffIsActive(ctx: TransactionContext, staffId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('staff')
    .select('id')
    .where('org_id', '=', ctx.orgId)
    .where('id', '=', staffId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}
