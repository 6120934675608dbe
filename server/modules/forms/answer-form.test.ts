import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { AskedForm } from '#domain/forms/contract.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import { addHours } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';
import { customerPageRoutes } from '#server/customer-page.ts';
import { aClosedVisit, aCustomer, followupsOf } from '#tests/support/builders.ts';
import { aPhone } from '#tests/support/a-phone.ts';
import { tinyPng } from '#tests/support/photos.ts';
import { aClinic, as, auditTrail, inClinic, later } from '#tests/support/clinic.ts';
import { answerByLink } from './answer-by-link.ts';
import { answerForm } from './answer-form.ts';
import { askForm } from './ask-form.ts';
import { correctAnswer } from './correct-answer.ts';
import { getAnswer } from './get-answer.ts';
import { listAnswers } from './list-answers.ts';
import { listCustomerForms } from './list-customer-forms.ts';
import { publishForm } from './publish-form.ts';
import { uploadAnswerPhoto } from './upload-answer-photo.ts';
import { writeFormDraft } from './write-draft.ts';
import { satisfaction } from '#domain/forms/standard/satisfaction.ts';

const nowhere = { visitId: null, followupId: null, send: false };
const gone = { code: 'not-found', subject: 'link' };
const survey = (
  ctx: Context,
  id: string,
  source: 'link' | 'staff' | 'tablet' = 'link',
  code = 'satisfaction',
) => askForm(ctx, { id, code, source, ...nowhere });

const tokenOf = ({ link }: AskedForm): string => link!.path.slice('/c/'.length);
const send = (ctx: Context, asked: AskedForm, values: AnswerValues, sendId = newId()) =>
  answerByLink(aPhone(ctx), { token: tokenOf(asked), values, sendId });
const open = customerPageRoutes[0]!.does as (
  house: PublicContext,
  input: { token: string },
) => Promise<object>;

describe('photos sent for a form', () => {
  it('are twelve tries at most, be they sent all at once', () =>
    inClinic(async (ctx) => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
      const token = tokenOf(await survey(ctx, (await aCustomer(ctx)).id));
      const phone = aPhone(ctx);
      const sent = Array.from({ length: 13 }, (_, number) => {
        const stream = Readable.from([tinyPng, Buffer.from([number])]);
        const upload = () => Promise.resolve({ fileName: 'a.png', stream, fields: { token } });
        return uploadAnswerPhoto({ ...phone, dataDir, exchange: { ...phone.exchange, upload } });
      });
      const refused = (await Promise.allSettled(sent)).filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject([{ reason: { code: 'too-many-photos' } }]);
      await rm(dataDir, { recursive: true, force: true });
    }));
});

describe('a form that is asked in a call', () => {
  it('is about the visit the call is for, not about the last one', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      await aClosedVisit(ctx, { customer, categories: ['surgery'] });
      const [followup] = await followupsOf(ctx, customer.id);
      const next = later(ctx, addHours(ctx.now, 24));
      await aClosedVisit(next, { customer, categories: ['cleaning'] });
      const wish = { id: customer.id, code: 'satisfaction', source: 'staff', ...nowhere } as const;
      const inCall = await askForm(next, { ...wish, followupId: followup!.id });
      expect(inCall.request).toMatchObject({ followupId: followup!.id, category: 'surgery' });
      expect((await askForm(next, wish)).request).toMatchObject({ category: 'cleaning' });
    }));

  it('is for a followup of this customer', () =>
    inClinic(async (ctx) => {
      const [customer, other] = [await aCustomer(ctx), await aCustomer(ctx, { name: '李四' })];
      await aClosedVisit(ctx, { customer: other });
      const [foreign] = await followupsOf(ctx, other.id);
      const wish = { id: customer.id, code: 'satisfaction', source: 'staff', ...nowhere } as const;
      for (const followupId of [foreign!.id, newId()])
        await expect(askForm(ctx, { ...wish, followupId })).rejects.toMatchObject({
          ...{ code: 'invalid', details: [{ path: 'followupId', code: 'unknown' }] },
        });
    }));
});

describe('a form sent to a customer', () => {
  it('is opened as often as they like, names nobody and nothing done, and is answered once', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx, { name: '欧阳娜娜' });
      await aClosedVisit(ctx, { customer, categories: ['implant'] });
      const asked = await survey(ctx, customer.id);

      const pages = [
        await open(aPhone(ctx), { token: tokenOf(asked) }),
        await open(aPhone(ctx), { token: tokenOf(asked) }),
      ];
      expect(pages[0]).toEqual(pages[1]);
      expect(pages[0]).toMatchObject({ kind: 'form', clinicName: 'Riverside', greeting: '欧*' });
      expect(JSON.stringify(pages[0])).not.toMatch(/娜娜|implant|种植|satisfaction"/);

      const sendId = newId();
      const words = '等了一个小时，身份证11010519491231002X';
      const values = { overall: 5, 'what-was-wrong': ['waiting'], words };
      const thanks = await send(ctx, asked, values, sendId);
      // The telephone did not hear the answer, and sends again.
      expect(await send(ctx, asked, values, sendId)).toEqual(thanks);
      await expect(send(ctx, asked, { overall: 10 })).rejects.toMatchObject(gone);
      await expect(open(aPhone(ctx), { token: tokenOf(asked) })).rejects.toMatchObject(gone);

      const { items } = await listAnswers(ctx, {
        page: 1,
        pageSize: 10,
        category: 'implant',
        band: 'dissatisfied',
      });
      expect(items).toMatchObject([
        // Nobody asked for their papers.
        { score: 5, source: 'link', code: 'satisfaction', words: ['等了一个小时，身份证**************002X'] },
      ]);
      expect((await listAnswers(ctx, { page: 1, pageSize: 10, category: 'filling' })).total).toBe(0);
      const actions = (await auditTrail(ctx)).map(({ action }) => action);
      expect(actions.filter((action) => action === 'form.answered')).toHaveLength(1);
      const told = await inTransaction(ctx, (ctx) =>
        ctx.db
          .selectFrom('outbox_events')
          .select('payload')
          .where('org_id', '=', ctx.orgId)
          .where('type', '=', 'form.answered')
          .execute(),
      );
      expect(told.map(({ payload }) => payload)).toMatchObject([
        { customerId: customer.id, source: 'link', score: 5, answerId: items[0]!.id },
      ]);
    }));

  it('is not kept where something is missing or is no answer, and can be sent again when it is mended', () =>
    inClinic(async (ctx) => {
      const asked = await survey(ctx, (await aCustomer(ctx)).id);
      await expect(send(ctx, asked, { words: '好' })).rejects.toMatchObject({
        code: 'invalid',
        details: [{ path: 'values.overall', code: 'missing' }],
      });
      await expect(send(ctx, asked, { overall: 9, result: '好' })).rejects.toMatchObject({ code: 'invalid' });
      expect(await send(ctx, asked, { overall: 9 })).toEqual({ thanks: satisfaction.thanks });
    }));

  it('is over after its week; sent again about the same visit it is one request with two ways in', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const first = await survey(ctx, customer.id);
      const again = await survey(ctx, customer.id);
      expect([again.request.id, tokenOf(again) === tokenOf(first)]).toEqual([first.request.id, false]);
      await send(ctx, again, { overall: 8 });
      await expect(send(ctx, first, { overall: 1 })).rejects.toMatchObject(gone);
      expect((await listCustomerForms(ctx, { id: customer.id })).items).toMatchObject([{ score: 8 }]);

      const late = await survey(ctx, customer.id, 'link', 'no-deal');
      const week = later(ctx, addHours(ctx.now, 7 * 24));
      await expect(send(week, late, { wish: 'no' })).rejects.toMatchObject(gone);
    }));

  it('asks what it asked when it was sent, whatever is published meanwhile', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const asked = await survey(ctx, customer.id);
      const shorter = { ...satisfaction, questions: satisfaction.questions.slice(0, 1) };
      await writeFormDraft(ctx, { code: 'satisfaction', version: 0, definition: shorter });
      const { inForce, history } = await publishForm(ctx, { code: 'satisfaction', version: 1 });
      expect([inForce?.version, inForce?.isShipped, history.map(({ version }) => version)]).toEqual([
        2,
        false,
        [2, 1],
      ]);

      await send(ctx, asked, { overall: 10, recommend: 10 });
      const [answered] = (await listCustomerForms(ctx, { id: customer.id })).items;
      const answer = await getAnswer(ctx, { id: answered!.answerId! });
      expect(answer).toMatchObject({ formVersion: 1, values: { overall: 10, recommend: 10 } });
    }));
});

describe('a form filled in by a colleague', () => {
  it('is kept as the customer said it; what is known better stands beside it, with its reason', () =>
    inClinic(async (ctx) => {
      const agent = await as(ctx, 'cs_agent', { name: '小林' });
      const customer = await aCustomer(ctx);
      const { request } = await survey(agent, customer.id, 'staff', 'no-deal');
      const values = { 'what-held-you-back': ['price'], wish: 'later', help: '分期', service: 9 };
      const sendId = newId();
      const { id } = await answerForm(agent, { id: request.id, values, sendId });
      expect((await answerForm(agent, { id: request.id, values, sendId })).id).toBe(id);
      await expect(answerForm(agent, { id: request.id, values, sendId: newId() })).rejects.toMatchObject({
        code: 'form-answered',
      });

      const corrected = await correctAnswer(agent, {
        ...{ id, question: 'wish', value: 'soon', reason: '客户来电说下周方便' },
      });
      expect(corrected).toMatchObject({
        values: { wish: 'later' },
        answeredByName: '小林',
        corrections: [{ question: 'wish', value: 'soon', correctedByName: '小林' }],
      });
      const correct = (question: string, value: string | number) =>
        correctAnswer(agent, { id, question, value, reason: '不对' });
      await expect(correct('service', 10)).rejects.toMatchObject({ code: 'score-stays' });
      await expect(correct('wish', 'never')).rejects.toMatchObject({ code: 'invalid' });
      await expect(correct('unknown', 'x')).rejects.toMatchObject({ code: 'invalid' });
      expect((await auditTrail(ctx)).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['form.asked', 'form.answered', 'form.corrected']),
      );
    }));

  it('cannot be changed or removed by anybody, whatever is tried on the database', () =>
    inClinic(async (ctx) => {
      const asked = await survey(ctx, (await aCustomer(ctx)).id);
      await send(ctx, asked, { overall: 3 });
      for (const change of [
        'update form_answers set score = 10 where org_id = $1',
        `update form_answers set "values" = '{}' where org_id = $1`,
        'delete from form_answers where org_id = $1',
        'update form_scores set score = 10 where org_id = $1',
        'delete from form_corrections where org_id = $1',
      ]) {
        const attempt = inTransaction(ctx, (ctx) => ctx.client.query(change, [ctx.orgId]));
        await expect(attempt, change).rejects.toMatchObject({ code: '42501' });
      }
    }));

  it('of one organization is unknown to another', () =>
    inClinic(async (ctx) => {
      const customer = await aCustomer(ctx);
      const { request } = await survey(ctx, customer.id, 'staff');
      const { id } = await answerForm(ctx, { id: request.id, values: { overall: 10 }, sendId: newId() });
      const other = (await aClinic()).ctx;
      await expect(getAnswer(other, { id })).rejects.toMatchObject({ code: 'not-found' });
      await expect(survey(other, customer.id)).rejects.toMatchObject({ code: 'not-found' });
      expect((await listAnswers(other, { page: 1, pageSize: 10 })).total).toBe(0);
    }));
});

describe('a form that is made', () => {
  it('is published without flaws only, and tells the second of two who write on it', () =>
    inClinic(async (ctx) => {
      const code = 'after-whitening';
      const wrong = { ...satisfaction, code, title: { zh: '洗牙后的感受', en: '' } };
      await writeFormDraft(ctx, { code, version: 0, definition: wrong });
      await expect(writeFormDraft(ctx, { code, version: 0, definition: wrong })).rejects.toMatchObject({
        code: 'stale-version',
      });
      await expect(publishForm(ctx, { code, version: 1 })).rejects.toMatchObject({
        code: 'form-has-flaws',
        details: { flaws: [{ question: null, flaw: 'names-a-treatment' }] },
      });
      await writeFormDraft(ctx, { code, version: 1, definition: { ...wrong, title: satisfaction.title } });
      expect((await publishForm(ctx, { code, version: 2 })).inForce).toMatchObject({ version: 1 });
      const actions = (await auditTrail(ctx)).map(({ action }) => action);
      expect(actions).toEqual(expect.arrayContaining(['form.draft-written', 'form.published']));
    }));
});
