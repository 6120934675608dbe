import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/base/time.ts';
import { RecordCall } from '#domain/followups/contract.ts';
import { BookEntry } from '#domain/ledger/contract.ts';
import type { Context } from '#server/platform/context.ts';
import { bookEntry } from '#server/modules/ledger/book-entry.ts';
import { createReminder } from '#server/modules/followups/create-reminder.ts';
import { recordCall } from '#server/modules/followups/record-call.ts';
import { addProblem } from '#server/modules/records/add-problem.ts';
import { addRelation } from '#server/modules/records/add-relation.ts';
import { setDiscreet } from '#server/modules/records/set-discreet.ts';
import { DiscreetProfile } from '#domain/customers/discreet.ts';
import { aCustomer } from '#tests/support/builders.ts';
import { aClinic, as, auditTrail, inClinic, settled } from '#tests/support/clinic.ts';
import { aClosedConsultation } from '#tests/support/consultations.ts';
import { getHandover, getHandoverNotice } from './get-handover.ts';
import { listNewCustomers } from './list-new-customers.ts';
import { readHandover } from './read-handover.ts';
import { transferCustomers } from './transfer-customers.ts';

const page = { page: 1, pageSize: 20 };

/** A customer with a past, who went from one consultant to another. */
async function aHandedOver(ctx: Context) {
  const before = await as(ctx, 'consultant', { name: '王敏' });
  const after = await as(ctx, 'consultant', { name: '李静' });
  const facts = { name: '欧阳晓雯', ownerId: before.actor.id, birthday: '2015-05-01', taboos: '不要提前夫' };
  const customer = await aCustomer(ctx, facts);
  const of = { id: customer.id };
  const owed = await createReminder(before, {
    customerId: customer.id,
    assigneeId: before.actor.id!,
    dueOn: addDays('2026-03-12', 1),
    matter: '问候',
  });
  const heard = { followupId: owed.id, version: owed.version, score: 6, notes: '有点疼' };
  const call = { customerId: customer.id, result: 'reached', followups: [heard] };
  const said = { problem: '等太久', actionPlan: '送复查券', nextAppointmentOn: '2026-03-20' };
  await recordCall(before, RecordCall.parse({ ...call, ...said }));
  await settled(ctx);
  await setDiscreet(ctx, { ...of, version: 0, profile: DiscreetProfile.parse({ callerAlias: '林小姐' }) });
  await addRelation(ctx, {
    ...of,
    ...{ kind: 'parent', isGuardian: true, relativeId: null, name: '欧阳先生', phone: '13900001234' },
  });
  await addProblem(ctx, { ...of, area: 'tooth', places: ['36'], finding: '龋齿', visitId: null });
  await bookEntry(ctx, { ...of, ...BookEntry.parse({ booking: { kind: 'deposit', fen: 50_000 } }) });
  await aClosedConsultation(ctx, customer.id);
  await transferCustomers(ctx, {
    which: { ids: [customer.id] },
    kind: 'consultant',
    toId: after.actor.id!,
    reason: '王敏休假',
    after: null,
  });
  await settled(ctx);
  return { before, after, customer, of };
}

describe('a handover', () => {
  it('says what the house knows, and stands above the first call until the new owner has read it', () =>
    inClinic(async (ctx) => {
      const { before, after, customer, of } = await aHandedOver(ctx);

      const handover = await getHandover(after, of);
      expect(handover).toMatchObject({
        customer: { name: '欧阳晓雯', taboos: '不要提前夫' },
        changes: [
          { fromName: '王敏', ownerName: '李静', how: 'transferred', reason: '王敏休假', readAt: null },
        ],
        awaitsMe: true,
        promises: [
          { kind: 'action-plan', words: '送复查券', byName: '王敏' },
          { kind: 'wants-to-come', on: '2026-03-20' },
        ],
        answers: [{ score: 6, notes: '有点疼' }],
        problems: [{ words: '等太久' }],
        complaints: [{ event: 'satisfaction.low' }],
        discreet: { callerAlias: '林小姐' },
        relations: [{ name: '欧阳先生', isGuardian: true, phone: '139****1234' }],
        money: { balance: { depositFen: 50_000 } },
        needs: [{ finding: '龋齿', places: ['36'] }],
        consultations: [{ outcome: 'no_deal' }],
        owners: [{ ownerName: '李静' }, { ownerName: '王敏', endedBy: 'transferred' }],
      });
      expect(handover.hints).toEqual([
        ...['complaint-first', 'no-offers', 'introduce-oneself', 'alias', 'only-the-customer'],
        ...['with-the-guardian', 'keep-promises', 'do-not-ask-again'],
      ]);
      expect(await listNewCustomers(after, page)).toMatchObject({
        total: 1,
        items: [{ customer: { id: customer.id }, fromName: '王敏' }],
      });
      expect((await getHandoverNotice(before, of)).items).toMatchObject([{ awaitsMe: false }]);

      await expect(readHandover(before, of)).rejects.toMatchObject({ code: 'nothing-to-read' });
      expect(await readHandover(after, of)).toMatchObject({
        awaitsMe: false,
        changes: [{ readAt: after.now }],
      });
      await expect(readHandover(after, of)).rejects.toMatchObject({ code: 'nothing-to-read' });
      expect(await auditTrail(ctx)).toContainEqual({ action: 'handover.read', actorId: after.actor.id });
      expect(await listNewCustomers(after, page)).toEqual({ items: [], total: 0 });
      expect(await getHandoverNotice(before, of)).toEqual({ items: [] });
      const other = await aClinic();
      await expect(getHandover(other.ctx, of)).rejects.toMatchObject({ code: 'not-found' });
    }));

  it('is none of a customer who never had another owner', () =>
    inClinic(async (ctx) => {
      const owner = await as(ctx, 'consultant');
      const customer = await aCustomer(ctx, { ownerId: owner.actor.id });
      expect(await getHandoverNotice(owner, customer)).toEqual({ items: [] });
      expect(await getHandover(owner, customer)).toMatchObject({ changes: [], awaitsMe: false, hints: [] });
      expect((await listNewCustomers(owner, page)).total).toBe(0);
    }));
});
