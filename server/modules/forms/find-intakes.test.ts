import { describe, expect, it } from 'vitest';
import { addMinutes } from '#domain/base/time.ts';
import type { AskedForm } from '#domain/forms/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { newId } from '#server/platform/ids.ts';
import { getRecord } from '#server/modules/records/get-record.ts';
import { endWarning } from '#server/modules/records/note-warning.ts';
import { aPhone } from '#tests/support/a-phone.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, later } from '#tests/support/clinic.ts';
import { answerByLink } from './answer-by-link.ts';
import { askForm } from './ask-form.ts';
import { correctAnswer } from './correct-answer.ts';
import { findIntakes } from './find-intakes.ts';
import { listAnswers } from './list-answers.ts';

const healthy = {
  ...{ complaint: '右下牙疼', 'who-fills': 'self', allergies: ['none'], medicines: ['none'] },
  ...{ conditions: ['none'], pregnancy: 'none', bleeding: ['none'], anaesthesia: ['never'], consent: 'yes' },
};

async function asked(ctx: Context, customerId: string, source: 'link' | 'tablet' = 'link') {
  const nowhere = { visitId: null, followupId: null, send: false };
  return askForm(ctx, { id: customerId, code: 'intake-dental', source, ...nowhere });
}
const answer = (ctx: Context, { link }: AskedForm, values: object) =>
  answerByLink(aPhone(ctx), {
    token: link!.path.slice('/c/'.length),
    values: { ...healthy, ...values },
    sendId: newId(),
  });
const standing = async (ctx: Context, id: string) =>
  (await getRecord(ctx, { id })).healthWarnings
    .filter(({ endedAt }) => endedAt === null)
    .map(({ kind, words }) => `${kind} ${words}`)
    .sort();

describe('an intake form', () => {
  it('is known as asked, then as answered, of whoever it was', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      const known = () => inTransaction(ctx, (ctx) => findIntakes(ctx, [id]));
      expect(await known()).toEqual(new Map());
      const form = await asked(ctx, id, 'tablet');
      expect((await known()).get(id)).toEqual({ askedAt: ctx.now, answeredAt: null });
      await answer(later(ctx, addMinutes(ctx.now, 5)), form, {});
      expect((await known()).get(id)).toMatchObject({ answeredAt: addMinutes(ctx.now, 5) });
      await inClinic(async (elsewhere) =>
        expect(await inTransaction(elsewhere, (ctx) => findIntakes(ctx, [id]))).toEqual(new Map()),
      );
    }));

  it('opens nothing any more after its two days', () =>
    inClinic(async (ctx) => {
      const form = await asked(ctx, (await aCustomer(ctx)).id);
      await expect(answer(later(ctx, addMinutes(ctx.now, 48 * 60)), form, {})).rejects.toMatchObject({
        code: 'not-found',
      });
      await answer(later(ctx, addMinutes(ctx.now, 48 * 60 - 1)), form, {});
    }));

  it('warns whoever treats; corrected, it warns of what is known now, and nothing is overwritten', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await answer(ctx, await asked(ctx, id), { allergies: ['penicillin', 'latex'], pregnancy: 'maybe' });
      expect(await standing(ctx, id)).toEqual(['allergy 青霉素类、乳胶手套', 'pregnancy 可能怀孕']);

      const { items } = await listAnswers(ctx, { page: 1, pageSize: 10, kind: 'intake' });
      const correction = { id: items[0]!.id, question: 'allergies', reason: '电话核对' };
      await correctAnswer(ctx, { ...correction, value: ['latex'] });
      expect(await standing(ctx, id)).toEqual(['allergy 乳胶手套', 'pregnancy 可能怀孕']);
      expect((await getRecord(ctx, { id })).healthWarnings).toContainEqual(
        expect.objectContaining({ words: '青霉素类、乳胶手套', endReason: '电话核对' }),
      );
      await correctAnswer(ctx, { ...correction, value: ['none'] });
      expect(await standing(ctx, id)).toEqual(['pregnancy 可能怀孕']);
    }));

  it('tells the same a second time without warning twice, and again once it had ended', () =>
    inClinic(async (ctx) => {
      const { id } = await aCustomer(ctx);
      await answer(ctx, await asked(ctx, id), { bleeding: ['long'] });
      await answer(ctx, await asked(ctx, id, 'tablet'), { bleeding: ['long'] });
      expect(await standing(ctx, id)).toEqual(['bleeding 流血很久才止住']);
      const [warning] = (await getRecord(ctx, { id })).healthWarnings;
      await endWarning(ctx, { id, warningId: warning!.id, reason: '化验正常' });
      await answer(ctx, await asked(ctx, id), { bleeding: ['long'] });
      expect(await standing(ctx, id)).toEqual(['bleeding 流血很久才止住']);
    }));
});
