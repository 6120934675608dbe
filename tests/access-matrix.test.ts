import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { standardBudget } from '#domain/contacts/contact-budget.ts';
import { standardRetry } from '#domain/followups/attempts.ts';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { mayDo, permissionsOf } from '#domain/staff/permissions.ts';
import { roles } from '#domain/staff/role.ts';
import type { Role } from '#domain/staff/role.ts';
import { routes } from '#server/app.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Context } from '#server/platform/context.ts';
import type { Exchange, Route } from '#server/platform/http/define-route.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { enterOwnLeave } from '#server/modules/availability/enter-leave.ts';
import { standardCapacityRules } from '#domain/capacity/rules.ts';
import { aFollowup } from '#server/modules/capacity/a-full-day.fixture.ts';
import { decideOverflow } from '#server/modules/capacity/decide-overflow.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { checkBooks } from '#server/modules/ledger/check-books.ts';
import { checkCoverage } from '#server/modules/coverage/check-coverage.ts';
import { listLost } from '#server/modules/coverage/list-lost.ts';
import { listMismatches } from '#server/modules/ledger/list-mismatches.ts';
import { createApiKey } from '#server/modules/staff/api-keys.ts';
import { createClinic, createTeam } from '#server/modules/staff/edit-clinics.ts';
import { addPhone } from '#server/modules/records/add-phone.ts';
import { addProblem } from '#server/modules/records/add-problem.ts';
import { addRelation } from '#server/modules/records/add-relation.ts';
import { noteWarning } from '#server/modules/records/note-warning.ts';
import { uploadPhoto } from '#server/modules/records/upload-photo.ts';
import { recordContact } from '#server/modules/classes/record-contact.ts';
import { proposeOverride } from '#server/modules/grading/propose-override.ts';
import { saveDraft } from '#server/modules/followups/edit-draft.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { handOverFollowups } from '#server/modules/followups/hand-over-followups.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { answerForm } from '#server/modules/forms/answer-form.ts';
import { askForm } from '#server/modules/forms/ask-form.ts';
import { storeImport } from '#server/modules/exchange/upload-import.ts';
import { listDuplicates } from '#server/modules/identity/list-duplicates.ts';
import { lookForDuplicates } from '#server/modules/identity/look-for-duplicates.ts';
import { mergeCustomers } from '#server/modules/identity/merge-customers.ts';
import { keysOf } from '#server/platform/keys.ts';
import { createAccount } from '#server/modules/messaging/edit-accounts.ts';
import { queueMessage } from '#server/modules/messaging/queue-message.ts';
import { cancelAppointment } from '#server/modules/appointments/cancel-appointment.ts';
import { checkIn } from '#server/modules/checkins/check-in.ts';
import { listDoorCalls } from '#server/modules/checkins/list-door-calls.ts';
import { getPoster } from '#server/modules/checkins/renew-poster.ts';
import { hangScreen } from '#server/modules/reception/hang-screen.ts';
import { addWish } from '#server/modules/waitlist/add-wish.ts';
import { listWaitlist } from '#server/modules/waitlist/list-waitlist.ts';
import { AddWish } from '#domain/waitlist/contract.ts';
import { blockTime } from '#server/modules/appointments/block-time.ts';
import { insertReply } from '#server/modules/messaging/receipts-store.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { addChair, listKinds } from '#server/modules/appointments/edit-places.ts';
import { BlockTime, BookAppointment } from '#domain/appointments/contract.ts';
import { points as checkoutPoints } from '#domain/checkout/answers.ts';
import { standardCheckoutRules } from '#domain/checkout/rules.ts';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { makeHuddle } from '#server/modules/huddles/make-huddle.ts';
import { makeSheets } from '#server/modules/papersheets/make-sheets.ts';
import { listReleases } from '#server/modules/ownership/list-releases.ts';
import { proposeReleases } from '#server/modules/ownership/propose-releases.ts';
import { standardCards } from '#domain/recoverycards/standard-cards.ts';
import { standardForms } from '#domain/forms/standard-forms.ts';
import { standardScorecard } from '#domain/scorecards/scorecard.ts';
import { standardScripts } from '#domain/scripts/standard-scripts.ts';
import { standardReleaseRules } from '#domain/ownership/release-rules.ts';
import { system } from '#server/platform/context.ts';
import { addHours } from '#domain/base/time.ts';
import { keysFrom } from '#server/platform/keys.ts';
import { addTelephone } from '#server/modules/evidence/edit-telephones.ts';
import { askRemedy } from '#server/modules/recovery/give-remedy.ts';
import { openCase } from '#server/modules/recovery/open-case.ts';
import { aClinic, as, auditTrail, later, morning, settled } from './support/clinic.ts';
import type { TestClinic } from './support/clinic.ts';
import { aClosedConsultation, aConsultation } from './support/consultations.ts';
import { aPhone } from '#tests/support/a-phone.ts';
import { aPhotoFile } from './support/photos.ts';
import { aClosedVisit, aCustomer, followupsOf } from './support/builders.ts';
import { aCaller, anApp, send } from './support/http.ts';
import type { Caller, Sent } from './support/http.ts';
import { aRedFlag } from './support/red-flags.ts';
import { snapshotOf } from './support/snapshot.ts';

/** Things of one organization, by the name a route's path and body call them. */
interface Things {
  clinicId: string;
  teamId: string;
  staffId: string;
  leaveId: string;
  capacityDecisionId: string;
  customerId: string;
  visitId: string;
  followupId: string;
  transferId: string;
  callId: string;
  redFlagId: string;
  gradeOverrideId: string;
  releaseId: string;
  deskContactId: string;
  apiKeyId: string;
  importId: string;
  twinId: string;
  duplicateId: string;
  mergeId: string;
  phoneId: string;
  relationId: string;
  problemId: string;
  warningId: string;
  photoId: string;
  entryId: string;
  mismatchId: string;
  lostId: string;
  messageId: string;
  replyId: string;
  appointmentId: string;
  appointmentKindId: string;
  timeBlockId: string;
  wishId: string;
  doctorId: string;
  screenId: string;
  doorCallId: string;
  offerId: string;
  chairId: string;
  caseId: string;
  remedyId: string;
  signId: string;
  accountId: string;
  telephoneId: string;
  consultationId: string;
  closedConsultationId: string;
  formRequestId: string;
  formAnswerId: string;
  huddleId: string;
  huddleLineId: string;
  paper: { lineId: string; code: string };
}

const aWeekAway = { from: '2026-04-06', to: '2026-04-12', kind: 'annual' } as const;

/** A picture as small as can be. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A good request for each route: with it, only who asks decides. A route that is missing here fails the test. */
const samples: Record<string, (things: Things) => { path?: string; body?: object; query?: string }> = {
  'GET /session': () => ({}),
  'DELETE /session': () => ({}),
  'POST /session/password': () => ({ body: { current: 'not this one', password: 'another long password' } }),
  'GET /clinics': () => ({}),
  'POST /clinics': () => ({ body: { name: 'Another' } }),
  'PATCH /clinics/:id': (t) => ({ path: `/clinics/${t.clinicId}`, body: { name: 'Renamed' } }),
  'GET /teams': () => ({}),
  'POST /teams': (t) => ({ body: { name: 'Another', kind: 'cs', clinicId: t.clinicId } }),
  'PATCH /teams/:id': (t) => ({ path: `/teams/${t.teamId}`, body: { name: 'Renamed team' } }),
  'GET /staff': () => ({}),
  'POST /staff': (t) => ({
    body: { name: 'Li', role: 'nurse', clinicIds: [t.clinicId], teamIds: [t.teamId] },
  }),
  'PATCH /staff/:id': (t) => ({ path: `/staff/${t.staffId}`, body: { name: 'Renamed' } }),
  'POST /staff/:id/disable': (t) => ({ path: `/staff/${t.staffId}/disable`, body: {} }),
  'POST /staff/:id/enable': (t) => ({ path: `/staff/${t.staffId}/enable`, body: {} }),
  'POST /staff/:id/invite-again': (t) => ({ path: `/staff/${t.staffId}/invite-again`, body: {} }),
  'GET /availability': () => ({}),
  'PUT /session/hours': () => ({ body: { hours: null } }),
  'POST /session/leaves': (t) => ({ body: { ...aWeekAway, standInId: t.staffId } }),
  'POST /session/leaves/:id/withdraw': (t) => ({ path: `/session/leaves/${t.leaveId}/withdraw`, body: {} }),
  'PUT /staff/:id/hours': (t) => ({ path: `/staff/${t.staffId}/hours`, body: { hours: null } }),
  'POST /staff/:id/leaves': (t) => ({ path: `/staff/${t.staffId}/leaves`, body: aWeekAway }),
  'POST /leaves/:id/withdraw': (t) => ({ path: `/leaves/${t.leaveId}/withdraw`, body: {} }),
  'GET /api-keys': () => ({}),
  'POST /api-keys': () => ({ body: { name: 'reader', permissions: ['staff.read'] } }),
  'POST /api-keys/:id/revoke': (t) => ({ path: `/api-keys/${t.apiKeyId}/revoke`, body: {} }),
  'GET /audit': () => ({}),
  'POST /trial-clock': () => ({ body: { advanceMinutes: 1 } }),
  'GET /numbers': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /numbers/take': (t) => ({ body: { customerId: t.customerId } }),
  'POST /numbers/leave': (t) => ({ body: { customerId: t.customerId } }),
  'POST /numbers/repair': (t) => ({ body: { customerId: t.customerId, phone: '13900007777' } }),
  'POST /numbers/:id/undo': (t) => ({ path: `/numbers/${t.followupId}/undo`, body: {} }),
  'GET /customers': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /customers': (t) => ({ body: { name: '李四', clinicId: t.clinicId } }),
  'GET /customers/alike': () => ({ query: '?name=%E5%BC%A0%E4%B8%89' }),
  'GET /customers/:id': (t) => ({ path: `/customers/${t.customerId}` }),
  'PATCH /customers/:id': (t) => ({ path: `/customers/${t.customerId}`, body: { name: '李四' } }),
  'POST /customers/:id/reveal-phone': (t) => ({
    path: `/customers/${t.customerId}/reveal-phone`,
    body: { reason: '回电' },
  }),
  'GET /customers/:id/timeline': (t) => ({ path: `/customers/${t.customerId}/timeline` }),
  'GET /customers/:id/record': (t) => ({ path: `/customers/${t.customerId}/record` }),
  'POST /customers/phone-sharers': () => ({ body: { phone: '13800001234' } }),
  'POST /customers/:id/phones': (t) => ({
    path: `/customers/${t.customerId}/phones`,
    body: { phone: '13900005678' },
  }),
  'DELETE /customers/:id/phones/:phoneId': (t) => ({
    path: `/customers/${t.customerId}/phones/${t.phoneId}`,
    body: {},
  }),
  'POST /customers/:id/relations': (t) => ({
    path: `/customers/${t.customerId}/relations`,
    body: { kind: 'spouse', name: '李四' },
  }),
  'DELETE /customers/:id/relations/:relationId': (t) => ({
    path: `/customers/${t.customerId}/relations/${t.relationId}`,
    body: {},
  }),
  'POST /customers/:id/health-warnings': (t) => ({
    path: `/customers/${t.customerId}/health-warnings`,
    body: { kind: 'allergy', words: newId() },
  }),
  'POST /customers/:id/health-warnings/:warningId/end': (t) => ({
    path: `/customers/${t.customerId}/health-warnings/${t.warningId}/end`,
    body: { reason: '皮试阴性' },
  }),
  'POST /customers/:id/problems': (t) => ({
    path: `/customers/${t.customerId}/problems`,
    body: { area: 'tooth', places: ['36'], finding: '龋齿' },
  }),
  'PATCH /customers/:id/problems/:problemId': (t) => ({
    path: `/customers/${t.customerId}/problems/${t.problemId}`,
    body: { state: 'treated' },
  }),
  'POST /customers/:id/photos': (t) => ({ path: `/customers/${t.customerId}/photos`, body: {} }),
  'GET /customers/:id/photos/:photoId/picture': (t) => ({
    path: `/customers/${t.customerId}/photos/${t.photoId}/picture`,
  }),
  'PATCH /customers/:id/photos/:photoId': (t) => ({
    path: `/customers/${t.customerId}/photos/${t.photoId}`,
    body: { caption: '术前' },
  }),
  'DELETE /customers/:id/photos/:photoId': (t) => ({
    path: `/customers/${t.customerId}/photos/${t.photoId}`,
    body: {},
  }),
  'PUT /customers/:id/discreet': (t) => ({
    path: `/customers/${t.customerId}/discreet`,
    body: { profile: { callerAlias: '小林' } },
  }),
  'GET /customers/:id/changes': (t) => ({ path: `/customers/${t.customerId}/changes` }),
  'GET /appointments': (t) => ({ query: `?clinicId=${t.clinicId}&from=2026-03-12&to=2026-03-13` }),
  'GET /appointments/book': (t) => ({ query: `?clinicId=${t.clinicId}&from=2026-03-12` }),
  'GET /appointments/free': (t) => ({ query: `?clinicId=${t.clinicId}&from=2026-03-12&minutes=30` }),
  'GET /appointments/:id': (t) => ({ path: `/appointments/${t.appointmentId}` }),
  'GET /customers/:id/appointments': (t) => ({ path: `/customers/${t.customerId}/appointments` }),
  'POST /appointments': (t) => ({
    body: {
      ...{ customerId: t.customerId, clinicId: t.clinicId },
      ...{ startsAt: '2026-03-20T02:00:00.000Z', minutes: 30 },
    },
  }),
  'PATCH /appointments/:id': (t) => ({ path: `/appointments/${t.appointmentId}`, body: { note: '带片子' } }),
  'POST /appointments/:id/move': (t) => ({
    path: `/appointments/${t.appointmentId}/move`,
    body: { startsAt: '2026-03-21T02:00:00.000Z', minutes: 45 },
  }),
  'POST /appointments/:id/cancel': (t) => ({
    path: `/appointments/${t.appointmentId}/cancel`,
    body: { cancelledFor: 'customer', reason: '时间不合适' },
  }),
  'POST /appointments/:id/restore': (t) => ({ path: `/appointments/${t.appointmentId}/restore`, body: {} }),
  'POST /appointments/:id/miss': (t) => ({ path: `/appointments/${t.appointmentId}/miss`, body: {} }),
  'POST /appointments/:id/confirm': (t) => ({
    path: `/appointments/${t.appointmentId}/confirm`,
    body: { answer: 'confirmed' },
  }),
  'GET /lateness': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /appointments/:id/late-calls': (t) => ({
    path: `/appointments/${t.appointmentId}/late-calls`,
    body: { result: 'unreached' },
  }),
  'POST /appointments/:id/late-decision': (t) => ({
    path: `/appointments/${t.appointmentId}/late-decision`,
    body: { choice: 'wait' },
  }),
  'POST /appointments/:id/review': (t) => ({ path: `/appointments/${t.appointmentId}/review`, body: {} }),
  'GET /confirmations': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /confirmations/share': (t) => ({ body: { clinicId: t.clinicId, day: '2026-03-13' } }),
  'POST /appointments/:id/confirmer': (t) => ({
    path: `/appointments/${t.appointmentId}/confirmer`,
    body: { staffId: t.clinicId },
  }),
  'POST /time-blocks': (t) => ({
    body: {
      ...{ clinicId: t.clinicId, kind: 'closed', chairIds: [t.chairId] },
      ...{ day: '2026-03-20', from: '12:00', to: '13:00' },
    },
  }),
  'POST /time-blocks/:id/free': (t) => ({ path: `/time-blocks/${t.timeBlockId}/free`, body: {} }),
  'GET /no-shows': (t) => ({ query: `?clinicId=${t.clinicId}&from=2026-03-01&to=2026-03-31` }),
  'GET /customers/:id/no-shows': (t) => ({ path: `/customers/${t.customerId}/no-shows` }),
  'GET /calendar-feeds': () => ({}),
  'POST /staff/:id/calendar-feed': (t) => ({ path: `/staff/${t.doctorId}/calendar-feed`, body: {} }),
  'POST /staff/:id/calendar-feed/revoke': (t) => ({
    path: `/staff/${t.doctorId}/calendar-feed/revoke`,
    body: {},
  }),
  'GET /clinics/:id/waiting-screens': (t) => ({ path: `/clinics/${t.clinicId}/waiting-screens` }),
  'POST /clinics/:id/waiting-screens': (t) => ({
    path: `/clinics/${t.clinicId}/waiting-screens`,
    body: { name: '大厅', shows: 'numbers' },
  }),
  'POST /waiting-screens/:id/revoke': (t) => ({ path: `/waiting-screens/${t.screenId}/revoke`, body: {} }),
  'GET /clinics/:id/online-booking': (t) => ({ path: `/clinics/${t.clinicId}/online-booking` }),
  'PUT /clinics/:id/online-booking': (t) => ({
    path: `/clinics/${t.clinicId}/online-booking`,
    body: { rules: {} },
  }),
  'GET /waitlist': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /waitlist': (t) => ({
    body: { clinicId: t.clinicId, customerId: t.customerId, until: '2026-04-30' },
  }),
  'POST /waitlist/:id/withdraw': (t) => ({
    path: `/waitlist/${t.wishId}/withdraw`,
    body: { reason: '不等了' },
  }),
  'POST /waitlist/offers/:id/answer': (t) => ({
    path: `/waitlist/offers/${t.offerId}/answer`,
    body: { answer: 'declined' },
  }),
  'GET /appointment-kinds': () => ({}),
  'POST /appointment-kinds': () => ({
    body: { name: '另一项', category: 'other', minutes: 30, colour: 'blue' },
  }),
  'PATCH /appointment-kinds/:id': (t) => ({
    path: `/appointment-kinds/${t.appointmentKindId}`,
    body: { minutes: 45 },
  }),
  'GET /chairs': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /chairs': (t) => ({ body: { clinicId: t.clinicId, name: '二号椅' } }),
  'PATCH /chairs/:id': (t) => ({ path: `/chairs/${t.chairId}`, body: { name: '三号椅' } }),
  'GET /clinics/:id/desk-rules': (t) => ({ path: `/clinics/${t.clinicId}/desk-rules` }),
  'PUT /clinics/:id/desk-rules': (t) => ({
    path: `/clinics/${t.clinicId}/desk-rules`,
    body: { rules: standardDeskRules },
  }),
  'GET /visits': (t) => ({ query: `?customerId=${t.customerId}` }),
  'POST /visits': (t) => ({ body: { customerId: t.customerId, clinicId: t.clinicId } }),
  'PATCH /visits/:id': (t) => ({ path: `/visits/${t.visitId}`, body: { chiefComplaint: '牙痛' } }),
  'GET /desk-day': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /desk-days': (t) => ({ query: `?clinicId=${t.clinicId}&month=2026-03` }),
  'POST /clinics/:id/desk-days/:day/confirm': (t) => ({
    path: `/clinics/${t.clinicId}/desk-days/2026-03-11/confirm`,
    body: {},
  }),
  'POST /clinics/:id/desk-days/:day/corrections': (t) => ({
    path: `/clinics/${t.clinicId}/desk-days/2026-03-11/corrections`,
    body: { figure: 'visits', corrected: 3, reason: '漏登记一位' },
  }),
  'GET /huddles': (t) => ({ query: `?clinicId=${t.clinicId}&kind=evening` }),
  'POST /huddles': (t) => ({ body: { clinicId: t.clinicId, kind: 'evening' } }),
  'POST /huddles/:id/finish': (t) => ({ path: `/huddles/${t.huddleId}/finish`, body: {} }),
  'POST /huddle-lines/:id/assign': (t) => ({
    path: `/huddle-lines/${t.huddleLineId}/assign`,
    body: { ownerId: t.staffId, dueAt: addHours(morning, 48) },
  }),
  'POST /huddle-lines/:id/close': (t) => ({
    path: `/huddle-lines/${t.huddleLineId}/close`,
    body: { outcome: '已联系' },
  }),
  'GET /paper-sheets': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /paper-sheets': (t) => ({ body: { clinicId: t.clinicId } }),
  'POST /paper-sheets/print': (t) => ({
    body: { clinicId: t.clinicId, day: '2026-03-13', kinds: ['call'] },
  }),
  'GET /paper-lines': (t) => ({ query: `?code=${t.paper.code}` }),
  'POST /paper-lines/:id/enter': (t) => ({
    path: `/paper-lines/${t.paper.lineId}/enter`,
    body: { kind: 'confirmation', result: 'not_done' },
  }),
  'GET /charts': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /charts/move': (t) => ({
    body: { clinicId: t.clinicId, customerIds: [t.customerId], place: 'desk' },
  }),
  'POST /charts/count': (t) => ({
    body: { clinicId: t.clinicId, part: 'evening', counted: 3, note: '多出一本' },
  }),
  'GET /scorecard': () => ({}),
  'PUT /scorecard': () => ({ body: { card: standardScorecard } }),
  'GET /desk-scores': (t) => ({ query: `?clinicId=${t.clinicId}&from=2026-03-01&to=2026-03-31` }),
  'POST /desk-scores': (t) => ({
    body: {
      ...{ clinicId: t.clinicId, staffId: t.staffId },
      given: standardScorecard.criteria.map(({ points }) => points),
    },
  }),
  'GET /checkouts': () => ({}),
  'GET /checkouts/without-next': () => ({ query: '?from=2026-03-06&to=2026-03-12' }),
  'GET /visits/:id/checkout': (t) => ({ path: `/visits/${t.visitId}/checkout` }),
  'POST /visits/:id/checkout': (t) => ({
    path: `/visits/${t.visitId}/checkout`,
    body: Object.fromEntries(checkoutPoints.map((point) => [point, { answer: 'not_asked' }])),
  }),
  'GET /clinics/:id/checkout-rules': (t) => ({ path: `/clinics/${t.clinicId}/checkout-rules` }),
  'PUT /clinics/:id/checkout-rules': (t) => ({
    path: `/clinics/${t.clinicId}/checkout-rules`,
    body: { rules: standardCheckoutRules },
  }),
  'GET /clinics/:id/account-code': (t) => ({ path: `/clinics/${t.clinicId}/account-code` }),
  'PUT /clinics/:id/account-code': (t) => ({
    path: `/clinics/${t.clinicId}/account-code`,
    body: { picture: onePixel },
  }),
  'POST /visits/:id/close': (t) => ({ path: `/visits/${t.visitId}/close`, body: {} }),
  'GET /reception/board': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /reception/board/news': (t) => ({ query: `?clinicId=${t.clinicId}&once=true` }),
  'POST /reception/arrivals': (t) => ({ body: { customerId: t.customerId, clinicId: t.clinicId } }),
  'POST /visits/:id/stage': (t) => ({ path: `/visits/${t.visitId}/stage`, body: { to: 'waiting' } }),
  'POST /visits/:id/stage/undo': (t) => ({ path: `/visits/${t.visitId}/stage/undo`, body: {} }),
  'POST /visits/:id/arrival/undo': (t) => ({
    path: `/visits/${t.visitId}/arrival/undo`,
    body: { reason: '登记错了人' },
  }),
  'GET /clinics/:id/check-in-poster': (t) => ({ path: `/clinics/${t.clinicId}/check-in-poster` }),
  'POST /clinics/:id/check-in-poster/renew': (t) => ({
    path: `/clinics/${t.clinicId}/check-in-poster/renew`,
    body: {},
  }),
  'GET /door-calls': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /door-calls/:id/seen': (t) => ({ path: `/door-calls/${t.doorCallId}/seen`, body: {} }),
  'POST /visits/:id/words': (t) => ({ path: `/visits/${t.visitId}/words`, body: { toldMinutes: 10 } }),
  'GET /visits/:id/triage': (t) => ({ path: `/visits/${t.visitId}/triage` }),
  'POST /visits/:id/doctor': (t) => ({
    path: `/visits/${t.visitId}/doctor`,
    body: { doctorId: t.staffId, reason: '客户要求' },
  }),
  'POST /visits/:id/wishes': (t) => ({ path: `/visits/${t.visitId}/wishes`, body: { wishes: '赶时间' } }),
  'POST /visits/:id/notice/read': (t) => ({ path: `/visits/${t.visitId}/notice/read`, body: {} }),
  'GET /followups/today': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /followups/held-back': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /followups/call-sheet': (t) => ({ query: `?customerId=${t.customerId}` }),
  'POST /followups/calls': (t) => ({
    body: {
      customerId: t.customerId,
      result: 'no_answer',
      followups: [{ followupId: t.followupId, version: 2 }],
    },
  }),
  'POST /followups/calls/:id/undo': (t) => ({ path: `/followups/calls/${t.callId}/undo`, body: {} }),
  'GET /followups/unfinished': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /followups/:id/end': (t) => ({
    path: `/followups/${t.followupId}/end`,
    body: { reason: 'cannot be reached' },
  }),
  'POST /followups/:id/assign': (t) => ({
    path: `/followups/${t.followupId}/assign`,
    body: { staffId: t.staffId },
  }),
  'POST /followups/hand-over/preview': (t) => ({ body: { ids: [t.followupId], toId: t.staffId } }),
  'POST /followups/hand-over': (t) => ({ body: { ids: [t.followupId], toId: t.staffId, reason: '请假' } }),
  'POST /followups/hand-over/:id/undo': (t) => ({
    path: `/followups/hand-over/${t.transferId}/undo`,
    body: {},
  }),
  'POST /followups/reminders': (t) => ({
    body: { customerId: t.customerId, assigneeId: t.staffId, dueOn: '2026-03-20', matter: '问候' },
  }),
  'GET /customers/:id/ledger': (t) => ({ path: `/customers/${t.customerId}/ledger` }),
  'POST /customers/:id/ledger': (t) => ({
    path: `/customers/${t.customerId}/ledger`,
    body: { booking: { kind: 'charge', fen: 100 } },
  }),
  'POST /ledger/:id/reverse': (t) => ({ path: `/ledger/${t.entryId}/reverse`, body: { reason: '录错' } }),
  'GET /spot-checks': (t) => ({ query: `?day=2026-03-12&clinicId=${t.clinicId}` }),
  'POST /spot-checks/:id': (t) => ({
    path: `/spot-checks/${t.callId}`,
    body: { verdict: 'fine', version: 0 },
  }),
  'GET /coverage': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /coverage/lost': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /coverage/certificate': (t) => ({ query: `?month=2026-03&clinicId=${t.clinicId}` }),
  'POST /coverage/check': (t) => ({ body: { clinicId: t.clinicId } }),
  'POST /coverage/lost/:id/reason': (t) => ({
    path: `/coverage/lost/${t.lostId}/reason`,
    body: { reason: '打错电话' },
  }),
  'GET /ledger/mismatches': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /ledger/mismatches/:id/resolve': (t) => ({
    path: `/ledger/mismatches/${t.mismatchId}/resolve`,
    body: { note: '已核对' },
  }),
  'GET /customers/:id/consultations': (t) => ({ path: `/customers/${t.customerId}/consultations` }),
  'POST /customers/:id/consultations': (t) => ({
    path: `/customers/${t.customerId}/consultations`,
    body: { place: 'phone', askedCategories: ['implant'] },
  }),
  'GET /consultations': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /consultations/outcomes': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /consultations/why-not': () => ({}),
  'POST /consultations/why-not': () => ({ body: { items: [{ key: 'price', zh: '价格', en: 'Price' }] } }),
  'PATCH /consultations/:id': (t) => ({
    path: `/consultations/${t.consultationId}`,
    body: { asked: '种植多少钱' },
  }),
  'POST /consultations/:id/close': (t) => ({ path: `/consultations/${t.consultationId}/close`, body: {} }),
  'POST /consultations/:id/reopen': (t) => ({
    path: `/consultations/${t.closedConsultationId}/reopen`,
    body: { reason: '客户又来问了' },
  }),
  'GET /followups/:id/history': (t) => ({ path: `/followups/${t.followupId}/history` }),
  'GET /capacity': () => ({}),
  'GET /capacity/day': (t) => ({ query: `?staffId=${t.staffId}&day=2026-03-13` }),
  'GET /capacity/held-by-nobody': () => ({}),
  'POST /capacity/decisions/preview': (t) => ({
    body: { kind: 'drop', staffId: t.staffId, day: '2026-03-13', followupIds: [t.followupId] },
  }),
  'POST /capacity/decisions': (t) => ({
    body: { kind: 'drop', staffId: t.staffId, day: '2026-03-13', followupIds: [t.followupId] },
  }),
  'GET /capacity/decisions': () => ({}),
  'POST /capacity/decisions/:id/undo': (t) => ({
    path: `/capacity/decisions/${t.capacityDecisionId}/undo`,
    body: {},
  }),
  'GET /capacity/rules': () => ({}),
  'POST /capacity/rules': () => ({ body: { rules: standardCapacityRules } }),
  'GET /protocols': () => ({}),
  'GET /protocols/:code': () => ({ path: '/protocols/filling' }),
  'PUT /protocols/:code/draft': () => ({ path: '/protocols/surgery/draft', body: { definition: surgery! } }),
  'DELETE /protocols/:code/draft': () => ({ path: '/protocols/filling/draft', body: {} }),
  'POST /protocols/:code/replays': () => ({ path: '/protocols/filling/replays', body: {} }),
  'GET /protocols/:code/replay': () => ({ path: '/protocols/filling/replay' }),
  'POST /protocols/:code/try': (t) => ({
    path: '/protocols/filling/try',
    body: { customerId: t.customerId },
  }),
  'POST /protocols/:code/preview-move': () => ({ path: '/protocols/filling/preview-move', body: {} }),
  'POST /protocols/:code/publish': () => ({ path: '/protocols/filling/publish', body: {} }),
  'GET /clinics/:id/calendar': (t) => ({ path: `/clinics/${t.clinicId}/calendar` }),
  'PUT /clinics/:id/calendar': (t) => ({ path: `/clinics/${t.clinicId}/calendar`, body: { calendar: null } }),
  'POST /customers/:id/departure': (t) => ({
    path: `/customers/${t.customerId}/departure`,
    body: { kind: 'moved-away', on: '2026-03-01' },
  }),
  'DELETE /customers/:id/departure': (t) => ({ path: `/customers/${t.customerId}/departure`, body: {} }),
  'GET /scripts': () => ({}),
  'GET /scripts/:code': () => ({ path: '/scripts/birthday' }),
  'PUT /scripts/:code/draft': () => ({
    path: '/scripts/birthday/draft',
    body: { definition: standardScripts.find(({ code }) => code === 'birthday')! },
  }),
  'POST /scripts/:code/discard': () => ({ path: '/scripts/birthday/discard', body: {} }),
  'POST /scripts/:code/approve': () => ({ path: '/scripts/birthday/approve', body: {} }),
  'POST /scripts/:code/publish': () => ({ path: '/scripts/birthday/publish', body: {} }),
  'GET /recovery-cards': () => ({}),
  'GET /recovery-cards/:code': () => ({ path: '/recovery-cards/extraction' }),
  'PUT /recovery-cards/:code': () => ({
    path: '/recovery-cards/extraction',
    body: { definition: standardCards.find(({ code }) => code === 'extraction')! },
  }),
  'POST /recovery-cards/:code/discard': () => ({ path: '/recovery-cards/extraction/discard', body: {} }),
  'POST /recovery-cards/:code/approve': () => ({ path: '/recovery-cards/extraction/approve', body: {} }),
  'GET /evidence': () => ({}),
  'GET /evidence/calls': () => ({}),
  'POST /call-logs': () => ({ body: {} }),
  'GET /telephones': () => ({}),
  'POST /telephones': () => ({ body: { name: '总机' } }),
  'PATCH /telephones/:id': (t) => ({ path: `/telephones/${t.telephoneId}`, body: { name: '客服中心' } }),
  'POST /telephones/:id/secret': (t) => ({ path: `/telephones/${t.telephoneId}/secret`, body: {} }),
  'PUT /telephone-extensions': () => ({ body: { person: '8001', staffId: null } }),
  'GET /customers/:id/evidence': (t) => ({ path: `/customers/${t.customerId}/evidence` }),
  'GET /evidence/rules': () => ({}),
  'POST /evidence/rules': () => ({ body: { rules: {} } }),
  'GET /red-flags': () => ({}),
  'POST /red-flags/:id/answer': (t) => ({
    path: `/red-flags/${t.redFlagId}/answer`,
    body: { verdict: 'fine', words: '是正常反应', toldCustomer: true },
  }),
  'GET /red-flag-rules': () => ({}),
  'POST /red-flag-rules': () => ({ body: { rules: {} } }),
  'GET /script-customers': (t) => ({ query: `?customerId=${t.customerId}` }),
  'GET /forms': () => ({}),
  'GET /forms/:code': () => ({ path: '/forms/satisfaction' }),
  'PUT /forms/:code/draft': () => ({
    path: '/forms/no-deal/draft',
    body: { definition: standardForms.find(({ code }) => code === 'no-deal')! },
  }),
  'POST /forms/:code/discard': () => ({ path: '/forms/no-deal/discard', body: {} }),
  'POST /forms/:code/publish': () => ({ path: '/forms/no-deal/publish', body: {} }),
  'GET /form-rules': () => ({}),
  'POST /form-rules': () => ({ body: { rules: {} } }),
  'GET /customers/:id/forms': (t) => ({ path: `/customers/${t.customerId}/forms` }),
  'POST /customers/:id/form-requests': (t) => ({
    path: `/customers/${t.customerId}/form-requests`,
    body: { code: 'satisfaction', source: 'link' },
  }),
  'POST /form-requests/:id/answer': (t) => ({
    path: `/form-requests/${t.formRequestId}/answer`,
    body: { values: { overall: 9 }, sendId: '3f0c2f64-6d0f-4b7e-9f4e-0d6a1c2b3e4f' },
  }),
  'GET /form-answers': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /form-answers/:id': (t) => ({ path: `/form-answers/${t.formAnswerId}` }),
  'POST /form-answers/:id/corrections': (t) => ({
    path: `/form-answers/${t.formAnswerId}/corrections`,
    body: { question: 'words', value: '客户说的是周三', reason: '来电更正' },
  }),
  'GET /satisfaction': () => ({}),
  'GET /satisfaction/ratings': (t) => ({ query: `?from=2026-03-01&to=2026-03-31&clinicId=${t.clinicId}` }),
  'GET /satisfaction/asked': (t) => ({ query: `?from=2026-03-01&to=2026-03-31&clinicId=${t.clinicId}` }),
  'GET /satisfaction/month': () => ({}),
  'GET /satisfaction/month/customers': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'GET /forbidden-words': () => ({}),
  'PUT /forbidden-words': () => ({ body: { items: ['优惠券'] } }),
  'GET /customers/:id/grade': (t) => ({ path: `/customers/${t.customerId}/grade` }),
  'POST /customers/:id/grade-overrides': (t) => ({
    path: `/customers/${t.customerId}/grade-overrides`,
    body: { grade: 'A', reason: '院长的朋友', until: '2026-06-30' },
  }),
  'GET /grading/overrides': () => ({}),
  'POST /grading/overrides/:id/approve': (t) => ({
    path: `/grading/overrides/${t.gradeOverrideId}/approve`,
    body: {},
  }),
  'POST /grading/overrides/:id/revoke': (t) => ({
    path: `/grading/overrides/${t.gradeOverrideId}/revoke`,
    body: { reason: '已谈妥' },
  }),
  'GET /recovery/cases': () => ({}),
  'GET /recovery/cases/:id': (t) => ({ path: `/recovery/cases/${t.caseId}` }),
  'GET /customers/:id/cases': (t) => ({ path: `/customers/${t.customerId}/cases` }),
  'POST /customers/:id/cases': (t) => ({
    path: `/customers/${t.customerId}/cases`,
    body: { words: '牙套磨嘴' },
  }),
  'POST /recovery/cases/:id/answer': (t) => ({
    path: `/recovery/cases/${t.caseId}/answer`,
    body: { cause: 'pain', answer: '已约复诊' },
  }),
  'POST /recovery/cases/:id/send-back': (t) => ({
    path: `/recovery/cases/${t.caseId}/send-back`,
    body: { reason: '没有说怎么处理' },
  }),
  'POST /recovery/cases/:id/confirm': (t) => ({
    path: `/recovery/cases/${t.caseId}/confirm`,
    body: { words: '已转告' },
  }),
  'POST /recovery/cases/:id/tries': (t) => ({
    path: `/recovery/cases/${t.caseId}/tries`,
    body: { words: '未接' },
  }),
  'POST /recovery/cases/:id/word': (t) => ({
    path: `/recovery/cases/${t.caseId}/word`,
    body: { isSettled: true, score: 9, words: '好了' },
  }),
  'POST /recovery/cases/:id/end': (t) => ({
    path: `/recovery/cases/${t.caseId}/end`,
    body: { reason: '三次未接' },
  }),
  'POST /recovery/cases/:id/end/decide': (t) => ({
    path: `/recovery/cases/${t.caseId}/end/decide`,
    body: { isAgreed: true, reason: '同意' },
  }),
  'POST /recovery/cases/:id/reopen': (t) => ({
    path: `/recovery/cases/${t.caseId}/reopen`,
    body: { reason: '没有解决' },
  }),
  'POST /recovery/cases/:id/assign': (t) => ({
    path: `/recovery/cases/${t.caseId}/assign`,
    body: { ownerId: t.staffId },
  }),
  'POST /recovery/cases/:id/mark': (t) => ({
    path: `/recovery/cases/${t.caseId}/mark`,
    body: { special: 'legal', reason: '提到律师' },
  }),
  'POST /recovery/cases/:id/remedies': (t) => ({
    path: `/recovery/cases/${t.caseId}/remedies`,
    body: { kind: 'apology', what: '上门道歉' },
  }),
  'POST /recovery/remedies/:id/decide': (t) => ({
    path: `/recovery/remedies/${t.remedyId}/decide`,
    body: { isAgreed: true, reason: '同意' },
  }),
  'POST /recovery/remedies/:id/withdraw': (t) => ({
    path: `/recovery/remedies/${t.remedyId}/withdraw`,
    body: { reason: '客户不要' },
  }),
  'POST /recovery/remedies/:id/give': (t) => ({ path: `/recovery/remedies/${t.remedyId}/give`, body: {} }),
  'POST /recovery/signs/:id/correct': (t) => ({ path: `/recovery/signs/${t.signId}/correct`, body: {} }),
  'GET /recovery/week': () => ({}),
  'POST /recovery/lessons': () => ({ body: { week: '2026-03-09', cause: 'pain', changed: '加一次电话' } }),
  'GET /recovery/rules': () => ({}),
  'POST /recovery/rules': () => ({ body: { rules: {} } }),
  'GET /grading/rules': () => ({}),
  'POST /grading/rules': () => ({ body: { ruleSet: { spendFen: 5_000_000 } } }),
  'POST /grading/preview': () => ({ body: { ruleSet: {} } }),
  'GET /grading/effort': () => ({}),
  'GET /grading/effort/contacts': () => ({ query: '?from=2026-03-01&to=2026-03-31' }),
  'GET /classes': () => ({}),
  'POST /classes': () => ({ body: { rules: {} } }),
  'GET /customers/:id/classes': (t) => ({ path: `/customers/${t.customerId}/classes` }),
  'GET /desk-contacts': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /desk-contacts': (t) => ({ body: { customerId: t.customerId, channel: 'phone', code: 'C-A' } }),
  'POST /desk-contacts/:id/class': (t) => ({
    path: `/desk-contacts/${t.deskContactId}/class`,
    body: { code: 'C-B' },
  }),
  'POST /desk-contacts/:id/confirm': (t) => ({
    path: `/desk-contacts/${t.deskContactId}/confirm`,
    body: { code: 'C-B' },
  }),
  'POST /desk-contacts/:id/withdraw': (t) => ({
    path: `/desk-contacts/${t.deskContactId}/withdraw`,
    body: {},
  }),
  'GET /class-reviews': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /class-reviews/:id': (t) => ({ path: `/class-reviews/${t.deskContactId}`, body: { code: 'C-B' } }),
  'GET /class-accuracy': () => ({}),
  'GET /class-accuracy/contacts': () => ({ query: '?from=2026-03-01&to=2026-03-31' }),
  'GET /customers/:id/owners': (t) => ({ path: `/customers/${t.customerId}/owners` }),
  'GET /ownership/mine': () => ({}),
  'GET /ownership/warnings': () => ({}),
  'GET /ownership/releases': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /ownership/releases/preview': (t) => ({ body: { ids: [t.releaseId] } }),
  'POST /ownership/releases/decide': (t) => ({ body: { decision: 'pool', ids: [t.releaseId] } }),
  'GET /ownership/pool': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /ownership/claims': (t) => ({ body: { customerId: t.customerId } }),
  'GET /retry-policy': () => ({}),
  'POST /retry-policy': () => ({ body: { policy: standardRetry } }),
  'GET /contact-budget': () => ({}),
  'POST /contact-budget': () => ({ body: { budget: standardBudget } }),
  'GET /ownership/rules': () => ({}),
  'POST /ownership/rules': () => ({ body: { ruleSet: standardReleaseRules } }),
  'GET /records/incomplete': () => ({}),
  'GET /records/incomplete/people': () => ({}),
  'GET /customers/:id/handover': (t) => ({ path: `/customers/${t.customerId}/handover` }),
  'GET /customers/:id/handover-notice': (t) => ({ path: `/customers/${t.customerId}/handover-notice` }),
  'POST /customers/:id/handover/read': (t) => ({
    path: `/customers/${t.customerId}/handover/read`,
    body: {},
  }),
  'GET /handovers/new': () => ({}),
  'POST /handovers/transfer/preview': (t) => ({
    body: { which: { ids: [t.customerId] }, kind: 'consultant', toId: t.staffId },
  }),
  'POST /handovers/transfer': (t) => ({
    body: { which: { ids: [t.customerId] }, kind: 'consultant', toId: t.staffId },
  }),
  'GET /handovers/left': () => ({}),
  'GET /handovers/owned-by/:id': (t) => ({ path: `/handovers/owned-by/${t.staffId}` }),
  'POST /handovers/left/:id/preview': (t) => ({
    path: `/handovers/left/${t.staffId}/preview`,
    body: { kind: 'consultant', toIds: [] },
  }),
  'POST /handovers/left/:id/place': (t) => ({
    path: `/handovers/left/${t.staffId}/place`,
    body: { kind: 'consultant', toIds: [] },
  }),
  'POST /imports': () => ({ body: {} }),
  'GET /customers/:id/consents': (t) => ({ path: `/customers/${t.customerId}/consents` }),
  'POST /customers/:id/consents': (t) => ({
    path: `/customers/${t.customerId}/consents`,
    body: { purpose: 'marketing', channel: 'sms', way: 'paper', evidence: '纸质同意书' },
  }),
  'POST /customers/:id/consents/withdraw': (t) => ({
    path: `/customers/${t.customerId}/consents/withdraw`,
    body: { purpose: 'marketing', channel: null, way: 'phone' },
  }),
  'GET /message-templates': () => ({}),
  'PUT /message-templates/:key': () => ({
    path: '/message-templates/greeting',
    body: {
      definition: {
        ...{ key: 'greeting', kind: 'care', name: { zh: '问候', en: 'Greeting' } },
        ...{ text: '{name}您好', channels: ['by_hand'] },
      },
    },
  }),
  'GET /message-rules': () => ({}),
  'POST /message-rules': () => ({ body: { rules: {} } }),
  'GET /sending': () => ({}),
  'PUT /sending': () => ({ body: { kinds: ['marketing'] } }),
  'POST /sending/release': () => ({ body: {} }),
  'GET /sending/use': () => ({}),
  'GET /channel-accounts': () => ({}),
  'POST /channel-accounts': () => ({
    body: { kind: 'wecom-robot', name: '客服群', settings: {}, secret: 'a-key' },
  }),
  'PATCH /channel-accounts/:id': (t) => ({
    path: `/channel-accounts/${t.accountId}`,
    body: { name: '改名' },
  }),
  'POST /channel-accounts/:id/test': (t) => ({ path: `/channel-accounts/${t.accountId}/test`, body: {} }),
  'GET /messages': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /messages': (t) => ({
    body: {
      customerId: t.customerId,
      templateKey: 'not-reached',
      causeId: '11111111-1111-4111-8111-111111111111',
    },
  }),
  'POST /messages/:id/settle': (t) => ({
    path: `/messages/${t.messageId}/settle`,
    body: { settlement: 'sent' },
  }),
  'GET /messages/counts': () => ({}),
  'GET /message-replies': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /message-replies/:id/settle': (t) => ({
    path: `/message-replies/${t.replyId}/settle`,
    body: { way: 'nothing' },
  }),
  'GET /message-ways': () => ({}),
  'GET /message-templates/:key/versions': () => ({ path: '/message-templates/not-reached/versions' }),
  'GET /customers/:id/addresses': (t) => ({ path: `/customers/${t.customerId}/addresses` }),
  'PUT /customers/:id/addresses/:channel': (t) => ({
    path: `/customers/${t.customerId}/addresses/email`,
    body: { address: 'wang@example.com' },
  }),
  'POST /customers/:id/address-invitations': (t) => ({
    path: `/customers/${t.customerId}/address-invitations`,
    body: { channel: 'wechat' },
  }),
  'POST /customers/:id/consent-link': (t) => ({
    path: `/customers/${t.customerId}/consent-link`,
    body: {},
  }),
  'GET /imports': () => ({}),
  'GET /imports/:id': (t) => ({ path: `/imports/${t.importId}` }),
  'PUT /imports/:id/mapping': (t) => ({
    path: `/imports/${t.importId}/mapping`,
    body: { kind: 'customers', fields: { name: '姓名' } },
  }),
  'POST /imports/:id/run': (t) => ({ path: `/imports/${t.importId}/run`, body: {} }),
  'POST /imports/:id/undo': (t) => ({ path: `/imports/${t.importId}/undo`, body: {} }),
  'GET /imports/:id/notes': (t) => ({ path: `/imports/${t.importId}/notes` }),
  'GET /imports/:id/report.csv': (t) => ({ path: `/imports/${t.importId}/report.csv` }),
  'GET /duplicates': (t) => ({ query: `?clinicId=${t.clinicId}` }),
  'POST /duplicates/:id/dismiss': (t) => ({
    path: `/duplicates/${t.duplicateId}/dismiss`,
    body: { reason: '一家人共用电话' },
  }),
  'POST /duplicates/:id/reopen': (t) => ({ path: `/duplicates/${t.duplicateId}/reopen`, body: {} }),
  'GET /merges': () => ({}),
  'POST /merges': (t) => ({
    body: { keepId: t.customerId, keepVersion: 1, goneId: t.twinId, goneVersion: 1 },
  }),
  'POST /merges/:id/undo': (t) => ({ path: `/merges/${t.mergeId}/undo`, body: {} }),
};

const [surgery, filling] = ['surgery', 'filling'].map((code) =>
  standardProtocols.find((each) => each.code === code),
);

const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const guarded = routes.filter(
  (route): route is Exclude<Route, { permission: 'public' }> => route.permission !== 'public',
);
const clock = clockAt(addHours(morning, 5));

let dataDir: string;
let app: FastifyInstance;
let here: TestClinic;
let things: Things;
let callers: Record<Role, Caller>;
let elsewhere: { orgId: string; owner: Caller };

/** Of who stands in the books twice. */
const phoneOfTwins = '13800009999';

/** A customer who stands in the books twice, and another who did. */
async function twinsOf(ctx: Context, customerId: string) {
  const twin = await aCustomer(ctx, { phone: phoneOfTwins });
  const [keep, gone] = [await aCustomer(ctx, { name: '赵敏' }), await aCustomer(ctx, { name: '赵敏' })];
  const merge = await mergeCustomers(ctx, {
    keepId: keep.id,
    keepVersion: keep.version,
    goneId: gone.id,
    goneVersion: gone.version,
    fields: {},
  });
  await lookForDuplicates(ctx);
  const { items } = await listDuplicates(ctx, { state: 'open', page: 1, pageSize: 100 });
  const pair = items.find(({ a, b }) => [a.id, b.id].sort().join() === [customerId, twin.id].sort().join());
  return { twinId: twin.id, duplicateId: pair!.id, mergeId: merge.id };
}

async function thingsOf(clinic: TestClinic): Promise<Things> {
  const ctx = clinic.ctx;
  const customer = await aCustomer(ctx, { phone: phoneOfTwins });
  await aClosedVisit(ctx, { customer });
  const agent = later(await as(ctx, 'cs_agent'), clock.now());
  const [followup] = await followupsOf(ctx, customer.id);
  const call = await recordCall(agent, {
    customerId: customer.id,
    result: 'no_answer',
    channel: 'phone',
    durationSeconds: null,
    followups: [{ followupId: followup!.id, version: followup!.version, score: null, notes: null }],
    problem: null,
    actionPlan: null,
    nextAppointmentOn: null,
    callBackAt: null,
    reason: null,
    refusesAllContact: false,
  });
  await saveDraft(ctx, {
    ...{ code: 'filling', definition: filling!, addsTo: null, place: null, version: 0 },
  });
  const { apiKey } = await createApiKey(ctx, { name: 'a key', permissions: ['staff.read'] });
  const visit = await openVisit(later(ctx, clock.now()), {
    customerId: customer.id,
    clinicId: clinic.clinicId,
    chiefComplaint: null,
  });
  const absent = await aCustomer(ctx, { name: '王五' });
  const { items: entries } = await bookEntry(ctx, {
    ...BookEntry.parse({ booking: { kind: 'charge', fen: 100 } }),
    id: absent.id,
  });
  const tomorrow = later(ctx, addHours(clock.now(), 24));
  await checkBooks(tomorrow);
  await checkCoverage(tomorrow);
  const { items: mismatches } = await listMismatches(tomorrow, { page: 1, pageSize: 1, state: 'open' });
  const { proposal } = await proposeOverride(agent, {
    id: customer.id,
    grade: 'A',
    reason: '介绍过很多人',
    until: '2026-06-30',
  });
  const contact = await recordContact(agent, {
    customerId: customer.id,
    channel: 'phone',
    code: 'C-A',
    matter: null,
  });
  const lead = await aCustomer(ctx, { name: '孙六', webConsultantId: agent.actor.id });
  // Warned of on one day, and put before who decides on the next.
  await proposeReleases({ ...later(ctx, addHours(clock.now(), 7 * 24)), actor: system });
  const weekLater = later(ctx, addHours(clock.now(), 8 * 24));
  await proposeReleases({ ...weekLater, actor: system });
  const { items: releases } = await listReleases(weekLater, { page: 1, pageSize: 50, state: 'open' });
  const asIs = { words: '牙套磨嘴', score: null, special: null, aboutId: null };
  const opened = await openCase(agent, { id: absent.id, ...asIs });
  const remedy = { kind: 'refund', what: '退费', costFen: 100_000 } as const;
  const { remedies } = await askRemedy(agent, { id: opened.id, version: opened.version, ...remedy });
  return {
    caseId: opened.id,
    remedyId: remedies[0]!.id,
    signId: opened.signs[0]!.id,
    releaseId: releases.find(({ customer }) => customer.id === lead.id)!.id,
    deskContactId: contact.id,
    gradeOverrideId: proposal!.id,
    capacityDecisionId: await aDecision(agent),
    clinicId: clinic.clinicId,
    teamId: (await createTeam(ctx, { name: 'CS', kind: 'cs', clinicId: null })).id,
    staffId: agent.actor.id!,
    leaveId: (
      await enterOwnLeave(agent, { ...aWeekAway, from: '2026-04-01', to: '2026-04-03', standInId: null })
    ).leaves[0]!.id,
    customerId: customer.id,
    visitId: visit.id,
    followupId: followup!.id,
    callId: call.callId,
    redFlagId: await aRedFlag(ctx, {
      customerId: customer.id,
      followupId: followup!.id,
      clinicId: clinic.clinicId,
    }),
    apiKeyId: apiKey.id,
    ...(await recordThings(ctx, customer.id)),
    consultationId: (await aConsultation(ctx, customer.id)).id,
    closedConsultationId: (await aClosedConsultation(ctx, customer.id)).id,
    importId: (await storeImport({ ...ctx, dataDir }, aSheet(clinic.clinicId))).id,
    ...(await twinsOf(ctx, customer.id)),
    entryId: entries[0]!.id,
    mismatchId: mismatches[0]!.id,
    transferId: await aTransfer(ctx, absent.id, agent.actor.id!),
    ...(await messageThings(ctx, customer.id)),
    ...(await appointmentThings(later(ctx, clock.now()), customer.id, clinic.clinicId)),
    telephoneId: (await addTelephone(ctx, { name: '总机' }, keysFrom(Buffer.alloc(32)))).system.id,
    lostId: (await listLost(tomorrow, { page: 1, pageSize: 1 })).items[0]!.id,
    ...(await formsOf(agent, customer.id)),
  };
}

/** A reminder of one's own, handed to a colleague. */
async function aTransfer(ctx: Context, customerId: string, toId: string): Promise<string> {
  const due = { dueOn: '2026-03-20', matter: '问候' };
  const { id } = await createReminder(ctx, { customerId, assigneeId: ctx.actor.id!, ...due });
  return (await handOverFollowups(ctx, { ids: [id], toId, reason: '请假' })).id!;
}

async function anAccount(ctx: Context): Promise<string> {
  const robot = {
    kind: 'wecom-robot',
    clinicId: null,
    name: '客服群',
    settings: {},
    secret: 'a-key',
  } as const;
  const limits = { perMinute: 60, fenPerThousand: 0 };
  return (await createAccount(ctx, { ...robot, ...limits }, keysOf(dataDir))).account.id;
}

/** An account, a message, and an answer to it. */
async function messageThings(ctx: Context, customerId: string) {
  const accountId = await anAccount(ctx);
  const cause = { kind: 'call', id: 'a-call' };
  const { id: messageId } = await queueMessage(ctx, {
    ...{ customerId, templateKey: 'not-reached', variables: {}, cause },
  });
  const replyId = newId();
  const reply = { id: replyId, accountId, customerId, messageId, addressHash: 'h', text: '好', at: ctx.now };
  await inTransaction(ctx, (ctx) => insertReply(ctx, { ...reply, isOptOut: false }));
  return { accountId, messageId, replyId };
}

async function appointmentThings(ctx: Context, customerId: string, clinicId: string) {
  const { items: kinds } = await listKinds(ctx);
  const chair = await addChair(ctx, { clinicId, name: '一号椅', kind: 'chair' });
  const booked = await bookAppointment(
    ctx,
    BookAppointment.parse({ customerId, clinicId, startsAt: addHours(ctx.now, 24), minutes: 30 }),
  );
  const huddle = await makeHuddle(ctx, { clinicId, kind: 'evening' });
  const paper = await makeSheets(ctx, { clinicId });
  const toConfirm = paper.lines.find(({ kind }) => kind === 'confirmation')!;
  const asked = { clinicId, kind: 'closed', chairIds: [chair.id], from: '12:00', to: '13:00' };
  const { items: blocks } = await blockTime(ctx, BlockTime.parse({ ...asked, day: '2026-03-19' }));
  const wish = await addWish(ctx, AddWish.parse({ clinicId, customerId, until: '2026-04-30' }));
  return {
    doctorId: (await as(ctx, 'doctor')).actor.id!,
    doorCallId: await aDoorCall(ctx, clinicId),
    screenId: (await hangScreen(ctx, { id: clinicId, name: '大厅', shows: 'numbers' })).screen.id,
    ...{ wishId: wish.id, offerId: await anOffer(ctx, clinicId) },
    paper: { lineId: toConfirm.id, code: toConfirm.code },
    ...{ huddleId: huddle.id!, huddleLineId: huddle.lines[0]!.id },
    ...{ appointmentId: booked.id, appointmentKindId: kinds[0]!.id },
    ...{ chairId: chair.id, timeBlockId: blocks[0]!.id },
  };
}

/** Somebody at the door whom nobody awaits. */
async function aDoorCall(ctx: Context, clinicId: string): Promise<string> {
  const { path: poster } = await getPoster(ctx, { id: clinicId });
  const said = { place: poster.slice('/i/'.length), name: '陌生', digits: '0000' };
  await checkIn({ ...aPhone(ctx), dataDir }, said);
  return (await listDoorCalls(ctx, { clinicId })).items[0]!.id;
}

/** A time somebody gave up, kept for another who waits. */
async function anOffer(ctx: Context, clinicId: string): Promise<string> {
  const doctorId = (await as(ctx, 'doctor')).actor.id!;
  const [gone, waiting] = [await aCustomer(ctx, { name: '周八' }), await aCustomer(ctx, { name: '吴九' })];
  await addWish(ctx, AddWish.parse({ clinicId, customerId: waiting.id, doctorId, until: '2026-04-30' }));
  const asked = { customerId: gone.id, clinicId, doctorId, startsAt: addHours(ctx.now, 48), minutes: 30 };
  const booked = await bookAppointment(ctx, BookAppointment.parse(asked));
  await cancelAppointment(ctx, { ...booked, cancelledFor: 'customer', reason: '天气' });
  await settled(ctx);
  return (await listWaitlist(ctx, { clinicId })).offers[0]!.id;
}

/** An offer of somebody's tomorrow that was dropped. */
async function aDecision(agent: Context): Promise<string> {
  const owner = { ...agent, actor: here.ctx.actor };
  const staffId = agent.actor.id!;
  const offer = await aFollowup(agent, { assigneeId: staffId, from: '2026-03-13', to: '2026-03-13' });
  const asked = { kind: 'drop', staffId, day: '2026-03-13', followupIds: [offer.id], toId: null } as const;
  return (await decideOverflow(owner, { ...asked, followupIds: [...asked.followupIds] })).decision.id;
}

/** A form that waits for its answer, and one that has it. */
async function formsOf(ctx: Context, id: string) {
  const of = { id, source: 'staff', visitId: null, followupId: null, send: false } as const;
  const { request } = await askForm(ctx, { ...of, code: 'satisfaction' });
  const answered = await askForm(ctx, { ...of, code: 'post-operative' });
  const values = { result: 8, comfort: 9, swelling: 'none', complications: ['none'] };
  const answer = await answerForm(ctx, { id: answered.request.id, values, sendId: newId() });
  return { formRequestId: request.id, formAnswerId: answer.id };
}

async function recordThings(ctx: Context, customerId: string) {
  const exchange = { upload: () => Promise.resolve(aPhotoFile()) } as Exchange;
  const of = { id: customerId };
  const tooth = { area: 'tooth', places: ['36'], finding: '龋齿', visitId: null } as const;
  const father = { kind: 'parent', isGuardian: false, relativeId: null, name: '父亲', phone: null } as const;
  return {
    phoneId: (await addPhone(ctx, { ...of, phone: '13900001234', label: null })).id,
    relationId: (await addRelation(ctx, { ...of, ...father })).id,
    problemId: (await addProblem(ctx, { ...of, ...tooth, places: [...tooth.places] })).id,
    warningId: (await noteWarning(ctx, { ...of, kind: 'allergy', words: '乳胶' })).id,
    photoId: (await uploadPhoto({ ...ctx, dataDir, exchange }, { customerId })).id,
  };
}

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
  app = await anApp(clock, dataDir);
  here = await aClinic();
  await createClinic(here.ctx, { name: 'Second', timezone: 'Asia/Shanghai' });
  things = await thingsOf(here);
  const made = {} as Record<Role, Caller>;
  for (const role of roles) made[role] = await aCaller(later(here.ctx, clock.now()), clock, role);
  callers = made;
  const other = await aClinic();
  elsewhere = { orgId: other.orgId, owner: await aCaller(later(other.ctx, clock.now()), clock, 'owner') };
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

function aSheet(clinicId: string) {
  return { clinicId, fileName: 'customers.csv', stream: Readable.from(['姓名\n张三\n']) };
}

function ask(route: Route, who: Sent['as'], of: Things = things) {
  const sample = samples[nameOf(route)]!(of);
  return send(app, `${sample.path ?? route.path}${sample.query ?? ''}`, {
    method: route.method,
    ...(who ? { as: who } : {}),
    ...(sample.body ? { body: sample.body } : {}),
    headers: route.ifMatch ? { 'if-match': '"1"' } : {},
  });
}

describe('the registry of routes', () => {
  it('has a good request on record for every guarded route, and no other', () => {
    const known = Object.keys(samples);
    expect(known.sort()).toEqual(guarded.map(nameOf).sort());
  });
});

describe.each(guarded.map((route) => ({ name: nameOf(route), route })))('$name', ({ route }) => {
  it('answers nobody who is not signed in, and writes nothing', async () => {
    const before = await snapshotOf([here.orgId]);
    const answers = await Promise.all([
      ask(route, undefined),
      ask(route, {
        cookie: '__Host-carecurve=s.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      }),
      ask(route, { apiKey: 'k.AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
    ]);
    expect(answers.map((answer) => [answer.statusCode, answer.json()])).toEqual(
      answers.map(() => [401, { code: 'signed-out' }]),
    );
    expect(await snapshotOf([here.orgId])).toEqual(before);
  });

  const permission = route.permission;
  if (permission !== 'signed-in') {
    it('refuses whoever may not, and a key that holds everything else, without a trace but the audit rows', async () => {
      const refused = roles.filter((role) => !mayDo(permissionsOf[role], permission));
      const others = permissionsOf.owner.filter((held) => held !== permission);
      const { secret } = await createApiKey(here.ctx, { name: 'all but one', permissions: others });
      const before = await snapshotOf([here.orgId]);
      const refusalsBefore = await refusals();
      const answers = await Promise.all([
        ...refused.map((role) => ask(route, { cookie: callers[role].cookie })),
        ask(route, { apiKey: secret }),
      ]);
      const who = [...refused, 'a key'];
      expect(answers.map((answer, place) => [who[place], answer.statusCode, answer.json().code])).toEqual(
        who.map((each) => [each, 403, 'forbidden']),
      );
      expect(await snapshotOf([here.orgId])).toEqual(before);
      expect(await refusals()).toBe(refusalsBefore + who.length);
    });
  }

  if (usesAnId(route)) {
    it('answers for another organization’s thing as for a missing one, without a trace but the audit row', async () => {
      const as = { cookie: elsewhere.owner.cookie };
      const missing = Object.fromEntries(
        Object.keys(things).map((name) => [name, newId()]),
      ) as unknown as Things;
      const unknown = await ask(route, as, missing);
      const before = await snapshotOf([here.orgId, elsewhere.orgId]);
      const foreign = await ask(route, as);
      expect([foreign.statusCode, foreign.body]).toEqual([unknown.statusCode, unknown.body]);
      expect(isRefusedOrEmpty(foreign), foreign.body).toBe(true);
      expect(await snapshotOf([here.orgId, elsewhere.orgId])).toEqual(before);
    });
  }
});

async function refusals(): Promise<number> {
  return (await auditTrail(here.ctx)).filter(({ action }) => action === 'access.refused').length;
}

/** Whether the good request names a thing at all: told by asking for it with names nothing else has. */
function usesAnId(route: Route): boolean {
  const named = new Proxy({} as Things, { get: () => 'a-thing' });
  return JSON.stringify(samples[nameOf(route)]!(named)).includes('a-thing');
}

/** Not found; or a list, which of another organization is empty. */
function isRefusedOrEmpty(answer: {
  statusCode: number;
  json(): { items?: unknown[]; code?: string };
}): boolean {
  if (answer.statusCode === 404) return true;
  return answer.statusCode === 200 && answer.json().items?.length === 0;
}
