import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment } from '#domain/appointments/contract.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import { millisecondsOf } from '#domain/base/time.ts';
import type { CalendarDate, Instant } from '#domain/base/time.ts';
import { intakeOf } from '#domain/forms/intake.ts';
import type { KnownIntake } from '#domain/forms/intake.ts';
import type { Board, BoardCard, Reception } from '#domain/reception/contract.ts';
import { isMinor } from '#domain/records/relations.ts';
import { stageBefore, timeOf } from '#domain/reception/stage.ts';
import type { Visit } from '#domain/visits/contract.ts';
import type { VisitKind } from '#domain/visits/visit.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { findDeskRules } from '../appointments/find-desk-rules.ts';
import { listAppointments } from '../appointments/open-book.ts';
import { findToAskAnew } from '../consents/find-standing.ts';
import { briefCustomers } from '../customers/brief-customers.ts';
import type { BriefCustomer } from '../customers/brief-customers.ts';
import { findIntakes } from '../forms/find-intakes.ts';
import { findGuardianNames } from '../records/find-guardian.ts';
import { findWarnings } from '../records/find-warnings.ts';
import { listVisits } from '../visits/list-visits.ts';
import { selectReceptions } from './store.ts';
import { selectWords } from './words-store.ts';
import type { Word } from './words-store.ts';

/** Where nobody says how long a treatment takes. */
const usualMinutes = 30;

/** Everybody of a clinic's day, and what they were told; the rules it is judged by. */
export async function gatherCards(
  ctx: TransactionContext,
  { clinicId, day }: { clinicId: string; day: CalendarDate },
): Promise<{ cards: BoardCard[]; words: Board['words']; rules: DeskRules }> {
  const rules = await findDeskRules(ctx, clinicId);
  const { items: appointments } = await listAppointments(ctx, { clinicId, from: day, to: day });
  const { items: visits } = await listVisits(ctx, { clinicId, day });
  const receptions = await selectReceptions(ctx, { clinicId, day });
  const words = await selectWords(ctx, { clinicId, day });
  const ids = new Set([...appointments, ...visits].map(({ customerId }) => customerId));
  const people = await readPeople(ctx, [...ids]);
  const receptionOf = new Map(receptions.map((each) => [each.visitId, each]));
  const appointmentOf = new Map(appointments.map((each) => [each.id, each]));
  const lastWordOf = new Map(words.map((word) => [word.visitId, word]));
  return {
    rules,
    cards: [
      ...appointments
        .filter(({ state }) => state === 'booked')
        .map((booked) => cardOfBooked(booked, people.get(booked.customerId)!, ctx.now, rules)),
      ...visits.map((visit) =>
        cardOfVisit(visit, people.get(visit.customerId)!, {
          reception: receptionOf.get(visit.id),
          booked: appointmentOf.get(visit.appointmentId ?? ''),
          lastWord: lastWordOf.get(visit.id),
        }),
      ),
    ],
    words: words.map((word) => ({ ...word, actualMinutes: actualOf(word, receptionOf.get(word.visitId)) })),
  };
}

/** From the word to the chair, where they have been in it since. */
function actualOf(word: Word, reception: Reception | undefined): number | null {
  const inTreatmentAt = reception?.inTreatmentAt ?? null;
  if (inTreatmentAt === null || inTreatmentAt < word.at) return null;
  return Math.round((millisecondsOf(inTreatmentAt) - millisecondsOf(word.at)) / 60_000);
}

/** Somebody of the day, with what whoever treats must know and the form they owe. */
interface Person extends BriefCustomer {
  warnings: BoardCard['warnings'];
  knownIntake: KnownIntake | undefined;
  guardianName: string | null;
  asksConsent: boolean;
}

async function readPeople(ctx: TransactionContext, ids: readonly string[]): Promise<Map<string, Person>> {
  const people = await briefCustomers(ctx, ids);
  const warnings = await findWarnings(ctx, ids);
  const intakes = await findIntakes(ctx, ids);
  const minors = [...people.values()].filter(({ age }) => isMinor(age)).map(({ id }) => id);
  const guardians = await findGuardianNames(ctx, minors);
  const toAsk = await findToAskAnew(ctx, ids);
  return new Map(
    [...people].map(([id, one]) => [
      id,
      {
        ...one,
        // What a colleague wrote on the record as a taboo warns as well.
        warnings: [
          ...(warnings.get(id) ?? []),
          ...(one.taboos ? [{ kind: 'other' as const, words: one.taboos }] : []),
        ],
        knownIntake: intakes.get(id),
        guardianName: guardians.get(id) ?? null,
        asksConsent: toAsk.has(id),
      },
    ]),
  );
}

const personOn = (customer: Person, kind: VisitKind) => ({
  customerId: customer.id,
  customerName: customer.name,
  customerNumber: customer.number,
  age: customer.age,
  ...{ isMinor: isMinor(customer.age), guardianName: customer.guardianName },
  asksConsent: customer.asksConsent,
  grade: customer.grade,
  isFrozen: customer.isFrozen,
  channelSource: customer.channelSource,
  warnings: customer.warnings,
  ...{ kind, intake: intakeOf(kind, customer.knownIntake) },
});

function minutesOf(booked: Appointment | undefined): number {
  if (!booked) return usualMinutes;
  return Math.round((millisecondsOf(endOf(booked)) - millisecondsOf(booked.startsAt)) / 60_000);
}

function cardOfBooked(booked: Appointment, customer: Person, now: Instant, rules: DeskRules): BoardCard {
  const { id, visitKind, complaint, doctorId, doctorName, startsAt, confirmation, version } = booked;
  return {
    ...{ id, visitId: null, appointmentId: id, ...personOn(customer, visitKind) },
    ...{
      classCode: customer.classCode,
      complaint,
      doctorId,
      doctorName,
      stage: stageBefore(booked, now, rules),
    },
    ...{ since: startsAt, startsAt, number: null, arrivedAt: null, waitingAt: null, inTreatmentAt: null },
    ...{ checkoutAt: null, goneAt: null, goneReason: null, receivedByName: null, confirmation, version },
    ...{ isSelf: false, enteredAt: null },
    ...{ minutes: minutesOf(booked), lastWordAt: null, lastToldMinutes: null },
    ...{ wishes: booked.note ?? customer.likes, readAt: null, readByName: null },
  };
}

/** A visit opened elsewhere, as on the record, stands among those who have arrived. */
function cardOfVisit(
  visit: Visit,
  customer: Person,
  {
    reception,
    booked,
    lastWord,
  }: { reception: Reception | undefined; booked: Appointment | undefined; lastWord: Word | undefined },
): BoardCard {
  const { id, appointmentId, kind, chiefComplaint, openedAt, closedAt } = visit;
  const stage = closedAt !== null ? 'gone' : (reception?.stage ?? 'arrived');
  const times = {
    arrivedAt: reception?.arrivedAt ?? openedAt,
    waitingAt: reception?.waitingAt ?? null,
    inTreatmentAt: reception?.inTreatmentAt ?? null,
    checkoutAt: reception?.checkoutAt ?? null,
    goneAt: reception?.goneAt ?? closedAt,
  };
  return {
    ...{ id, visitId: id, appointmentId, ...personOn(customer, kind), stage, ...times },
    classCode: reception?.classCode ?? customer.classCode,
    complaint: chiefComplaint ?? booked?.complaint ?? null,
    doctorId: reception ? reception.doctorId : (booked?.doctorId ?? null),
    doctorName: reception ? reception.doctorName : (booked?.doctorName ?? null),
    since: times[timeOf[stage]] ?? openedAt,
    startsAt: booked?.startsAt ?? null,
    number: reception?.number ?? null,
    goneReason: reception?.goneReason ?? null,
    receivedByName: reception?.receivedByName ?? null,
    isSelf: reception?.isSelf ?? false,
    enteredAt: reception?.enteredAt ?? null,
    confirmation: booked?.confirmation ?? null,
    minutes: minutesOf(booked),
    lastWordAt: lastWord?.at ?? null,
    lastToldMinutes: lastWord?.toldMinutes ?? null,
    wishes: reception?.wishes ?? booked?.note ?? customer.likes,
    readAt: reception?.readAt ?? null,
    readByName: reception?.readByName ?? null,
    version: reception?.version ?? 0,
  };
}
