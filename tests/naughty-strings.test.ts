import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookAppointment } from '#domain/appointments/contract.ts';
import { standardCheckoutRules } from '#domain/checkout/rules.ts';
import { standardDeskRules } from '#domain/appointments/desk-rules.ts';
import { addHours } from '#domain/base/time.ts';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import { dimensionsThatShip } from '#domain/forms/dimension.ts';
import { standardForms } from '#domain/forms/standard-forms.ts';
import { aPassage, aScript, asking } from '#domain/scripts/a-script.fixture.ts';
import { routes } from '#server/app.ts';
import { clockAt } from '#server/platform/clock.ts';
import type { Exchange, Route } from '#server/platform/http/define-route.ts';
import { schemaOf } from '#server/platform/http/openapi.ts';
import { createTeam } from '#server/modules/staff/edit-clinics.ts';
import { addProblem } from '#server/modules/records/add-problem.ts';
import { uploadPhoto } from '#server/modules/records/upload-photo.ts';
import { bookAppointment } from '#server/modules/appointments/book-appointment.ts';
import { addChair, listKinds } from '#server/modules/appointments/edit-places.ts';
import { newId } from '#server/platform/ids.ts';
import { openVisit } from '#server/modules/visits/open-visit.ts';
import { aCustomer } from './support/builders.ts';
import { aConsultation } from './support/consultations.ts';
import { aClinic, as, later, morning } from './support/clinic.ts';
import { aCaller, anApp, send } from './support/http.ts';
import type { Caller } from './support/http.ts';
import { fineStrings, refusedStrings } from './support/naughty-strings.ts';
import { aPhotoFile } from './support/photos.ts';

interface Things {
  clinicId: string;
  teamId: string;
  staffId: string;
  customerId: string;
  visitorId: string;
  visitId: string;
  problemId: string;
  photoId: string;
  consultationId: string;
  appointmentId: string;
  appointmentKindId: string;
  chairId: string;
}

interface Good {
  path?: string;
  body: object;
  /** Where what was written can be read, if the answer itself does not say it. */
  readAt?: string;
  /** No two may have the same: a number is put behind the text. */
  isUnique?: boolean;
}

const filling = standardProtocols.find(({ code }) => code === 'filling')!;

const said = { zh: '好的', en: 'Well' };
const aCard = {
  ...{ code: 'a-card', name: said, procedure: { categories: ['surgery'], words: ['鼻'] } },
  days: [
    {
      ...{ from: 0, to: 3, expected: said, say: said, neverSay: said },
      signs: [{ key: 'fever', name: said, urgency: 'soon' }],
      questions: [{ key: 'pain', name: said, choices: ['a', 'b'].map((key) => ({ key, name: said })) }],
    },
  ],
};

const pair = { zh: '问题', en: 'Question' };
const aQuestion = {
  ...{ key: 'a', kind: 'choice', title: pair, hint: pair, low: pair, high: pair },
  options: ['x', 'y'].map((key) => ({ key, name: pair })),
};

const discreet = {
  mayPickUp: ['丈夫'],
  safeHours: [],
  callerAlias: '小林',
  neverSay: ['鼻综合'],
  mayNameTreatments: false,
  mayJoinGroups: false,
};

/**
 * A good request for each write with a text in it; all of its texts are tried one by one, each in a request of the kind
 * that takes it.
 */
const good: Record<string, (things: Things, field: string) => Good | Promise<Good>> = {
  'POST /clinics': () => ({ body: { name: '河畔' } }),
  'PATCH /clinics/:id': (t) => ({ path: `/clinics/${t.clinicId}`, body: { name: '河畔' }, isUnique: true }),
  'POST /teams': (t) => ({ body: { name: '客服', kind: 'cs', clinicId: t.clinicId } }),
  'PATCH /teams/:id': (t) => ({ path: `/teams/${t.teamId}`, body: { name: '客服' }, isUnique: true }),
  'POST /staff': (t) => ({ body: { name: '李', role: 'nurse', clinicIds: [t.clinicId], teamIds: [] } }),
  'PATCH /staff/:id': (t) => ({ path: `/staff/${t.staffId}`, body: { name: '李' } }),
  'POST /api-keys': () => ({ body: { name: '报表', permissions: ['staff.read'] } }),
  'POST /customers': (t) => ({
    body: {
      ...{ name: '李四', clinicId: t.clinicId, phone: null, address: '', occupation: '', channelSource: '' },
      ...{ notes: '', wechat: '', likes: '', taboos: '', influenceNote: '' },
    },
  }),
  'PATCH /customers/:id': (t) => ({
    path: `/customers/${t.customerId}`,
    body: {
      ...{ name: '李四', phone: null, address: '', occupation: '', channelSource: '' },
      ...{ notes: '', wechat: '', likes: '', taboos: '', influenceNote: '' },
    },
  }),
  'POST /customers/:id/reveal-phone': (t) => ({
    path: `/customers/${t.visitorId}/reveal-phone`,
    body: { reason: '回电' },
    readAt: '/audit?action=customer.phone-revealed',
  }),
  'POST /customers/phone-sharers': () => ({ body: { phone: '13800001234' } }),
  'POST /customers/:id/phones': (t) => ({
    path: `/customers/${t.customerId}/phones`,
    body: { phone: 'NEXT-PHONE', label: '家里' },
    readAt: `/customers/${t.customerId}/record`,
  }),
  'POST /numbers/repair': (t) => ({ body: { customerId: t.customerId, phone: 'NEXT-PHONE' } }),
  'POST /customers/:id/relations': (t) => ({
    path: `/customers/${t.customerId}/relations`,
    body: { kind: 'spouse', name: '李四', phone: null },
    readAt: `/customers/${t.customerId}/record`,
  }),
  'POST /customers/:id/health-warnings': (t) => ({
    path: `/customers/${t.customerId}/health-warnings`,
    body: { kind: 'allergy', words: '青霉素' },
    isUnique: true,
  }),
  'POST /customers/:id/problems': (t) => ({
    path: `/customers/${t.customerId}/problems`,
    body: { area: 'tooth', places: ['36'], finding: '龋齿' },
  }),
  'PATCH /customers/:id/problems/:problemId': (t) => ({
    path: `/customers/${t.customerId}/problems/${t.problemId}`,
    body: { finding: '龋齿' },
  }),
  'PATCH /customers/:id/photos/:photoId': (t) => ({
    path: `/customers/${t.customerId}/photos/${t.photoId}`,
    body: { caption: '术前' },
  }),
  'PUT /customers/:id/discreet': (t) => ({
    path: `/customers/${t.customerId}/discreet`,
    body: { profile: discreet },
  }),
  'POST /customers/:id/consents': (t) => ({
    path: `/customers/${t.customerId}/consents`,
    body: {
      ...{ purpose: 'care', channel: null, way: 'paper', evidence: '纸质同意书' },
      ...{ guardianName: '李四', guardianRelation: '母亲' },
    },
  }),
  'POST /customers/:id/consents/withdraw': (t) => ({
    path: `/customers/${t.customerId}/consents/withdraw`,
    body: { purpose: 'care', channel: null, way: 'phone', note: '' },
  }),
  'POST /appointments': (t) => ({
    body: {
      ...{
        customerId: t.customerId,
        clinicId: t.clinicId,
        startsAt: '2026-03-20T02:00:00.000Z',
        minutes: 30,
      },
      ...{ complaint: '牙痛', note: '带片子' },
    },
  }),
  'PATCH /appointments/:id': (t) => ({
    path: `/appointments/${t.appointmentId}`,
    body: { complaint: '牙痛', note: '带片子' },
  }),
  'POST /waitlist': (t) => ({
    body: { clinicId: t.clinicId, customerId: t.customerId, until: '2026-04-30', note: '只要上午' },
  }),
  'POST /time-blocks': async (t) => ({
    body: {
      ...{ clinicId: t.clinicId, kind: 'other', reason: '开会', chairIds: [await aChair(t)] },
      ...{ day: '2026-03-20', from: '12:00', to: '13:00' },
    },
  }),
  'POST /appointment-kinds': () => ({
    body: { name: '根管', category: 'other', minutes: 60, colour: 'green' },
    isUnique: true,
  }),
  'PATCH /appointment-kinds/:id': (t) => ({
    path: `/appointment-kinds/${t.appointmentKindId}`,
    body: { name: '根管' },
    isUnique: true,
  }),
  'POST /clinics/:id/waiting-screens': (t) => ({
    path: `/clinics/${t.clinicId}/waiting-screens`,
    body: { name: '大厅', shows: 'numbers' },
    readAt: `/clinics/${t.clinicId}/waiting-screens`,
  }),
  'POST /chairs': (t) => ({ body: { clinicId: t.clinicId, name: '一号椅' }, isUnique: true }),
  'PATCH /chairs/:id': (t) => ({ path: `/chairs/${t.chairId}`, body: { name: '一号椅' }, isUnique: true }),
  'POST /clinics/:id/desk-days/:day/corrections': (t) => ({
    path: `/clinics/${t.clinicId}/desk-days/2026-03-11/corrections`,
    body: { figure: 'visits', corrected: 3, reason: '漏登记一位' },
  }),
  'POST /charts/move': (t) => ({
    body: { clinicId: t.clinicId, customerIds: [t.customerId], place: 'kept', keptAs: '正畸' },
  }),
  'POST /charts/count': (t) => ({
    body: { clinicId: t.clinicId, part: 'evening', counted: 300, note: '多出一本' },
  }),
  'PUT /scorecard': () => ({ body: { card: { criteria: [{ name: '起身问候', points: 10 }], floor: 80 } } }),
  'POST /desk-scores': (t) => ({
    body: { clinicId: t.clinicId, staffId: t.staffId, given: [10], note: '背对客户' },
  }),
  'PUT /clinics/:id/checkout-rules': (t) => ({
    path: `/clinics/${t.clinicId}/checkout-rules`,
    body: { rules: standardCheckoutRules },
  }),
  'PUT /clinics/:id/desk-rules': (t) => ({
    path: `/clinics/${t.clinicId}/desk-rules`,
    body: { rules: { ...standardDeskRules, cancelReasons: ['时间不合适'] } },
  }),
  'PUT /message-templates/:key': () => ({
    path: '/message-templates/greeting',
    body: {
      definition: {
        ...{ key: 'greeting', kind: 'care', name: { zh: '问候', en: 'Greeting' }, subject: '问候' },
        ...{ text: '您好', channels: ['by_hand'], approvalNumber: '号' },
      },
    },
  }),
  'POST /channel-accounts': () => ({
    body: { kind: 'wecom-robot', name: '客服群', settings: {}, secret: 'a-key' },
  }),
  'PATCH /channel-accounts/:id': async () => ({
    path: `/channel-accounts/${await aRobot()}`,
    body: { name: '客服群', secret: 'a-key' },
  }),
  'POST /telephones': () => ({ body: { name: '总机' } }),
  'PATCH /telephones/:id': async () => ({
    path: `/telephones/${await aTelephone()}`,
    body: { name: '总机' },
  }),
  'PUT /telephone-extensions': (t) => ({ body: { person: '8001', staffId: t.staffId } }),
  'PUT /sending': () => ({ body: { kinds: [], reason: '' } }),
  'POST /visits': async ({ clinicId }) => {
    const customerId = await aNewcomer(clinicId);
    return {
      body: { customerId, clinicId, chiefComplaint: '牙痛', channelSource: '路过' },
      readAt: `/customers/${customerId}`,
    };
  },
  'POST /reception/arrivals': async ({ clinicId }) => {
    const customerId = await aNewcomer(clinicId);
    return {
      body: { customerId, clinicId, chiefComplaint: '牙痛', channelSource: '路过' },
      readAt: `/customers/${customerId}`,
    };
  },
  'POST /visits/:id/stage': async ({ clinicId }) => {
    const customerId = await aNewcomer(clinicId);
    const visit = { customerId, clinicId, channelSource: '路过' };
    const { id } = (await send(app, '/visits', { as: owner, body: visit })).json<{ id: string }>();
    return { path: `/visits/${id}/stage`, body: { to: 'gone', reason: '等太久' } };
  },
  'POST /visits/:id/wishes': (t) => ({ path: `/visits/${t.visitId}/wishes`, body: { wishes: '赶时间' } }),
  'PATCH /visits/:id': (t) => ({
    path: `/visits/${t.visitId}`,
    body: {
      chiefComplaint: '牙痛',
      treatments: [{ category: 'surgery', name: '拔牙', teamId: null, doctorId: null }],
    },
  }),
  'POST /customers/:id/consultations': (t) => ({
    path: `/customers/${t.customerId}/consultations`,
    body: { place: 'phone', askedCategories: [], asked: '', channelSource: '' },
  }),
  'PATCH /consultations/:id': (t, field) => ({
    path: `/consultations/${t.consultationId}`,
    body: {
      ...(field === 'nextStep.reason' && { nextStep: { kind: 'none', reason: '不做了' } }),
      ...(field === 'nextStep.matter' && {
        nextStep: { kind: 'followup', on: '2026-03-20', staffId: t.staffId, matter: '问想法' },
      }),
      ...{ asked: '', channelSource: '', whyNotWords: '', needs: '' },
      items: [{ category: 'implant', name: '种植', fen: 100 }],
    },
  }),
  'POST /customers/:id/ledger': (t, field) => ({
    path: `/customers/${t.customerId}/ledger`,
    body: {
      booking:
        field === 'booking.courseName'
          ? { kind: 'course-sold', fen: 300, sessions: 3, courseName: '光子嫩肤' }
          : { kind: 'charge', fen: 100, memo: '补牙' },
    },
  }),
  'POST /consultations/why-not': () => ({ body: { items: [{ key: 'price', zh: '价格', en: 'Price' }] } }),
  'POST /followups/calls': async (t) => ({
    body: {
      ...{ customerId: t.customerId, result: 'reached' },
      followups: [{ followupId: await aReminder(t), version: 1, notes: '' }],
      ...{ problem: '', actionPlan: '', reason: '' },
    },
    readAt: `/customers/${t.customerId}/timeline?kind=attempt`,
  }),
  'POST /desk-contacts': (t) => ({
    body: { customerId: t.customerId, channel: 'phone', matter: '想种牙' },
  }),
  'POST /classes': () => ({
    body: {
      rules: {
        classes: ['M-A', 'C-A'].map((code) => ({
          code,
          name: { zh: '种植', en: 'Implant' },
          criteria: { zh: '', en: '' },
        })),
      },
    },
  }),
  'PUT /scripts/:code/draft': () => ({
    path: '/scripts/a-script/draft',
    body: { definition: aScript(aPassage('a', asking(['x'], ['y'])), aPassage('b')) },
  }),
  'PUT /recovery-cards/:code': () => ({
    path: '/recovery-cards/a-card',
    body: { definition: aCard },
  }),
  'PUT /forms/:code/draft': () => ({
    path: '/forms/a-form/draft',
    body: { definition: { ...standardForms[0]!, code: 'a-form', questions: [aQuestion] } },
  }),
  'POST /form-rules': () => ({
    body: {
      rules: {
        dimensions: [...dimensionsThatShip, { key: 'parking', name: { zh: '停车', en: 'Parking' } }],
      },
    },
  }),
  'PUT /forbidden-words': () => ({ body: { items: ['优惠券'] } }),
  'POST /followups/:id/end': async (t) => ({
    path: `/followups/${await aReminder(t)}/end`,
    body: { reason: '联系不上' },
  }),
  'PUT /protocols/:code/draft': () => ({
    path: '/protocols/whitening/draft',
    body: { definition: { ...filling, code: 'whitening' } },
  }),
  'POST /customers/:id/cases': (t) => ({
    path: `/customers/${t.customerId}/cases`,
    body: { words: '牙套磨嘴' },
  }),
  'POST /recovery/cases/:id/remedies': async (t) => ({
    path: `/recovery/cases/${await aCase(t)}/remedies`,
    body: { kind: 'apology', what: '上门道歉' },
  }),
  'POST /recovery/lessons': () => ({
    body: { week: '2026-03-09', cause: 'pain', changed: '加一次电话' },
    readAt: '/recovery/week?week=2026-03-09',
  }),
  'POST /recovery/rules': () => ({ body: { rules: { causes: [{ key: 'pain', name: '疼痛' }] } } }),
  'POST /followups/reminders': (t) => ({
    body: { customerId: t.customerId, assigneeId: t.staffId, dueOn: '2026-03-20', matter: '问候' },
    readAt: `/customers/${t.customerId}/timeline?kind=followup-planned`,
  }),
};

/**
 * Their text is a reason or a note in the shape of all the others, and what it is given for can be done once only: the
 * verbs' own tests show that it is kept. A preview looks for customers by a word, and keeps none.
 */
const reasonsOnly = [
  'POST /appointments/:id/cancel',
  'POST /appointments/:id/late-calls',
  'POST /appointments/:id/late-decision',
  'POST /appointments/:id/review',
  'POST /visits/:id/doctor',
  'POST /visits/:id/checkout',
  'POST /paper-lines/:id/enter',
  'POST /ownership/releases/decide',
  'POST /visits/:id/arrival/undo',
  'POST /customers/:id/health-warnings/:warningId/end',
  'POST /waitlist/:id/withdraw',
  'POST /huddle-lines/:id/close',
  'POST /customers/:id/grade-overrides',
  'POST /grading/overrides/:id/revoke',
  'POST /scripts/:code/publish',
  'POST /consultations/:id/reopen',
  'POST /protocols/:code/publish',
  'POST /followups/hand-over',
  'POST /handovers/transfer',
  'POST /handovers/transfer/preview',
  'POST /handovers/left/:id/place',
  'POST /ledger/:id/reverse',
  'POST /ledger/mismatches/:id/resolve',
  'POST /coverage/lost/:id/reason',
  'POST /red-flags/:id/answer',
  'POST /spot-checks/:id',
  'POST /recovery/cases/:id/answer',
  'POST /recovery/cases/:id/send-back',
  'POST /recovery/cases/:id/confirm',
  'POST /recovery/cases/:id/tries',
  'POST /recovery/cases/:id/word',
  'POST /recovery/cases/:id/end',
  'POST /recovery/cases/:id/end/decide',
  'POST /recovery/cases/:id/reopen',
  'POST /recovery/cases/:id/mark',
  'POST /recovery/remedies/:id/decide',
  'POST /recovery/remedies/:id/withdraw',
  'POST /duplicates/:id/dismiss',
  'POST /messages/:id/settle',
  'POST /form-answers/:id/corrections',
];

async function aRobot(): Promise<string> {
  const body = { kind: 'wecom-robot', name: '客服群', settings: {}, secret: 'a-key' };
  const answer = await send(app, '/channel-accounts', { as: owner, body });
  return answer.json<{ account: { id: string } }>().account.id;
}

async function aTelephone(): Promise<string> {
  const answer = await send(app, '/telephones', { as: owner, body: { name: '总机' } });
  return answer.json<{ system: { id: string } }>().system.id;
}

/** Somebody new, who was never here and of whom nobody knows what brought them. */
async function aNewcomer(clinicId: string): Promise<string> {
  const body = { name: '李四', clinicId };
  return (await send(app, '/customers', { as: owner, body })).json<{ id: string }>().id;
}

/** One that nobody has kept free yet. */
async function aChair({ clinicId }: Things): Promise<string> {
  const body = { clinicId, name: newId() };
  return (await send(app, '/chairs', { as: owner, body })).json<{ id: string }>().id;
}

/** Something new that is owed, for what can be done once only. */
async function aReminder(t: Things): Promise<string> {
  const body = { customerId: t.customerId, assigneeId: owner.staffId, dueOn: '2026-03-12', matter: '问候' };
  return (await send(app, '/followups/reminders', { as: owner, body })).json<{ id: string }>().id;
}

/** A case of somebody who has no other: the texts of the others' would all come back with each answer. */
async function aCase(t: Things): Promise<string> {
  const id = await aNewcomer(t.clinicId);
  const body = { words: '牙套磨嘴' };
  return (await send(app, `/customers/${id}/cases`, { as: owner, body })).json<{ id: string }>().id;
}

const clock = clockAt(addHours(morning, 5));
const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const writes = routes
  .filter((route) => route.method !== 'GET' && route.permission !== 'public' && !route.multipart)
  .map((route) => ({
    name: nameOf(route),
    route,
    // What several kinds of a request have in common is tried once.
    fields: route.body
      ? [...new Map(textsIn(schemaOf(route.body, 'input')).map((at) => [at.join('.'), at])).values()]
      : [],
  }))
  // A password is never read back: sign-in tests that it is kept as it is.
  .filter(({ name, fields }) => fields.length > 0 && name !== 'POST /session/password');

let dataDir: string;
let app: FastifyInstance;
let things: Things;
let owner: Caller;
let requests = 0;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
  app = await anApp(clock, dataDir);
  const { ctx, clinicId } = await aClinic();
  owner = await aCaller(later(ctx, clock.now()), clock, 'owner');
  const customer = await aCustomer(ctx);
  const tooth = { area: 'tooth', places: ['36'], finding: '龋齿', visitId: null } as const;
  const exchange = { upload: () => Promise.resolve(aPhotoFile()) } as Exchange;
  const visitor = await aCustomer(ctx);
  const visit = { customerId: visitor.id, clinicId, chiefComplaint: null };
  const team = await createTeam(ctx, { name: 'CS', kind: 'cs', clinicId: null });
  things = {
    clinicId,
    teamId: team.id,
    staffId: (await as(ctx, 'nurse')).actor.id!,
    customerId: customer.id,
    visitorId: visitor.id,
    visitId: (await openVisit(later(ctx, clock.now()), visit)).id,
    consultationId: (await aConsultation(ctx, customer.id)).id,
    appointmentId: (
      await bookAppointment(
        later(ctx, clock.now()),
        BookAppointment.parse({
          ...{ customerId: customer.id, clinicId, startsAt: addHours(clock.now(), 24), minutes: 30 },
        }),
      )
    ).id,
    appointmentKindId: (await listKinds(ctx)).items[0]!.id,
    chairId: (await addChair(ctx, { clinicId, name: '零号椅', kind: 'chair' })).id,
    problemId: (await addProblem(ctx, { ...tooth, places: [...tooth.places], id: customer.id })).id,
    photoId: (await uploadPhoto({ ...ctx, dataDir, exchange }, { customerId: customer.id })).id,
  };
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Taken of some followups alone, and tried beside their verb. */
const elsewhere = new Set(['POST /followups/calls summary']);

describe.each(writes.filter(({ name }) => name in good))('$name', ({ name, route, fields }) => {
  it.each(fields.map((field) => ({ field: field.join('.'), at: field })))(
    'gives back what was typed as $field, byte for byte, or refuses it with a word',
    async ({ field, at }) => {
      let accepted = 0;
      for (const text of fineStrings) {
        const answer = await write(name, route, at, text);
        expect(answer.status, `${text}: ${answer.body}`).toBeLessThan(500);
        if (answer.status >= 400) {
          expect(JSON.parse(answer.body), text).toHaveProperty('code');
          continue;
        }
        accepted += 1;
        if (!isPhone(field)) expect(await isReadBack(answer), `${text} came back changed`).toBe(true);
      }
      if (!isPhone(field) && !elsewhere.has(`${name} ${field}`))
        expect(accepted, 'nothing of it was taken').toBeGreaterThan(0);

      for (const text of refusedStrings) {
        const answer = await write(name, route, at, text);
        expect(answer.status, `${JSON.stringify(text)}: ${answer.body}`).toBe(400);
        expect(JSON.parse(answer.body)).toMatchObject({ code: 'invalid' });
      }
    },
  );
});

describe('a write with texts', () => {
  it('is tried here, or has a reason not to be', () => {
    expect([...Object.keys(good), ...reasonsOnly].sort()).toEqual(writes.map(({ name }) => name).sort());
  });
});

interface Answer {
  /** As it should be read again: typed text is trimmed. */
  text: string;
  status: number;
  body: string;
  readAt: string | undefined;
}

async function write(name: string, route: Route, at: readonly string[], text: string): Promise<Answer> {
  const request = await good[name]!(things, at.join('.'));
  // A phone is theirs once; the next request names the next.
  requests += 1;
  const sample = JSON.parse(
    JSON.stringify(request.body).replace('NEXT-PHONE', `1390000${String(1000 + requests)}`),
  ) as object;
  const typed = request.isUnique ? `${text}${requests}` : text;
  const body = replaced(sample, at, typed);
  const ask = (version: number) =>
    send(app, request.path ?? route.path, {
      method: route.method,
      as: owner,
      body,
      headers: route.ifMatch ? { 'if-match': `"${version}"` } : {},
    });
  let answer = await ask(0);
  const { details } = answer.json<{ details?: { current?: { version?: number } } }>();
  if (answer.statusCode === 409 && details?.current) answer = await ask(details.current.version ?? 0);
  return { text: typed.trim(), status: answer.statusCode, body: answer.body, readAt: request.readAt };
}

async function isReadBack({ text, body, readAt }: Answer): Promise<boolean> {
  if (holds(JSON.parse(body), text)) return true;
  if (readAt === undefined) return false;
  return holds((await send(app, readAt, { as: owner })).json(), text);
}

function holds(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value === text;
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => holds(one, text));
}

/** Numbers are read into one form, and what is no number is refused or found with nobody. */
function isPhone(field: string): boolean {
  return field.split('.').at(-1) === 'phone';
}

interface Schema {
  type?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Where a shape takes text that a person types: every `line` and `note` (domain/base/text.ts). */
function textsIn(schema: Schema, at: string[] = []): string[][] {
  if (schema.pattern?.includes('\\p{Cs}')) return [at];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => textsIn(one, [...at, name])),
    ...(schema.items ? textsIn(schema.items, [...at, '0']) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => textsIn(one, at)),
  ];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], text: string): object {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[name!] = rest.length === 0 ? text : replaced(copy[name!] ?? {}, rest, text);
  return copy;
}
