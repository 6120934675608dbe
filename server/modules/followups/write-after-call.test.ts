import { describe, expect, it } from 'vitest';
import { addHours } from '#domain/base/time.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import type { Step } from '#domain/followups/protocol.ts';
import type { Context } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { editClinic, listClinics } from '#server/modules/staff/edit-clinics.ts';
import { aCustomer, followupsOf } from '#tests/support/builders.ts';
import { as, inClinic } from '#tests/support/clinic.ts';
import { editCustomer } from '../customers/edit-customer.ts';
import { aFollowup } from './a-followup.fixture.ts';
import { getCallSheet } from './get-call-sheet.ts';
import { recordCall } from './record-call.ts';
import { undoCall } from './undo-call.ts';

const address = '朝阳区东三环北路8号2层';
const phone = '010-65000000';

async function anInvitation(
  ctx: Context,
  {
    isAddressKnown = true,
    purpose = 'marketing',
  }: { isAddressKnown?: boolean; purpose?: Step['purpose'] } = {},
) {
  const clinic = (await listClinics(ctx)).items[0]!;
  if (isAddressKnown) await editClinic(ctx, { id: clinic.id, version: clinic.version, address, phone });
  const customer = await aCustomer(ctx, { name: '林晓' });
  await aFollowup(ctx, customer, { opensAt: ctx.now, closesAt: addHours(ctx.now, 5), purpose });
  const [followup] = await followupsOf(ctx, customer.id);
  const call = RecordCall.parse({
    customerId: customer.id,
    result: 'reached',
    followups: [{ followupId: followup!.id, version: followup!.version }],
    nextAppointmentOn: '2026-03-20',
    summary: '3月20日下午来看看',
    sendsAddress: true,
  });
  return { agent: await as(ctx, 'cs_agent'), customer, call };
}

const messages = (ctx: Context, customerId: string) =>
  inTransaction(ctx, (ctx) =>
    ctx.db
      .selectFrom('messages')
      .select(['template_key as key', 'text', 'state', 'due_at as dueAt'])
      .where('org_id', '=', ctx.orgId)
      .where('customer_id', '=', customerId)
      .orderBy('template_key')
      .execute(),
  );

describe('after an invitation', () => {
  it('what was agreed and the address wait to be sent, by hand where the clinic has no account', () =>
    inClinic(async (ctx) => {
      const { agent, customer, call } = await anInvitation(ctx);
      expect((await getCallSheet(agent, { customerId: customer.id })).inWriting).toEqual({ address, phone });

      const { undoUntil } = await recordCall(agent, call);

      const queued = await messages(ctx, customer.id);
      expect(queued.map(({ key, state, dueAt }) => [key, state, dueAt])).toEqual([
        ['address', 'by_hand', undoUntil],
        ['visit-summary', 'by_hand', undoUntil],
      ]);
      expect(queued[0]!.text).toContain(phone);
      expect(queued[1]!.text).toContain('3月20日下午来看看');
      expect(queued[1]!.text).toContain(address);
    }));

  it('a call that is taken back sends nothing', () =>
    inClinic(async (ctx) => {
      const { agent, customer, call } = await anInvitation(ctx);
      const { callId } = await recordCall(agent, call);
      await undoCall(agent, { id: callId });
      expect((await messages(ctx, customer.id)).map(({ state }) => state)).toEqual(['dropped', 'dropped']);
    }));

  it('nobody is written to who wants no contact, nor from a clinic that does not say where it is', () =>
    inClinic(async (ctx) => {
      const { agent, customer, call } = await anInvitation(ctx, {
        isAddressKnown: false,
        // Owed to who refuses all contact, too.
        purpose: 'medical',
      });
      await expect(recordCall(agent, call)).rejects.toMatchObject({
        details: [{ path: 'summary', code: 'clinic-without-address' }],
      });
      await editCustomer(ctx, { id: customer.id, version: customer.version, refusesContact: true });
      expect((await getCallSheet(agent, { customerId: customer.id })).inWriting).toBeNull();
      await expect(recordCall(agent, call)).rejects.toMatchObject({
        details: [{ path: 'summary', code: 'not-in-writing' }],
      });
      expect(await messages(ctx, customer.id)).toEqual([]);
    }));

  it('nothing is written to who was not reached', () => {
    const asked = { customerId: crypto.randomUUID(), result: 'no_answer', followups: [] };
    const read = RecordCall.safeParse({ ...asked, summary: '来看看' });
    expect(read.error?.issues.map(({ message }) => message)).toContain('nobody-was-reached');
  });
});
