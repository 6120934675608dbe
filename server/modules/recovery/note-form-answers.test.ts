import { expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { aPhone } from '#tests/support/a-phone.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { inClinic, settled } from '#tests/support/clinic.ts';
import { answerByLink } from '../forms/answer-by-link.ts';
import { askForm } from '../forms/ask-form.ts';
import { casesOf } from './a-case.fixture.ts';

const calm = { result: 10, comfort: 9, swelling: 'less' };

it.each([
  { name: 'no sign', values: { complications: ['none'] }, cases: [] },
  {
    name: 'a warning sign',
    values: { complications: ['bleeding', 'vision'] },
    cases: [{ kind: 'red-flag', level: 'supervisor', words: '出血不止、看东西模糊' }],
  },
])('$name on a customer’s form, whatever they score, is with the doctor at once', ({ values, cases }) =>
  inClinic(async (ctx) => {
    const { id } = await aCustomer(ctx);
    const { link } = await askForm(ctx, {
      ...{ id, code: 'post-operative', source: 'link', visitId: null, followupId: null, send: false },
    });
    const token = link!.path.slice('/c/'.length);
    await answerByLink(aPhone(ctx), { token, values: { ...calm, ...values }, sendId: newId() });
    await settled(ctx);
    expect(await casesOf(ctx, id)).toMatchObject(cases);
  }),
);
